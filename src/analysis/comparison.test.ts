import fc from "fast-check";
import { expect, test } from "vitest";
import type { Question } from "../domain/question.ts";
import type { Answer } from "../store/reader.ts";
import { compare, VERDICTS } from "./comparison.ts";

const QUESTIONS = ["q1", "q2", "q3", "q4", "q5", "q6"];
const asked = QUESTIONS.map((id) => ({ id }) as Question);

/** An answer, or with null one that is not known for the day. */
function answer(question: string, value: string | null): Answer {
  return { jurisdiction: "AA", question, since: "2020-01-01", next: null, coding: value === null ? null : ({ answer: value } as Answer["coding"]) };
}

function column(values: Readonly<Record<string, string | null>>): Map<string, Answer> {
  return new Map(Object.entries(values).map(([question, value]) => [question, answer(question, value)]));
}

test("rows that differ come first, then those that cannot be compared, equal ones, and those without any answer", () => {
  const one = column({ q1: "yes", q2: "yes", q3: null, q4: "yes", q6: "no" });
  const other = column({ q1: "yes", q2: "no", q4: "no", q6: "yes" });
  const third = column({ q1: "yes", q2: "no", q4: null, q5: "18", q6: "no" });
  const { rows, counts, blanks } = compare(asked, [one, other, third]);
  expect(rows.map((row) => [row.question.id, row.verdict, row.apart])).toEqual([
    ["q2", "differ", true],
    ["q6", "differ", true],
    ["q4", "incomplete", true],
    ["q5", "incomplete", false],
    ["q1", "equal", false],
    ["q3", "blank", false],
  ]);
  expect(counts).toEqual({ differ: 2, incomplete: 2, equal: 1, blank: 1 });
  expect(blanks).toEqual([
    { notKnown: 1, notCoded: 1 },
    { notKnown: 0, notCoded: 2 },
    { notKnown: 1, notCoded: 1 },
  ]);
});

test("a blank never counts: a row is equal or differs only where every column has an answer, and every cell is counted once", () => {
  const value = fc.option(fc.constantFrom("yes", "no", "18", null), { nil: undefined });
  const columns = fc.array(fc.array(value, { minLength: QUESTIONS.length, maxLength: QUESTIONS.length }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(columns, (values) => {
      const made = values.map((one) =>
        column(Object.fromEntries(QUESTIONS.flatMap((id, index) => (one[index] === undefined ? [] : [[id, one[index] ?? null]])))),
      );
      const { rows, counts, blanks } = compare(asked, made);
      expect(rows.map((row) => row.question.id).sort()).toEqual(QUESTIONS);
      for (const { question, verdict, apart } of rows) {
        const all = values.map((one) => one[QUESTIONS.indexOf(question.id)] ?? null);
        const known = new Set(all.filter((one) => one !== null));
        expect(apart).toBe(known.size > 1);
        if (verdict === "equal") expect([all.includes(null), known.size]).toEqual([false, 1]);
        if (verdict === "differ") expect([all.includes(null), known.size > 1]).toEqual([false, true]);
        if (verdict === "incomplete") expect([all.includes(null), known.size > 0]).toEqual([true, true]);
        if (verdict === "blank") expect(known.size).toBe(0);
      }
      expect(VERDICTS.reduce((sum, one) => sum + counts[one], 0)).toBe(QUESTIONS.length);
      for (const [index, one] of blanks.entries()) {
        expect(one.notCoded).toBe(values[index]?.filter((value) => value === undefined).length);
        expect(one.notKnown).toBe(values[index]?.filter((value) => value === null).length);
      }
    }),
  );
});
