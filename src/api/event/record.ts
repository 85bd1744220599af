import { numbered, UNITS, type Unit } from "../../analysis/event/period.ts";
import type { Point } from "../../analysis/event/study.ts";
import { forbidsComparison } from "../../analysis/rate.ts";
import { WORDS } from "../../dataset/observation.ts";
import { type Day, firstDay } from "../../domain/date.ts";
import type { Break, Dataset } from "../../domain/statistic.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import { Fault } from "../fault.ts";
import { isRedundant, isTotal, linesOf } from "../figure/series.ts";
import { measureIn } from "../figure/view.ts";
import { figureWords } from "../figure/words.ts";
import type { Inquiry } from "../inquiry.ts";
import { folded } from "../order.ts";

/** A measure of a data set of which the record has a series. */
export interface MeasureEntry {
  /** `dataset/measure`. */
  readonly id: string;
  readonly label: string;
  readonly dataset: string;
  readonly datasetTitle: string;
}

/** A series of the record, as a study takes it. */
export interface RecordSeries {
  /** `dataset/measure` or `dataset/measure/rest`. */
  readonly id: string;
  readonly label: string;
  readonly measure: string;
  readonly unit: string;
  readonly definition: string;
  readonly dataset: Dataset;
  readonly jurisdiction: string;
  readonly every: Unit;
  readonly points: readonly Point[];
  /** Periods whose figure is missing or suppressed: left out, never 0. */
  readonly missing: readonly string[];
  /** Periods whose figure is rounded, and those whose figure is worked out from others. */
  readonly rounded: readonly string[];
  readonly derived: readonly string[];
  /** Breaks of the data set, by day. */
  readonly breaks: ReadonlyArray<{ readonly entry: Break; readonly day: Day; readonly forbids: boolean }>;
  readonly sources: readonly string[];
  /** The other series of the measure, with periods of the same length: what it can be set against. */
  readonly others: readonly OtherSeries[];
}

/** A series of the same measure, of another place, platform or category. */
export interface OtherSeries {
  readonly id: string;
  /** Name of the place, platform or category. */
  readonly label: string;
  readonly jurisdiction: string;
  /** Whether it adds up others: a total of platforms, or a union of states. */
  readonly total: boolean;
  readonly points: readonly Point[];
}

/** Fewest periods that make a series. */
const SHORTEST = 3;

interface Found {
  readonly id: string;
  readonly every: Unit;
  readonly total: boolean;
  readonly line: ReturnType<typeof linesOf>[number];
}

