import { positionList as listOf, organisationsOf, STANCES } from "../../../api/position/view.ts";
import { DateBar } from "../../part/datebar.tsx";
import { FilterForm, kept, topicChoices } from "../../part/filter.tsx";
import { Say } from "../../part/said.tsx";
import type { Page } from "../../visit.ts";

/** `/positions`: the positions as a calm index. */
export const positionList: Page = async (visit) => {
  const { t, catalogue } = visit;
  const lines = listOf(visit);
  const organisations = organisationsOf(visit).map((value) => ({ value, label: value }));
  const topics = [...catalogue.positions.values()].flatMap((one) => one.topics);
  return {
    title: t("position.title"),
    description: t("position.description"),
    crumbs: [],
    data: "/positions",
    method: "alignment",
    keep: kept(visit, ["topic", "organisation"]),
    body: (
      <>
        <h1>{t("position.title")}</h1>
        <p class="lead">{t("position.lead")}</p>
        {visit.past && <DateBar visit={visit} />}
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/positions"
          visit={visit}
          fields={[
            { name: "topic", label: t("update.topic"), kind: "choice", choices: topicChoices(visit, topics) },
            // One organisation alone is no choice.
            ...(organisations.length > 1 ? [{ name: "organisation", label: t("position.organisation"), kind: "choice" as const, choices: organisations }] : []),
          ]}
        />
        <p class="count">{t("frame.count", { count: lines.length })}</p>
        {lines.length === 0 && <p>{t("frame.none")}</p>}
        {lines.map(({ position, asks, stances }) => (
          <article class="note">
            <h3>
              <a href={visit.link(`/positions/${position.id}`)}>
                <Say said={visit.say("position", position.id, "title", position.title)} visit={visit} />
              </a>
            </h3>
            <p>
              <Say said={visit.say("position", position.id, "claim", position.claim)} visit={visit} />
            </p>
            <p class="meta">
              {t("position.by", { organisation: position.organisation })} · {t("position.asks-count", { count: asks })} ·{" "}
              {STANCES.map((stance) => t(`position.${stance}-count`, { count: stances[stance] })).join(" · ")}
            </p>
          </article>
        ))}
      </>
    ),
  };
};
