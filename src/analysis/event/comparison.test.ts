import { describe, expect, it } from "vitest";
import { type Beside, type Comparison, comparisonOf } from "./comparison.ts";
import { chance, normal, simulated } from "./specimen.ts";
import { type Asked, type Point, studyOf } from "./study.ts";

const FIRST = 48;
const MONTHS = 84;
const ASKED: Asked = { unit: "month", at: "2014-01-01", model: "quasi-poisson", harmonics: 2, slope: false, breaks: [] };
const QUIET = { slope: 0, spread: 0.02, correlation: 0 };

function besideOf(series: ReadonlyArray<readonly Point[]>): Beside[] {
  return series.map((points, number) => ({ id: `s${number}`, label: `Series ${number}`, points }));
}

function compared(points: readonly Point[], beside: readonly Beside[], asked: Asked = ASKED): Comparison {
  const result = studyOf(points, asked);
  if (result.kind === "refused") throw new Error(result.reason);
  const found = comparisonOf(points, asked, result, "Studied", beside);
  if (found.kind === "none") throw new Error(JSON.stringify(found.leftOut));
  return found;
}

function yearly(values: readonly number[]): Point[] {
  return values.map((value, row) => ({ period: String(2016 + row), index: 2016 + row, value, offset: 0 }));
}

describe("monthly series", () => {
  const seriesOf = (steps: readonly number[], trend = 0.004) => {
    const next = chance(7);
    return steps.map((step, number) => simulated({ ...QUIET, step, trend: number === 0 ? trend : 0.004 }, FIRST, MONTHS, next));
  };

  it("finds no difference where all series drop alike", () => {
    const [studied = [], ...others] = seriesOf(Array(9).fill(-0.5));
    const found = compared(studied, besideOf(others));
    expect(found.kind).toBe("study");
    expect(Math.abs(Math.log(found.ratio))).toBeLessThan(0.08);
    expect(found.interval?.[0]).toBeLessThan(1);
    expect(found.interval?.[1]).toBeGreaterThan(1);
    expect(found.pooled).toBeCloseTo(Math.exp(-0.5), 1);
    expect(found.trend?.interval[0]).toBeLessThan(1);
    expect(found.trend?.interval[1]).toBeGreaterThan(1);
  });

  it("finds the drop of the studied series alone, and ranks it first", () => {
    const [studied = [], ...others] = seriesOf([-0.5, ...Array(19).fill(0)]);
    const found = compared(studied, besideOf(others));
    expect(found.ratio).toBeCloseTo(Math.exp(-0.5), 1);
    expect(found.interval?.[1]).toBeLessThan(1);
    expect(found).toMatchObject({ rank: 1, among: 20, p: 0.05, smallest: 0.05 });
    expect(found.places[0]).toMatchObject({ id: "", label: "Studied", effect: found.ratio });
    // Each placebo in place is set against all the others, the studied one among them.
    const logs = found.places.map((one) => Math.log(one.step));
    for (const one of found.places) {
      const others = (logs.reduce((sum, value) => sum + value, 0) - Math.log(one.step)) / 19;
      expect(Math.log(one.effect)).toBeCloseTo(Math.log(one.step) - others, 10);
    }
  });

  it("sees that the trends differed before", () => {
    const [studied = [], ...others] = seriesOf(Array(7).fill(0), 0.02);
    const found = compared(studied, besideOf(others));
    expect(found.trend?.value).toBeCloseTo(Math.exp(12 * 0.016), 1);
    expect(found.trend?.interval[0]).toBeGreaterThan(1);
  });

  it("says nothing from the rank of fewer than five series, and nothing of spread from one", () => {
    const [studied = [], ...others] = seriesOf(Array(5).fill(0));
    expect(compared(studied, besideOf(others))).toMatchObject({ p: null, smallest: 0.2, among: 5 });
    const one = compared(studied, besideOf(others.slice(0, 1)));
    expect(one).toMatchObject({ p: null, spread: null, among: 2, rank: 2 });
    expect(one.interval).not.toBeNull();
  });

  it("leaves out what cannot be set beside it, and says so", () => {
    const [studied = [], other = [], third = []] = seriesOf([0, 0, 0]);
    const found = compared(studied, [
      ...besideOf([other, other.slice(0, 50), other.slice(0, 40)]),
      { id: "zero", label: "Zero", points: third.map((point) => (point.index >= 2014 * 12 ? { ...point, value: 0 } : point)) },
    ]);
    expect(found.leftOut.map((one) => [one.id, one.reason])).toEqual([
      ["s1", "few"],
      ["s2", "periods"],
      ["zero", "zero"],
    ]);
    // What lies outside the periods of the studied series is not looked at: a break that ended that one holds for all.
    const half = compared(studied.slice(20), besideOf([other]));
    expect(half.ratio).toBe(compared(studied.slice(20), besideOf([other.slice(20)])).ratio);
  });

  it("works for the linear model, whose step is a difference", () => {
    const [studied = [], ...others] = seriesOf([-0.5, 0, 0, 0, 0, 0]);
    const found = compared(studied, besideOf(others), { ...ASKED, model: "linear" });
    expect(found.ratio).toBeGreaterThan(0.5);
    expect(found.ratio).toBeLessThan(0.7);
    expect(found.interval?.[1]).toBeLessThan(1);
  });
});

