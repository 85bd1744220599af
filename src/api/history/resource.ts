import { type FieldDifference, fieldMeaning, type Value } from "../../analysis/difference.ts";
import type { Kind } from "../../domain/record.ts";
import type { Changeset } from "../../store/reader.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Download, Resource } from "../resource.ts";
import { changesetAsked, changesetList, changesetRecords, type HistoryView, historyView, recordAsked, type VersionView } from "./view.ts";

const WHO = ["changeset", "recorded", "role", "reason", "cause"] as const;
const CHANGESET_COLUMNS = [...WHO, "added", "changed", "removed"] as const;
const RECORD_COLUMNS = [...WHO, "record_kind", "record", "action", "change"] as const;
const VERSION_COLUMNS = [...WHO, "recorded_until", "record_kind", "record", "action", "change", "field", "meaning", "before", "after"] as const;

/**
 * `/api/history`: with `kind` and `id` every version of a record, one row a field that differs; with `changeset` the records
 * that it touched; without either all changesets, newest first. Ids can hold slashes and dots, so they are parameters.
 */
export const historyResource: Resource = {
  name: "history",
  async list(inquiry) {
    const record = recordAsked(inquiry.query);
    if (record) return recordDownload(await historyView(inquiry, record.kind, record.id));
    const changeset = changesetAsked(inquiry.query);
    return changeset === null ? allDownload(inquiry) : changesetDownload(inquiry, changeset);
  },
};

function recordDownload(view: HistoryView): Download {
  return {
    table: {
      columns: VERSION_COLUMNS,
      // A version in which no field differs that may leave is still a version.
      rows: view.versions.flatMap((one) => (one.differences.length > 0 ? one.differences : [null]).map((field) => versionRow(view, one, field))),
    },
    data: {
      record_kind: view.kind,
      record: view.id,
      removed: view.removed,
      versions: view.versions.map(({ differences, until, ...one }) => ({
        ...one,
        recorded_until: until,
        differences: differences.map(({ path, before, after, field }) => ({ field: path, meaning: fieldMeaning(view.kind, field) || null, before, after })),
      })),
    },
  };
}

function versionRow(view: HistoryView, one: VersionView, field: FieldDifference | null): Record<string, Cell> {
  return {
    ...whoOf({ ...one, id: one.changeset }),
    recorded_until: one.until,
    record_kind: view.kind,
    record: view.id,
    action: one.action,
    change: one.change,
    field: field?.path ?? null,
    meaning: field ? meaningOf(view.kind, field) : null,
    before: field ? cellOf(field.before) : null,
    after: field ? cellOf(field.after) : null,
  };
}

function meaningOf(kind: Kind, difference: FieldDifference): Cell {
  return fieldMeaning(kind, difference.field) || null;
}

/** A value as a cell; what has parts is written as JSON. */
function cellOf(value: Value | null): Cell {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  return JSON.stringify(value);
}

async function changesetDownload(inquiry: Inquiry, id: number): Promise<Download> {
  const { changeset, records } = await changesetRecords(inquiry, id);
  const who = whoOf(changeset);
  return {
    table: {
      columns: RECORD_COLUMNS,
      rows: records.map((one) => ({ ...who, record_kind: one.kind, record: one.id, action: one.action, change: one.change })),
    },
  };
}

async function allDownload(inquiry: Inquiry): Promise<Download> {
  const { changesets } = await changesetList(inquiry, 0);
  return {
    table: {
      columns: CHANGESET_COLUMNS,
      rows: changesets.map((one) => ({ ...whoOf(one), added: one.added, changed: one.changed, removed: one.removed })),
    },
  };
}

function whoOf(one: Pick<Changeset, "id" | "recorded" | "role" | "reason" | "cause">): Record<(typeof WHO)[number], Cell> {
  return { changeset: one.id, recorded: one.recorded, role: one.role, reason: one.reason, cause: one.cause };
}
