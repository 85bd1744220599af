import { VERDICTS } from "../../analysis/comparison.ts";
import type { Inquiry } from "../inquiry.ts";
import { ANSWER_COLUMNS, answerRow } from "../question/table.ts";
import type { Cell, Resource } from "../resource.ts";
import { type CompareView, compareView } from "./view.ts";

/** The columns of answers, and how the row of the question stands in this comparison. */
const COLUMNS = ["comparison", ...ANSWER_COLUMNS] as const;

/** `/api/compare?place=BR,FR`: one row for each question, jurisdiction and day, blanks included. */
export const compareResource: Resource = {
  name: "compare",
  async list(inquiry) {
    const view = await compareView(inquiry);
    const rows = rowsOf(inquiry, view);
    return { table: { columns: COLUMNS, rows }, data: dataOf(view, rows) };
  },
};

function rowsOf(inquiry: Inquiry, { columns, comparison }: CompareView): Array<Record<string, Cell>> {
  const asked = columns.map((one) => ({ place: one.jurisdiction, inquiry: { ...inquiry, at: one.day } }));
  return comparison.rows.flatMap(({ question, cells, verdict }) =>
    asked.map((column, index) => ({ comparison: verdict, ...answerRow(column.inquiry, column.place, question, cells[index]) })),
  );
}

function dataOf({ asked, columns, comparison }: CompareView, answers: unknown) {
  const { rows, counts, blanks } = comparison;
  return {
    topics: asked.topics,
    counts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, counts[verdict]])),
    columns: columns.map((one, index) => ({ ...one, not_known: blanks[index]?.notKnown ?? 0, not_coded: blanks[index]?.notCoded ?? 0 })),
    rows: rows.map(({ question, verdict, apart }) => ({ question: question.id, comparison: verdict, known_answers_differ: apart })),
    answers,
  };
}
