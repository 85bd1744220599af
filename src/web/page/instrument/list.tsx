import { type InstrumentLine, instrumentList as listOf } from "../../../api/instrument/view.ts";
import { byName } from "../../../api/order.ts";
import { stepsAmong } from "../../../api/step.ts";
import { firstDay } from "../../../domain/date.ts";
import { INSTRUMENT_KINDS, INSTRUMENT_STATUSES, type Stage } from "../../../domain/instrument.ts";
import { DateBar } from "../../part/datebar.tsx";
import { FilterForm, kept, placeChoices, topicChoices } from "../../part/filter.tsx";
import { InstrumentLink, PlaceLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";

const FILTERS = ["place", "topic", "kind", "status", "from", "to", "q"] as const;

/** `/instruments`: laws, bills and other texts, with filters. */
export const instrumentList: Page = async (visit) => {
  const { t, catalogue } = visit;
  const { lines, above, later } = listOf(visit);
  const all = [...catalogue.instruments.values()];
  const stages = all.flatMap((one) => one.stages.map((stage) => firstDay(stage.date)));
  const places = [...new Set(all.map((one) => one.jurisdiction))].sort(byName(visit));
  const place = visit.query.get("place")?.trim() ?? "";
  return {
    title: t("instrument.title"),
    description: t("instrument.description"),
    crumbs: [],
    data: "/instruments",
    keep: kept(visit, FILTERS),
    place: place || undefined,
    wide: true,
    body: (
      <>
        <h1>{t("instrument.title")}</h1>
        <p class="lead">{t("instrument.lead")}</p>
        <p>
          <a href={visit.link("/dossiers")}>{t("instrument.dossiers")}</a>
        </p>
        <DateBar visit={visit} steps={visit.at === visit.today ? {} : stepsAmong(stages, visit.at)} />
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/instruments"
          visit={visit}
          fields={[
            { name: "place", label: t("instrument.place"), kind: "choice", choices: placeChoices(visit, places) },
            {
              name: "topic",
              label: t("instrument.topic"),
              kind: "choice",
              choices: topicChoices(
                visit,
                all.flatMap((one) => one.topics),
              ),
            },
            {
              name: "kind",
              label: t("instrument.kind"),
              kind: "choice",
              choices: INSTRUMENT_KINDS.map((value) => ({ value, label: t(`instrument.kind-${value}`) })),
            },
            {
              name: "status",
              label: t("instrument.status"),
              kind: "choice",
              choices: INSTRUMENT_STATUSES.map((value) => ({ value, label: t(`instrument.status-${value}`) })),
            },
            { name: "from", label: t("instrument.from"), kind: "day" },
            { name: "to", label: t("instrument.to"), kind: "day" },
            { name: "q", label: t("instrument.words"), kind: "words" },
          ]}
        />
        <p class="count">{t("frame.count", { count: lines.length })}</p>
        {later > 0 && <p class="meta">{t("instrument.later", { count: later })}</p>}
        <Above above={above} place={place} path="/instruments" section="instrument" visit={visit} />
        {lines.length === 0 ? <p>{t("frame.none")}</p> : <Table lines={lines} visit={visit} />}
      </>
    ),
  };
};

function Table({ lines, visit }: { lines: readonly InstrumentLine[]; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      id="texts"
      caption={t("instrument.table")}
      rows={lines}
      columns={[
        { head: t("instrument.name"), row: true, cell: ({ instrument }) => <InstrumentLink id={instrument.id} visit={visit} /> },
        { head: t("instrument.place"), cell: ({ instrument }) => <PlaceLink code={instrument.jurisdiction} visit={visit} /> },
        { head: t("instrument.kind"), cell: ({ instrument }) => t(`instrument.kind-${instrument.kind}`) },
        {
          head: t("instrument.status"),
          cell: ({ status }) => (status ? t(`instrument.status-${status}`) : <span class="quiet">{t("instrument.status-not-known")}</span>),
        },
        {
          head: t("instrument.last"),
          cell: ({ last, next }) => (
            <>
              {last ? <StageWords stage={last} visit={visit} /> : <span class="quiet">{t("instrument.no-stage")}</span>}
              {next && (
                <span class="soon">
                  <br />
                  {t("instrument.next")} <StageWords stage={next} visit={visit} />
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** A stage with its date. */
function StageWords({ stage, visit }: { stage: Stage; visit: Visit }) {
  return (
    <>
      {visit.t(`instrument.stage-${stage.stage}`)}
      {punctuation(visit.locale).comma}
      <Time date={stage.date} visit={visit} />
    </>
  );
}

/** Says that law of a body above the chosen place reaches it too, and leads there. */
export function Above({
  above,
  place,
  path,
  section,
  visit,
}: {
  above: ReadonlyArray<{ jurisdiction: string; count: number }>;
  place: string;
  path: string;
  section: string;
  visit: Visit;
}) {
  if (above.length === 0) return <></>;
  return (
    <p>
      {visit.t(`${section}.above`, { place: visit.name(place) })}{" "}
      {above.map((one, index) => (
        <>
          {index > 0 && punctuation(visit.locale).comma}
          <a href={visit.link(path, { ...Object.fromEntries(visit.query), place: one.jurisdiction })}>
            {visit.name(one.jurisdiction)} ({one.count})
          </a>
        </>
      ))}
    </p>
  );
}
