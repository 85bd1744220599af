import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LOCALES, type Locale } from "../../domain/locale.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import { diskFiles } from "../disk.ts";
import { readFiles } from "../read.ts";
import { type Unit, unitsOf } from "./unit.ts";

const DATA = join(import.meta.dirname, "../../../data");
const MESSAGES = join(import.meta.dirname, "../../web/message");
/** Files without words of ours, figures, names, statuses, sources, and the many notes on codings, which quote the law. */
const WORDLESS = /^(?:statistics|treaties|jurisdictions)\/.*\.csv$|^(?:sources|services|memberships)\.csv$|^codings\/|\/coding\.csv$/;

/** The languages besides English of which this repository holds texts. For tests that speak of the real record. */
export const HELD: readonly Locale[] = LOCALES.filter(
  (locale) => locale !== "en" && (existsSync(join(DATA, "text", locale)) || existsSync(join(MESSAGES, locale))),
);

let reading: Promise<readonly AtlasRecord[]> | undefined;

/** The real record without what has no words of ours, read once. */
export function heldRecords(): Promise<readonly AtlasRecord[]> {
  const disk = diskFiles(DATA);
  const list = async () => (await disk.list()).filter((path) => !WORDLESS.test(path));
  reading ??= readFiles({ list, read: (path) => disk.read(path) }).then((read) => read.records);
  return reading;
}

const kept = new Map<Locale, Unit[]>();

/** Every text of the real interface and record with its translation into a language, made once. */
export async function heldUnits(locale: Locale): Promise<Unit[]> {
  const messages = locale === "en" ? new Map<string, string>() : messagesIn(locale);
  const units = kept.get(locale) ?? unitsOf(await heldRecords(), { english: messagesIn("en"), messages, ages: new Map() }, locale);
  kept.set(locale, units);
  return units;
}

function messagesIn(locale: Locale): Map<string, string> {
  const folder = join(MESSAGES, locale);
  const sections = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  const read = (name: string): Array<[string, string]> => Object.entries(JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>);
  return new Map(sections.flatMap((name) => read(name).map(([key, text]): [string, string] => [`${name.slice(0, -".json".length)}.${key}`, text])));
}
