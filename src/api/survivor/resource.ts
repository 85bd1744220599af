import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import { answerWords, standingOf } from "../question/words.ts";
import type { Cell, Resource } from "../resource.ts";
import { type PlainAnswer, type PlainQuestion, plainAnswer, plainQuestions, survivorView } from "./view.ts";

const COLUMNS = [
  "heading",
  "place",
  "jurisdiction",
  "jurisdiction_name",
  "question",
  "asked",
  "wording",
  "day",
  "standing",
  "plain",
  "answer",
  "answer_label",
  "valid_from",
  "review",
  "flags",
  "note",
  "doubt",
  ...CITED_COLUMNS,
] as const;
type Row = Record<(typeof COLUMNS)[number], Cell>;

/**
 * `/api/survivors`: time limits and remedies in plain words. With a place every question stands in it, those that nobody has
 * read anything about as not coded; without one, every answer of every place.
 */
export const survivorResource: Resource = {
  name: "survivors",
  async list(inquiry) {
    const { place, answers, blanks } = await survivorView(inquiry);
    const rows = place
      ? [...answers.map((one) => answerRow(inquiry, place, one)), ...blanks.map((one) => questionRow(inquiry, place, one))]
      : await everywhere(inquiry);
    return {
      table: { columns: COLUMNS, rows },
      caveats: [
        "Plain words are made from the answers of the record; no lawyer has checked them, and they are not legal advice.",
        "Rows whose standing is not-coded are questions on which no source was read. They are never a no.",
      ],
    };
  },
};

async function everywhere(inquiry: Inquiry): Promise<Row[]> {
  const asked = new Map(plainQuestions(inquiry).map((one) => [one.question.id, one]));
  const answers = await inquiry.reader.answersTo([...asked.keys()], inquiry.at);
  return answers.flatMap((answer) => {
    const one = asked.get(answer.question);
    return one ? [answerRow(inquiry, answer.jurisdiction, plainAnswer(inquiry, one, answer))] : [];
  });
}

function questionRow(inquiry: Inquiry, place: string, { heading, question, asked }: PlainQuestion): Row {
  return {
    heading,
    place,
    jurisdiction: place,
    jurisdiction_name: inquiry.name(place),
    question: question.id,
    asked,
    wording: saidCell(inquiry, "question", question.id, "wording", question.wording),
    day: inquiry.at,
    standing: "not-coded",
    plain: null,
    answer: null,
    answer_label: null,
    valid_from: null,
    review: null,
    flags: null,
    note: null,
    doubt: null,
    ...citedCells(inquiry, []),
  };
}

function answerRow(inquiry: Inquiry, place: string, one: PlainAnswer): Row {
  const { question, answer, plain } = one;
  const { coding } = answer;
  return {
    ...questionRow(inquiry, place, one),
    jurisdiction: answer.jurisdiction,
    jurisdiction_name: inquiry.name(answer.jurisdiction),
    standing: standingOf(inquiry, question, answer),
    plain,
    answer: coding?.answer ?? null,
    answer_label: coding ? answerWords(inquiry, question, coding.answer).words : null,
    valid_from: coding?.from || null,
    review: coding?.review ?? null,
    flags: coding?.flags.join(";") || null,
    note: coding ? saidCell(inquiry, "coding", coding.id, "note", coding.note) : null,
    doubt: coding ? saidCell(inquiry, "coding", coding.id, "doubt", coding.doubt) : null,
    ...citedCells(inquiry, coding?.citations ?? []),
  };
}
