import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "../../domain/locale.ts";
import { type TextState, textHash } from "../../domain/text.ts";
import { packageRoot } from "../../store/root.ts";
import { type Age, readAges } from "./age.ts";

/** Messages of one language; a key is `section.name`. */
export type Messages = ReadonlyMap<string, string>;

/** How many messages of a language are in each state; a language that is the source has only `source`. */
export type Tally = Readonly<Record<TextState, number>>;

/** A language as the program keeps it. */
export interface Language {
  readonly messages: Messages;
  readonly tally: Tally;
}

const HERE = import.meta.dirname;
const SOURCES = existsSync(join(HERE, "en")) ? HERE : join(packageRoot(), "src", "web", "message");
/** What the build made of the messages: one file a language, beside the program. Run from its sources, the program reads the sources. */
const BUILT = [join(HERE, "message"), join(HERE, "..", "message")].find((one) => existsSync(join(one, "en.json")));

const read = new Map<Locale, Language>();

/** Every message of a language, by `section.name`. Throws when they cannot be read. */
export function messagesOf(locale: Locale): Messages {
  return languageOf(locale).messages;
}

/** How far the messages of a language are translated. */
export function tallyOf(locale: Locale): Tally {
  return languageOf(locale).tally;
}

/** A language is read when it is first asked for, so that one which nobody reads costs nothing. */
function languageOf(locale: Locale): Language {
  const known = read.get(locale) ?? (BUILT ? opened(join(BUILT, `${locale}.json`)) : readLanguage(SOURCES, locale));
  read.set(locale, known);
  return known;
}

function opened(file: string): Language {
  const { messages, tally } = JSON.parse(readFileSync(file, "utf8")) as { messages: Record<string, string>; tally: Tally };
  // A loop, because a list of pairs would be as large as the messages again.
  const all = new Map<string, string>();
  for (const key in messages) all.set(key, messages[key] as string);
  return { messages: all, tally };
}

/** The messages of a language from their sources, and how far they are translated. */
export function readLanguage(folder: string, locale: Locale): Language {
  const messages = readMessages(folder, locale);
  const tally: Record<TextState, number> = { source: 0, machine: 0, reviewed: 0, stale: 0, missing: 0 };
  if (locale === "en") return { messages, tally: { ...tally, source: messages.size } };
  const ages = readAges(folder, locale);
  for (const [key, source] of readMessages(folder, "en")) tally[messages.has(key) ? messageState(ages.get(key), source) : "missing"] += 1;
  return { messages, tally };
}

/** State of a message that is translated: stale when the English has changed since, or when nobody wrote down what it translates. */
export function messageState(age: Age | undefined, source: string): "machine" | "reviewed" | "stale" {
  return age?.of === textHash(source) ? age.state : "stale";
}

/** Reads the messages of a language: a file a section, `<locale>/<section>.json`. */
export function readMessages(folder: string, locale: string): Messages {
  const all = new Map<string, string>();
  for (const file of readdirSync(join(folder, locale)).sort()) {
    if (!file.endsWith(".json")) continue;
    const section = file.slice(0, -".json".length);
    const messages = JSON.parse(readFileSync(join(folder, locale, file), "utf8")) as Readonly<Record<string, string>>;
    for (const [key, text] of Object.entries(messages)) all.set(`${section}.${key}`, text);
  }
  return all;
}
