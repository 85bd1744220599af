import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import { newestFirst } from "../feed/frame.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { changeFeed, sortOf, timesOf } from "./feed.ts";
import { recodings } from "./recoding.ts";
import { changeQueryOf, type LawChange, lawChanges } from "./view.ts";

const COLUMNS = [
  "date",
  "recorded",
  "change",
  "what",
  "step",
  "jurisdiction",
  "question",
  "answer",
  "answer_before",
  "coding",
  "instrument",
  "instrument_title",
  "changeset",
  ...CITED_COLUMNS,
] as const;

const CAVEATS = [
  "Amendments are changes of the law by their day: steps of instruments, and answers that began, changed or ended. Answers whose start is not known are not among them.",
  "Recodings are second readings of the same law. The two are never mixed.",
];

/** Changes of the law by the day on which they came, and second readings apart; as a table and as feeds. */
export const changeResource: Resource = {
  name: "changes",
  async list(inquiry) {
    const wanted = changeQueryOf(inquiry);
    const rows =
      sortOf(inquiry) === "recoding"
        ? (await recodings(inquiry, wanted)).map((one) => ({
            ...BLANK,
            date: one.recorded.slice(0, 10),
            recorded: one.recorded,
            change: "recoding",
            what: "answer",
            jurisdiction: one.coding.jurisdiction,
            question: one.question.id,
            answer: one.coding.answer,
            answer_before: one.before,
            coding: one.coding.id,
            changeset: one.changeset,
            ...citedCells(inquiry, one.coding.citations),
          }))
        : newestFirst((await lawChanges(inquiry, wanted)).map((one) => ({ ...one, ...timesOf(one) }))).map((one) => rowOf(inquiry, one));
    return { table: { columns: COLUMNS, rows }, caveats: CAVEATS };
  },
  feed: changeFeed,
};

const BLANK = Object.fromEntries(COLUMNS.map((name) => [name, null])) as Record<(typeof COLUMNS)[number], null>;

function rowOf(inquiry: Inquiry, change: LawChange): Record<string, Cell> {
  const { instrument, coding } = change;
  return {
    ...BLANK,
    date: change.date,
    recorded: change.recorded,
    change: "amendment",
    what: change.what,
    step: change.step,
    jurisdiction: change.jurisdiction,
    question: change.question?.id ?? null,
    answer: coding?.answer ?? null,
    answer_before: coding?.before || null,
    coding: coding?.id ?? null,
    instrument: instrument?.id ?? null,
    instrument_title: instrument ? saidCell(inquiry, "instrument", instrument.id, "title", instrument.title) : null,
    ...citedCells(inquiry, change.citations),
  };
}
