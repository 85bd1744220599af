import fc from "fast-check";
import { expect, test } from "vitest";
import { errorsBetween } from "./distance.ts";

test("counts missing, added, changed and swapped letters", () => {
  expect(errorsBetween("groming", "grooming", 2)).toBe(1);
  expect(errorsBetween("encyrption", "encryption", 2)).toBe(1);
  expect(errorsBetween("grooming", "grooming", 2)).toBe(0);
  expect(errorsBetween("brasil", "brazil", 2)).toBe(1);
  expect(errorsBetween("one", "entirely", 2)).toBe(3);
});

test("is symmetrical, and one change is one error at most", () => {
  const word = fc.string({ minLength: 1, maxLength: 12 });
  fc.assert(fc.property(word, word, (one, other) => errorsBetween(one, other, 20) === errorsBetween(other, one, 20)));
  fc.assert(fc.property(word, fc.nat(11), (one, at) => errorsBetween(one, one.slice(0, at) + one.slice(at + 1), 3) <= 1));
});
