import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { type InstrumentLine, instrumentList, instrumentView } from "./view.ts";

const COLUMNS = [
  "instrument",
  "jurisdiction",
  "jurisdiction_name",
  "title",
  "title_original",
  "kind",
  "status",
  "topics",
  "identifiers",
  "last_stage",
  "last_stage_date",
  "next_stage",
  "next_stage_date",
  "summary",
  "text_url",
  "confidence",
  "review",
  "flags",
  "doubt",
  ...CITED_COLUMNS,
] as const;

/** Laws, bills and other instruments. One: its stages, one row each. */
export const instrumentResource: Resource = {
  name: "instruments",
  async list(inquiry) {
    return { table: { columns: COLUMNS, rows: instrumentList(inquiry).lines.map((line) => rowOf(inquiry, line)) } };
  },
  async one(inquiry, id) {
    const view = await instrumentView(inquiry, id);
    if (!view) return null;
    const { instrument } = view;
    return {
      table: {
        columns: ["instrument", "jurisdiction", "stage", "date", "note", ...CITED_COLUMNS],
        rows: view.stages.map((stage) => ({
          instrument: instrument.id,
          jurisdiction: instrument.jurisdiction,
          stage: stage.stage,
          date: stage.date,
          note: saidCell(inquiry, "instrument", instrument.id, `stages.${instrument.stages.indexOf(stage)}.note`, stage.note),
          ...citedCells(inquiry, instrument.citations),
        })),
      },
      data: {
        ...rowOf(inquiry, view),
        dossier: instrument.dossier ?? null,
        identifiers: instrument.identifiers,
        stages: view.stages,
        citations: instrument.citations,
        answers: view.resting.map(({ coding }) => coding),
        obligations: view.obligations.map((one) => one.id),
        updates: view.updates.map((one) => one.id),
      },
    };
  },
};

function rowOf(inquiry: Inquiry, { instrument, status, last, next }: InstrumentLine): Record<string, Cell> {
  return {
    instrument: instrument.id,
    jurisdiction: instrument.jurisdiction,
    jurisdiction_name: inquiry.name(instrument.jurisdiction),
    title: saidCell(inquiry, "instrument", instrument.id, "title", instrument.title),
    title_original: instrument.original || null,
    kind: instrument.kind,
    status,
    topics: instrument.topics.join(";"),
    identifiers: instrument.identifiers.map((one) => `${one.scheme}:${one.value}`).join("; ") || null,
    last_stage: last?.stage ?? null,
    last_stage_date: last?.date ?? null,
    next_stage: next?.stage ?? null,
    next_stage_date: next?.date ?? null,
    summary: saidCell(inquiry, "instrument", instrument.id, "summary", instrument.summary),
    text_url: inquiry.catalogue.sources.get(instrument.source)?.url ?? null,
    confidence: instrument.confidence,
    review: instrument.review,
    flags: instrument.flags.join(";") || null,
    doubt: saidCell(inquiry, "instrument", instrument.id, "doubt", instrument.doubt),
    ...citedCells(inquiry, instrument.citations),
  };
}
