import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { type CommitmentLine, commitmentList, commitmentView, type Later } from "./view.ts";

const COLUMNS = [
  "commitment",
  "company",
  "date",
  "title",
  "text",
  "due",
  "standing",
  "jurisdictions",
  "topics",
  "instruments",
  "entry",
  "entry_date",
  "record",
  "entry_text",
  "confidence",
  "review",
  "flags",
  "doubt",
  ...CITED_COLUMNS,
] as const;

/** Commitments of companies, newest first, one row a later entry with its own sources; one without any has one row with its own. */
export const commitmentResource: Resource = {
  name: "commitments",
  async list(inquiry) {
    const lines = commitmentList(inquiry);
    return { table: { columns: COLUMNS, rows: lines.flatMap((line) => rowsOf(inquiry, line)) }, data: lines.map((line) => whole(inquiry, line)) };
  },
  async one(inquiry, id) {
    const view = commitmentView(inquiry, id);
    return view && { table: { columns: COLUMNS, rows: rowsOf(inquiry, view) }, data: whole(inquiry, view) };
  },
};

function rowsOf(inquiry: Inquiry, { commitment: one, later, standing }: CommitmentLine): Record<string, Cell>[] {
  const said = (field: string, text: string) => saidCell(inquiry, "commitment", one.id, field, text);
  const row = (entry: Later | null, index: number): Record<string, Cell> => ({
    commitment: one.id,
    company: one.company,
    date: one.date,
    title: said("title", one.title),
    text: said("text", one.text),
    due: one.due || null,
    standing,
    jurisdictions: one.jurisdictions.join(";"),
    topics: one.topics.join(";"),
    instruments: one.instruments.join(";") || null,
    entry: entry ? index + 1 : null,
    entry_date: entry?.date ?? null,
    record: entry?.record ?? null,
    entry_text: entry ? said(`later.${index}.text`, entry.text) : null,
    confidence: one.confidence,
    review: one.review,
    flags: one.flags.join(";") || null,
    doubt: said("doubt", one.doubt),
    ...citedCells(inquiry, entry?.citations ?? one.citations),
  });
  return later.length === 0 ? [row(null, 0)] : later.map(({ entry, index }) => row(entry, index));
}

function whole(inquiry: Inquiry, { commitment: one, later, standing }: CommitmentLine): object {
  const said = (field: string, text: string) => saidCell(inquiry, "commitment", one.id, field, text);
  return {
    ...one,
    standing,
    title: said("title", one.title),
    text: said("text", one.text),
    doubt: said("doubt", one.doubt),
    later: later.map(({ entry, index }) => ({ ...entry, text: said(`later.${index}.text`, entry.text) })),
  };
}
