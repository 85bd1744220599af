import { obligationView } from "../../../api/obligation/view.ts";
import { PlaceLink } from "../../part/place.tsx";
import { Doubt, ReviewLine } from "../../part/review.tsx";
import type { Page } from "../../visit.ts";
import { ObligationFacts } from "./facts.tsx";
import { ObligationLinks } from "./links.tsx";

/** `/obligations/{id}`: one duty as a rule. */
export const obligationPage: Page = async (visit) => {
  const line = obligationView(visit, visit.params.id ?? "");
  if (!line) return null;
  const { t } = visit;
  const { obligation } = line;
  // Versions recorded before these fields were there have none.
  const { events = [], limits = [] }: Partial<typeof obligation> = obligation;
  const duty = t(`obligation.duty-${obligation.duty}`);
  const others = [...visit.catalogue.obligations.values()].filter((one) => one.instrument === obligation.instrument && one.id !== obligation.id);
  const title = t("obligation.heading", { duty, place: visit.name(obligation.jurisdiction) });
  return {
    title,
    description: visit.say("obligation", obligation.id, "trigger", obligation.trigger).text,
    crumbs: [
      { href: visit.link("/obligations"), label: t("obligation.title") },
      { href: visit.link("/obligations", { place: obligation.jurisdiction }), label: visit.name(obligation.jurisdiction) },
    ],
    data: `/obligations/${obligation.id}`,
    record: { kind: "obligation", id: obligation.id },
    place: obligation.jurisdiction,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">
          <PlaceLink code={obligation.jurisdiction} visit={visit} /> · {t(`obligation.applies-${line.applies}`)}
        </p>
        <ReviewLine of={obligation} visit={visit} />
        <ObligationFacts line={line} visit={visit} />
        <Doubt kind="obligation" id={obligation.id} doubt={obligation.doubt} visit={visit} />
        {limits.map((limit) => (
          <p class="flag">{t(`duty.limit-${limit}`)}</p>
        ))}
        {line.applies !== "ended" && (
          <p>
            <a href={visit.link("/duties", { place: obligation.jurisdiction, event: events[0] ?? "" })}>{t("obligation.finder")}</a>
          </p>
        )}
        {others.length > 0 && (
          <>
            <h2>{t("obligation.same-law")}</h2>
            <ObligationLinks obligations={others} visit={visit} />
          </>
        )}
      </>
    ),
  };
};
