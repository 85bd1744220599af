import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { type StatusLine, statusOf } from "../dataset/translation/status.ts";
import { type Interface, type Unit, unitName, unitsOf } from "../dataset/translation/unit.ts";
import { toXliff } from "../dataset/translation/xliff.ts";
import { writeFiles } from "../dataset/write.ts";
import { isSiteLocale, type Locale, TRANSLATED_LOCALES } from "../domain/locale.ts";
import type { AtlasRecord } from "../domain/record.ts";
import { StoreProblem } from "../store/problem.ts";
import { AGE_FILE, type Age, ageFile } from "../web/message/age.ts";
import { interfaceIn } from "./interface.ts";
import { dataFolder, messageFolder } from "./place.ts";
import { checkedRecords, readFolder, reportProblems } from "./record.ts";
import { EXIT, EXIT_HELP, note, result, verb } from "./say.ts";

interface Options {
  readonly data: string;
  readonly messages: string;
  readonly json?: boolean;
  readonly locale?: string;
  readonly only?: string;
  readonly out?: string;
}

const STATES = ["missing", "stale", "machine", "reviewed"] as const;

/** `atlas translations`: what is translated and how old it is; gives out XLIFF to translators and takes it back. */
export function translationsVerb(program: Command): void {
  const translations = program
    .command("translations")
    .description("what is translated and how old it is; files for translators and back (XLIFF 2)")
    .addHelpText("after", EXIT_HELP);
  const shared = (command: Command) =>
    command
      .option("--data <folder>", "folder of the record's files", dataFolder())
      .option("--messages <folder>", "folder of the messages of the interface", messageFolder())
      .option("--json", "write the result as JSON")
      .addHelpText("after", EXIT_HELP)
      .exitOverride();
  shared(translations.command("status"))
    .description("count what is reviewed, made by machine, stale and missing, by language")
    .option("--locale <locale>", "one language only")
    .action(verb((options: Options) => status(options)));
  shared(translations.command("export"))
    .description("write the texts of one language for translators, with context, length and where they can be seen")
    .requiredOption("--locale <locale>", "the language, such as es")
    .option("--only <states>", `only texts in these states, separated by commas: ${STATES.join(", ")}`)
    .option("--out <file>", "file to write; standard output without it")
    .action(verb((options: Options) => give(options)));
  shared(translations.command("import <file>"))
    .description("take translations back; a file with a fault changes nothing")
    .action((file: string, options: Options) => verb((given: Options) => take(file, given))(options));
}

async function status(options: Options): Promise<number> {
  const records = await recordsOf(options);
  if (!records) return EXIT.problems;
  const locales = options.locale === undefined ? TRANSLATED_LOCALES : [localeOf(options.locale)];
  const lines = locales.flatMap((locale) => statusOf(unitsOf(records, wordsOf(options, locale), locale), locale));
  result(options.json === true, { ok: true, lines }, statusText(lines));
  return EXIT.ok;
}

/** A line for each language and kind; kinds that a language is not meant to have stand in one line at its end. */
function statusText(lines: readonly StatusLine[]): string {
  return [...new Set(lines.map((line) => line.locale))]
    .map((locale) => {
      const own = lines.filter((line) => line.locale === locale);
      const rows = own.filter((line) => line.wanted || line.missing < line.texts);
      const english = own.filter((line) => !rows.includes(line)).map((line) => line.home);
      const words = rows.map(
        ({ home, texts, reviewed, machine, stale, missing }) =>
          `  ${home.padEnd(14)} ${String(texts).padStart(5)} texts: ${reviewed} reviewed, ${machine} machine, ${stale} stale, ${missing} missing`,
      );
      return [locale, ...words, ...(english.length > 0 ? [`  in English: ${english.join(", ")}`] : [])].join("\n");
    })
    .join("\n");
}

