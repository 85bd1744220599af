import { EVENT_KINDS, type Event } from "../../../analysis/timeline.ts";
import { pageOf } from "../../../api/inquiry.ts";
import { stepsAmong } from "../../../api/step.ts";
import { type TimelineView, timelineView } from "../../../api/timeline/view.ts";
import { firstDay, lastDay } from "../../../domain/date.ts";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { DateBar } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { FilterForm, kept } from "../../part/filter.tsx";
import { Pager } from "../../part/pager.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { Picture } from "./picture.tsx";
import { EventWords } from "./words.tsx";

/** Rows of the table on one page, and steps ahead that stand on top. */
const ROWS = 40;
const NEXT = 6;

/** `/jurisdictions/{code}/timeline`: everything dated about a place, as a list of what comes next, a picture and a table. */
export const timelinePage: Page = async (visit) => {
  const view = await timelineView(visit, visit.params.code ?? "");
  if (!view) return null;
  const { t, at } = visit;
  const { id } = view.jurisdiction;
  const name = visit.name(id);
  const page = pageOf(visit.query);
  const pages = Math.max(1, Math.ceil(view.events.length / ROWS));
  if (page > pages) return null;
  const days = view.events.map((event) => lastDay(event.date));
  const path = `/jurisdictions/${id}/timeline`;
  const total = [...view.kinds.values()].reduce((sum, count) => sum + count, 0);
  return {
    title: t("timeline.title", { name }),
    description: t("timeline.description", { name, count: total }),
    crumbs: [
      { href: visit.link("/jurisdictions"), label: t("frame.nav-jurisdictions") },
      { href: visit.link(`/jurisdictions/${id}`), label: name },
    ],
    data: `/timelines/${id}`,
    watch: { place: id },
    feeds: [feedOf(visit, "changes", { place: id }, name)],
    method: "timelines",
    keep: kept(visit, ["kind", "page"]),
    place: id,
    body: (
      <>
        <h1>{t("timeline.title", { name })}</h1>
        <p class="lead">{t("timeline.lead", { count: total })}</p>
        <DateBar visit={visit} steps={stepsAmong(days, at)} />
        {page === 1 && <Next view={view} visit={visit} />}
        {page === 1 && view.laws.length + view.lanes.length > 0 && <Picture view={view} visit={visit} />}
        <h2 id="table">{t("timeline.table")}</h2>
        <FilterForm
          path={path}
          visit={visit}
          fields={[
            {
              name: "kind",
              label: t("timeline.kind"),
              kind: "choice",
              choices: EVENT_KINDS.filter((kind) => view.kinds.get(kind)).map((kind) => ({
                value: kind,
                label: `${t(`timeline.kind-${kind}`)} (${view.kinds.get(kind) ?? 0})`,
              })),
            },
          ]}
        />
        <p class="count">{t("frame.count", { count: view.events.length })}</p>
        {view.undated > 0 && <p class="meta">{t("timeline.undated", { count: view.undated })}</p>}
        {view.events.length === 0 ? <p>{t("frame.none")}</p> : <Events view={view} rows={view.events.slice((page - 1) * ROWS, page * ROWS)} visit={visit} />}
        <Pager page={page} pages={pages} to={(to) => `${visit.link(path, { ...kept(visit, ["kind"]), page: String(to) })}#table`} visit={visit} />
      </>
    ),
  };
};

/** What lies after the day, with dates, the soonest first. */
function Next({ view, visit }: { view: TimelineView; visit: Visit }) {
  const { t, at, today } = visit;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t(at < today ? "timeline.next-then" : "timeline.next")}</h2>
      {view.next.length === 0 && <p>{t("timeline.next-none")}</p>}
      <ul class="plain lines">
        {view.next.slice(0, NEXT).map((event) => (
          <li>
            <strong class="soon">
              <Time date={event.date} visit={visit} />
            </strong>{" "}
            <EventWords event={event} view={view} visit={visit} />
            <Whose event={event} view={view} visit={visit} />
            <Cite citations={withoutPlace(event.citations.slice(0, 1))} visit={visit} />
          </li>
        ))}
      </ul>
      {view.next.length > NEXT && (
        <p>
          <a href="#table">{t("timeline.next-more", { count: view.next.length - NEXT })}</a>
        </p>
      )}
    </section>
  );
}

/** Whose law it is, when it is not the place's own. */
function Whose({ event, view, visit }: { event: Event; view: TimelineView; visit: Visit }) {
  if (event.jurisdiction === view.jurisdiction.id) return <></>;
  return (
    <span class="meta">
      {" · "}
      {visit.t("timeline.whose", { name: visit.name(event.jurisdiction) })}
    </span>
  );
}

function Events({ view, rows, visit }: { view: TimelineView; rows: readonly Event[]; visit: Visit }) {
  const { t, at, today } = visit;
  return (
    <DataTable
      caption={t("timeline.caption")}
      rows={rows}
      columns={[
        {
          head: t("timeline.date"),
          row: true,
          cell: ({ date }) => (
            <>
              <Time date={date} visit={visit} />
              {firstDay(date) > at && <span class="soon"> · {t(at < today ? "timeline.not-yet" : "instrument.ahead")}</span>}
            </>
          ),
        },
        {
          head: t("timeline.event"),
          cell: (event) => (
            <>
              <EventWords event={event} view={view} visit={visit} />
              <Whose event={event} view={view} visit={visit} />
              <Cite citations={withoutPlace(event.citations.slice(0, 1))} visit={visit} />
            </>
          ),
        },
        { head: t("timeline.kind"), cell: ({ kind }) => t(`timeline.kind-${kind}`) },
      ]}
    />
  );
}