describe("few points", () => {
  const asked: Asked = { ...ASKED, unit: "year", at: "2019-01-01", harmonics: 0 };
  it("gives the ratio of ratios with an interval and no trend", () => {
    const others = besideOf([yearly([100, 110, 90, 100, 105, 95]), yearly([200, 180, 220, 190, 200, 210]), yearly([10, 12, 11, 11, 12, 10])]);
    const found = compared(yearly([100, 110, 90, 50, 55, 45]), others, asked);
    expect(found).toMatchObject({ kind: "few", trend: null, p: null });
    expect(found.ratio).toBeCloseTo(0.5, 2);
    expect(found.interval?.[1]).toBeLessThan(0.8);
  });
  it("covers with five years and eight series that drift by themselves, and with one year on each side", () => {
    const runs = 300;
    for (const years of [5, 2]) {
      const turn = years === 5 ? 2 : 1;
      let covered = 0;
      for (let run = 0; run < runs; run += 1) {
        const next = chance(77_000 + run);
        const effect = run % 2 === 0 ? 0 : -0.6;
        const [studied = [], ...others] = Array.from({ length: 9 }, (_, number) => {
          const drift = 0.1 + 0.15 * normal(next);
          return yearly(
            Array.from({ length: years }, (_unused, row) => 1000 * Math.exp(drift * row + 0.1 * normal(next) + (number === 0 && row >= turn ? effect : 0))),
          );
        });
        const { interval } = compared(studied, besideOf(others), { ...asked, at: `${2016 + turn}-01-01` });
        covered += Number(interval !== null && interval[0] <= Math.exp(effect) && Math.exp(effect) <= interval[1]);
      }
      expect(covered / runs).toBeGreaterThan(0.93);
      expect(covered / runs).toBeLessThan(0.97);
    }
  });
  it("takes only series with the same periods", () => {
    const studied = yearly([100, 110, 90, 50, 55, 45]);
    const result = studyOf(studied, asked);
    if (result.kind === "refused") throw new Error("refused");
    expect(comparisonOf(studied, asked, result, "", besideOf([studied.slice(1)]))).toEqual({
      kind: "none",
      leftOut: [{ id: "s0", label: "Series 0", reason: "periods" }],
    });
  });
  it("gives no interval where single points leave nothing to judge by", () => {
    const found = compared(yearly([100, 50]), besideOf([yearly([100, 100])]), { ...asked, at: "2017-01-01" });
    expect(found).toMatchObject({ ratio: 0.5, interval: null });
  });
});

describe("300 simulated comparisons", () => {
  it.each([
    ["series that move alike", 0],
    ["series whose steps differ by themselves", 0.15],
  ])("intervals cover and ranks reject as they should: %s", (_, spread) => {
    let covered = 0;
    let rejected = 0;
    const runs = 150;
    for (let run = 0; run < runs; run += 1) {
      const next = chance(31_000 + run);
      const effect = run % 2 === 0 ? 0 : -0.3;
      const [studied = [], ...others] = Array.from({ length: 7 }, (_unused, number) =>
        simulated({ step: -0.2 + spread * normal(next) + (number === 0 ? effect : 0), slope: 0, spread: 0.08, correlation: 0.2 }, 36, 60, next),
      );
      const found = compared(studied, besideOf(others), { ...ASKED, at: "2013-01-01" });
      const [from, to] = found.interval ?? [0, 0];
      covered += Number(from <= Math.exp(effect) && Math.exp(effect) <= to);
      if (effect === 0) rejected += Number((found.p ?? 1) <= 1 / 7);
    }
    expect(covered / runs).toBeGreaterThan(0.92);
    expect(covered / runs).toBeLessThan(0.99);
    // One series in seven is the furthest from the others by chance alone.
    expect(rejected / (runs / 2)).toBeGreaterThan(0.05);
    expect(rejected / (runs / 2)).toBeLessThan(0.25);
  });
});
