import { stepsFor } from "../../../api/step.ts";
import { TREATY_STATUSES, type TreatyStanding, type TreatyView, treatyView } from "../../../api/treaty/view.ts";
import { type Standing, stateOf } from "../../../domain/question.ts";
import { type Fill, WorldMap } from "../../map/map.tsx";
import { Chip } from "../../part/chip.tsx";
import { Cite } from "../../part/citation.tsx";
import { numberText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { PlaceLink, TopicLinks } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { AsOf } from "./list.tsx";

/** `/treaties/{id}`: one treaty, who has joined it, and how complete its list is. */
export const treatyPage: Page = async (visit) => {
  const view = await treatyView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { treaty } = view;
  const title = visit.say("treaty", treaty.id, "title", treaty.title);
  const short = visit.say("treaty", treaty.id, "short", treaty.short);
  const question = visit.catalogue.questions.get(treaty.question);
  const steps = await stepsFor(visit, [], { questions: [treaty.question] });
  return {
    title: short.text,
    description: title.text,
    crumbs: [{ href: visit.link("/treaties"), label: t("treaty.title") }],
    data: `/treaties/${treaty.id}`,
    watch: { instrument: treaty.id },
    record: { kind: "treaty", id: treaty.id },
    jsonLd: [treatyJson(visit, view)],
    wide: true,
    body: (
      <>
        <h1>
          <Say said={short} visit={visit} />
        </h1>
        {title.text !== short.text && (
          <p class="lead">
            <Say said={title} visit={visit} />
          </p>
        )}
        <Facts view={view} visit={visit} />
        {treaty.note && (
          <p>
            <Say said={visit.say("treaty", treaty.id, "note", treaty.note)} visit={visit} />
          </p>
        )}
        {treaty.caveat && (
          <p class="doubt">
            <strong>{t("treaty.caveat")}</strong> <Say said={visit.say("treaty", treaty.id, "caveat", treaty.caveat)} visit={visit} />
          </p>
        )}
        <DateBar visit={visit} steps={steps} unknown={view.counts["not-known"]} />
        <h2>{t("treaty.counts")}</h2>
        <ul class="tally">
          {TREATY_STATUSES.filter((status) => status !== "not-known" || visit.past).map((status) => (
            <li>
              {t(`treaty.status-${status}`)} <b>{view.counts[status]}</b>
            </li>
          ))}
        </ul>
        <p class="meta">
          <AsOf line={view} visit={visit} />
          {question && (
            <>
              {" · "}
              <a href={visit.link(`/questions/${question.id}`)}>{t("treaty.question")}</a>
            </>
          )}
        </p>
        <StatusMap view={view} title={t("treaty.map-title", { treaty: short.text })} visit={visit} />
        <h2 id="statuses">{t("treaty.statuses")}</h2>
        {view.statuses.length === 0 ? <p>{t("frame.none")}</p> : <Statuses view={view} visit={visit} />}
      </>
    ),
  };
};

function Facts({ view, visit }: { view: TreatyView; visit: Visit }) {
  const { t } = visit;
  const { treaty } = view;
  const source = visit.catalogue.sources.get(treaty.source);
  return (
    <dl class="facts">
      <dt>{t("treaty.adopted")}</dt>
      <dd>
        <Time date={treaty.adopted} visit={visit} />
      </dd>
      <dt>{t("treaty.in-force")}</dt>
      <dd>{treaty.inForce ? <Time date={treaty.inForce} visit={visit} /> : t("treaty.in-force-unknown")}</dd>
      <dt>{t("treaty.depositary")}</dt>
      <dd>
        <Say said={visit.say("treaty", treaty.id, "depositary", treaty.depositary)} visit={visit} />
      </dd>
      {source && (
        <>
          <dt>{t("treaty.official")}</dt>
          <dd>
            <a href={source.url} rel="noreferrer" hreflang={source.language || undefined} lang={source.language || "en"}>
              {source.title}
            </a>
          </dd>
        </>
      )}
      <dt>{t("treaty.topics")}</dt>
      <dd>
        <TopicLinks ids={treaty.topics} visit={visit} />
      </dd>
    </dl>
  );
}

/** The state in which a status is drawn: that of the scale of the treaty's question. */
function drawn(visit: Visit, view: TreatyView, status: TreatyStanding): Standing {
  if (status === "not-known") return "not-known";
  const question = visit.catalogue.questions.get(view.treaty.question);
  const scale = question && visit.catalogue.scales.get(question.scale);
  return (scale && stateOf(scale, status)) ?? "unclear";
}

function StatusMap({ view, title, visit }: { view: TreatyView; title: string; visit: Visit }) {
  const { t, catalogue } = visit;
  const fills = new Map<string, Fill>();
  const listed = new Map(view.statuses.map((one) => [one.jurisdiction, one.on]));
  let blanks = 0;
  for (const { id, kind } of catalogue.jurisdictions.values()) {
    if (kind !== "state" && kind !== "territory") continue;
    const status = listed.get(id);
    if (!status) blanks++;
    const words = status ? t(`treaty.status-${status}`) : t("treaty.not-listed");
    fills.set(id, {
      standing: status ? drawn(visit, view, status) : "not-coded",
      label: `${visit.name(id)}: ${words}`,
      href: visit.link(`/jurisdictions/${id}`),
    });
  }
  const legend = TREATY_STATUSES.filter((status) => view.counts[status] > 0).map((status) => ({
    standing: drawn(visit, view, status),
    label: t(`treaty.status-${status}`),
    count: numberText(view.counts[status], visit.locale),
  }));
  return (
    <WorldMap
      id="world"
      sprite={visit.assets.sprite}
      spared={visit.spared}
      places={visit.assets.places}
      fills={fills}
      title={title}
      description={t("treaty.map-text")}
      legend={[...legend, { standing: "not-coded", label: t("treaty.not-listed"), count: numberText(blanks, visit.locale) }]}
      list="#statuses"
      t={t}
    />
  );
}

function Statuses({ view, visit }: { view: TreatyView; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={t("treaty.statuses-table", { count: view.statuses.length })}
      rows={view.statuses}
      columns={[
        { head: t("treaty.jurisdiction"), row: true, cell: (one) => <PlaceLink code={one.jurisdiction} visit={visit} /> },
        { head: t("treaty.status"), cell: (one) => <Chip standing={drawn(visit, view, one.on)} words={t(`treaty.status-${one.on}`)} /> },
        { head: t("treaty.signed"), cell: (one) => (one.signed ? <Time date={one.signed} visit={visit} /> : "") },
        {
          head: t("treaty.ratified"),
          cell: (one) =>
            one.ratified ? <Time date={one.ratified} visit={visit} /> : one.status === "party" ? <span class="quiet">{t("treaty.date-unknown")}</span> : "",
        },
        {
          head: t("treaty.note"),
          cell: (one) => (one.note ? <Say said={visit.say("treaty-status", one.id, "note", one.note)} visit={visit} /> : ""),
        },
        {
          head: t("treaty.source"),
          cell: (one) => <Cite citations={[{ source: one.source, read: one.read, instrument: "", provision: "", note: "" }]} visit={visit} />,
        },
      ]}
    />
  );
}

function treatyJson(visit: Visit, view: TreatyView): object {
  const { treaty } = view;
  const source = visit.catalogue.sources.get(treaty.source);
  return {
    "@context": "https://schema.org",
    "@type": "Legislation",
    name: visit.say("treaty", treaty.id, "title", treaty.title).text,
    alternateName: visit.say("treaty", treaty.id, "short", treaty.short).text,
    url: `${visit.origin}${visit.link(visit.path)}`,
    legislationType: "treaty",
    legislationDate: treaty.adopted,
    ...(treaty.inForce ? { legislationLegalForce: "https://schema.org/InForce", legislationDateOfApplicability: treaty.inForce } : {}),
    ...(source ? { sameAs: source.url } : {}),
  };
}
