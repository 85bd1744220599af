import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { type TermView, termList, termView } from "./view.ts";

const COLUMNS = ["term_id", "term", "definition", "avoid", "questions", "related", "note", ...CITED_COLUMNS] as const;

/** The glossary. */
export const termResource: Resource = {
  name: "glossary",
  async list(inquiry) {
    return { table: { columns: COLUMNS, rows: termList(inquiry).map((view) => rowOf(inquiry, view)) } };
  },
  async one(inquiry, id) {
    const view = termView(inquiry, id);
    return view && { table: { columns: COLUMNS, rows: [rowOf(inquiry, view)] } };
  },
};

function rowOf(inquiry: Inquiry, { term }: TermView): Record<string, Cell> {
  const said = (field: string, text: string) => saidCell(inquiry, "term", term.id, field, text);
  return {
    term_id: term.id,
    term: said("term", term.term),
    definition: said("definition", term.definition),
    avoid: term.avoid.map((one, index) => `${said(`avoid.${index}.word`, one.word)}: ${said(`avoid.${index}.reason`, one.reason)}`).join(" | ") || null,
    questions: term.questions.join(";") || null,
    related: term.related.join(";") || null,
    note: said("note", term.note),
    ...citedCells(inquiry, term.citations),
  };
}
