import { describe, expect, test } from "vitest";
import { type Part, sumOf } from "./sum.ts";

const exact = (value: number): Part => ({ value, status: "exact" });
const hidden: Part = { value: null, status: "suppressed" };
const gone: Part = { value: null, status: "missing" };

describe("a sum of figures", () => {
  test("adds what has a value", () => {
    expect(sumOf([exact(3), exact(0), { value: 4, status: "derived" }])).toMatchObject({ value: 7, status: "derived", atLeast: false });
  });
  test("is rough when a part is rounded", () => {
    expect(sumOf([exact(3), { value: 100, status: "rounded" }])).toMatchObject({ value: 103, status: "rounded", atLeast: false });
  });
  test("is a lower bound when a part is suppressed, missing or not there at all", () => {
    expect(sumOf([exact(3), hidden])).toMatchObject({ value: 3, atLeast: true, suppressed: 1, missing: 0 });
    expect(sumOf([exact(3), gone])).toMatchObject({ value: 3, atLeast: true, suppressed: 0, missing: 1 });
    expect(sumOf([exact(3)], 2)).toMatchObject({ value: 3, atLeast: true, missing: 1 });
  });
  test("of nothing but suppressed parts is suppressed, never 0", () => {
    expect(sumOf([hidden, hidden])).toMatchObject({ value: null, status: "suppressed" });
    expect(sumOf([gone])).toMatchObject({ value: null, status: "missing" });
    expect(sumOf([])).toMatchObject({ value: null, status: "missing" });
  });
  test("is held back beside a published total when exactly one part is suppressed", () => {
    expect(sumOf([exact(60), exact(70), hidden], 3, exact(150))).toMatchObject({ value: null, status: "suppressed", withheld: true });
    expect(sumOf([exact(60), hidden, hidden], 3, exact(150))).toMatchObject({ value: 60, withheld: false });
    expect(sumOf([exact(60), exact(70), hidden], 3, gone)).toMatchObject({ value: 130, withheld: false });
    expect(sumOf([exact(60), exact(70)], 2, exact(130))).toMatchObject({ value: 130, withheld: false });
  });
});
