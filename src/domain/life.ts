import { type Day, type FuzzyDate, firstDay, shiftDay } from "./date.ts";
import type { Instrument, Stage } from "./instrument.ts";

type Named = Stage["stage"];

/** Steps that make a law binding, where the record holds no day of entry into force or application. */
const MADE: ReadonlySet<Named> = new Set(["adopted", "signed"]);
/** Steps that only a law in force can take. */
const LASTING: ReadonlySet<Named> = new Set(["amended", "extended"]);
/** States in which an instrument has been law, now or before. */
const BEEN_LAW: ReadonlySet<Instrument["status"]> = new Set(["in-force", "superseded", "expired"]);

/** A stretch of an instrument's life: on its way, in force, or after its end. `to` is its last day; null while it lasts. */
export interface Phase {
  readonly phase: "making" | "force" | "over";
  readonly from: Day;
  readonly to: Day | null;
}

/** Stages in the order of time; those of one date keep the record's order. */
export function inTime(stages: readonly Stage[]): Stage[] {
  return [...stages].sort((a, b) => compare(firstDay(a.date), firstDay(b.date)));
}

/** Whether an instrument's life ended with a stage. A rejection ends only a bill that failed. */
export function ends(instrument: Pick<Instrument, "status">, stage: Named): boolean {
  return stage === "expired" || stage === "superseded" || (stage === "rejected" && instrument.status === "failed");
}

/**
 * An instrument's life as spans: from its first dated step on its way, from its entry into force the law, then over.
 * Where no entry into force is recorded, the first application counts, or else, for what has been law, the day on which
 * it was made. The day of expiry is the last day in force; the day on which another law took its place is the first without.
 */
export function phasesOf(instrument: Pick<Instrument, "stages" | "status">): Phase[] {
  const stages = inTime(instrument.stages);
  const first = stages[0];
  if (!first) return [];
  const start = startOf(instrument, stages);
  const end = stages.findLast((one) => ends(instrument, one.stage));
  const last = end && lastDayOf(end);
  const phases: Phase[] = [];
  const begin = firstDay(first.date);
  if (!start || begin < start) phases.push({ phase: "making", from: begin, to: start ? shiftDay(start, -1) : (last ?? null) });
  if (start && (!last || last >= start)) phases.push({ phase: "force", from: start, to: last ?? null });
  if (last) phases.push({ phase: "over", from: shiftDay(last, 1), to: null });
  return phases;
}

/**
 * Where an instrument stood on a day. Where none of its steps lies between the day and today, that is what the record says;
 * otherwise its phases tell, and a law that has been made counts as adopted until its first day in force.
 * Null before its first step.
 */
export function statusOn(instrument: Pick<Instrument, "stages" | "status">, day: Day, today: Day): Instrument["status"] | null {
  const [first, last] = day < today ? [day, today] : [today, day];
  if (!instrument.stages.some((one) => turnOf(one) > first && turnOf(one) <= last)) return instrument.status;
  const phase = phasesOf(instrument).findLast((one) => one.from <= day);
  if (!phase) return null;
  if (phase.phase === "force") return "in-force";
  if (phase.phase === "over") {
    if (instrument.status === "failed") return "failed";
    const end = inTime(instrument.stages).findLast((one) => ends(instrument, one.stage));
    return end?.stage === "superseded" ? "superseded" : "expired";
  }
  const made = instrument.stages.some((one) => MADE.has(one.stage) && firstDay(one.date) <= day);
  return made ? "adopted" : "proposed";
}

function startOf(instrument: Pick<Instrument, "status">, stages: readonly Stage[]): Day | null {
  const named = (name: Named): FuzzyDate | undefined => stages.find((one) => one.stage === name)?.date;
  const made = BEEN_LAW.has(instrument.status) ? stages.find((one) => MADE.has(one.stage) || LASTING.has(one.stage))?.date : undefined;
  const date = named("in-force") ?? named("applies") ?? made;
  return date === undefined ? null : firstDay(date);
}

/** The first day on which a step shows: the day after an expiry, whose own day is the last in force. */
function turnOf(stage: Stage): Day {
  return stage.stage === "expired" ? shiftDay(firstDay(stage.date), 1) : firstDay(stage.date);
}

function lastDayOf(end: Stage): Day {
  return end.stage === "expired" ? firstDay(end.date) : shiftDay(firstDay(end.date), -1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
