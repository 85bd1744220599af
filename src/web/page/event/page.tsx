import { readSeries } from "../../../analysis/event/series.ts";
import { measureEntries, recordEvents } from "../../../api/event/record.ts";
import { EVENT_PARAMETERS, type EventView, eventView, ownView } from "../../../api/event/view.ts";
import type { Fault } from "../../../api/fault.ts";
import { listed } from "../../../api/inquiry.ts";
import { attempt } from "../../part/field.tsx";
import { kept } from "../../part/filter.tsx";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { type Offered, OwnForm, type OwnText, RecordForm } from "./form.tsx";
import { EventResult } from "./result.tsx";

/** `/event-study`: what a series of the record did around an event. The address keeps the question. */
export const eventPage: Page = async (visit) => {
  const asked = EVENT_PARAMETERS.some((name) => (visit.query.get(name) ?? "").trim() !== "");
  const { value: view, fault } = asked ? await attempt(() => eventView(visit)) : { value: null, fault: null };
  return leafOf(visit, await offeredTo(visit, view), { view, fault, own: null });
};

/** The same for a series that was pasted into the form. What was sent is in the answer and nowhere else. */
export const ownEventPage: Page = async (visit) => {
  const offered = await offeredTo(visit, null);
  const text = visit.query.get("csv") ?? "";
  const read = readSeries(text);
  if ("problems" in read) return leafOf(visit, offered, { view: null, fault: null, own: { text, problems: read.problems } });
  const { value: view, fault } = await attempt(() => ownView(visit.query, offered.events, read.series));
  return leafOf(visit, offered, { view, fault, own: { text, problems: [] } });
};

async function offeredTo(visit: Visit, view: EventView | null): Promise<Offered> {
  return { measures: await measureEntries(visit), events: recordEvents(visit, view?.series?.jurisdiction ?? "") };
}

interface Found {
  readonly view: EventView | null;
  readonly fault: Fault | null;
  readonly own: OwnText | null;
}

function leafOf(visit: Visit, offered: Offered, { view, fault, own }: Found): Leaf {
  const { t } = visit;
  const wrong = fault !== null || (own?.problems.length ?? 0) > 0;
  const first = own ? "csv" : "";
  const compared = listed(visit.query, "comparison").join(",");
  return {
    title: t("event.title"),
    description: t("event.description"),
    crumbs: [{ href: visit.link("/data"), label: t("data.title") }],
    data: view?.series ? "/event-study" : undefined,
    method: "event-study",
    // A list may stand in the address more than once; links keep all of it.
    keep: own ? {} : { ...kept(visit, EVENT_PARAMETERS), ...(compared ? { comparison: compared } : {}) },
    status: wrong ? 400 : undefined,
    index: view === null && !wrong,
    wide: true,
    body: (
      <>
        <h1>{t("event.title")}</h1>
        <p class="lead">{t("event.lead")}</p>
        {wrong && (
          <p class="error">
            <a href={`#e-${fault?.field ?? first}`}>{t(fault ? "event.faulty" : "event.own-faulty")}</a>
          </p>
        )}
        {view ? (
          <>
            {own ? (
              <details class="change">
                <summary>{t("event.change")}</summary>
                <OwnForm offered={offered} fault={null} own={own} visit={visit} />
              </details>
            ) : (
              <details class="change">
                <summary>{t("event.change")}</summary>
                <RecordForm offered={offered} fault={null} visit={visit} />
              </details>
            )}
            <EventResult view={view} visit={visit} />
          </>
        ) : own ? (
          <OwnForm offered={offered} fault={fault} own={own} visit={visit} />
        ) : (
          <>
            <RecordForm offered={offered} fault={fault} visit={visit} />
            <details class="change">
              <summary>{t("event.own")}</summary>
              <OwnForm offered={offered} fault={null} own={null} visit={visit} />
            </details>
          </>
        )}
        <h2 id="how">{t("event.how")}</h2>
        <p>{t("event.how-words")}</p>
      </>
    ),
  };
}
