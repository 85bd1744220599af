import type { Locale } from "../../domain/locale.ts";
import ar from "./ar.json" with { type: "json" };
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import hi from "./hi.json" with { type: "json" };
import ja from "./ja.json" with { type: "json" };
import pt from "./pt.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };
import zh from "./zh.json" with { type: "json" };

/** What search knows of a language: every language has the same keys, so that none is forgotten. */
export interface Words {
  /** Words that carry no meaning in a search, separated by spaces. None may be a word of substance in another of the languages. */
  readonly stop: string;
  /** Words that most searches here could do without, such as "law". */
  readonly weak: string;
  /** Words that are also the name of a place in some language, but not meant as one. */
  readonly notPlaces: readonly string[];
  /** Words for a kind of record, by `kind` or `kind/sort`. */
  readonly kinds: Readonly<Record<KindKey, readonly string[]>>;
  /** Expressions that mean much the same, by concept; also those that we avoid, because readers type them. */
  readonly synonyms: Readonly<Record<Concept, readonly string[]>>;
  /** Short names, adjectives and old names of places, by jurisdiction code. */
  readonly places: Readonly<Record<string, readonly string[]>>;
}

export type KindKey = keyof typeof en.kinds;
export type Concept = keyof typeof en.synonyms;

export const WORDS: Readonly<Record<Locale, Words>> = { en, fr, es, pt, ar, de, hi, ja, ru, zh };

export const KIND_KEYS = Object.keys(en.kinds) as readonly KindKey[];
export const CONCEPTS = Object.keys(en.synonyms) as readonly Concept[];
