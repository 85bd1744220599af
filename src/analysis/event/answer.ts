import type { Day } from "../../domain/date.ts";
import { type Beside, type Comparison, comparisonOf, type NoComparison } from "./comparison.ts";
import type { Few } from "./few.ts";
import { turnOf } from "./period.ts";
import { type Placebo, placeboOf } from "./placebo.ts";
import { sensitivityOf, type Variant } from "./sensitivity.ts";
import { type Asked, type Point, type Refused, type Study, studyOf } from "./study.ts";

/** Something that must be read with the result; `values` fill in its words. */
export interface Warning {
  readonly code:
    | "few"
    | "one-each"
    | "few-season"
    | "straddle"
    | "autocorrelation"
    | "no-placebo"
    | "breaks-inside"
    | "break-at-event"
    | "short-season"
    | "missing"
    | "rounded"
    | "derived"
    | "forbidden"
    | "offset-log"
    | "offset-denominator";
  readonly values: Readonly<Record<string, string | number>>;
}

/** All that is worked out about one event in one series. */
export interface EventAnswer {
  readonly result: Study | Few | Refused;
  readonly placebo: Placebo | null;
  readonly sensitivity: readonly Variant[];
  /** Null when no comparison series were given, or nothing was found to compare. */
  readonly comparison: Comparison | NoComparison | null;
  readonly warnings: readonly Warning[];
}

/** Chance of Ljung and Box below which residuals are called correlated. */
const CORRELATED = 0.05;

/**
 * The study with placebo dates and sensitivity; `breaks` are the days at which the series is known to break, `label` names
 * it, `beside` are the series that it is set against.
 */
export function answerOf(points: readonly Point[], asked: Asked, breaks: readonly Day[], label = "", beside: readonly Beside[] = []): EventAnswer {
  const result = studyOf(points, asked);
  const warnings: Warning[] = [];
  const warn = (code: Warning["code"], values: Warning["values"] = {}): void => void warnings.push({ code, values });
  if (result.kind === "refused") return { result, placebo: null, sensitivity: [], comparison: null, warnings };
  const comparison = beside.length > 0 ? comparisonOf(points, asked, result, label, beside) : null;
  const { turn } = result;
  if (turn.share < 1) warn("straddle", { period: turn.period, share: Math.round(turn.share * 100), side: turn.share >= 0.5 ? "after" : "before" });
  const inside = breaks.filter((day) => {
    const { first } = turnOf(asked.unit, day);
    return first !== turn.first && first > (points[0]?.index ?? 0) && first <= (points.at(-1)?.index ?? 0);
  });
  if (breaks.some((day) => day !== asked.at && turnOf(asked.unit, day).first === turn.first)) warn("break-at-event");
  if (inside.length > 0 && asked.breaks.length === 0) warn("breaks-inside", { count: inside.length });
  if (result.kind === "few") {
    warn("few", { before: result.before, after: result.after });
    if (result.interval === null) warn("one-each");
    if (asked.unit !== "year") warn("few-season");
    return { result, placebo: null, sensitivity: [], comparison, warnings };
  }
  const { chance } = result.residuals.ljungBox;
  if (chance < CORRELATED) warn("autocorrelation", { lag1: Number(result.residuals.lag1.toFixed(2)) });
  if (asked.harmonics > 0 && Math.min(result.before, result.after) < 24 && asked.unit === "month") warn("short-season");
  const placebo = placeboOf(points, result);
  if (!placebo) warn("no-placebo");
  return { result, placebo, sensitivity: sensitivityOf(points, asked, inside), comparison, warnings };
}

/** Pairs of season terms that a series of this unit gets when nothing else is asked. */
export const HARMONICS = { month: 2, quarter: 1, "half-year": 1, year: 0 } as const;
