import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { MODELS } from "../analysis/event/model.ts";
import { UNITS } from "../analysis/event/period.ts";
import { OFFSETS, type OffsetKind, readSeries, type Series } from "../analysis/event/series.ts";
import { inquiryOf } from "../api/app.ts";
import { seriesIds } from "../api/event/record.ts";
import { eventData } from "../api/event/resource.ts";
import { type EventView, eventView, ownView } from "../api/event/view.ts";
import { Fault } from "../api/fault.ts";
import { type Day, firstDay, isFuzzyDate } from "../domain/date.ts";
import { isSiteLocale, type SiteLocale } from "../domain/locale.ts";
import { find } from "../search/find.ts";
import { type Translate, translator } from "../web/message/translate.ts";
import { comparisonWords } from "../web/page/event/comparison-words.ts";
import { problemWords, resultWords, warningWords } from "../web/page/event/words.ts";
import { openForReading } from "./ask.ts";
import { EXIT, note, PLACE_HELP, result, verb } from "./say.ts";

interface Options {
  readonly series: string;
  readonly at: string;
  readonly period?: string;
  readonly model?: string;
  readonly harmonics?: string;
  readonly slope?: boolean;
  readonly adjust?: boolean;
  readonly offset?: OffsetKind;
  readonly comparison: readonly string[];
  readonly lang: string;
  readonly json?: boolean;
}

const HELP = `
A FILE is CSV with the columns period (2005-01, 2005-Q1, 2005-H1 or 2005), value and, if wanted, offset;
further columns “value NAME”, with “offset NAME” if wanted, are series to set it against. No database is opened for it.
An ID names a series of the record: dataset/measure, or dataset/measure/place or platform, such as cybertipline-by-country/reports/PL.
An empty ID with a slash, such as --series /, lists all of them.

Exit codes:
  0  answered
  1  data/ has problems
  2  wrong use of the command line, or a file that cannot be read as a series
  3  the database, its folder or the environment is not as needed`;

