import { type Coding, startBasis } from "../domain/coding.ts";
import { type Day, shiftDay } from "../domain/date.ts";
import type { AnswerSpan } from "../store/reader.ts";

/** Where a jurisdiction that is coded at some time stands on a day: in a band of answers, or "not-known" for that day. */
export type Band<B extends string> = B | "not-known";

/**
 * Why a jurisdiction is counted elsewhere from a day on. law: an answer begins whose start is known; ended: an answer ended
 * and nothing is known of what followed; recoding: the same law was read again; known: the record begins to speak, without
 * knowing since when the answer holds. Only the first two are changes of the law.
 */
export type Cause = "law" | "ended" | "recoding" | "known";

/** One jurisdiction that is counted elsewhere from a day on. */
export interface Move<B extends string> {
  readonly jurisdiction: string;
  readonly from: Band<B>;
  readonly to: Band<B>;
  readonly cause: Cause;
  /** The coding that begins; the one that ended when none begins. */
  readonly coding: Coding;
}

/** A day on which the counts change, with the counts from that day on. */
export interface Step<B extends string> {
  readonly day: Day;
  /** By band; bands that hold nobody are left out. The sum is always `coded`. */
  readonly counts: ReadonlyMap<Band<B>, number>;
  readonly moves: ReadonlyArray<Move<B>>;
}

/** How the answers to one question came and went. Before the first step nothing is known of anyone. */
export interface Curve<B extends string> {
  /** Jurisdictions with a coding of any time. Those without one are in no band: they are not coded. */
  readonly coded: number;
  /** Oldest first. */
  readonly steps: ReadonlyArray<Step<B>>;
}

/**
 * The curve of the spans of one question. `bandOf` says in which band an answer is counted. A pair whose answer goes on in
 * the same band makes no step.
 */
export function curveOf<B extends string>(spans: readonly AnswerSpan[], bandOf: (coding: Coding) => B): Curve<B> {
  const pairs = byPlace(spans);
  const moves = new Map<Day, Move<B>[]>();
  for (const pair of pairs.values()) {
    for (const [day, move] of movesOf(pair, bandOf)) {
      if (move.from === move.to) continue;
      const known = moves.get(day);
      if (known) known.push(move);
      else moves.set(day, [move]);
    }
  }
  const counts = new Map<Band<B>, number>([["not-known", pairs.size]]);
  const steps = [...moves.keys()].sort().map((day): Step<B> => {
    const of = moves.get(day) ?? [];
    for (const { from, to } of of) {
      add(counts, from, -1);
      add(counts, to, 1);
    }
    return { day, counts: new Map(counts), moves: of };
  });
  return { coded: pairs.size, steps };
}

/** How many stand where on a day. */
export function countsOn<B extends string>(curve: Curve<B>, day: Day): ReadonlyMap<Band<B>, number> {
  const step = curve.steps.findLast((one) => one.day <= day);
  return step?.counts ?? new Map(curve.coded > 0 ? [["not-known", curve.coded] as const] : []);
}

/** The counts on 31 December of every year at whose end they are others than a year before, oldest first. */
export function yearsOf<B extends string>(curve: Curve<B>): Array<{ year: number; counts: ReadonlyMap<Band<B>, number> }> {
  const years: Array<{ year: number; counts: ReadonlyMap<Band<B>, number> }> = [];
  let before = countsOn(curve, "0000-01-01");
  for (const [index, { day, counts }] of curve.steps.entries()) {
    const year = day.slice(0, 4);
    if (curve.steps[index + 1]?.day.startsWith(year)) continue;
    if (!same(before, counts)) years.push({ year: Number(year), counts });
    before = counts;
  }
  return years;
}

/** A jurisdiction that came to a band with a known start: the law says since when. */
export interface Adopter {
  readonly jurisdiction: string;
  /** Its first coding in the band; `coding.from` is the start, as exactly as it is known. */
  readonly coding: Coding;
  /** The first day on which the answer is certain to hold; starts are ordered by it. */
  readonly day: Day;
}

