import { differences, type FieldDifference } from "../../analysis/difference.ts";
import { KINDS, type Kind } from "../../domain/record.ts";
import { CAUSES, type Cause } from "../../store/projection.ts";
import type { AnswerSpan, Change, ChangeCount, ChangedRecord, ChangeFilter, Changeset, Version } from "../../store/reader.ts";
import { Fault } from "../fault.ts";
import { choice, type Inquiry, pageOf } from "../inquiry.ts";
import { type RecordName, recordName } from "./name.ts";

/** What a coding says of how it came to be. */
export const CHANGES = ["amendment", "recoding"] as const;

/** Changesets that a page shows. */
const LINES = 50;

/** Records of a changeset that a page shows, each with its differences. */
export const RECORDS = 25;

/** Longest id of a record that is looked for, in characters. */
const LONGEST_ID = 500;

/** Largest number of a changeset, as the database counts. */
const LAST = 2_147_483_647;

/** One version of a record, with what it changed. */
export interface VersionView {
  readonly changeset: number;
  readonly recorded: string;
  /** When the next version took its place; null while it stands. */
  readonly until: string | null;
  readonly role: string;
  readonly reason: string;
  readonly cause: Cause;
  readonly action: Change["action"];
  /** What a coding says of itself: first, amendment or recoding. Null for other kinds and for a removal. */
  readonly change: string | null;
  /** Number of the changeset of the version before; null for the first, and after a removal. */
  readonly previous: number | null;
  readonly differences: readonly FieldDifference[];
}

/** Every version of a record, newest first. */
export interface HistoryView {
  readonly kind: Kind;
  readonly id: string;
  readonly name: RecordName;
  /** The last body that the record had. */
  readonly body: unknown;
  /** Whether the record has been taken out since. */
  readonly removed: boolean;
  readonly versions: readonly VersionView[];
  /** For a coding: the other codings of the same jurisdiction and question, by start. */
  readonly beside: readonly AnswerSpan[];
}

/** The record of which the parameters `kind` and `id` ask; null when they name none. */
export function recordAsked(query: URLSearchParams): { kind: Kind; id: string } | null {
  const id = (query.get("id") ?? "").trim();
  if (id === "") return null;
  if (id.length > LONGEST_ID || /\p{Cc}/u.test(id)) throw new Fault(400, "id", `No identifier has more than ${LONGEST_ID} characters, or control characters.`);
  const kind = choice(query, "kind", KINDS);
  if (kind === "") throw new Fault(400, "kind", "Name the kind of the record beside its id.", KINDS);
  return { kind, id };
}

/** The history of one record. Throws a Fault of status 404 when the record never held it. */
export async function historyView(inquiry: Inquiry, kind: Kind, id: string): Promise<HistoryView> {
  const versions = await inquiry.reader.history(kind, id);
  const body = versions.findLast((one) => one.body !== null)?.body;
  if (!body) throw new Fault(404, "id", `The record never held a ${kind} “${id.slice(0, 100)}”. Look at the lists for the identifiers that exist.`);
  return {
    kind,
    id,
    name: recordName(inquiry, kind, id, body),
    body,
    removed: versions.at(-1)?.body === null,
    versions: versionViews(kind, versions).reverse(),
    beside: kind === "coding" ? await besides(inquiry, id, body) : [],
  };
}

function versionViews(kind: Kind, versions: readonly Version[]): VersionView[] {
  return versions.map((one, index) => {
    const before = versions[index - 1];
    const { body, ...rest } = one;
    return {
      ...rest,
      action: body === null ? "removed" : before?.body ? "changed" : "added",
      change: changeOf(kind, body),
      previous: before?.body ? before.changeset : null,
      differences: differences(kind, before?.body ?? null, body),
    };
  });
}

function changeOf(kind: Kind, body: unknown): string | null {
  if (kind !== "coding" || typeof body !== "object" || body === null || !("change" in body)) return null;
  return String(body.change);
}

