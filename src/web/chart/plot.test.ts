import { describe, expect, test } from "vitest";
import { linePath, lookOf, plotScales, spread } from "./plot.ts";

const point = (year: number, value: number | null, segment = 0) => ({ start: `${year}-01-01`, end: `${year}-12-31`, value, segment });
const ROOM = { left: 0, right: 600, top: 0, bottom: 300 };

describe("a plot", () => {
  test("joins no points across a gap or across a break that forbids comparison", () => {
    const points = [point(2019, 10), point(2020, 20), point(2021, null), point(2022, 30), point(2023, 40), point(2024, 50, 1)];
    const path = linePath(points, plotScales(points, ROOM, false));
    expect(path.match(/M/g)).toHaveLength(3);
    expect(path.match(/L/g)).toHaveLength(2);
    expect(path).toMatch(/M\d+ \d+$/);
  });
  test("the value axis holds zero, the logarithmic one does not need to", () => {
    const points = [point(2019, 1000), point(2020, 2000)];
    expect(plotScales(points, ROOM, false).y(0)).toBe(300);
    const log = plotScales(points, ROOM, true);
    expect(log.y(1000)).toBeGreaterThan(log.y(2000));
  });
  test("negative changes stand below zero", () => {
    const points = [point(2020, -50), point(2021, 25)];
    const { y } = plotScales(points, ROOM, false);
    expect(y(-50)).toBeGreaterThan(y(0));
  });
  test("labels keep their distance and stay inside", () => {
    const placed = spread([10, 10, 10, 295], 13, { top: 5, bottom: 300 });
    const sorted = [...placed].sort((a, b) => a - b);
    for (const [index, at] of sorted.entries()) if (index > 0) expect(at - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(12);
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...placed)).toBeLessThanOrEqual(300);
  });
  test("twenty series differ in colour, dashes or marker", () => {
    const looks = Array.from({ length: 20 }, (_, index) => lookOf(index));
    expect(new Set(looks.map((one) => `${one.colour} ${one.dash}`)).size).toBe(20);
  });
});
