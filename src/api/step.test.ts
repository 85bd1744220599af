import { expect, it } from "vitest";
import { answer, coding } from "./sample.ts";
import { stepsAround } from "./step.ts";

it("finds the changes on either side of a day, and takes an unknown start for no change", () => {
  const own = (from: string, next = "") => ({
    ...answer("AA", "crime", "yes"),
    coding: coding({ jurisdiction: "AA", question: "crime", answer: "yes", from }),
    next: next ? coding({ jurisdiction: "AA", question: "crime", answer: "no", from: next }) : null,
  });
  expect(stepsAround([own("2001-05-01"), own("2010"), own(""), own("2005-01-01", "2026-01-01")], "2015-06-01")).toEqual({
    before: "2010-12-31",
    after: "2026-01-01",
  });
  expect(stepsAround([own(""), answer("AA", "crime", null)], "2015-06-01")).toEqual({ before: undefined, after: undefined });
});