async function besides(inquiry: Inquiry, id: string, body: unknown): Promise<AnswerSpan[]> {
  const { jurisdiction, question } = body as { jurisdiction: string; question: string };
  const spans = await inquiry.reader.spans({ jurisdictions: [jurisdiction], questions: [question] });
  return spans.filter((one) => one.coding.id !== id);
}

/** A page of changesets, newest first. */
export interface ChangesetList {
  readonly filter: ChangeFilter;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly changesets: readonly Changeset[];
}

/** Changesets. Parameters: kind (of the records), cause, change, page. `size` 0 gives all. Throws a Fault for a value that is none. */
export async function changesetList(inquiry: Inquiry, size = LINES): Promise<ChangesetList> {
  const filter = filterOf(inquiry.query);
  const page = size === 0 ? 1 : pageOf(inquiry.query);
  const { total, changesets } = await inquiry.reader.changesets(filter, size, (page - 1) * size);
  const pages = size === 0 ? 1 : Math.max(1, Math.ceil(total / size));
  if (page > 1 && changesets.length === 0) throw noPage(page);
  return { filter, total, page, pages, changesets };
}

/** A record that a changeset touched, with what is different. */
export interface ChangedView extends ChangedRecord {
  readonly name: RecordName;
  readonly differences: readonly FieldDifference[];
}

/** One changeset with a page of the records that it touched. */
export interface ChangesetView {
  readonly changeset: Changeset;
  readonly filter: ChangeFilter;
  /** How many records of each kind fit the filter. */
  readonly counts: readonly ChangeCount[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly records: readonly ChangedView[];
}

/** The changeset that the parameter names; null when none is named. */
export function changesetAsked(query: URLSearchParams): number | null {
  const value = (query.get("changeset") ?? "").trim();
  if (value === "") return null;
  if (!/^[1-9]\d{0,9}$/.test(value) || Number(value) > LAST)
    throw new Fault(400, "changeset", `“${value.slice(0, 40)}” is not the number of a changeset. Write a whole number from 1.`);
  return Number(value);
}

/** One changeset. Parameters: kind (of the records), change, page. Throws a Fault of status 404 when there is none of this number. */
export async function changesetView(inquiry: Inquiry, id: number): Promise<ChangesetView> {
  const filter = filterOf(inquiry.query);
  const page = pageOf(inquiry.query);
  const [changeset, counts, records] = await Promise.all([
    changesetOf(inquiry, id),
    inquiry.reader.changeCounts(id, filter),
    inquiry.reader.changedRecords(id, filter, RECORDS, (page - 1) * RECORDS),
  ]);
  const total = counts.reduce((sum, one) => sum + one.count, 0);
  if (page > 1 && records.length === 0) throw noPage(page);
  return {
    changeset,
    filter,
    counts,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / RECORDS)),
    records: records.map((one) => ({
      ...one,
      name: recordName(inquiry, one.kind, one.id, one.after ?? one.before),
      differences: one.action === "changed" ? differences(one.kind, one.before, one.after) : [],
    })),
  };
}

/** One changeset with all records that it touched, by kind and id. */
export async function changesetRecords(inquiry: Inquiry, id: number): Promise<{ changeset: Changeset; records: readonly ChangedRecord[] }> {
  const [changeset, records] = await Promise.all([changesetOf(inquiry, id), inquiry.reader.changedIds(id, filterOf(inquiry.query))]);
  return { changeset, records };
}

async function changesetOf(inquiry: Inquiry, id: number): Promise<Changeset> {
  const changeset = await inquiry.reader.changeset(id);
  if (!changeset) throw new Fault(404, "changeset", `There is no changeset ${id}; the latest is ${inquiry.revision.id}.`);
  return changeset;
}

function filterOf(query: URLSearchParams): ChangeFilter {
  return {
    kind: choice(query, "kind", KINDS) || undefined,
    cause: choice(query, "cause", CAUSES) || undefined,
    change: choice(query, "change", CHANGES) || undefined,
  };
}

function noPage(page: number): Fault {
  return new Fault(400, "page", `There is no page ${page}. Start from page 1.`);
}
