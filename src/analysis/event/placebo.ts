import { designOf } from "./design.ts";
import { fitModel } from "./model.ts";
import { type Point, type Study, valuesOf } from "./study.ts";

/** Steps that the same model finds at other dates. */
export interface Placebo {
  readonly dates: ReadonlyArray<{ readonly period: string; readonly index: number; readonly size: number }>;
  /** Share of dates, the event among them, whose step is at least as large, measured in its standard error. */
  readonly share: number;
}

/** Fewest other dates with which a share is given. */
const FEWEST_DATES = 10;
/** Most other dates that are tried; more are spread evenly. */
const MOST_DATES = 40;
/** Fewest periods that must lie on each side of a date. */
const MARGIN = 4;

/**
 * Moves the event of a study to every other date in turn and counts how many steps are as large as the one at the event.
 * Null where fewer than `FEWEST_DATES` dates are far enough from the ends.
 */
export function placeboOf(points: readonly Point[], study: Study): Placebo | null {
  const { values, offset } = valuesOf(points, study.model);
  const indexes = points.map((point) => point.index);
  const margin = Math.max(MARGIN, Math.ceil(points.length / 15));
  const candidates = indexes.filter(
    (index, row) => row >= margin && row <= points.length - margin && index !== study.turn.first && !study.terms.breaks.includes(index),
  );
  if (candidates.length < FEWEST_DATES) return null;
  const { names } = study.design;
  const step = names.indexOf("step");
  const count = Math.min(candidates.length, MOST_DATES);
  const dates = Array.from({ length: count }, (_, number) => candidates[Math.floor((number * candidates.length) / count)] as number).flatMap((index) => {
    const moved = designOf(indexes, index, { ...study.terms, harmonics: 0, breaks: [] });
    const columns = names.map((name, at) => moved.columns[moved.names.indexOf(name)] ?? (study.design.columns[at] as Float64Array));
    const fit = fitModel(study.model, values, columns, offset, study.model === "linear" ? undefined : study.fit.mean);
    if (!fit) return [];
    const size = (fit.coefficients[step] as number) / Math.sqrt((fit.inverse[step * columns.length + step] as number) * fit.scale);
    return [{ period: (points[indexes.indexOf(index)] as Point).period, index, size }];
  });
  const larger = dates.filter((date) => Math.abs(date.size) >= Math.abs(study.step.size)).length;
  return dates.length < FEWEST_DATES ? null : { dates, share: (1 + larger) / (1 + dates.length) };
}
