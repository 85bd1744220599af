import type { Citation } from "../domain/source.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Cell } from "./resource.ts";

/** The columns that say where a row of a table comes from. */
export const CITED_COLUMNS = ["source", "source_title", "source_url", "grade", "source_read", "further_sources"] as const;

/** The first citation in columns, the addresses of further ones in the last. */
export function citedCells(inquiry: Inquiry, citations: readonly Citation[]): Record<(typeof CITED_COLUMNS)[number], Cell> {
  const [first, ...rest] = citations;
  const source = first && inquiry.catalogue.sources.get(first.source);
  return {
    source: first?.source ?? null,
    source_title: source?.title ?? null,
    source_url: source?.url ?? null,
    grade: source?.grade ?? null,
    source_read: first?.read ?? null,
    further_sources: rest.map((one) => inquiry.catalogue.sources.get(one.source)?.url ?? one.source).join(" ") || null,
  };
}

/** A text of a record in the reader's language as a cell; null when the record has none. */
export function saidCell(inquiry: Inquiry, kind: Parameters<Inquiry["say"]>[0], id: string, field: string, source: string): Cell {
  return source ? inquiry.say(kind, id, field, source).text : null;
}
