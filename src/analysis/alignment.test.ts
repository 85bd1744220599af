import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Coding } from "../domain/coding.ts";
import type { Answer } from "../store/reader.ts";
import { ALIGNED, alignAnswers, alignmentOf } from "./alignment.ts";

const RULES = [
  { answer: "required", alignment: "met" },
  { answer: "recommended", alignment: "partly" },
  { answer: "none", alignment: "not-met" },
] as const;

function answerOf(jurisdiction: string, question: string, answer: string | null): Answer {
  const coding: Coding | null =
    answer === null
      ? null
      : {
          id: `${jurisdiction.toLowerCase()}-${question}`,
          jurisdiction,
          question,
          answer,
          from: "",
          to: "",
          current: "",
          before: "",
          basis: "",
          change: "first",
          confidence: "",
          review: "unreviewed",
          flags: [],
          note: "",
          doubt: "",
          citations: [{ source: "s", read: "2026-01-01", instrument: "", provision: "", note: "" }],
        };
  return { jurisdiction, question, coding, next: null, since: "2026-01-01" };
}

describe("alignment", () => {
  const ask = { id: "ask", same: "duty", rules: [...RULES] };

  it("uses the codebook question's answers and leaves second readings out", () => {
    const { rows, counts } = alignAnswers(ask, [answerOf("BR", "duty", "required"), answerOf("BR", "ask", "no"), answerOf("FR", "ask", "yes")], []);
    expect(rows.map((row) => [row.answer.jurisdiction, row.alignment])).toEqual([["BR", "met"]]);
    expect(counts.met).toBe(1);
    expect(counts["not-met"]).toBe(0);
  });

  it("says unclear when no rule fits, not known when nothing speaks for the day", () => {
    expect(alignmentOf(ask, answerOf("BR", "duty", "odd"))).toBe("unclear");
    expect(alignmentOf(ask, answerOf("BR", "duty", null))).toBe("not-known");
  });

  it("reads bounds for numbers", () => {
    const age = { id: "age", same: "", rules: [{ answer: ">=18", alignment: "met" } as const, { answer: "<18", alignment: "not-met" } as const] };
    expect(alignmentOf(age, answerOf("BR", "age", "18"))).toBe("met");
    expect(alignmentOf(age, answerOf("BR", "age", "16"))).toBe("not-met");
  });

  it("never turns a blank into a verdict, and every expected place is counted once", () => {
    const codes = ["BR", "FR", "DE", "JP", "KE"];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom("required", "recommended", "none", "odd", null))), (pairs) => {
        const answers = [...new Map(pairs)].map(([code, answer]) => answerOf(code, "duty", answer));
        const { counts, rows, blanks } = alignAnswers(ask, answers, codes);
        expect(ALIGNED.reduce((sum, one) => sum + counts[one], 0)).toBe(codes.length);
        expect(rows.length + blanks.length).toBe(codes.length);
        expect(counts["not-met"]).toBe(answers.filter((one) => one.coding?.answer === "none").length);
      }),
    );
  });
});
