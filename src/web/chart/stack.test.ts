import fc from "fast-check";
import { expect, test } from "vitest";
import { stackPaths } from "./stack.ts";

const FRAME = { end: 100, height: 50, most: 10 };

test("bands stand on each other, and a band that nobody is in is not drawn", () => {
  const paths = stackPaths(
    [
      { x: 0, counts: new Map([["unknown", 10]]) },
      {
        x: 40,
        counts: new Map([
          ["yes", 4],
          ["unknown", 6],
        ]),
      },
    ],
    ["yes", "no", "unknown"],
    FRAME,
  );
  expect(paths).toEqual([
    { band: "yes", d: "M0 50H40V30H100V50H0z" },
    { band: "unknown", d: "M0 0H100V30H40V50H0z" },
  ]);
});

test("of several steps at one place the last one counts", () => {
  const [path] = stackPaths(
    [
      { x: 0, counts: new Map([["yes", 1]]) },
      { x: 0, counts: new Map([["yes", 10]]) },
    ],
    ["yes"],
    FRAME,
  );
  expect(path?.d).toBe("M0 0H100V50H0z");
});

/** Area that a path of the form M x y (H x V y)* H x z encloses, by the shoelace formula. */
function areaOf(d: string): number {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, letter, first, second] of d.matchAll(/([MHV])([\d.]+)(?: ([\d.]+))?/g)) {
    if (letter === "M") [x, y] = [Number(first), Number(second)];
    else if (letter === "H") x = Number(first);
    else y = Number(first);
    points.push([x, y]);
  }
  return Math.abs(
    points.reduce((sum, [px, py], index) => {
      const [qx, qy] = points[(index + 1) % points.length] ?? [0, 0];
      return sum + px * qy - qx * py;
    }, 0) / 2,
  );
}

test("the areas add up to what was counted, whatever the steps", () => {
  const step = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 10 }));
  fc.assert(
    fc.property(fc.uniqueArray(step, { maxLength: 20, selector: ([x]) => x }), (steps) => {
      const points = [[0, 0] as const, ...steps]
        .sort(([a], [b]) => a - b)
        .map(([x, yes]) => ({
          x,
          counts: new Map([
            ["yes", yes],
            ["unknown", 10 - yes],
          ]),
        }));
      const paths = stackPaths(points, ["yes", "unknown"], FRAME);
      expect(paths.reduce((sum, { d }) => sum + areaOf(d), 0)).toBeCloseTo(FRAME.end * FRAME.height, 6);
      const expected = points.reduce((sum, point, index) => sum + ((points[index + 1]?.x ?? FRAME.end) - point.x) * (point.counts.get("yes") ?? 0) * 5, 0);
      const drawn = paths.find((one) => one.band === "yes");
      expect(drawn ? areaOf(drawn.d) : 0).toBeCloseTo(expected, 6);
    }),
  );
});
