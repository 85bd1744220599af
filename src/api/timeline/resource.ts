import type { Event } from "../../analysis/timeline.ts";
import { firstDay } from "../../domain/date.ts";
import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";
import { answerWords } from "../question/words.ts";
import type { Cell, Resource } from "../resource.ts";
import { type TimelineView, timelineView } from "./view.ts";

const COLUMNS = [
  "date",
  "ahead",
  "kind",
  "what",
  "jurisdiction",
  "jurisdiction_name",
  "own_law",
  "record",
  "title",
  "answer",
  "answer_label",
  "standing",
  "answer_before",
  "note",
  ...CITED_COLUMNS,
] as const;

/** Everything dated about a place, newest first, uncapped; parameter: kind. The list: places with laws, duties or updates, and how many. */
export const timelineResource: Resource = {
  name: "timelines",
  async list(inquiry) {
    const { catalogue } = inquiry;
    const counts = new Map<string, { instruments: number; stages: number; obligations: number; updates: number }>();
    const of = (code: string) => {
      const held = counts.get(code) ?? { instruments: 0, stages: 0, obligations: 0, updates: 0 };
      counts.set(code, held);
      return held;
    };
    for (const one of catalogue.instruments.values()) {
      of(one.jurisdiction).instruments += 1;
      of(one.jurisdiction).stages += one.stages.length;
    }
    for (const one of catalogue.obligations.values()) of(one.jurisdiction).obligations += 1;
    for (const one of catalogue.updates.values()) for (const code of one.jurisdictions) of(code).updates += 1;
    const rows = [...counts.keys()].sort(byName(inquiry)).map((code) => ({ jurisdiction: code, jurisdiction_name: inquiry.name(code), ...of(code) }));
    return { table: { columns: ["jurisdiction", "jurisdiction_name", "instruments", "stages", "obligations", "updates"], rows } };
  },
  async one(inquiry, code) {
    const view = await timelineView(inquiry, code);
    if (!view) return null;
    const rows = view.events.map((event) => rowOf(inquiry, view, event));
    return {
      table: { columns: COLUMNS, rows },
      data: {
        jurisdiction: code,
        jurisdiction_name: inquiry.name(code),
        reached_by: view.reach,
        next: view.next.map((event) => rowOf(inquiry, view, event)),
        events: rows,
        laws: view.laws.map(({ instrument, phases }) => ({ instrument: instrument.id, jurisdiction: instrument.jurisdiction, phases })),
        answers: view.lanes.map(({ jurisdiction, question, bars }) => ({ jurisdiction, question: question.id, spans: bars })),
        answers_without_start: view.undated,
      },
    };
  },
};

function rowOf(inquiry: Inquiry, view: TimelineView, event: Event): Record<string, Cell> {
  const { catalogue } = inquiry;
  const coding = event.kind === "answer" ? view.codings.get(event.id) : undefined;
  const question = coding && catalogue.questions.get(coding.question);
  const words = coding && question ? answerWords(inquiry, question, coding.answer) : null;
  return {
    date: event.date,
    ahead: firstDay(event.date) > inquiry.at ? "yes" : "no",
    kind: event.kind,
    what: event.what,
    jurisdiction: event.jurisdiction,
    jurisdiction_name: inquiry.name(event.jurisdiction),
    own_law: event.jurisdiction === view.jurisdiction.id ? "yes" : "no",
    record: event.id,
    title: titleOf(inquiry, view, event),
    answer: coding?.answer ?? null,
    answer_label: words?.words ?? null,
    standing: words?.state ?? null,
    answer_before: event.before?.answer ?? null,
    note: noteOf(inquiry, event, coding?.note ?? ""),
    ...citedCells(inquiry, event.citations),
  };
}

function titleOf(inquiry: Inquiry, view: TimelineView, { kind, id }: Event): Cell {
  const { catalogue } = inquiry;
  if (kind === "stage") return saidCell(inquiry, "instrument", id, "title", catalogue.instruments.get(id)?.title ?? "");
  if (kind === "update") return saidCell(inquiry, "update", id, "title", catalogue.updates.get(id)?.title ?? "");
  if (kind === "duty") return saidCell(inquiry, "obligation", id, "trigger", catalogue.obligations.get(id)?.trigger ?? "");
  if (kind === "answer") {
    const question = catalogue.questions.get(view.codings.get(id)?.question ?? "");
    return question ? saidCell(inquiry, "question", question.id, "wording", question.wording) : null;
  }
  if (kind === "treaty") {
    const treaty = catalogue.treaties.get(view.statuses.get(id)?.treaty ?? "");
    return treaty ? saidCell(inquiry, "treaty", treaty.id, "short", treaty.short) : null;
  }
  const group = catalogue.groups.get(catalogue.memberships.find((one) => one.id === id)?.group ?? "");
  return group ? saidCell(inquiry, "group", group.id, "name", group.name) : null;
}

function noteOf(inquiry: Inquiry, { kind, id, step }: Event, note: string): Cell {
  if (kind === "stage") return saidCell(inquiry, "instrument", id, `stages.${step}.note`, inquiry.catalogue.instruments.get(id)?.stages[step]?.note ?? "");
  return kind === "answer" ? saidCell(inquiry, "coding", id, "note", note) : null;
}
