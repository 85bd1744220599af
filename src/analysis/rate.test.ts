import { describe, expect, test } from "vitest";
import { canStandOnLog, changeFrom, forbidsComparison, indexOn, perHead, populationFor, segmentOf } from "./rate.ts";

describe("rates, changes, indices", () => {
  test("a rate is per 100,000 residents", () => {
    expect(perHead(138_193, 83_797_985)).toBeCloseTo(164.9121, 4);
    expect(perHead(0, 1000)).toBe(0);
  });
  test("the population is that of the year, or at most two years older", () => {
    const years = new Map([
      [2019, 100],
      [2021, 110],
    ]);
    expect(populationFor(2021, years)).toEqual({ value: 110, year: "2021" });
    expect(populationFor(2020, years)).toEqual({ value: 100, year: "2019" });
    expect(populationFor(2023, years)).toEqual({ value: 110, year: "2021" });
    expect(populationFor(2024, years)).toBeNull();
    expect(populationFor(2018, years)).toBeNull();
  });
  test("nothing is divided by zero", () => {
    expect(changeFrom(0, 5)).toBeNull();
    expect(indexOn(0, 5)).toBeNull();
    expect(changeFrom(1_046_349, 555_834)).toBeCloseTo(-46.879, 3);
    expect(indexOn(50, 75)).toBe(150);
  });
  test("a logarithm needs values above zero", () => {
    expect(canStandOnLog([1, 10])).toBe(true);
    expect(canStandOnLog([0, 10])).toBe(false);
    expect(canStandOnLog([])).toBe(false);
  });
  test("the country lists of 2023 and 2024 do not compare; the GPCEP sum knows no such break", () => {
    expect(forbidsComparison("country-list-counts-agencies-2024", "cybertipline-by-country", "reports")).toBe(true);
    expect(forbidsComparison("country-list-counts-agencies-2024", "eu-eprivacy-before-after", "eu27-reports-sum-of-countries")).toBe(true);
    expect(forbidsComparison("country-list-counts-agencies-2024", "eu-eprivacy-before-after", "eu27-referrals-gpcep-sum-rounded")).toBe(false);
    expect(forbidsComparison("bundling-2024", "cybertipline-totals", "reports")).toBe(true);
    expect(forbidsComparison("bundling-2024", "cybertipline-totals", "incidents-rounded")).toBe(false);
    expect(forbidsComparison("messaging-under-eprivacy", "cybertipline-by-country", "reports")).toBe(false);
    expect([segmentOf("2023-12-31", ["2024-01-01"]), segmentOf("2024-12-31", ["2024-01-01"])]).toEqual([0, 1]);
  });
});