async function seriesIn(inquiry: Inquiry, dataset: Dataset, measures?: readonly string[]): Promise<Found[]> {
  const read = await inquiry.reader.observations({ dataset: dataset.id, ...(measures ? { measures } : {}) });
  const kept = read.filter((one) => !isRedundant(one));
  const totals = new Set(kept.filter(isTotal).map((one) => one.platform));
  const isSum = (place: string, platform: string): boolean =>
    place === "" ? totals.has(platform) : inquiry.catalogue.jurisdictions.get(place)?.kind === "supranational";
  return linesOf(kept, figureWords(inquiry.t)).flatMap((line) => {
    const { measure, jurisdiction, platform, category } = line.series;
    const counts = new Map<Unit, number>();
    for (const cell of line.cells.values()) {
      const unit = numbered(cell.period)?.unit;
      if (unit && cell.value !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
    const [every] = [...UNITS].filter((unit) => (counts.get(unit) ?? 0) >= SHORTEST).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    return every
      ? [{ id: [dataset.id, measure, jurisdiction || platform || category].filter(Boolean).join("/"), every, total: isSum(jurisdiction, platform), line }]
      : [];
  });
}

/** Measures by catalogue, of which there is one a revision, and language: finding them takes every figure of the record. */
const known = new WeakMap<Catalogue, Map<string, Promise<MeasureEntry[]>>>();

/** Every measure of which the record has at least one series of three periods or more, in the order of the record. */
export function measureEntries(inquiry: Inquiry): Promise<MeasureEntry[]> {
  const { catalogue, locale } = inquiry;
  const byLocale = known.get(catalogue) ?? new Map<string, Promise<MeasureEntry[]>>();
  known.set(catalogue, byLocale);
  const found = byLocale.get(locale) ?? entriesOf(inquiry);
  byLocale.set(locale, found);
  // A reading that failed is not kept.
  found.catch(() => byLocale.delete(locale));
  return found;
}

async function entriesOf(inquiry: Inquiry): Promise<MeasureEntry[]> {
  const datasets = [...inquiry.catalogue.datasets.values()].sort((a, b) => a.order - b.order);
  const lists = await Promise.all(
    datasets.map(async (dataset) => {
      const found = await seriesIn(inquiry, dataset);
      const measures = new Set(found.map((one) => one.line.series.measure));
      return dataset.measures
        .filter((one) => measures.has(one.id) && one.unit !== WORDS)
        .map((one) => ({
          id: `${dataset.id}/${one.id}`,
          label: measureIn(inquiry, dataset, one.id).label,
          dataset: dataset.id,
          datasetTitle: inquiry.say("dataset", dataset.id, "title", dataset.title).text,
        }));
    }),
  );
  return lists.flat();
}

/** Every series of the record by id. */
export async function seriesIds(inquiry: Inquiry): Promise<string[]> {
  const lists = await Promise.all([...inquiry.catalogue.datasets.values()].map((dataset) => seriesIn(inquiry, dataset)));
  return lists.flatMap((found) => found.map((one) => one.id));
}

/**
 * The series of this id. `of` names the place, platform or category where the id does not, by id or by name.
 * @throws {Fault} of status 400 for `series` or `of`, with what there is.
 */
export async function recordSeries(inquiry: Inquiry, asked: string, of: string, period: Unit | ""): Promise<RecordSeries> {
  const { catalogue } = inquiry;
  const [name = "", measureId = "", ...rest] = asked.split("/");
  const dataset = catalogue.datasets.get(name);
  if (!dataset?.measures.some((one) => one.id === measureId)) {
    const entries = await measureEntries(inquiry);
    throw new Fault(
      400,
      "series",
      `The record has no series “${asked}”. Write it as dataset/measure, or dataset/measure/place or platform.`,
      entries.map((one) => one.id),
    );
  }
  const found = await seriesIn(inquiry, dataset, [measureId]);
  const wanted = rest.join("/") || of;
  const restOf = (one: Found): string => one.id.split("/").slice(2).join("/");
  const place = folded(wanted);
  const one =
    found.find((candidate) => restOf(candidate) === wanted) ??
    found.find(
      (candidate) =>
        wanted !== "" &&
        [restOf(candidate), candidate.line.series.jurisdiction && inquiry.name(candidate.line.series.jurisdiction)].some(
          (text) => text && folded(text) === place,
        ),
    );
  if (!one) {
    const all = found.map(restOf);
    const message = wanted
      ? `There is no series of “${wanted}” with three periods or more in ${asked.split("/").slice(0, 2).join("/")}.`
      : `${asked} has a series for each place or platform: say which.`;
    throw new Fault(400, rest.length > 0 ? "series" : "of", message, all.slice(0, 400));
  }
  const every = period || one.every;
  const cells = cellsOf(one, every);
  if (cells.length < SHORTEST) throw new Fault(400, "period", `The series ${one.id} has no three periods of this length.`, [one.every]);
  const { jurisdiction } = one.line.series;
  const measure = measureIn(inquiry, dataset, measureId);
  const nameOf = ({ line: { series } }: Found): string => (series.jurisdiction ? inquiry.name(series.jurisdiction) : series.platform || series.category);
  const whole = cells.filter(isWhole);
  return {
    id: one.id,
    label: [measure.label, nameOf(one)].filter(Boolean).join(" · "),
    measure: measure.label,
    unit: measure.unit,
    definition: measure.definition,
    dataset,
    jurisdiction,
    every,
    points: whole.map(pointOf),
    missing: cells.filter((cell) => !isWhole(cell)).map((cell) => cell.period),
    rounded: whole.filter((cell) => cell.status === "rounded").map((cell) => cell.period),
    derived: whole.filter((cell) => cell.status === "derived").map((cell) => cell.period),
    breaks: dataset.breaks
      .flatMap((id) => catalogue.breaks.get(id) ?? [])
      .map((entry) => ({ entry, day: firstDay(entry.from), forbids: forbidsComparison(entry.id, dataset.id, measureId) }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    sources: [...new Set(whole.flatMap((cell) => cell.sources))],
    others: found.flatMap((other) =>
      other === one
        ? []
        : [
            {
              id: other.id,
              label: nameOf(other),
              jurisdiction: other.line.series.jurisdiction,
              total: other.total,
              points: cellsOf(other, every).filter(isWhole).map(pointOf),
            },
          ],
    ),
  };
}

/** A figure of a series, with the number of its period. */
type NumberedCell = ReturnType<Found["line"]["cells"]["values"]> extends Iterator<infer C> ? C & { readonly index: number } : never;

function cellsOf({ line }: Found, every: Unit): NumberedCell[] {
  return [...line.cells.values()]
    .flatMap((cell) => {
      const number = numbered(cell.period);
      return number?.unit === every ? [{ ...cell, index: number.index }] : [];
    })
    .sort((a, b) => a.index - b.index);
}

/** Whether a figure is known, and not only its lower bound. */
function isWhole(cell: NumberedCell): boolean {
  return cell.value !== null && !cell.atLeast;
}

function pointOf({ period, index, value }: NumberedCell): Point {
  return { period, index, value: value ?? 0, offset: 0 };
}

/** An event of the record that a series can be studied at. */
export interface RecordEvent {
  /** `break:id`, `stage:instrument:stage:date` or `update:id`. */
  readonly id: string;
  readonly kind: "break" | "stage" | "update";
  readonly day: Day;
  readonly label: string;
}

/** Stages of a law after which its effect can be looked for. */
const STAGES: ReadonlySet<string> = new Set(["in-force", "applies", "expired", "superseded", "extended"]);
/** Law that reaches the providers behind most figures of the record. */
const EVERYWHERE: readonly string[] = ["US", "EU"];

/** Breaks, steps of the law of the United States, the EU and the place, and entries into force among the updates: by day. */
export function recordEvents(inquiry: Inquiry, place: string): RecordEvent[] {
  const { catalogue, today } = inquiry;
  const places = new Set([...EVERYWHERE, ...(place ? [place] : [])]);
  const events: RecordEvent[] = [...catalogue.breaks.values()].map((one) => ({
    id: `break:${one.id}`,
    kind: "break" as const,
    day: firstDay(one.from),
    label: shortened(inquiry.say("break", one.id, "what", one.what).text),
  }));
  for (const one of catalogue.instruments.values()) {
    if (!places.has(one.jurisdiction)) continue;
    const said = inquiry.say("instrument", one.id, "title", one.title).text;
    for (const { stage, date } of one.stages)
      if (STAGES.has(stage)) events.push({ id: `stage:${one.id}:${stage}:${date}`, kind: "stage", day: firstDay(date), label: shortened(said) });
  }
  for (const one of catalogue.updates.values())
    if (one.kind === "entry-into-force" || one.kind === "ruling")
      events.push({ id: `update:${one.id}`, kind: "update", day: one.date, label: shortened(inquiry.say("update", one.id, "title", one.title).text) });
  return events.filter((one) => one.day <= today).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}

function shortened(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 88).replace(/\s+\S*$/, "")} …`;
}
