import type { Testimony } from "../../domain/testimony.ts";
import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { testimonyFeed } from "./feed.ts";
import { testimonyList, testimonyView } from "./view.ts";

const COLUMNS = [
  "testimony",
  "date",
  "kind",
  "title",
  "speakers",
  "body",
  "occasion",
  "invitation",
  "jurisdictions",
  "topics",
  "positions",
  "instruments",
  "summary",
  "documents",
  "statement",
  "text",
  "place",
  "topic",
  "questions",
  "claims",
  "datasets",
  "confidence",
  "review",
  "flags",
  "doubt",
  ...CITED_COLUMNS,
] as const;

/** Testimony and guidance, newest first, one row a statement; a document from which none was taken has one row without. */
export const testimonyResource: Resource = {
  name: "testimony",
  feed: testimonyFeed,
  async list(inquiry) {
    const all = testimonyList(inquiry);
    return { table: { columns: COLUMNS, rows: all.flatMap((one) => rowsOf(inquiry, one)) }, data: all.map((one) => whole(inquiry, one)) };
  },
  async one(inquiry, id) {
    const view = testimonyView(inquiry, id);
    if (!view) return null;
    return {
      table: { columns: COLUMNS, rows: rowsOf(inquiry, view.testimony) },
      data: { ...whole(inquiry, view.testimony), related: view.beside.map((one) => one.id) },
    };
  },
};

function rowsOf(inquiry: Inquiry, one: Testimony): Record<string, Cell>[] {
  const said = (field: string, text: string) => saidCell(inquiry, "testimony", one.id, field, text);
  const row = {
    testimony: one.id,
    date: one.date,
    kind: one.kind,
    title: said("title", one.title),
    speakers: one.speakers.map((each) => [each.name, each.role, each.organisation].filter(Boolean).join(", ")).join("; "),
    body: one.body || null,
    occasion: said("occasion", one.occasion),
    invitation: said("invitation", one.invitation),
    jurisdictions: one.jurisdictions.join(";"),
    topics: one.topics.join(";"),
    positions: one.positions.join(";") || null,
    instruments: one.instruments.join(";") || null,
    summary: said("summary", one.summary),
    documents: one.documents.map((each) => inquiry.catalogue.sources.get(each.source)?.url ?? each.source).join(" "),
    confidence: one.confidence,
    review: one.review,
    flags: one.flags.join(";") || null,
    doubt: said("doubt", one.doubt),
    ...citedCells(inquiry, one.citations),
  };
  if (one.statements.length === 0) {
    const none = { statement: null, text: null, place: null, topic: null, claims: null, datasets: null };
    return [{ ...row, ...none, questions: one.questions.join(";") || null }];
  }
  return one.statements.map((statement) => ({
    ...row,
    statement: statement.id,
    text: said(`statements.${statement.id}.text`, statement.text),
    place: statement.place,
    topic: statement.topic,
    questions: statement.questions.join(";") || null,
    claims: statement.claims.join(";") || null,
    datasets: statement.datasets.join(";") || null,
  }));
}

function whole(inquiry: Inquiry, one: Testimony): object {
  const said = (field: string, text: string) => saidCell(inquiry, "testimony", one.id, field, text);
  return {
    ...one,
    title: said("title", one.title),
    summary: said("summary", one.summary),
    occasion: said("occasion", one.occasion),
    invitation: said("invitation", one.invitation),
    doubt: said("doubt", one.doubt),
    statements: one.statements.map((statement) => ({ ...statement, text: said(`statements.${statement.id}.text`, statement.text) })),
  };
}
