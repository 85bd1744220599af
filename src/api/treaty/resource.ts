import { saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { type StandingStatus, type TreatyLine, treatyList, treatyView } from "./view.ts";

const LIST_COLUMNS = [
  "treaty",
  "title",
  "short_title",
  "topics",
  "adopted",
  "in_force",
  "depositary",
  "party",
  "signatory",
  "not_party",
  "unconfirmed",
  "not_known",
  "rows",
  "as_of_first",
  "as_of_last",
  "question",
  "source_url",
  "note",
  "caveat",
] as const;
const STATUS_COLUMNS = [
  "treaty",
  "jurisdiction",
  "jurisdiction_name",
  "status",
  "day",
  "status_on_day",
  "signed",
  "ratified",
  "as_of",
  "note",
  "source",
  "source_title",
  "source_url",
  "source_read",
] as const;

/** Treaties. One: every row of its status list; a place that the list does not name has no row, which does not mean that it is no party. */
export const treatyResource: Resource = {
  name: "treaties",
  async list(inquiry) {
    return { table: { columns: LIST_COLUMNS, rows: (await treatyList(inquiry)).map((line) => rowOf(inquiry, line)) } };
  },
  async one(inquiry, id) {
    const view = await treatyView(inquiry, id);
    if (!view) return null;
    const rows = view.statuses.map((status) => statusRow(inquiry, status));
    const caveat = saidCell(inquiry, "treaty", view.treaty.id, "caveat", view.treaty.caveat);
    return { table: { columns: STATUS_COLUMNS, rows }, data: { ...rowOf(inquiry, view), statuses: rows }, caveats: caveat ? [String(caveat)] : [] };
  },
};

function rowOf(inquiry: Inquiry, { treaty, counts, rows, asOf }: TreatyLine): Record<string, Cell> {
  const said = (field: "title" | "short" | "depositary" | "note" | "caveat") => saidCell(inquiry, "treaty", treaty.id, field, treaty[field]);
  return {
    treaty: treaty.id,
    title: said("title"),
    short_title: said("short"),
    topics: treaty.topics.join(";") || null,
    adopted: treaty.adopted,
    in_force: treaty.inForce || null,
    depositary: said("depositary"),
    party: counts.party,
    signatory: counts.signatory,
    not_party: counts["not-party"],
    unconfirmed: counts.unconfirmed,
    not_known: counts["not-known"],
    rows,
    as_of_first: asOf[0] ?? null,
    as_of_last: asOf[asOf.length - 1] ?? null,
    question: treaty.question,
    source_url: inquiry.catalogue.sources.get(treaty.source)?.url ?? null,
    note: said("note"),
    caveat: said("caveat"),
  };
}

function statusRow(inquiry: Inquiry, status: StandingStatus): Record<string, Cell> {
  const source = inquiry.catalogue.sources.get(status.source);
  return {
    treaty: status.treaty,
    jurisdiction: status.jurisdiction,
    jurisdiction_name: inquiry.name(status.jurisdiction),
    status: status.status,
    day: inquiry.at,
    status_on_day: status.on,
    signed: status.signed || null,
    ratified: status.ratified || null,
    as_of: status.asOf || null,
    note: saidCell(inquiry, "treaty-status", status.id, "note", status.note),
    source: status.source,
    source_title: source?.title ?? null,
    source_url: source?.url ?? null,
    source_read: status.read,
  };
}
