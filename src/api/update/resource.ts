import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import { updateFeed } from "../feed/updates.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { type UpdateLine, updateList, updateView } from "./view.ts";

const COLUMNS = [
  "update",
  "date",
  "kind",
  "jurisdictions",
  "topics",
  "title",
  "summary",
  "opens",
  "closes",
  "consultation",
  "next",
  "next_date",
  "next_instrument",
  "result",
  "result_date",
  "result_stage",
  "result_instrument",
  "outcome",
  "respondents",
  "zone",
  "questions",
  "actors",
  "instruments",
  "links",
  "flags",
  "doubt",
  ...CITED_COLUMNS,
] as const;

/** Dated notes, newest first. */
export const updateResource: Resource = {
  name: "updates",
  async list(inquiry) {
    return { table: { columns: COLUMNS, rows: updateList(inquiry).lines.map((line) => rowOf(inquiry, line)) } };
  },
  feed: updateFeed,
  async one(inquiry, id) {
    const view = updateView(inquiry, id);
    if (!view) return null;
    const row = rowOf(inquiry, view);
    return {
      table: { columns: COLUMNS, rows: [row] },
      data: {
        ...row,
        jurisdictions: view.update.jurisdictions,
        topics: view.update.topics,
        actors: view.update.actors,
        figures: view.update.figures,
        instruments: view.update.instruments,
        citations: view.update.citations,
        steps: view.steps.map(({ date, what, id: of, stage, ahead }) => ({ date, what, id: of, stage: stage || null, ahead })),
        decisions: view.result.kind === "known" ? view.result.decisions.map(({ instrument, stage, date }) => ({ instrument, stage, date })) : [],
        later: view.later.map((one) => one.id),
        earlier: view.earlier.map((one) => one.id),
        positions: view.positions.map((one) => one.id),
      },
    };
  },
};

function rowOf(inquiry: Inquiry, { update, standing, next, result }: UpdateLine): Record<string, Cell> {
  const decision = result.kind === "known" ? result.decisions[0] : undefined;
  const said = result.kind === "known" ? result.said : null;
  return {
    update: update.id,
    date: update.date,
    kind: update.kind,
    jurisdictions: update.jurisdictions.join(";"),
    topics: update.topics.join(";"),
    title: saidCell(inquiry, "update", update.id, "title", update.title),
    summary: saidCell(inquiry, "update", update.id, "summary", update.summary),
    opens: update.opens || null,
    closes: update.closes || null,
    consultation: standing,
    next: next ? next.stage || next.what : null,
    next_date: next?.date ?? null,
    next_instrument: next?.instrument || null,
    result: result.kind,
    result_date: said?.date ?? decision?.date ?? null,
    result_stage: decision?.stage ?? null,
    result_instrument: decision?.instrument ?? null,
    outcome: said ? saidCell(inquiry, "update", update.id, "outcome.text", said.text) : null,
    // Versions recorded before these fields were there have none.
    respondents: saidCell(inquiry, "update", update.id, "respondents", update.respondents ?? ""),
    zone: update.zone || null,
    questions: update.questions?.join(";") || null,
    actors: update.actors.join("; ") || null,
    instruments: update.instruments.join(";") || null,
    links: update.links.map((one) => inquiry.catalogue.sources.get(one.source)?.url ?? one.source).join(" ") || null,
    flags: update.flags.join(";") || null,
    doubt: saidCell(inquiry, "update", update.id, "doubt", update.doubt),
    ...citedCells(inquiry, update.citations),
  };
}
