import { LOCALES, type Locale } from "../domain/locale.ts";
import { sequence } from "./phrase.ts";
import { keyOfTokens, tokenize } from "./token.ts";
import { CONCEPTS, type Concept, KIND_KEYS, type KindKey, WORDS } from "./words/words.ts";

/** Words for a kind of record, such as "consultation" or "bill". */
export interface KindWord {
  readonly kind: string;
  readonly sort: string;
}

const concepts = new Map<string, readonly Concept[]>();
let longest = 1;
for (const concept of CONCEPTS) {
  for (const locale of LOCALES) {
    for (const expression of WORDS[locale].synonyms[concept]) {
      const tokens = tokenize(expression);
      const key = keyOfTokens(tokens);
      const known = concepts.get(key) ?? [];
      if (!known.includes(concept)) concepts.set(key, [...known, concept]);
      longest = Math.max(longest, tokens.length);
    }
  }
}

/** Number of words of the longest expression that has synonyms. */
export const LONGEST_SYNONYM: number = longest;

/** What an expression of any language (as a key of tokens) is about; undefined when nothing is known of it. */
export function conceptsOf(key: string): readonly Concept[] | undefined {
  return concepts.get(key);
}

const queries = new Map<string, readonly string[]>();

/** The expressions of a concept as tsqueries: those of the language, and the English ones, because a record may exist only in English. */
export function synonymQueries(concept: Concept, locale: Locale): readonly string[] {
  const key = `${locale}/${concept}`;
  const before = queries.get(key);
  if (before) return before;
  const made = [...new Set(written(concept, locale).map((one) => sequence(tokenize(one))))].filter(Boolean);
  queries.set(key, made);
  return made;
}

/** The expressions of a concept as they are written, in the language and in English. */
export function written(concept: Concept, locale: Locale): readonly string[] {
  return [...WORDS[locale].synonyms[concept], ...(locale === "en" ? [] : WORDS.en.synonyms[concept])];
}

/** Single words of a language that have synonyms, for typing errors in them: the record need not hold them itself. */
export function wordsWithSynonyms(locale: Locale): string[] {
  return CONCEPTS.flatMap((concept) => WORDS[locale].synonyms[concept]).filter((one) => tokenize(one).length === 1);
}

/** Kinds of record by the expression that names them. */
export const KIND_WORDS: ReadonlyMap<string, readonly KindWord[]> = (() => {
  const found = new Map<string, KindWord[]>();
  for (const key of KIND_KEYS) {
    const [kind = "", sort = ""] = key.split("/");
    const words = new Set(LOCALES.flatMap((locale) => WORDS[locale].kinds[key].map((one) => keyOfTokens(tokenize(one)))));
    for (const word of words) found.set(word, [...(found.get(word) ?? []), { kind, sort }]);
  }
  return found;
})();

/** The words by which a record of this kind is found in a language, separated as titles are. */
export function kindWords(kind: string, sort: string, locale: Locale): string {
  const key = `${locale}/${kind}/${sort}`;
  const before = kindTexts.get(key);
  if (before !== undefined) return before;
  const keys = [kind, `${kind}/${sort}`].filter((one): one is KindKey => one in WORDS.en.kinds);
  const text = keys.flatMap((one) => WORDS[locale].kinds[one]).join(" · ");
  kindTexts.set(key, text);
  return text;
}

const kindTexts = new Map<string, string>();
