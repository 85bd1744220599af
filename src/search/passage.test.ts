import fc from "fast-check";
import { expect, test } from "vitest";
import { passageOf } from "./passage.ts";
import { termsOf } from "./token.ts";

const marking = (words: string) => {
  const terms = new Set(termsOf(words));
  return (term: string) => terms.has(term);
};

test("marks words whatever their accents and inflection", () => {
  expect(passageOf("Les mineurs et la vérification de l'âge.", marking("mineur verification age"))).toEqual([
    "Les ",
    "mineurs",
    " et la ",
    "vérification",
    " de l'",
    "âge",
    ".",
  ]);
});

test("neighbouring matches are one mark", () => {
  expect(passageOf("Is child sexual abuse defined?", marking("child sexual abuse"))).toEqual(["Is ", "child sexual abuse", " defined?"]);
});

test("without a match the passage is the beginning", () => {
  expect(passageOf("Nothing here.", marking("grooming"))).toEqual(["Nothing here."]);
  expect(passageOf("", marking("grooming"))).toEqual([""]);
});

test("a long text is cut around the matches", () => {
  const parts = passageOf(`${"word ".repeat(200)}the grooming of a child ${"more ".repeat(200)}`, marking("grooming child"));
  expect(parts[1]).toBe("grooming");
  expect(parts.join("").length).toBeLessThan(300);
  expect(parts[0]).toMatch(/^…/);
});

test("a passage is part of its text, and its marks are matches", () => {
  const pieces = fc.array(fc.constantFrom("child ", "l'enfant ", "2021/1232, ", "x", " ", "grooming. ", "児童 "), { maxLength: 120 });
  fc.assert(
    fc.property(pieces, (given) => {
      const text = given.join("");
      const parts = passageOf(text, marking("child grooming 1232"));
      expect(text).toContain(parts.join("").replace(/^…|…$/g, ""));
      for (const [index, part] of parts.entries()) if (index % 2 === 1) expect(part).toMatch(/child|grooming|1232/);
    }),
  );
});