/** Who first came to a band, and who is in it without a known start. */
export interface Adopters {
  /** By day, then by code. */
  readonly dated: readonly Adopter[];
  /** Jurisdictions that were in the band at some time, but for which nobody knows since when, in the order of their codes. */
  readonly undated: readonly string[];
}

/**
 * Who first came to one of the answers that `counts` accepts, and when. Only the first time of each jurisdiction counts. It
 * is an adoption when its start is known and the coding says neither that it is a second reading (`recoding`) nor that the
 * answer before it was accepted too (`before`); else the jurisdiction is listed as undated.
 */
export function adoptersOf(spans: readonly AnswerSpan[], counts: (coding: Coding) => boolean): Adopters {
  const dated: Adopter[] = [];
  const undated: string[] = [];
  for (const [jurisdiction, pair] of byPlace(spans)) {
    const inside = pair.filter((one) => counts(one.coding));
    // A coding that speaks for no certain day may be older than all others.
    const first = inside.find((one) => one.from === null) ?? inside[0];
    if (!first) continue;
    const { coding, from } = first;
    const older = coding.before !== "" && counts({ ...coding, answer: coding.before });
    if (from !== null && startBasis(coding) === "start" && coding.change !== "recoding" && !older) dated.push({ jurisdiction, coding, day: from });
    else undated.push(jurisdiction);
  }
  return { dated: dated.sort((one, other) => compare(one.day, other.day) || compare(one.jurisdiction, other.jurisdiction)), undated: undated.sort() };
}

/** Moves by which a jurisdiction left a band because the law changed or ended, oldest first. */
export function departures<B extends string>(curve: Curve<B>, band: B): Array<{ day: Day; move: Move<B> }> {
  return curve.steps.flatMap(({ day, moves }) =>
    moves.filter((move) => move.from === band && (move.cause === "law" || move.cause === "ended")).map((move) => ({ day, move })),
  );
}

/** The days on which one pair is counted elsewhere or goes on with another coding. `pair` is in the order of its starts. */
function* movesOf<B extends string>(pair: readonly AnswerSpan[], bandOf: (coding: Coding) => B): Generator<readonly [Day, Move<B>]> {
  let before: AnswerSpan | null = null;
  for (const span of pair) {
    if (span.from === null) continue;
    const end: Day | null = before?.to ? shiftDay(before.to, 1) : null;
    if (before && end && end < span.from) {
      yield [end, gone(before, bandOf)];
      before = null;
    }
    const { coding, jurisdiction } = span;
    const cause = startBasis(coding) !== "start" ? "known" : coding.change === "recoding" ? "recoding" : "law";
    yield [span.from, { jurisdiction, from: before ? bandOf(before.coding) : "not-known", to: bandOf(coding), cause, coding }];
    before = span;
  }
  if (before?.to) yield [shiftDay(before.to, 1), gone(before, bandOf)];
}

function gone<B extends string>({ jurisdiction, coding }: AnswerSpan, bandOf: (coding: Coding) => B): Move<B> {
  return { jurisdiction, from: bandOf(coding), to: "not-known", cause: "ended", coding };
}

/** Spans by jurisdiction, each in the order of its starts; those that speak for no day come first. */
function byPlace(spans: readonly AnswerSpan[]): Map<string, AnswerSpan[]> {
  const places = new Map<string, AnswerSpan[]>();
  for (const span of spans) {
    const known = places.get(span.jurisdiction);
    if (known) known.push(span);
    else places.set(span.jurisdiction, [span]);
  }
  for (const pair of places.values()) pair.sort((one, other) => compare(one.from ?? "", other.from ?? ""));
  return places;
}

function add<B>(counts: Map<B, number>, band: B, change: number): void {
  const sum = (counts.get(band) ?? 0) + change;
  if (sum === 0) counts.delete(band);
  else counts.set(band, sum);
}

function same<B>(one: ReadonlyMap<B, number>, other: ReadonlyMap<B, number>): boolean {
  return one.size === other.size && [...one].every(([band, count]) => other.get(band) === count);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
