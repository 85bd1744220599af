import fc from "fast-check";
import { expect, test } from "vitest";
import { placeLabels } from "./tier.ts";

const wishes = fc
  .array(fc.record({ at: fc.double({ min: 0, max: 700, noNaN: true }), width: fc.double({ min: 1, max: 300, noNaN: true }) }), { maxLength: 40 })
  .map((all) => all.sort((a, b) => a.at - b.at));

test("no label covers another, none leaves the frame, every one is placed", () => {
  fc.assert(
    fc.property(wishes, (all) => {
      const placed = placeLabels(all, 700);
      expect(placed).toHaveLength(all.length);
      placed.forEach((one, index) => {
        const end = one.start + (all[index]?.width ?? 0);
        expect(one.start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(700.001);
        placed.slice(0, index).forEach((other, place) => {
          // The thread of a later mark must pass beside the labels of earlier ones that hang no higher than its own.
          const mark = all[index]?.at ?? 0;
          if (mark > other.start && mark < other.start + (all[place]?.width ?? 0)) expect(other.tier).toBeGreaterThan(one.tier);
          if (other.tier === one.tier) expect(other.start + (all[place]?.width ?? 0)).toBeLessThanOrEqual(one.start);
        });
      });
    }),
  );
});

test("labels with room stand on the nearest line", () => {
  expect(
    placeLabels(
      [
        { at: 100, width: 50 },
        { at: 300, width: 50 },
      ],
      700,
    ).map((one) => one.tier),
  ).toEqual([0, 0]);
  expect(
    placeLabels(
      [
        { at: 100, width: 50 },
        { at: 110, width: 50 },
      ],
      700,
    ).map((one) => one.tier),
  ).toEqual([1, 0]);
});
