import { describe, expect, it } from "vitest";
import { numbered, periodName, turnOf } from "./period.ts";
import { readSeries } from "./series.ts";
import { type Asked, type Point, studyOf } from "./study.ts";

describe("a series as text", () => {
  it("reads periods, values and denominators, in any order of lines", () => {
    const read = readSeries('period;value;offset\n2005-02;7;1000\n2005-01;"5";2000\n\n2005-03;;1000\n2005-04;<50;1000\n');
    if (!("series" in read)) throw new Error("not read");
    expect(read.series).toMatchObject({ unit: "month", missing: ["2005-03", "2005-04"], offset: "denominator" });
    expect(read.series.points.map((one) => [one.period, one.value, one.offset])).toEqual([
      ["2005-01", 5, Math.log(2000)],
      ["2005-02", 7, Math.log(1000)],
    ]);
  });
  it("reads small offsets as logarithms, unless it is told otherwise", () => {
    const text = "period,value,offset\n2005,7,1.5\n2006,8,1.6";
    const offsets = (kind?: "denominator") => {
      const read = readSeries(text, kind);
      return "series" in read ? read.series.points.map((one) => one.offset) : [];
    };
    expect(offsets()).toEqual([1.5, 1.6]);
    expect(offsets("denominator")).toEqual([Math.log(1.5), Math.log(1.6)]);
  });
  it("reads further columns of values as series to set it against, each with denominators of its own", () => {
    const read = readSeries("period,value,offset,value Île-de-France,offset Île-de-France,value-B,note\n2006,4,400,,9,1,x\n2005,3,300,7,700,2,y");
    if (!("series" in read)) throw new Error("not read");
    expect(read.series.points.map((one) => one.value)).toEqual([3, 4]);
    expect(read.series.beside.map(({ label, points }) => [label, points.map((one) => [one.period, one.value, one.offset])])).toEqual([
      ["Île-de-France", [["2005", 7, Math.log(700)]]],
      [
        "B",
        [
          ["2005", 2, 0],
          ["2006", 1, 0],
        ],
      ],
    ]);
    const bad = readSeries("period,value,value B\n2005,3,x\n2006,y,1");
    expect("problems" in bad ? bad.problems.map((one) => [one.line, one.code]) : []).toEqual([
      [2, "value"],
      [3, "value"],
    ]);
  });
  it.each([
    ["", [[0, "empty"]]],
    ["year,count\n2005,1", [[1, "columns"]]],
    [
      "period,value\n2005-13,1\n2005-01,x\n2005-02,1,2\n2005-03,1\n2005-03,2\n2005,4",
      [
        [2, "period"],
        [3, "value"],
        [4, "cells"],
        [6, "twice"],
        [7, "unit"],
      ],
    ],
    ["period,value,offset\n2005,1,100\n2006,1,0", [[3, "offset"]]],
    ["period,value\n2005,1 000", [[2, "value"]]],
    ["period,value\n2005,", [[0, "empty"]]],
  ])("names the lines that cannot be read: %j", (text, wanted) => {
    const read = readSeries(text);
    expect("problems" in read ? read.problems.map((one) => [one.line, one.code]) : []).toEqual(wanted);
  });
});

describe("periods", () => {
  it("numbers and names them", () => {
    for (const text of ["2005-01", "2005-12", "2005-Q4", "2005-H2", "1999"]) {
      const found = numbered(text);
      expect(found && periodName(found.unit, found.index)).toBe(text);
    }
    expect(numbered("2005-00")).toBeNull();
  });
  it("puts a period on the side on which most of its days lie", () => {
    expect(periodName("month", turnOf("month", "2005-01-10").first)).toBe("2005-01");
    expect(periodName("month", turnOf("month", "2005-01-20").first)).toBe("2005-02");
    expect(periodName("year", turnOf("year", "2020-12-21").first)).toBe("2021");
    expect(periodName("year", turnOf("year", "2024-05-07").first)).toBe("2024");
    expect(turnOf("year", "2020-12-21").share).toBeCloseTo(11 / 366);
  });
});

describe("what cannot be judged", () => {
  const yearly = (values: readonly number[]): Point[] => values.map((value, row) => ({ period: String(2016 + row), index: 2016 + row, value, offset: 0 }));
  const asked: Asked = { unit: "year", at: "2019-01-01", model: "quasi-poisson", harmonics: 0, slope: false, breaks: [] };
  it("gives a ratio with an interval for few points, and no trend", () => {
    const few = studyOf(yearly([100, 110, 90, 60, 50, 70]), asked);
    expect(few).toMatchObject({ kind: "few", before: 3, after: 3, ratio: 0.6 });
    if (few.kind !== "few" || !few.interval) throw new Error("no interval");
    expect(few.interval[0]).toBeLessThan(0.6);
    expect(few.interval[1]).toBeGreaterThan(0.6);
    expect(few.interval[1]).toBeLessThan(1);
    expect(few).not.toHaveProperty("trend");
  });
  it("gives no interval for one point on each side", () => {
    expect(studyOf(yearly([100, 50]), { ...asked, at: "2017-01-01" })).toMatchObject({ kind: "few", ratio: 0.5, interval: null });
  });
  it("refuses a day without points on both sides, and negative counts", () => {
    expect(studyOf(yearly([1, 2]), { ...asked, at: "2010-01-01" })).toEqual({ kind: "refused", reason: "no-before" });
    expect(studyOf(yearly([1, 2]), { ...asked, at: "2030-01-01" })).toEqual({ kind: "refused", reason: "no-after" });
    expect(studyOf(yearly([1, -2, 3, 4]), asked)).toEqual({ kind: "refused", reason: "negative" });
    expect(studyOf(yearly(Array.from({ length: 20 }, (_, row) => (row < 10 ? 0 : 5))), { ...asked, at: "2026-01-01" })).toEqual({
      kind: "refused",
      reason: "all-zero",
    });
  });
  it("lets a break take a step of its own", () => {
    const points = yearly(Array.from({ length: 30 }, (_, row) => Math.round((row >= 20 ? 50 : 100) * (1 + 0.01 * (row % 3)))));
    const without = studyOf(points, { ...asked, at: "2026-01-01" });
    const adjusted = studyOf(points, { ...asked, at: "2026-01-01", breaks: ["2036-01-01"] });
    if (without.kind !== "study" || adjusted.kind !== "study") throw new Error("no study");
    expect(Math.abs(adjusted.step.ratio - 1)).toBeLessThan(0.02);
    expect(Math.abs(without.step.ratio - 1)).toBeGreaterThan(0.05);
    expect(adjusted.step.size).not.toBe(without.step.size);
  });
});
