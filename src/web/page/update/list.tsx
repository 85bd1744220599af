import { Fault } from "../../../api/fault.ts";
import { pageOf } from "../../../api/inquiry.ts";
import { byName } from "../../../api/order.ts";
import { updateList as listOf, type UpdateList } from "../../../api/update/view.ts";
import { UPDATE_KINDS } from "../../../domain/update.ts";
import { DateBar } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { FilterForm, kept, placeChoices, topicChoices } from "../../part/filter.tsx";
import { Pager } from "../../part/pager.tsx";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { UpdateNote } from "./note.tsx";
import { Years } from "./years.tsx";

const FILTERS = ["kind", "place", "topic", "from", "to", "q"] as const;

/** Updates on one page. */
const SIZE = 60;

/** `/updates`: what happened, newest first, with what came of it; what closes soon on top. */
export const updateList: Page = async (visit) => {
  const { t } = visit;
  const list = listOf(visit, "");
  if (beyond(visit, list)) return null;
  return {
    title: t("update.title"),
    description: t("update.description"),
    crumbs: [],
    ...keptBy(visit, ""),
    body: (
      <>
        <h1>{t("update.title")}</h1>
        <p class="lead">{t("update.lead")}</p>
        <p>
          <a href={visit.link("/consultations")}>{t("update.consultations")}</a> · <a href={visit.link("/feeds")}>{t("feed.title")}</a>
        </p>
        <DateBar visit={visit} />
        <Filters path="/updates" visit={visit} />
        <Years years={list.years} keep={kept(visit, FILTERS)} year="" visit={visit} />
        <h2>{t("update.closing")}</h2>
        {list.closing.length === 0 ? <p class="quiet">{t("update.closing-none")}</p> : list.closing.map((line) => <UpdateNote line={line} visit={visit} />)}
        <h2>{t("update.all")}</h2>
        <Notes list={list} path="/updates" visit={visit} />
      </>
    ),
  };
};

/** `/updates/archive/{year}`: the updates of a year, with the filters of the list. */
export const updateArchive: Page = async (visit) => {
  const { t } = visit;
  const year = visit.params.year ?? "";
  if (!/^\d{4}$/.test(year)) throw new Fault(404, "", "The archive goes by years of four digits.");
  const list = listOf(visit, year);
  if (beyond(visit, list)) return null;
  const title = t("update.archive-title", { year });
  return {
    title,
    description: t("update.archive-lead", { year }),
    crumbs: [{ href: visit.link("/updates"), label: t("update.title") }],
    ...keptBy(visit, year),
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{t("update.archive-lead", { year })}</p>
        <DateBar visit={visit} />
        <Years years={list.years} keep={kept(visit, FILTERS)} year={year} visit={visit} />
        <Filters path={`/updates/archive/${year}`} visit={visit} />
        <h2 class="hide">{t("update.all")}</h2>
        <Notes list={list} path={`/updates/archive/${year}`} visit={visit} />
      </>
    ),
  };
};

/** Whether the address names a page after the last. */
function beyond(visit: Visit, list: UpdateList): boolean {
  return pageOf(visit.query) > pagesOf(list);
}

function pagesOf({ lines }: UpdateList): number {
  return Math.max(1, Math.ceil(lines.length / SIZE));
}

/** What the page shares with its data, its feed and its alerts. The year stands in the address of the page and is a parameter of the data. */
function keptBy(visit: Visit, year: string): Pick<Leaf, "data" | "keep" | "asked" | "feeds" | "watch"> {
  const keep = kept(visit, FILTERS);
  const { kind = "", place = "", topic = "", q = "" } = keep;
  return {
    data: "/updates",
    keep: { ...keep, page: pageOf(visit.query) > 1 ? String(pageOf(visit.query)) : "" },
    asked: year ? { year } : {},
    feeds: [feedOf(visit, "updates", year ? { ...keep, year } : keep, visit.t("update.title"))],
    watch: { kind, place, topic, q },
  };
}

function Filters({ path, visit }: { path: string; visit: Visit }) {
  const { t, catalogue } = visit;
  const all = [...catalogue.updates.values()];
  const places = [...new Set(all.flatMap((one) => one.jurisdictions))].sort(byName(visit));
  return (
    <>
      <h2 class="hide">{t("frame.filters")}</h2>
      <FilterForm
        path={path}
        visit={visit}
        fields={[
          { name: "q", label: t("update.words"), kind: "words" },
          { name: "kind", label: t("update.kind"), kind: "choice", choices: UPDATE_KINDS.map((value) => ({ value, label: t(`update.kind-${value}`) })) },
          { name: "place", label: t("update.place"), kind: "choice", choices: placeChoices(visit, places) },
          {
            name: "topic",
            label: t("update.topic"),
            kind: "choice",
            choices: topicChoices(
              visit,
              all.flatMap((one) => one.topics),
            ),
          },
          { name: "from", label: t("update.from"), kind: "day" },
          { name: "to", label: t("update.to"), kind: "day" },
        ]}
      />
    </>
  );
}

function Notes({ list, path, visit }: { list: UpdateList; path: string; visit: Visit }) {
  const page = pageOf(visit.query);
  const lines = list.lines.slice((page - 1) * SIZE, page * SIZE);
  const to = (other: number): string => visit.link(path, { ...kept(visit, FILTERS), page: other > 1 ? String(other) : "" });
  return (
    <>
      <p class="count">{visit.t("frame.count", { count: list.lines.length })}</p>
      {lines.length === 0 ? <p>{visit.t("frame.none")}</p> : lines.map((line) => <UpdateNote line={line} visit={visit} />)}
      <Pager page={page} pages={pagesOf(list)} to={to} visit={visit} />
    </>
  );
}
