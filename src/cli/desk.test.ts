import { expect, test } from "vitest";
import { plain, plainly } from "./desk.ts";

test("what would steer a terminal is written as its number", () => {
  expect(plain("\u001b[2Ja\u009b31m\u0007\rb\nc\u202ed")).toBe("\\u{1b}[2Ja\\u{9b}31m\\u{7}\\u{d}b\nc\\u{202e}d");
  expect(plain("العربية — “fine”")).toBe("العربية — “fine”");
  expect(plainly([{ what: "\u001b", count: 1, none: null }])).toEqual([{ what: "\\u{1b}", count: 1, none: null }]);
});
