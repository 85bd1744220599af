import type { SiteLocale } from "../domain/locale.ts";
import kinds from "./kinds.json" with { type: "json" };
import groups from "./synonyms.json" with { type: "json" };
import { termsOf } from "./token.ts";

/** Expressions that mean much the same, each as its terms. English and French stand together: a record may have only one. */
export interface Synonyms {
  /** The expressions that a typed one (terms joined by spaces) also stands for. */
  readonly of: ReadonlyMap<string, ReadonlyArray<readonly string[]>>;
  /** The same expressions as they are written. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}

/** Words for a kind of record, such as "consultation" or "bill". */
export interface KindWord {
  readonly kind: string;
  readonly sort: string;
}

function collect(): Synonyms {
  const of = new Map<string, ReadonlyArray<readonly string[]>>();
  const written = new Map<string, readonly string[]>();
  let longest = 1;
  for (const group of groups) {
    const expressions = [...group.en, ...group.fr].map((one) => termsOf(one));
    for (const expression of expressions) {
      const key = expression.join(" ");
      of.set(key, [...(of.get(key) ?? []), ...expressions.filter((other) => other.join(" ") !== key)]);
      written.set(key, [...(written.get(key) ?? []), ...group.en, ...group.fr]);
      longest = Math.max(longest, expression.length);
    }
  }
  return { of, written, longest };
}

export const SYNONYMS: Synonyms = collect();

/** Kinds of record by the expression that names them. */
export const KIND_WORDS: ReadonlyMap<string, readonly KindWord[]> = (() => {
  const found = new Map<string, KindWord[]>();
  for (const { kind, sort, en, fr } of kinds) {
    for (const word of new Set([...en, ...fr].map((one) => termsOf(one).join(" ")))) found.set(word, [...(found.get(word) ?? []), { kind, sort }]);
  }
  return found;
})();

/** The words by which a record of this kind is found in a language, joined by spaces. */
export function kindWords(kind: string, sort: string, locale: SiteLocale): string {
  const key = `${kind}/${sort}/${locale}`;
  const words = KIND_TEXTS.get(key) ?? joinKindWords(kind, sort, locale);
  KIND_TEXTS.set(key, words);
  return words;
}

const KIND_TEXTS = new Map<string, string>();

function joinKindWords(kind: string, sort: string, locale: SiteLocale): string {
  return kinds
    .filter((one) => one.kind === kind && (one.sort === "" || one.sort === sort))
    .flatMap((one) => one[locale])
    .join(" · ");
}
