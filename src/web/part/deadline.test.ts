import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translator } from "../message/translate.ts";
import { deadlineText, durationText } from "./deadline.ts";

const en = { t: translator("en") };
const fr = { t: translator("fr") };

describe("deadlines", () => {
  it("read as words in both languages", () => {
    expect(deadlineText(en, { deadline: "PT24H", duty: "report" })).toBe("within 24 hours");
    expect(deadlineText(fr, { deadline: "PT24H", duty: "report" })).toBe("dans un délai de 24 heures");
    expect(deadlineText(en, { deadline: "P1Y", duty: "preserve" })).toBe("kept for 1 year");
    expect(deadlineText(en, { deadline: "P1Y", duty: "publish-report", counted: "period" })).toBe("1 year; see the conditions for how often");
    expect(deadlineText(en, { deadline: "P3M", duty: "assess-risk", counted: "start" })).toBe("3 months, counted from the start of the law");
    expect(durationText(en, "P1Y6M")).toBe("1 year 6 months");
  });

  it("never turn “as soon as reasonably possible” into a number", () => {
    fc.assert(
      fc.property(fc.constantFrom("report", "remove", "preserve", "detect", "publish-report"), (duty) => {
        for (const visit of [en, fr]) expect(deadlineText(visit, { deadline: "as-soon-as-reasonably-possible", duty: duty as "report" })).not.toMatch(/\d/);
      }),
    );
  });
});
