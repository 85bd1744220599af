import type { Locale } from "../../domain/locale.ts";
import type { AtlasRecord, Kind } from "../../domain/record.ts";
import { type Text, type TextState, textHash } from "../../domain/text.ts";
import { WORDED_KINDS, wordingsOf } from "../../domain/wording.ts";

/** Where a text stands: a message of the interface, or a field of a record. */
export type Home = "message" | Kind;

/** One text that is translated, with its translation into one language. */
export interface Unit {
  readonly home: Home;
  /** The section of a message, the id of a record. */
  readonly record: string;
  /** The name of a message, the path of a field. */
  readonly field: string;
  /** The English. */
  readonly source: string;
  /** The translation; null when there is none. */
  readonly text: string | null;
  /** Hash of the English that it translates; empty when there is no translation. */
  readonly of: string;
  readonly state: Exclude<TextState, "source">;
  /** Who wrote the translation, also when it is stale by now; null when there is none. */
  readonly by: Text["state"] | null;
}

/** The interface as translators see it: messages by `section.name`, and what each translation translates. */
export interface Interface {
  readonly english: ReadonlyMap<string, string>;
  readonly messages: ReadonlyMap<string, string>;
  readonly ages: ReadonlyMap<string, { readonly of: string; readonly state: Text["state"] }>;
}

/** Kinds whose texts every language of the site should have; all others fall back to English. */
const EVERYWHERE: ReadonlySet<Home> = new Set<Home>([
  "message",
  "topic",
  "scale",
  "question",
  "position",
  "argument",
  "term",
  "dataset",
  "caveat",
  "break",
  "group",
  "treaty",
  "jurisdiction",
]);
/** Kinds that these languages should have besides. */
const FURTHER: ReadonlySet<Home> = new Set<Home>(["instrument", "update"]);
const FURTHER_LOCALES: ReadonlySet<Locale> = new Set<Locale>(["fr", "es"]);

/** Whether a language is meant to have a text of this kind. What it is not meant to have falls back to English. */
export function isWanted(home: Home, locale: Locale): boolean {
  return EVERYWHERE.has(home) || (FURTHER.has(home) && FURTHER_LOCALES.has(locale));
}

/** The address by which a unit is called in files and messages: `message/frame/site`, `question/def-csam/wording`. */
export function unitName({ home, record, field }: Pick<Unit, "home" | "record" | "field">): string {
  return `${home}/${record}/${field}`;
}

/** Every text of the interface and of the record, with its translation into a language, in the order of the record. */
export function unitsOf(records: readonly AtlasRecord[], words: Interface, locale: Locale): Unit[] {
  const texts = new Map<string, Text>();
  for (const one of records)
    if (one.kind === "text" && one.body.locale === locale) texts.set(`${one.body.kind}/${one.body.record}/${one.body.field}`, one.body);
  const units: Unit[] = [];
  for (const [key, source] of words.english) {
    const [record = "", ...name] = key.split(".");
    units.push(unit({ home: "message", record, field: name.join(".") }, source, words.messages.get(key), words.ages.get(key)));
  }
  const order = new Map(WORDED_KINDS.map((kind, index) => [kind, index]));
  const worded = records.filter((one) => order.has(one.kind)).sort((a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0));
  for (const one of worded)
    for (const { field, text } of wordingsOf(one)) {
      const found = texts.get(`${one.kind}/${one.id}/${field}`);
      units.push(unit({ home: one.kind, record: one.id, field }, text, found?.text, found));
    }
  return units;
}

function unit(
  place: Pick<Unit, "home" | "record" | "field">,
  source: string,
  text: string | undefined,
  age: { readonly of: string; readonly state: Text["state"] } | undefined,
): Unit {
  if (text === undefined) return { ...place, source, text: null, of: "", state: "missing", by: null };
  const by = age?.state ?? "machine";
  return { ...place, source, text, of: age?.of ?? "", state: age?.of === textHash(source) ? by : "stale", by };
}
