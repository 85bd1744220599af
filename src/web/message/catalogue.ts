import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteLocale } from "../../domain/locale.ts";

/** Messages of one language; a key is `section.name`. */
export type Messages = ReadonlyMap<string, string>;

const HERE = import.meta.dirname;
/** What the build made of the messages: one file a language, beside the program. Run from its sources, the program reads the sources. */
const BUILT = [join(HERE, "message"), join(HERE, "..", "message")].find((one) => existsSync(join(one, "en.json")));

const read = new Map<SiteLocale, Messages>();

/**
 * Every message of a language, by `section.name`. They are read when a language is first asked for, so that a language
 * which nobody reads costs nothing. Throws when they cannot be read.
 */
export function messagesOf(locale: SiteLocale): Messages {
  let known = read.get(locale);
  if (!known) {
    known = BUILT ? new Map(Object.entries(JSON.parse(readFileSync(join(BUILT, `${locale}.json`), "utf8")))) : readMessages(join(HERE, locale));
    read.set(locale, known);
  }
  return known;
}

/** Reads the messages of one folder: a file a section, `<section>.json`. */
export function readMessages(folder: string): Messages {
  const all = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".json")) continue;
    const section = file.slice(0, -".json".length);
    const messages = JSON.parse(readFileSync(join(folder, file), "utf8")) as Readonly<Record<string, string>>;
    for (const [key, text] of Object.entries(messages)) all.set(`${section}.${key}`, text);
  }
  return all;
}
