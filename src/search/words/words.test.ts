import { expect, test } from "vitest";
import { LOCALES } from "../../domain/locale.ts";
import { isStop } from "../ordinary.ts";
import { keyOfTokens, termsOf, tokenize } from "../token.ts";
import { CONCEPTS, KIND_KEYS, WORDS } from "./words.ts";

test.each(LOCALES)("%s has the keys of English, no others, and a word for every concept", (locale) => {
  const words = WORDS[locale];
  expect(Object.keys(words)).toEqual(Object.keys(WORDS.en));
  expect(Object.keys(words.kinds)).toEqual(KIND_KEYS);
  expect(Object.keys(words.synonyms)).toEqual(CONCEPTS);
  for (const concept of CONCEPTS) expect(words.synonyms[concept].length, concept).toBeGreaterThan(0);
  for (const code of Object.keys(words.places)) expect(code).toMatch(/^[A-Z]{2,3}(-[A-Z0-9]{2,3})?$/);
});

test.each(LOCALES)("%s: no expression is empty, given twice, or made of stop words alone", (locale) => {
  const words = WORDS[locale];
  for (const [key, list] of [...Object.entries(words.kinds), ...Object.entries(words.synonyms), ...Object.entries(words.places)]) {
    expect(new Set(list).size, key).toBe(list.length);
    for (const one of list)
      expect(
        termsOf(one).some((term) => !isStop(term)),
        `${key}: ${one}`,
      ).toBe(true);
  }
});

test("no stop word of one language is a word of substance in another", () => {
  const substance = LOCALES.flatMap((locale) => [...Object.values(WORDS[locale].synonyms), ...Object.values(WORDS[locale].kinds)].flat());
  for (const one of substance) {
    const tokens = tokenize(one);
    if (tokens.length === 1) expect(isStop(keyOfTokens(tokens)), one).toBe(false);
  }
});
