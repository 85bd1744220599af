import { expect, test } from "vitest";
import { breadth, cut, wrapped } from "./letter.ts";

test("letters of Chinese and Japanese take nearly the room of two, marks above and below none", () => {
  expect(breadth("abc")).toBe(3);
  expect(breadth("法律")).toBeCloseTo(3.6);
  expect(breadth("हिन्दी")).toBe(breadth("हनद") + 2);
  expect(breadth("\u2068EU\u2069")).toBe(2);
});

test("a text is cut between letters as readers see them", () => {
  expect(cut("Germany", 7)).toBe("Germany");
  expect(cut("Germany and more", 7)).toBe("German…");
  expect(cut("欧州連合の加盟国", 6)).toBe("欧州…");
  expect(cut("हिन्दी में लिखा", 4).endsWith("…")).toBe(true);
});

test("text is wrapped between words", () => {
  expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapped("a  b", 9)).toEqual(["a  b"]);
});

test("without spaces text is wrapped between letters, but no line begins with a stop or ends with an opening bracket", () => {
  const lines = wrapped("通報の件数は虐待の量ではありません。欧州連合（EU）の加盟国", 20);
  expect(lines.join("")).toBe("通報の件数は虐待の量ではありません。欧州連合（EU）の加盟国");
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    expect(breadth(line)).toBeLessThanOrEqual(22);
    expect(line).not.toMatch(/^[、。）]|（$/);
  }
});
