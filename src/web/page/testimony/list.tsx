import { byName } from "../../../api/order.ts";
import { testimonyList as listOf, subjectOf, testimonyChoices } from "../../../api/testimony/view.ts";
import { TESTIMONY_KINDS } from "../../../domain/testimony.ts";
import { DateBar } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { type Choice, FilterForm, kept, placeChoices, topicChoices } from "../../part/filter.tsx";
import { InstrumentLink, PlaceLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { Organisations } from "./links.tsx";

const FILTERS = ["kind", "place", "topic", "question", "organisation", "body", "year", "position", "claim", "instrument"] as const;

/** `/testimony`: who said what to which public body, newest first. */
export const testimonyList: Page = async (visit) => {
  const { t, catalogue } = visit;
  const all = listOf(visit);
  const choices = testimonyChoices(visit);
  const keep = kept(visit, FILTERS);
  const plain = (values: readonly string[]): Choice[] => values.map((value) => ({ value, label: value }));
  const questions = choices.questions.flatMap((id) => catalogue.questions.get(id) ?? []);
  return {
    title: t("testimony.title"),
    description: t("testimony.description"),
    crumbs: [],
    data: "/testimony",
    keep,
    feeds: [feedOf(visit, "testimony", keep)],
    watch: { kind: keep["kind"] ?? "testimony", place: keep["place"] ?? "", topic: keep["topic"] ?? "", question: keep["question"] ?? "" },
    body: (
      <>
        <h1>{t("testimony.title")}</h1>
        <p class="lead">{t("testimony.lead")}</p>
        <DateBar visit={visit} />
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/testimony"
          visit={visit}
          fields={[
            {
              name: "kind",
              label: t("testimony.kind"),
              kind: "choice",
              choices: TESTIMONY_KINDS.map((value) => ({ value, label: t(`testimony.kind-${value}`) })),
            },
            { name: "place", label: t("update.place"), kind: "choice", choices: placeChoices(visit, choices.places.sort(byName(visit))) },
            { name: "topic", label: t("update.topic"), kind: "choice", choices: topicChoices(visit, choices.topics) },
            {
              name: "question",
              label: t("testimony.question"),
              kind: "choice",
              choices: questions.map((one) => ({ value: one.id, label: visit.say("question", one.id, "wording", one.wording).text })),
            },
            { name: "organisation", label: t("testimony.organisation"), kind: "choice", choices: plain(choices.organisations) },
            { name: "body", label: t("testimony.body"), kind: "choice", choices: plain(choices.bodies) },
            { name: "year", label: t("testimony.year"), kind: "choice", choices: plain(choices.years) },
          ]}
        />
        <h2>{t("testimony.all")}</h2>
        <About visit={visit} />
        <p class="count">{t("frame.count", { count: all.length })}</p>
        {all.length === 0 && <p>{t("frame.none")}</p>}
        {all.map((one) => (
          <article class="note">
            <p class="meta">
              <Time date={one.date} visit={visit} /> · {t(`testimony.kind-${one.kind}`)} · <PlaceLinks codes={one.jurisdictions} visit={visit} /> ·{" "}
              {t("testimony.count", { count: one.statements.length })}
            </p>
            <h3>
              <a href={visit.link(`/testimony/${one.id}`)}>
                <Say said={visit.say("testimony", one.id, "title", one.title)} visit={visit} />
              </a>
            </h3>
            <p class="meta">
              <Organisations testimony={one} visit={visit} />
            </p>
            <p>
              <Say said={visit.say("testimony", one.id, "summary", one.summary)} visit={visit} />
            </p>
          </article>
        ))}
      </>
    ),
  };
};

/** The position, claim or law that the list is about, when the reader came from its page. */
function About({ visit }: { visit: Visit }) {
  const { catalogue } = visit;
  const of = subjectOf(visit);
  const position = catalogue.positions.get(of.position ?? "");
  const claim = catalogue.claims.get(of.claim ?? "");
  const href = position ? `/positions/${position.id}` : claim ? `/claims/${claim.id}` : "";
  if (!href && !of.instrument) return <></>;
  const said = position
    ? visit.say("position", position.id, "title", position.title)
    : visit.say("claim", claim?.id ?? "", "statement", claim?.statement ?? "");
  return (
    <p>
      {visit.t("testimony.bears")}
      {punctuation(visit.locale).colon}
      {of.instrument ? (
        <InstrumentLink id={of.instrument} visit={visit} />
      ) : (
        <a href={visit.link(href)}>
          <Say said={said} visit={visit} />
        </a>
      )}
    </p>
  );
}
