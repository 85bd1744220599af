import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classesOf, classOf } from "./classes.ts";

describe("classes of numbers", () => {
  it("are five at most, in order, without gaps for any value, and keep equal numbers together", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 200 }), (values) => {
        const classes = classesOf(values);
        expect(classes.length).toBe(Math.min(5, new Set(values).size));
        for (const value of values) expect(classOf(classes, value)).toBeGreaterThan(0);
        for (const [index, one] of classes.entries()) {
          expect(one.from).toBeLessThanOrEqual(one.to);
          const next = classes[index + 1];
          if (next) expect(one.to).toBeLessThan(next.from);
        }
      }),
    );
  });

  it("give no class to a number outside", () => {
    expect(classOf(classesOf([1, 2]), 3)).toBe(0);
  });
});