/** `atlas event-study`: what a series did around a day: step, trend, season, intervals, placebo dates, other ways of asking. */
export function eventStudyVerb(program: Command): void {
  program
    .command("event-study")
    .description(
      "before and after a day, in a series of the record or of a file: step, trend and season with 95% intervals, placebo dates, other ways of asking",
    )
    .requiredOption("--series <file or id>", "a CSV file, or the id of a series of the record")
    .requiredOption("--at <date>", "day of the event: 2005-01-10, 2005-01 or 2005", dateOf)
    .addOption(new Option("--period <period>", "length of a period (as the series has it)").choices(UNITS))
    .addOption(new Option("--model <model>", "model (quasi-poisson)").choices(MODELS))
    .option("--harmonics <pairs>", "sine and cosine pairs for the season (2 for months, 1 for quarters and half-years, 0 for years)")
    .option("--slope", "let the trend change at the event")
    .option("--adjust", "give every known break of a series of the record a step of its own")
    .addOption(new Option("--offset <kind>", "what the column offset holds (logarithms when none is above 25, else denominators)").choices(OFFSETS))
    .option(
      "--comparison <file or id>",
      "a series to set it against: a CSV file beside a file, else an id, a place, a platform, a group or all; may be repeated",
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .option("--lang <language>", "language of the words: en or fr", "en")
    .option("--json", "everything that was worked out, as JSON")
    .addHelpText("after", `${PLACE_HELP}${HELP}`)
    .action(verb(eventStudy));
}

function dateOf(value: string): Day {
  if (!isFuzzyDate(value)) throw new InvalidArgumentError("Write a day as 2005-01-10, a month as 2005-01 or a year as 2005.");
  return firstDay(value);
}

async function eventStudy(options: Options): Promise<number> {
  const locale: SiteLocale = isSiteLocale(options.lang) ? options.lang : "en";
  const t = translator(locale);
  try {
    const view = /^[a-z0-9-]*\/[a-z0-9-]*(?:\/|$)/.test(options.series) && !isFile(options.series) ? await ofRecord(options) : ofFile(options, t);
    if (!view) return EXIT.problems;
    const warnings = warningWords(view, t);
    const beside = comparisonWords(view, t, locale);
    const words = [
      ...resultWords(view, t, locale),
      ...(beside ? [beside.found, ...beside.limits, beside.trend, beside.rank, ...beside.leftOut].filter((one) => one !== "") : []),
    ];
    result(
      options.json === true,
      { ...eventData(view), sentences: words, warnings },
      [...words, ...warnings.map((one) => `– ${one}`), ...numbers(view)].join("\n"),
    );
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const message = [error.message, ...(error.allowed.length > 0 ? [`There are: ${error.allowed.join(", ")}.`] : [])].join(" ");
    if (options.json) process.stdout.write(`${JSON.stringify({ ok: false, error: message, field: error.field }, null, 2)}\n`);
    note(message);
    return EXIT.usage;
  }
}

function parametersOf(options: Options): URLSearchParams {
  const given: Array<[string, string | undefined]> = [
    ["date", options.at],
    ["period", options.period],
    ["model", options.model],
    ["harmonics", options.harmonics],
    ["slope", options.slope ? "yes" : undefined],
    ["breaks", options.adjust ? "adjust" : undefined],
    ...options.comparison.map((one): [string, string] => ["comparison", one]),
  ];
  return new URLSearchParams(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function isFile(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

function ofFile(options: Options, t: Translate): EventView {
  const own = seriesOf("series", options.series, options.offset, t);
  const beside = options.comparison.map((path) => {
    const { unit, points } = seriesOf("comparison", path, options.offset, t);
    if (unit !== own.unit) throw new Fault(400, "comparison", `The periods of ${path} are of another length than those of ${options.series}.`, [own.unit]);
    return { id: path, label: basename(path), points };
  });
  return ownView(parametersOf(options), [], own, beside);
}

function seriesOf(field: "series" | "comparison", path: string, offset: OffsetKind | undefined, t: Translate): Series {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    const other =
      field === "series"
        ? "Give the path of a CSV file, or the id of a series such as cybertipline-totals/reports."
        : "A series of a file is set against files, one of the record against others of the record.";
    throw new Fault(400, field, `The file ${path} cannot be read. ${other}`);
  }
  const read = readSeries(text, offset);
  if ("problems" in read)
    throw new Fault(
      400,
      field,
      `${path} is not a series. ${read.problems
        .slice(0, 20)
        .map((one) => problemWords(one, t))
        .join(" ")}`,
    );
  return read.series;
}

async function ofRecord(options: Options): Promise<EventView | null> {
  const store = await openForReading();
  if (!store) return null;
  try {
    const query = parametersOf(options);
    const inquiry = await inquiryOf(
      { reader: store.reader, clock: () => new Date(), find: (catalogue, asked) => find(store.sql, catalogue, asked), words: translator },
      options.lang,
      query,
    );
    if (!inquiry.catalogue.datasets.has(options.series.split("/")[0] ?? ""))
      throw new Fault(400, "series", `The record has no series “${options.series}”.`, await seriesIds(inquiry));
    query.set("series", options.series);
    return await eventView(inquiry);
  } finally {
    await store.close();
  }
}

/** The numbers below the words. */
function numbers({ result: found, placebo, sensitivity, comparison }: EventView): string[] {
  if (found.kind !== "study") return [];
  const five = (value: number): string => value.toFixed(5);
  const { step, trend, slope, dispersion } = found;
  return [
    "",
    `step        ${five(step.ratio)}  (${step.interval.map(five).join(" to ")}; with autocorrelation ${step.serial.map(five).join(" to ")}; Newey–West ${step.neweyWest.map(five).join(" to ")})`,
    `trend/year  ${five(trend.value)}  (${trend.interval.map(five).join(" to ")})`,
    ...(slope ? [`slope/year  ${five(slope.value)}  (${slope.interval.map(five).join(" to ")})`] : []),
    `dispersion  ${five(dispersion)}`,
    ...(placebo ? [`placebo     ${(placebo.share * 100).toFixed(0)}% of ${placebo.dates.length + 1} dates have as large a step`] : []),
    ...(comparison && comparison.kind !== "none"
      ? [
          `comparison  ${five(comparison.ratio)}  (${comparison.interval?.map(five).join(" to ") ?? "no interval"})  rank ${comparison.rank} of ${comparison.among}`,
        ]
      : []),
    ...sensitivity.map((one) => `${one.change.padEnd(24)}  ${five(one.ratio)}  (${one.interval.map(five).join(" to ")})  ${one.from} to ${one.to}`),
  ];
}
