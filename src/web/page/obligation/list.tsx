import { obligationList as listOf } from "../../../api/obligation/view.ts";
import { byName } from "../../../api/order.ts";
import { ACTORS, DUTIES } from "../../../domain/obligation.ts";
import { deadlineText } from "../../part/deadline.ts";
import { FilterForm, kept, placeChoices, topicChoices } from "../../part/filter.tsx";
import { InstrumentLink, PlaceLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Page } from "../../visit.ts";
import { Above } from "../instrument/list.tsx";
import { Applies } from "./facts.tsx";

const FILTERS = ["place", "duty", "actor", "topic", "on"] as const;

/** `/obligations`: duties of platforms, with filters. */
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
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/obligations"
          visit={visit}
          fields={[
            { name: "place", label: t("obligation.place"), kind: "choice", choices: placeChoices(visit, places) },
            { name: "duty", label: t("obligation.duty"), kind: "choice", choices: DUTIES.map((value) => ({ value, label: t(`obligation.duty-${value}`) })) },
            { name: "actor", label: t("obligation.actor"), kind: "choice", choices: ACTORS.map((value) => ({ value, label: t(`obligation.actor-${value}`) })) },
            { name: "topic", label: t("obligation.topic"), kind: "choice", choices: topicChoices(visit, topics) },
            { name: "on", label: t("obligation.on"), kind: "day" },
          ]}
        />
        <p class="count">{t("frame.count", { count: lines.length })}</p>
        {visit.query.get("on") && <p class="meta">{t("obligation.on-note")}</p>}
        <Above above={above} place={place} path="/obligations" section="obligation" visit={visit} />
        {lines.length === 0 ? (
          <p>{t("frame.none")}</p>
        ) : (
          <DataTable
            id="duties"
            caption={t("obligation.title")}
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
                    {obligation.provision && <>, {obligation.provision}</>}
                  </>
                ),
              },
            ]}
          />
        )}
      </>
    ),
  };
};
