import type { Coding } from "../../domain/coding.ts";
import type { Citation } from "../../domain/source.ts";
import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import { answerWords, standingOf } from "../question/words.ts";
import type { Cell, Resource } from "../resource.ts";
import type { NextStep } from "./next.ts";
import type { BriefLine } from "./topic.ts";
import { type BriefView, briefView } from "./view.ts";

const COLUMNS = [
  "section",
  "jurisdiction",
  "jurisdiction_name",
  "topic",
  "position",
  "question",
  "wording",
  "day",
  "standing",
  "alignment",
  "answer",
  "answer_label",
  "valid_from",
  "text_of",
  "provision",
  "instrument",
  "stance",
  "holder",
  "date",
  "note",
  "doubt",
  "flags",
  ...CITED_COLUMNS,
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

/** A brief as rows, one a sentence: law, reach, ask, example, argument, next, blank. The page shows the same. */
export const briefResource: Resource = {
  name: "brief",
  async list(inquiry) {
    const view = await briefView(inquiry);
    const rows = briefRows(inquiry, view).map((row) => Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? null])));
    return {
      table: { columns: COLUMNS, rows },
      data: { asked: view.asked, day: inquiry.at, counts: view.counts, sentences: rows },
      caveats: [
        "A brief is made from the record alone. It ranks nobody, and it is not legal advice.",
        "Rows of the section “blank” are questions about which the record says nothing for the day. They are never a no.",
      ],
    };
  },
};

/** Every sentence of a brief as a row, in the order of the page. */
function briefRows(inquiry: Inquiry, view: BriefView): Row[] {
  const place = view.place.id;
  const rows: Row[] = [];
  for (const { topic, lines, reach } of view.topics) {
    for (const line of lines) rows.push({ section: "law", topic: topic.id, ...lineRow(inquiry, line) });
    for (const some of reach.values()) for (const line of some) rows.push({ section: "reach", topic: topic.id, ...lineRow(inquiry, line) });
  }
  for (const { ask, counted, answer, alignment, reach, examples } of view.asks) {
    const base = { position: ask.position, question: ask.id, wording: saidCell(inquiry, "question", ask.id, "wording", ask.wording), day: inquiry.at };
    const coded = answer?.coding ? codingRow(inquiry, { question: counted, answer, coding: answer.coding }) : {};
    rows.push({ section: "ask", ...placeRow(inquiry, place), ...base, standing: standingOf(inquiry, counted, answer), alignment, ...coded });
    for (const [section, list] of [
      ["reach", reach],
      ["example", examples],
    ] as const)
      for (const one of list) {
        const { coding } = one.answer;
        if (!coding) continue;
        const line = { question: counted, answer: one.answer, coding };
        rows.push({ section, ...base, ...placeRow(inquiry, one.answer.jurisdiction), alignment: one.alignment, ...codingRow(inquiry, line) });
      }
  }
  for (const { shown } of view.sides)
    for (const one of shown)
      rows.push({
        section: "argument",
        position: one.position,
        stance: one.stance,
        holder: one.holder,
        date: one.date || null,
        note: saidCell(inquiry, "argument", one.id, "claim", one.claim),
        ...citedCells(inquiry, one.citations),
      });
  for (const step of view.next) rows.push(nextRow(inquiry, step));
  for (const { question, standing } of view.blanks)
    rows.push({
      section: "blank",
      ...placeRow(inquiry, place),
      topic: question.topic,
      question: question.id,
      wording: saidCell(inquiry, "question", question.id, "wording", question.wording),
      day: inquiry.at,
      standing,
    });
  return rows;
}

function placeRow(inquiry: Inquiry, code: string): Row {
  return { jurisdiction: code, jurisdiction_name: inquiry.name(code) };
}

function lineRow(inquiry: Inquiry, line: BriefLine): Row {
  const { question, answer } = line;
  return {
    ...placeRow(inquiry, answer.jurisdiction),
    question: question.id,
    wording: saidCell(inquiry, "question", question.id, "wording", question.wording),
    day: inquiry.at,
    ...codingRow(inquiry, line),
  };
}

function codingRow(inquiry: Inquiry, { question, answer, coding }: BriefLine): Row {
  return { standing: standingOf(inquiry, question, answer), ...answerCells(inquiry, question, coding), ...citedCells(inquiry, coding.citations) };
}

function answerCells(inquiry: Inquiry, question: BriefLine["question"], coding: Coding): Row {
  const first: Citation | undefined = coding.citations[0];
  return {
    answer: coding.answer,
    answer_label: answerWords(inquiry, question, coding.answer).words,
    valid_from: coding.from || null,
    text_of: coding.current || null,
    provision: first?.provision || null,
    instrument: first?.instrument || null,
    note: saidCell(inquiry, "coding", coding.id, "note", coding.note),
    doubt: saidCell(inquiry, "coding", coding.id, "doubt", coding.doubt),
    flags: coding.flags.join(";") || null,
  };
}

function nextRow(inquiry: Inquiry, step: NextStep): Row {
  const base = { section: `next-${step.sort}`, date: step.date, ...citedCells(inquiry, step.citations) };
  switch (step.sort) {
    case "answer":
      return {
        ...base,
        ...placeRow(inquiry, step.coding.jurisdiction),
        question: step.question.id,
        wording: saidCell(inquiry, "question", step.question.id, "wording", step.question.wording),
        ...answerCells(inquiry, step.question, step.coding),
      };
    case "stage":
    case "pending": {
      const { id, jurisdiction, title } = step.instrument;
      const said = saidCell(inquiry, "instrument", id, "title", title);
      return { ...base, ...placeRow(inquiry, jurisdiction), instrument: id, note: step.sort === "stage" ? `${said}: ${step.stage}` : said };
    }
    case "closes":
    case "update":
      return { ...base, note: saidCell(inquiry, "update", step.update.id, "title", step.update.title) };
    default: {
      const { id, jurisdiction, instrument, provision, trigger } = step.obligation;
      return {
        ...base,
        ...placeRow(inquiry, jurisdiction),
        instrument,
        provision: provision || null,
        note: saidCell(inquiry, "obligation", id, "trigger", trigger),
      };
    }
  }
}
