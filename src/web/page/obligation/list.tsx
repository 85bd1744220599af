import { obligationList as listOf, type ObligationLine } from "../../../api/obligation/view.ts";
import { byName } from "../../../api/order.ts";
import { stepsAmong } from "../../../api/step.ts";
import { type Day, shiftDay } from "../../../domain/date.ts";
import { ACTORS, APPLIES, DUTIES } from "../../../domain/obligation.ts";
import { Provision } from "../../part/citation.tsx";
import { dateText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { deadlineText } from "../../part/deadline.ts";
import { FilterForm, kept, placeChoices, topicChoices } from "../../part/filter.tsx";
import { InstrumentLink, PlaceLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Page, Visit } from "../../visit.ts";
import { Above } from "../instrument/list.tsx";
import { Applies } from "./facts.tsx";

const FILTERS = ["place", "duty", "actor", "topic", "applies"] as const;

/** `/obligations`: duties of platforms on a day, with filters. What does not apply then, or may not, stands apart. */
export const obligationList: Page = async (visit) => {
  const { t, catalogue } = visit;
  const { lines, above } = listOf(visit);
  const all = [...catalogue.obligations.values()];
  const places = [...new Set(all.map((one) => one.jurisdiction))].sort(byName(visit));
  const topics = all.flatMap((one) => catalogue.instruments.get(one.instrument)?.topics ?? []);
  const place = visit.query.get("place")?.trim() ?? "";
  return {
    title: t("obligation.title"),
    description: t("obligation.description"),
    crumbs: [],
    data: "/obligations",
    keep: kept(visit, FILTERS),
    place: place || undefined,
    wide: true,
    body: (
      <>
        <h1>{t("obligation.title")}</h1>
        <p class="lead">{t("obligation.lead")}</p>
        <p>
          <a href={visit.link("/duties")}>{t("obligation.finder")}</a>
        </p>
        <DateBar visit={visit} steps={stepsAmong(changesOf(lines), visit.at)} />
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/obligations"
          visit={visit}
          fields={[
            { name: "place", label: t("obligation.place"), kind: "choice", choices: placeChoices(visit, places) },
            { name: "duty", label: t("obligation.duty"), kind: "choice", choices: DUTIES.map((value) => ({ value, label: t(`obligation.duty-${value}`) })) },
            { name: "actor", label: t("obligation.actor"), kind: "choice", choices: ACTORS.map((value) => ({ value, label: t(`obligation.actor-${value}`) })) },
            { name: "topic", label: t("obligation.topic"), kind: "choice", choices: topicChoices(visit, topics) },
            {
              name: "applies",
              label: t("obligation.applies"),
              kind: "choice",
              choices: APPLIES.map((value) => ({ value, label: t(`obligation.applies-${value}`) })),
            },
          ]}
        />
        <p class="count">{t("frame.count", { count: lines.length })}</p>
        <Above above={above} place={place} path="/obligations" section="obligation" visit={visit} />
        {lines.length === 0 && <p>{t("frame.none")}</p>}
        {APPLIES.map((applies) => {
          const group = lines.filter((line) => line.applies === applies);
          if (group.length === 0) return false;
          return (
            <section aria-labelledby={`duties-${applies}`}>
              <h2 id={`duties-${applies}`}>
                {t(`obligation.group-${applies}`, { day: dateText(visit.at, visit.locale) })} <span class="meta">{group.length}</span>
              </h2>
              {applies === "start-not-known" && <p class="meta">{t("obligation.start-note")}</p>}
              <DutyTable lines={group} caption={t("obligation.title")} visit={visit} />
            </section>
          );
        })}
      </>
    ),
  };
};

/** The days on which one of the duties begins, or is no more. */
function changesOf(lines: readonly ObligationLine[]): Day[] {
  return lines.flatMap(({ obligation: { from, to } }) => [...(from ? [from] : []), ...(to ? [shiftDay(to, 1)] : [])]);
}

function DutyTable({ lines, caption, visit }: { lines: readonly ObligationLine[]; caption: string; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={caption}
      rows={lines}
      columns={[
        {
          head: t("obligation.duty"),
          row: true,
          cell: ({ obligation }) => (
            <>
              <a href={visit.link(`/obligations/${obligation.id}`)}>{t(`obligation.duty-${obligation.duty}`)}</a> ·{" "}
              <PlaceLink code={obligation.jurisdiction} visit={visit} />
              <br />
              <Say said={visit.say("obligation", obligation.id, "trigger", obligation.trigger)} visit={visit} />
            </>
          ),
        },
        { head: t("obligation.deadline"), cell: ({ obligation }) => deadlineText(visit, obligation) },
        {
          head: t("obligation.recipient"),
          cell: ({ obligation }) =>
            obligation.recipient ? <Say said={visit.say("obligation", obligation.id, "recipient", obligation.recipient)} visit={visit} /> : "",
        },
        { head: t("obligation.since"), cell: (line) => <Applies line={line} visit={visit} /> },
        {
          head: t("obligation.law"),
          cell: ({ obligation }) => (
            <>
              <InstrumentLink id={obligation.instrument} visit={visit} />
              <Provision of={obligation.provision} visit={visit} />
            </>
          ),
        },
      ]}
    />
  );
}
