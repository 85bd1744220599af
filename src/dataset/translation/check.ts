import type { Locale } from "../../domain/locale.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import { type Problem, problem } from "../problem.ts";
import { messageProblems } from "./message.ts";
import { avoidedBy, avoidedByEnglish, avoidedIn } from "./term.ts";
import { type Interface, type Unit, unitName, unitsOf } from "./unit.ts";

/**
 * What is wrong with the words of the interface and of the record: messages with a broken placeholder or without a plural form,
 * keys that no English message has, and expressions that the glossary says not to use. `languages`: the interface in each language of the site.
 */
export function checkWords(records: readonly AtlasRecord[], languages: ReadonlyMap<Locale, Interface>): Problem[] {
  const english = avoidedIn(records, "en");
  const problems: Problem[] = [];
  for (const [locale, words] of languages) {
    const own = avoidedIn(records, locale);
    for (const key of words.messages.keys())
      if (!words.english.has(key))
        problems.push(problem(messageFile(locale, key), 0, `message ${key}`, "no English message has this key", "remove the message, or correct its key"));
    for (const unit of unitsOf(records, words, locale)) {
      if (unit.home === "message" && unit.text !== null)
        for (const what of messageProblems(unit.source, unit.text, locale))
          problems.push(problem(fileOf(unit, locale), 0, unitName(unit), what, "write it as the English has it"));
      const avoided = avoidedBy(unit, own, english);
      if (avoided)
        problems.push(
          problem(fileOf(unit, locale), 0, unitName(unit), `it uses “${avoided.expression}”`, `use the word that the glossary prefers for ${avoided.term}`),
        );
    }
  }
  const [first] = languages.values();
  for (const unit of first ? unitsOf(records, { ...first, messages: new Map() }, "en") : []) {
    const avoided = avoidedByEnglish(unit, english);
    if (avoided)
      problems.push(
        problem(
          fileOf(unit, "en"),
          0,
          unitName(unit),
          `it uses “${avoided.expression}” outside of quotation marks`,
          `use the word that the glossary prefers for ${avoided.term}`,
        ),
      );
  }
  return problems;
}

function messageFile(locale: Locale, key: string): string {
  return `message/${locale}/${key.split(".")[0]}.json`;
}

function fileOf({ home, record }: Unit, locale: Locale): string {
  if (home === "message") return `message/${locale}/${record}.json`;
  return locale === "en" ? home : `text/${locale}/${home}.csv`;
}
