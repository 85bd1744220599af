import { describe, expect, test } from "vitest";
import { each, json } from "./read.ts";

interface Line {
  readonly question: string;
  readonly coded: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly years: ReadonlyArray<{ readonly year: number; readonly counts: Readonly<Record<string, number>> }>;
}
interface Curve {
  readonly coded: number;
  readonly not_coded: number;
  readonly steps: ReadonlyArray<{ readonly day: string; readonly counts: Readonly<Record<string, number>> }>;
}

const DAYS = ["1999-12-31", "2012-06-01", "2020-12-21", "2026-04-03", "2026-04-04", "2027-12-31"];
const QUESTIONS = [
  "def-csam",
  "age-of-consent",
  "eu-privacy-derogation",
  "party-to-opsc",
  "party-to-lanzarote",
  "rule-of-law-conventions",
  "minimum-child-safety-measures-hash-matching",
];

/** Counts by standing, with classes of numbers put together and bands that hold nobody left out. */
function standings(counts: Readonly<Record<string, number>>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [band, count] of Object.entries(counts)) {
    const standing = /^n\d$/.test(band) ? "number" : band;
    if (count > 0) sums[standing] = (sums[standing] ?? 0) + count;
  }
  return sums;
}

describe("the curves and the answers of a day are the same", () => {
  test("on every day each band holds those who give the answer that day", async () => {
    for (const id of QUESTIONS) {
      const { data: curve } = await json<Curve>(`/api/adoption/${id}.json`);
      for (const { counts } of curve.steps) expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(curve.coded);
      await each(DAYS, async (day) => {
        const { data } = await json<{ answers: Array<{ standing: string }> }>(`/api/questions/${id}.json?at=${day}`);
        const held: Record<string, number> = {};
        for (const { standing } of data.answers) held[standing] = (held[standing] ?? 0) + 1;
        const { "not-coded": blank = 0, ...coded } = held;
        const step = curve.steps.findLast((one) => one.day <= day);
        expect([id, day, standings(step?.counts ?? { "not-known": curve.coded })]).toEqual([id, day, coded]);
        expect(blank).toBe(curve.not_coded);
      });
    }
  });

  test("the list of all questions tells the same as each question", async () => {
    for (const day of DAYS) {
      const { data: lines } = await json<Line[]>(`/api/adoption.json?at=${day}`);
      expect(lines.length).toBeGreaterThan(100);
      await each(
        lines.filter((line) => QUESTIONS.includes(line.question)),
        async (line) => {
          const { data: curve } = await json<Curve>(`/api/adoption/${line.question}.json?at=${day}`);
          const on = (last: string): Record<string, number> => {
            const { "not-known": _unknown, ...known } = standings(curve.steps.findLast((one) => one.day <= last)?.counts ?? {});
            return known;
          };
          expect([line.question, day, line.coded, line.counts]).toEqual([line.question, day, curve.coded, on(day)]);
          for (const { year, counts } of line.years) expect([line.question, year, counts]).toEqual([line.question, year, on(`${year}-12-31`)]);
        },
      );
    }
  });
});
