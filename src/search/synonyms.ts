import { LOCALES, type Locale } from "../domain/locale.ts";
import { sequence } from "./phrase.ts";
import { keyOfTokens, tokenize } from "./token.ts";
import { CONCEPTS, type Concept, KIND_KEYS, type KindKey, WORDS } from "./words/words.ts";

/** Words for a kind of record, such as "consultation" or "bill". */
export interface KindWord {
  readonly kind: string;
  readonly sort: string;
}

interface Expressions {
  readonly concepts: ReadonlyMap<string, readonly Concept[]>;
  readonly kinds: ReadonlyMap<string, readonly KindWord[]>;
  readonly longest: number;
}

let expressions: Expressions | null = null;

// Worked out when the first query comes: a start need not wait for it.
function known(): Expressions {
  expressions ??= collect();
  return expressions;
}

function collect(): Expressions {
  const concepts = new Map<string, Concept[]>();
  const kinds = new Map<string, KindWord[]>();
  let longest = 1;
  for (const locale of LOCALES) {
    for (const concept of CONCEPTS) {
      for (const expression of WORDS[locale].synonyms[concept]) {
        const tokens = tokenize(expression);
        longest = Math.max(longest, tokens.length);
        const list = listOf(concepts, keyOfTokens(tokens));
        if (!list.includes(concept)) list.push(concept);
      }
    }
    for (const key of KIND_KEYS) {
      const [kind = "", sort = ""] = key.split("/");
      for (const expression of WORDS[locale].kinds[key]) {
        const list = listOf(kinds, keyOfTokens(tokenize(expression)));
        if (!list.some((one) => one.kind === kind && one.sort === sort)) list.push({ kind, sort });
      }
    }
  }
  return { concepts, kinds, longest };
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const before = lists.get(key);
  if (before) return before;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}

/** Number of words of the longest expression that has synonyms. */
export function longestSynonym(): number {
  return known().longest;
}

/** What an expression of any language (as a key of tokens) is about; undefined when nothing is known of it. */
export function conceptsOf(key: string): readonly Concept[] | undefined {
  return known().concepts.get(key);
}

/** Kinds of record that an expression of any language (as a key of tokens) names. */
export function kindsOf(key: string): readonly KindWord[] | undefined {
  return known().kinds.get(key);
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
