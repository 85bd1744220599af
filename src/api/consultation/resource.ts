import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { consultationCalendar } from "./calendar.ts";
import { type ConsultationLine, consultationLine, consultationList } from "./view.ts";

const COLUMNS = [
  "consultation",
  "phase",
  "jurisdictions",
  "topics",
  "title",
  "opens",
  "closes",
  "days_left",
  "zone",
  "zone_from",
  "ends_utc",
  "respondents",
  "documents",
  "questions",
  "positions",
  "instruments",
  "result",
  "outcome",
  ...CITED_COLUMNS,
] as const;

const CAVEATS = [
  "The last day is the one that the source names. Where the source names an hour, the page of the consultation says so; the record holds days.",
  "An empty cell under respondents means that the record does not say who may answer.",
];

/** Consultations, and their days as a calendar to subscribe to. */
export const consultationResource: Resource = {
  name: "consultations",
  calendars: true,
  async list(inquiry) {
    return { table: { columns: COLUMNS, rows: consultationList(inquiry).lines.map((line) => rowOf(inquiry, line)) }, caveats: CAVEATS };
  },
  async one(inquiry, id) {
    const line = lineOf(inquiry, id);
    return line && { table: { columns: COLUMNS, rows: [rowOf(inquiry, line)] }, caveats: CAVEATS };
  },
  async calendar(inquiry, origin, id) {
    if (id === undefined) return consultationCalendar(inquiry, consultationList(inquiry).lines, origin);
    const line = lineOf(inquiry, id);
    return line && consultationCalendar(inquiry, [line], origin);
  },
};

function lineOf(inquiry: Inquiry, id: string): ConsultationLine | null {
  const update = inquiry.catalogue.updates.get(id);
  return update?.kind === "consultation" ? consultationLine(inquiry, update) : null;
}

function rowOf(inquiry: Inquiry, { update, phase, left, counted, ends, questions, positions, result }: ConsultationLine): Record<string, Cell> {
  const said = result.kind === "known" ? result.said : null;
  return {
    consultation: update.id,
    phase,
    jurisdictions: update.jurisdictions.join(";"),
    topics: update.topics.join(";"),
    title: saidCell(inquiry, "update", update.id, "title", update.title),
    opens: update.opens || null,
    closes: update.closes || null,
    days_left: left,
    zone: counted?.zone ?? null,
    zone_from: counted?.from ?? null,
    ends_utc: ends,
    respondents: saidCell(inquiry, "update", update.id, "respondents", update.respondents ?? ""),
    documents: update.links.map((one) => inquiry.catalogue.sources.get(one.source)?.url ?? one.source).join(" ") || null,
    questions: questions.map((one) => one.id).join(";") || null,
    positions: positions.map((one) => one.id).join(";") || null,
    instruments: update.instruments.join(";") || null,
    result: result.kind,
    outcome: said ? saidCell(inquiry, "update", update.id, "outcome.text", said.text) : null,
    ...citedCells(inquiry, update.citations),
  };
}
