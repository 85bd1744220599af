import { readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import type { Coding } from "../domain/coding.ts";
import type { Day } from "../domain/date.ts";
import { type State, stateOf } from "../domain/question.ts";
import { type AtlasRecord, KINDS, type Kind } from "../domain/record.ts";
import type { Observation } from "../domain/statistic.ts";
import type { TreatyStatus } from "../domain/treaty.ts";
import { buildCatalogue } from "../store/catalogue.ts";
import { adoptionOf, daysOf } from "../store/query/adoption.ts";
import { extentOf } from "../store/query/figures.ts";
import type { Answer, Reader } from "../store/reader.ts";
import { answerSpan, lawDays, stepsAmong } from "../store/span.ts";
import type { Inquiry, Translate } from "./inquiry.ts";

/** The messages of a language, read as data: the code that serves them stands in a later layer. */
export function sampleWords(locale: string): Translate {
  const sections = new Map<string, Readonly<Record<string, string>>>();
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const [section = "", ...name] = key.split(".");
    const read = sections.get(section) ?? JSON.parse(readFileSync(join(import.meta.dirname, "../web/message", locale, `${section}.json`), "utf8"));
    sections.set(section, read);
    const format = formats.get(key) ?? new IntlMessageFormat(read[name.join(".")] ?? key, locale);
    formats.set(key, format);
    return String(format.format(values));
  };
}

const english = sampleWords("en");

export * from "./specimen.ts";

/** A small made-up record, by hand, for the tests of views. */
export interface Sample {
  readonly records: readonly AtlasRecord[];
  readonly answers: readonly Answer[];
  readonly statuses?: readonly TreatyStatus[];
  readonly observations?: readonly Observation[];
}

/** An inquiry into a sample, as a page or the API would make it. */
export function inquiryInto(sample: Sample, query: Readonly<Record<string, string>> = {}, at: Day = "2026-11-22"): Inquiry {
  const catalogue = buildCatalogue(sample.records);
  const { answers, statuses = [], observations = [] } = sample;
  const revision = { id: 1, recorded: "2026-11-22T00:00:00Z", digest: "" };
  const codings = answers.flatMap((one) => one.coding ?? []);
  const spans = [...codings, ...answers.flatMap((one) => one.next ?? [])].map(answerSpan);
  const drawn = ({ question: id, answer: value }: Coding): State => {
    const scale = catalogue.scales.get(catalogue.questions.get(id)?.scale ?? "");
    return (scale && stateOf(scale, value)) ?? "unclear";
  };
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, sample.records.filter((one) => one.kind === kind).length])) as Record<Kind, number>;
  const reader: Reader = {
    revision: async () => revision,
    catalogue: async () => catalogue,
    answersIn: async (places) => answers.filter((one) => places.includes(one.jurisdiction)),
    answersTo: async (questions) => answers.filter((one) => questions.includes(one.question)),
    spans: async (of) => spans.filter((one) => (of.questions?.includes(one.question) ?? true) && (of.jurisdictions?.includes(one.jurisdiction) ?? true)),
    adoption: async (at) => adoptionOf(spans, drawn, at),
    lawSteps: async (questions, day) => stepsAmong(lawDays(spans.filter((one) => questions.includes(one.question))), day),
    changeDays: async (id) => daysOf(spans.filter((one) => one.question === id)),
    coverage: async () => {
      const counts = new Map<string, number>();
      for (const one of answers) counts.set(one.question, (counts.get(one.question) ?? 0) + 1);
      return counts;
    },
    place: async (code, reach) => ({
      answers: answers.filter((one) => reach.includes(one.jurisdiction)),
      statuses: statuses.filter((one) => one.jurisdiction === code),
      observations: observations.filter((one) => one.jurisdiction === code),
    }),
    statuses: async (filter) =>
      statuses.filter((one) => (!filter.treaty || one.treaty === filter.treaty) && (!filter.jurisdiction || one.jurisdiction === filter.jurisdiction)),
    observations: async (filter) =>
      observations.filter(
        (one) =>
          (!filter.dataset || one.dataset === filter.dataset) &&
          (!filter.jurisdiction || one.jurisdiction === filter.jurisdiction) &&
          (!filter.measure || one.measure === filter.measure) &&
          (filter.jurisdictions?.includes(one.jurisdiction) ?? true) &&
          (filter.measures?.includes(one.measure) ?? true) &&
          (filter.platforms?.includes(one.platform) ?? true),
      ),
    extent: async (dataset) => extentOf(observations.filter((one) => one.dataset === dataset)),
    rows: async () => ({ total: 0, rows: [] }),
    changes: async () => [],
    changesets: async () => ({ total: 0, changesets: [] }),
    changeset: async () => null,
    changeCounts: async () => [],
    changedRecords: async () => [],
    changedIds: async () => [],
    history: async () => [],
    saidSince: async () => new Map(),
    recordedOn: async () => new Map(),
    counts: async () => ({
      kinds,
      codings: { codebook: codings.length, ask: 0, treaty: 0 },
      coded: { codebook: 0, ask: 0, treaty: 0 },
      observations: observations.length,
    }),
    revisionOn: async () => revision,
    asKnown: () => reader,
  };
  return {
    reader,
    catalogue,
    revision,
    locale: "en",
    today: "2026-11-22",
    at,
    known: "",
    query: new URLSearchParams(query),
    find: async () => ({ total: 0, hits: [], facets: { kinds: new Map(), jurisdictions: new Map(), topics: new Map() }, places: [], corrected: [], words: [] }),
    say: (kind, id, field, source) => catalogue.say("en", kind, id, field, source),
    name: (code) => catalogue.name(code, "en"),
    t: english,
  };
}
