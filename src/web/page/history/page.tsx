import { changesetAsked, changesetList, changesetView, historyView, recordAsked } from "../../../api/history/view.ts";
import type { Kind } from "../../../domain/record.ts";
import { attempt } from "../../part/field.tsx";
import { punctuation } from "../../part/punctuation.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { ChangesetBody } from "./changeset.tsx";
import { ListBody } from "./list.tsx";
import { RecordBody } from "./record.tsx";
import { dayOf, reasonWords } from "./words.ts";

/** `/history`: all revisions; with `changeset` the records of one; with `kind` and `id` every version of a record. */
export const historyPage: Page = async (visit) => {
  const record = recordAsked(visit.query);
  if (record) return recordLeaf(visit, record.kind, record.id);
  const changeset = changesetAsked(visit.query);
  return changeset === null ? listLeaf(visit) : changesetLeaf(visit, changeset);
};

async function recordLeaf(visit: Visit, kind: Kind, id: string): Promise<Leaf> {
  const view = await historyView(visit, kind, id);
  const title = visit.t("history.record-title", { name: view.name.words });
  return {
    title,
    description: visit.t("history.record-description"),
    crumbs: [{ href: visit.link("/history"), label: visit.t("history.title") }],
    data: "/history",
    keep: { kind, id },
    index: false,
    body: <RecordBody view={view} visit={visit} />,
  };
}

async function listLeaf(visit: Visit): Promise<Leaf> {
  const { t } = visit;
  const { value, fault } = await attempt(() => changesetList(visit));
  const { kind = "", cause = "", change = "" } = value?.filter ?? {};
  return {
    title: t("history.title"),
    description: t("history.description"),
    crumbs: [],
    data: "/history",
    keep: { kind, cause, change, page: value && value.page > 1 ? String(value.page) : "" },
    status: fault ? 400 : 200,
    body: <ListBody view={value} fault={fault} visit={visit} />,
  };
}

async function changesetLeaf(visit: Visit, id: number): Promise<Leaf> {
  const { t } = visit;
  const { value, fault } = await attempt(() => changesetView(visit, id));
  const { kind = "", change = "" } = value?.filter ?? {};
  const { recorded = "", reason = "" } = value?.changeset ?? {};
  return {
    title: t("history.changeset-title", { id }),
    description: value
      ? `${t("history.changeset-description", { id })} ${dayOf(visit, recorded)}${punctuation(visit.locale).colon}${reasonWords(visit, reason).text}`
      : t("history.changeset-description", { id }),
    crumbs: [{ href: visit.link("/history"), label: t("history.title") }],
    data: "/history",
    keep: { changeset: String(id), kind, change, page: value && value.page > 1 ? String(value.page) : "" },
    index: false,
    status: fault ? 400 : 200,
    body: <ChangesetBody id={id} view={value} fault={fault} visit={visit} />,
  };
}