async function give(options: Options): Promise<number> {
  const locale = localeOf(options.locale ?? "");
  const states = (options.only ?? STATES.join(",")).split(",").map((one) => one.trim());
  const wrong = states.find((one) => !STATES.some((state) => state === one));
  if (wrong !== undefined) throw new StoreProblem("refused", `“${wrong}” is not a state. Write some of: ${STATES.join(", ")}.`);
  const records = await recordsOf(options);
  if (!records) return EXIT.problems;
  const units = unitsOf(records, wordsOf(options, locale), locale).filter((one) => states.includes(one.state));
  const text = toXliff(units, locale);
  if (options.out === undefined) process.stdout.write(text);
  else {
    await writeFile(resolve(options.out), text);
    result(options.json === true, { ok: true, units: units.length, file: options.out }, `${units.length} texts written to ${options.out}.`);
  }
  return EXIT.ok;
}

async function take(file: string, options: Options): Promise<number> {
  const records = await recordsOf(options);
  if (!records) return EXIT.problems;
  const { fromXliff } = await import("../dataset/translation/import.ts");
  const text = await readFile(resolve(file), "utf8");
  let units: Unit[] = [];
  const { locale, translations, faults } = fromXliff(text, (one) => {
    units = unitsOf(records, wordsOf(options, one), one);
    return units;
  });
  if (faults.length > 0 || locale === null) {
    for (const { line, what } of faults) note(`${file}:${line}: ${what}`);
    result(options.json === true, { ok: false, faults }, `${faults.length} faults; nothing was changed.`);
    return EXIT.problems;
  }
  const before = new Map(units.map((one) => [unitName(one), one]));
  const changed = translations.filter((one) => {
    const unit = before.get(unitName(one));
    return unit?.text !== one.text || unit.of !== one.of || unit.by !== one.state;
  });
  const texts = new Map(records.flatMap((one) => (one.kind === "text" && one.body.locale === locale ? [[one.id, one] as const] : [])));
  const { english, messages, ages } = wordsOf(options, locale);
  const [words, states] = [new Map(messages), new Map<string, Age>(ages)];
  for (const { home, record, field, text: translated, of, state } of changed) {
    if (home === "message") {
      words.set(`${record}.${field}`, translated);
      states.set(`${record}.${field}`, { of, state });
    } else {
      const id = `${locale}.${home}.${record}.${field}`;
      texts.set(id, { kind: "text", id, body: { id, locale, kind: home, record, field, text: translated, of, state } });
    }
  }
  const files = new Map([...writeFiles(texts.values())].map(([path, content]) => [join(resolve(options.data), path), content]));
  for (const [path, content] of messageFiles(resolve(options.messages), locale, english, words)) files.set(path, content);
  files.set(join(resolve(options.messages), locale, AGE_FILE), ageFile(states));
  if (changed.length > 0) for (const [path, content] of files) await writeFile(path, content);
  result(
    options.json === true,
    { ok: true, locale, changed: changed.length },
    `${changed.length} texts of ${locale} changed. Run atlas check, then atlas load.`,
  );
  return EXIT.ok;
}

/** The files of a language's messages, in the order of the English. */
function messageFiles(folder: string, locale: Locale, english: Interface["english"], words: ReadonlyMap<string, string>): Map<string, string> {
  const sections = new Map<string, Record<string, string>>();
  for (const key of english.keys()) {
    const [section = "", ...name] = key.split(".");
    const text = words.get(key);
    const messages = sections.get(section) ?? {};
    if (text !== undefined) messages[name.join(".")] = text;
    sections.set(section, messages);
  }
  return new Map([...sections].map(([section, messages]) => [join(folder, locale, `${section}.json`), `${JSON.stringify(messages, null, 2)}\n`]));
}

function localeOf(text: string): Locale {
  if (!isSiteLocale(text) || text === "en")
    throw new StoreProblem("refused", `“${text}” is not a language into which the Atlas is translated. Write one of: ${TRANSLATED_LOCALES.join(", ")}.`);
  return text;
}

function wordsOf({ messages }: Options, locale: Locale): Interface {
  return interfaceIn(locale, resolve(messages));
}

async function recordsOf({ data, json }: Options): Promise<AtlasRecord[] | null> {
  const { records, problems } = await checkedRecords(await readFolder(resolve(data)));
  if (problems.length === 0) return records;
  if (!json) reportProblems(problems);
  else result(true, { ok: false, problems }, dirname(data));
  return null;
}
