import type { Question } from "../domain/question.ts";
import type { Answer } from "../store/reader.ts";

/**
 * How a row of a comparison stands. `differ` and `equal`: every column has an answer, and they are not, or are, the same.
 * `incomplete`: some column has an answer and some has none, so that neither can be said. `blank`: no column has an answer.
 */
export const VERDICTS = ["differ", "incomplete", "equal", "blank"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The answers of one column, by question. */
export type Column = ReadonlyMap<string, Answer>;

/** One question with the answers of every column, in the order of the columns. Undefined is "not coded". */
export interface ComparedRow {
  readonly question: Question;
  readonly cells: ReadonlyArray<Answer | undefined>;
  readonly verdict: Verdict;
  /** Whether the answers that there are differ among themselves. */
  readonly apart: boolean;
}

/** Cells of a column without an answer: nothing is known for the day, or nobody has coded the question there. */
export interface Blanks {
  readonly notKnown: number;
  readonly notCoded: number;
}

/** Rows in reading order, with their numbers; `blanks` has one entry a column. */
export interface Comparison {
  readonly rows: readonly ComparedRow[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly blanks: readonly Blanks[];
}

/**
 * Sets the columns side by side. Rows that differ come first, then those that cannot be compared fully (where the known
 * answers differ before those where they do not), equal ones, and blank ones; within these the questions keep their order.
 * A blank is never an answer: it neither equals nor differs.
 */
export function compare(questions: readonly Question[], columns: readonly Column[]): Comparison {
  const counts: Record<Verdict, number> = { differ: 0, incomplete: 0, equal: 0, blank: 0 };
  const blanks = columns.map(() => ({ notKnown: 0, notCoded: 0 }));
  const bins: ComparedRow[][] = [[], [], [], [], []];
  for (const question of questions) {
    const cells: Array<Answer | undefined> = [];
    let first: string | undefined;
    let apart = false;
    let known = 0;
    for (const [index, column] of columns.entries()) {
      const answer = column.get(question.id);
      cells.push(answer);
      const value = answer?.coding?.answer;
      const blank = blanks[index];
      if (value !== undefined) {
        known += 1;
        if (first === undefined) first = value;
        else apart ||= value !== first;
      } else if (blank) blank[answer ? "notKnown" : "notCoded"] += 1;
    }
    const verdict = known === 0 ? "blank" : known < columns.length ? "incomplete" : apart ? "differ" : "equal";
    counts[verdict] += 1;
    bins[verdict === "differ" ? 0 : verdict === "incomplete" ? (apart ? 1 : 2) : verdict === "equal" ? 3 : 4]?.push({ question, cells, verdict, apart });
  }
  return { rows: bins.flat(), counts, blanks };
}
