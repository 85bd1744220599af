import { type Day, type FuzzyDate, firstDay, lastDay } from "../domain/date.ts";
import type { Instrument, Stage } from "../domain/instrument.ts";
import { inTime } from "../domain/life.ts";
import type { Citation } from "../domain/source.ts";
import type { Update } from "../domain/update.ts";

/** Stages by which something is decided: what came of a bill or a consultation. */
const DECIDING: ReadonlySet<Stage["stage"]> = new Set(["rejected", "adopted", "signed", "in-force", "applies", "extended", "superseded", "expired"]);
/** Decisions after which a law no longer binds, or never does. */
const ENDING: ReadonlySet<Stage["stage"]> = new Set(["rejected", "superseded", "expired"]);
/** Kinds of updates that report a step of the law itself: a stage of their own day is what came of them. */
const REPORTING: ReadonlySet<Update["kind"]> = new Set(["emerging-issue", "entry-into-force", "guidance", "ruling"]);

/** One dated step of a matter. */
export interface MatterStep {
  readonly date: FuzzyDate;
  /** stage: of an instrument; update: a dated note; opens, closes: days of the update itself; outcome: what the update says came of it. */
  readonly what: "stage" | "update" | "opens" | "closes" | "outcome";
  /** The instrument or the update that says it. */
  readonly id: string;
  /** For a stage, its name and its place among the instrument's stages. */
  readonly stage: Stage["stage"] | "";
  readonly step: number;
  /** Whether it belongs to the update that was asked about. */
  readonly own: boolean;
  readonly ahead: boolean;
}

/** A decision on an instrument that came on or after the update's last day. */
export interface Decision {
  readonly instrument: string;
  readonly stage: Stage["stage"];
  readonly date: FuzzyDate;
  readonly citations: readonly Citation[];
}

/**
 * What came of an update, on a day. upcoming, open: it can still be answered; running: its instruments have a dated step
 * ahead, or took steps since without a decision (`ahead` is null then); known: it says so itself (`said`), or its instruments
 * were decided on since, each with its first decision and, when it ended later, that end (of a law that was made before, that it
 * was extended or ended; that it began to apply is no answer to a petition); not-known: its day has passed and
 * the record holds nothing that came after.
 */
export type Result =
  | { readonly kind: "upcoming" | "open"; readonly until: Day | "" }
  | { readonly kind: "running"; readonly ahead: MatterStep | null; readonly latest: MatterStep | null }
  | { readonly kind: "known"; readonly said: Update["outcome"]; readonly decisions: readonly Decision[] }
  | { readonly kind: "not-known" };

/** An update, its instruments' stages and all updates on them. */
export interface Matter {
  /** In the order of time. */
  readonly steps: readonly MatterStep[];
  readonly result: Result;
}

/** The last day of an update: the last day of a consultation, or its date. */
function lastDayOf(update: Pick<Update, "date" | "closes">): Day {
  return update.closes || update.date;
}

/**
 * The matter of an update on a day: `instruments` those that it is linked to, `updates` all updates that were known then
 * (those on other instruments are left out).
 */
export function matterOf(update: Update, instruments: readonly Instrument[], updates: readonly Update[], at: Day): Matter {
  const steps: MatterStep[] = [
    ...instruments.flatMap((one) =>
      one.stages.map((stage, step) => stepOf({ date: stage.date, what: "stage", id: one.id, stage: stage.stage, step, own: false }, at)),
    ),
    ...updates
      .filter((one) => one.id === update.id || one.instruments.some((id) => instruments.some((instrument) => instrument.id === id)))
      .map((one) => stepOf({ ...BARE, date: one.date, what: "update", id: one.id, own: one.id === update.id }, at)),
    ...(["opens", "closes"] as const)
      .filter((what) => update[what] !== "" && update[what] !== update.date)
      .map((what) => stepOf({ ...BARE, date: update[what], what, id: update.id, own: true }, at)),
    ...(update.outcome ? [stepOf({ ...BARE, date: update.outcome.date, what: "outcome", id: update.id, own: true }, at)] : []),
  ];
  return { steps: steps.sort(byTime), result: resultOf(update, instruments, at) };
}

/** What came of an update on a day, without its whole matter. */
export function resultOf(update: Update, instruments: readonly Instrument[], at: Day): Result {
  const end = lastDayOf(update);
  if (update.opens > at || (update.opens === "" && update.closes === "" && update.date > at)) return { kind: "upcoming", until: update.closes };
  if (update.closes >= at) return { kind: "open", until: update.closes };
  const said = update.outcome && firstDay(update.outcome.date) <= at ? update.outcome : null;
  const decisions = instruments.flatMap((one) => decisionsOn(one, update, end, at));
  if (said || decisions.length > 0) return { kind: "known", said, decisions };
  const made = new Set(instruments.filter((one) => madeBy(one, end)).map((one) => one.id));
  const since = instruments
    .flatMap((one) => one.stages.map((stage, step) => stepOf({ date: stage.date, what: "stage", id: one.id, stage: stage.stage, step, own: false }, at)))
    .filter((one) => firstDay(one.date) > end && one.stage !== "amended" && (one.ahead || !made.has(one.id)))
    .sort(byTime);
  const ahead = since.find((one) => one.ahead) ?? null;
  const latest = since.findLast((one) => !one.ahead) ?? null;
  return ahead || latest ? { kind: "running", ahead, latest } : { kind: "not-known" };
}

/** Steps by which a text is made; what comes of a hearing or a petition after them is no longer whether it is made. */
const MAKING: ReadonlySet<Stage["stage"]> = new Set(["adopted", "signed", "in-force"]);

/** Whether a text had been made by a day. */
function madeBy({ stages }: Instrument, day: Day): boolean {
  return stages.some((one) => MAKING.has(one.stage) && lastDay(one.date) <= day);
}

/** The first decision on an instrument from an update's last day on, and the end that followed it. */
function decisionsOn(instrument: Instrument, update: Update, end: Day, at: Day): Decision[] {
  const reports = REPORTING.has(update.kind);
  const made = madeBy(instrument, end);
  const after = inTime(instrument.stages).filter((one) => {
    if (firstDay(one.date) > at) return false;
    if (reports && one.date === end && (DECIDING.has(one.stage) || one.stage === "amended")) return true;
    // A stage that is known to the year or month only may have come before: it counts from the end of that time.
    return (
      (made ? ENDING.has(one.stage) || one.stage === "extended" : DECIDING.has(one.stage)) &&
      lastDay(one.date) > end &&
      firstDay(one.date) >= firstDay(end.slice(0, one.date.length))
    );
  });
  const first = after[0];
  if (!first) return [];
  const last = after.findLast((one) => ENDING.has(one.stage));
  return [first, ...(last && last !== first ? [last] : [])].map(({ stage, date }) => ({
    instrument: instrument.id,
    stage,
    date,
    citations: instrument.citations,
  }));
}

const BARE = { stage: "", step: 0 } as const;

function stepOf(step: Omit<MatterStep, "ahead">, at: Day): MatterStep {
  return { ...step, ahead: firstDay(step.date) > at };
}

const ORDER: readonly MatterStep["what"][] = ["opens", "update", "stage", "closes", "outcome"];

function byTime(one: MatterStep, other: MatterStep): number {
  return (
    compare(firstDay(one.date), firstDay(other.date)) ||
    ORDER.indexOf(one.what) - ORDER.indexOf(other.what) ||
    compare(one.id, other.id) ||
    one.step - other.step
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
