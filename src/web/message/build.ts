import { existsSync } from "node:fs";
import { join } from "node:path";
import { LOCALES } from "../../domain/locale.ts";
import { readLanguage } from "./catalogue.ts";

/** What the build keeps of every language, by the name of its file. `folder`: the sources of the messages. */
export function builtLanguages(folder: string): Map<string, string> {
  return new Map(
    LOCALES.filter((locale) => existsSync(join(folder, locale))).map((locale) => {
      const { messages, tally } = readLanguage(folder, locale);
      return [`${locale}.json`, JSON.stringify({ messages: Object.fromEntries(messages), tally })];
    }),
  );
}
