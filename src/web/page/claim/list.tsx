import { claimList as listOf } from "../../../api/claim/view.ts";
import { Say } from "../../part/said.tsx";
import type { Page } from "../../visit.ts";

/** `/claims`: the disputed claims. */
export const claimList: Page = async (visit) => {
  const { t } = visit;
  const claims = listOf(visit);
  return {
    title: t("claim.title"),
    description: t("claim.description"),
    crumbs: [],
    data: "/claims",
    body: (
      <>
        <h1>{t("claim.title")}</h1>
        <p class="lead">{t("claim.lead")}</p>
        <p class="count">{t("frame.count", { count: claims.length })}</p>
        {claims.length === 0 && <p>{t("frame.none")}</p>}
        {claims.map((claim) => (
          <article class="note">
            <h2 class="as-h3">
              <a href={visit.link(`/claims/${claim.id}`)}>
                <Say said={visit.say("claim", claim.id, "statement", claim.statement)} visit={visit} />
              </a>
            </h2>
            <p class="meta">
              <Say said={visit.say("claim", claim.id, "who", claim.who)} visit={visit} /> ·{" "}
              <Say said={visit.say("claim", claim.id, "when", claim.when)} visit={visit} /> · {t("claim.figures-count", { count: claim.figures.length })}
            </p>
          </article>
        ))}
      </>
    ),
  };
};
