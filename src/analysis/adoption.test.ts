import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coding } from "../api/sample.ts";
import { shiftDay } from "../domain/date.ts";
import type { AnswerSpan } from "../store/reader.ts";
import { answerSpan, answersOn } from "../store/span.ts";
import { adoptersOf, countsOn, curveOf, departures, yearsOf } from "./adoption.ts";

const QUESTION = "offence";
const span = (jurisdiction: string, answer: string, part: Parameters<typeof coding>[0] | object = {}): AnswerSpan =>
  answerSpan(coding({ jurisdiction, question: QUESTION, answer, ...part }));
const band = ({ answer }: { answer: string }): "yes" | "partial" | "no" => (answer === "yes" || answer === "partial" ? answer : "no");
const plain = (counts: ReadonlyMap<string, number>): Record<string, number> => Object.fromEntries(counts);

describe("the curve", () => {
  test("goes up when the law changes and down when it ends", () => {
    const curve = curveOf(
      [
        span("EU", "yes", { from: "2021-08-02", to: "2026-04-03" }),
        span("BR", "no", { from: "2000-01-01", to: "2008-11-25" }),
        span("BR", "yes", { from: "2008-11-26", change: "amendment" }),
      ],
      band,
    );
    expect(curve.coded).toBe(2);
    expect(curve.steps.map(({ day, counts }) => [day, plain(counts)])).toEqual([
      ["2000-01-01", { "not-known": 1, no: 1 }],
      ["2008-11-26", { "not-known": 1, yes: 1 }],
      ["2021-08-02", { yes: 2 }],
      ["2026-04-04", { yes: 1, "not-known": 1 }],
    ]);
    expect(departures(curve, "yes").map(({ day, move }) => [day, move.jurisdiction, move.to, move.cause])).toEqual([
      ["2026-04-04", "EU", "not-known", "ended"],
    ]);
    expect(plain(countsOn(curve, "1999-12-31"))).toEqual({ "not-known": 2 });
    expect(plain(countsOn(curve, "2026-04-03"))).toEqual({ yes: 2 });
  });

  test("a place without change is constant, one without a certain day stays unknown", () => {
    const never = { from: "2020-05", to: "2020-05-01" };
    const curve = curveOf([span("BR", "yes", { from: "1990" }), span("FR", "yes", never)], band);
    expect(curve.steps.map(({ day, counts }) => [day, plain(counts)])).toEqual([["1990-12-31", { yes: 1, "not-known": 1 }]]);
  });

  test("a start that is not known begins to be known, which is no change of the law", () => {
    const curve = curveOf([span("BR", "yes", { from: "", current: "2014" }), span("FR", "yes", { from: "2019", change: "recoding" })], band);
    expect(curve.steps.flatMap(({ moves }) => moves.map((move) => move.cause))).toEqual(["known", "recoding"]);
  });

  test("an answer that goes on in the same band makes no step", () => {
    const curve = curveOf([span("BR", "yes", { from: "2000", to: "2009-12-31" }), span("BR", "yes", { id: "br-2", from: "2010-01-01" })], band);
    expect(curve.steps).toHaveLength(1);
  });

  test("years keep their last counts, and only when they differ", () => {
    const curve = curveOf([span("BR", "yes", { from: "2000-02-01", to: "2000-03-01" }), span("FR", "no", { from: "2001-07" })], band);
    expect(yearsOf(curve).map(({ year, counts }) => [year, plain(counts)])).toEqual([[2001, { "not-known": 1, no: 1 }]]);
  });
});

describe("first adopters", () => {
  const yes = ({ answer }: { answer: string }): boolean => answer === "yes";
  test("only a known start of a change of the law is an adoption", () => {
    const found = adoptersOf(
      [
        span("PH", "yes", { from: "2009", change: "amendment" }),
        span("BR", "yes", { from: "2008-11-26", change: "amendment" }),
        span("AR", "yes", { from: "", current: "1999" }),
        span("FR", "yes", { from: "1998-06-17", change: "recoding" }),
        span("DE", "yes", { from: "2000-01-01", before: "yes" }),
        span("IT", "yes", { from: "", current: "1990", to: "1999-12-31" }),
        span("IT", "yes", { id: "it-2", from: "2000-01-01" }),
        span("ES", "no", { from: "1990" }),
      ],
      yes,
    );
    expect(found.dated.map(({ jurisdiction, day, coding: of }) => [jurisdiction, of.from, day])).toEqual([
      ["BR", "2008-11-26", "2008-11-26"],
      ["PH", "2009", "2009-12-31"],
    ]);
    expect(found.undated).toEqual(["AR", "DE", "FR", "IT"]);
  });

  test("the first time counts, not the return", () => {
    const found = adoptersOf([span("BR", "yes", { from: "2010-01-01" }), span("BR", "yes", { id: "br-0", from: "1990-01-01", to: "1995-01-01" })], yes);
    expect(found.dated.map((one) => one.day)).toEqual(["1990-01-01"]);
  });
});

const DAY = fc.integer({ min: 0, max: 20_000 }).map((days) => shiftDay("1980-01-01", days));
/** Spans of a pair that do not overlap, as the database holds them. */
const PAIR = fc
  .tuple(fc.uniqueArray(DAY, { minLength: 2, maxLength: 9 }), fc.array(fc.constantFrom("yes", "partial", "no"), { minLength: 8, maxLength: 8 }), fc.boolean())
  .map(([days, answers, open]) => {
    const sorted = [...days].sort();
    return sorted.slice(0, -1).flatMap((from, index) => {
      const last = index === sorted.length - 2;
      // Every third stretch is a gap.
      if (index % 3 === 2) return [];
      return [{ answer: answers[index] ?? "no", from, to: last && open ? "" : shiftDay(sorted[index + 1] ?? from, -1) }];
    });
  });
const SPANS = fc
  .array(PAIR, { maxLength: 12 })
  .map((pairs) => pairs.flatMap((pair, place) => pair.map(({ answer, from, to }) => span(`P${place}`, answer, { from, to, id: `p${place}-${from}` }))));

test("on every day the bands add up to the coded, and each equals the answers of that day", () => {
  fc.assert(
    fc.property(SPANS, fc.array(DAY, { maxLength: 5 }), (spans, days) => {
      const curve = curveOf(spans, band);
      for (const day of [...days, ...curve.steps.map((one) => one.day)]) {
        const counts = countsOn(curve, day);
        expect([...counts.values()].reduce((sum, one) => sum + one, 0)).toBe(curve.coded);
        const answers = answersOn(spans, day);
        for (const one of ["yes", "partial", "no", "not-known"] as const) {
          const held = answers.filter(({ coding: of }) => (of ? band(of) : "not-known") === one).length;
          expect(counts.get(one) ?? 0).toBe(held);
        }
      }
      for (const { year, counts } of yearsOf(curve)) expect(plain(counts)).toEqual(plain(countsOn(curve, `${year}-12-31`)));
    }),
  );
});
