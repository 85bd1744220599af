import type { Day } from "../../domain/date.ts";
import { MOST_HARMONICS } from "./design.ts";
import { MODELS, type Model } from "./model.ts";
import { turnOf } from "./period.ts";
import { type Asked, type Interval, type Point, studyOf } from "./study.ts";

/** Ways in which the same question could have been asked. */
export type Change =
  | "as-asked"
  | "no-season"
  | "more-season"
  | "with-slope"
  | "without-slope"
  | "late-base"
  | "early-after"
  | "window"
  | "without-turn"
  | "breaks"
  | "no-breaks"
  | `model-${Model}`;

/** One other way, and what it finds. */
export interface Variant {
  readonly change: Change;
  readonly from: string;
  readonly to: string;
  readonly points: number;
  readonly ratio: number;
  readonly interval: Interval;
  readonly stated: Interval;
  readonly dispersion: number;
}

/**
 * The same question asked in other ways: other window, other base period, other terms, other model, breaks adjusted or
 * not (`breaks`: days at which the series breaks). What cannot be fitted is left out.
 */
export function sensitivityOf(points: readonly Point[], asked: Asked, breaks: readonly Day[]): Variant[] {
  const { first } = turnOf(asked.unit, asked.at);
  const split = points.findIndex((point) => point.index >= first);
  const before = points.slice(0, split);
  const after = points.slice(split);
  const lateBase = before.slice(Math.floor(before.length / 2));
  const earlyAfter = after.slice(0, Math.ceil(after.length / 2));
  const most = MOST_HARMONICS[asked.unit];
  const tried: Array<[Change, readonly Point[], Partial<Asked>]> = [["as-asked", points, {}]];
  if (asked.harmonics > 0) tried.push(["no-season", points, { harmonics: 0 }]);
  if (asked.harmonics < most) tried.push(["more-season", points, { harmonics: asked.harmonics + 1 }]);
  tried.push([asked.slope ? "without-slope" : "with-slope", points, { slope: !asked.slope }]);
  tried.push(["late-base", [...lateBase, ...after], {}], ["early-after", [...before, ...earlyAfter], {}], ["window", [...lateBase, ...earlyAfter], {}]);
  tried.push(["without-turn", points.filter((point) => point.index !== first), {}]);
  if (asked.breaks.length > 0) tried.push(["no-breaks", points, { breaks: [] }]);
  else if (breaks.length > 0) tried.push(["breaks", points, { breaks }]);
  for (const model of MODELS) if (model !== asked.model) tried.push([`model-${model}`, points, { model }]);
  return tried.flatMap(([change, part, other]) => {
    const study = studyOf(part, { ...asked, ...other });
    if (study.kind !== "study") return [];
    const { ratio, interval, stated } = study.step;
    return [{ change, from: part[0]?.period ?? "", to: part.at(-1)?.period ?? "", points: part.length, ratio, interval, stated, dispersion: study.dispersion }];
  });
}
