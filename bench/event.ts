import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerOf } from "../src/analysis/event/answer.ts";
import { periodName } from "../src/analysis/event/period.ts";
import { readSeries } from "../src/analysis/event/series.ts";
import type { Asked, Point } from "../src/analysis/event/study.ts";
import type { Bench } from "./pages.ts";
import { atMost, type Line } from "./report.ts";
import { median } from "./round.ts";

const READS = 60;
const PLACES = 231;
const MONTHS = 120;
const ASKED: Asked = { unit: "month", at: "2005-01-10", model: "quasi-poisson", harmonics: 2, slope: false, breaks: [] };
/** Most milliseconds for one study, and most seconds for one in every place. */
const LIMIT = 20;
const LIMIT_ALL = 5;

/** Studies with placebo dates and sensitivity: of the published series, and of one monthly series of ten years for every place. */
export function event(bench: Bench): Line[] {
  bench.note("event studies");
  const read = readSeries(readFileSync(join(bench.root, "tests", "validation", "sicily-series.csv"), "utf8"));
  if (!("series" in read)) throw new Error("The validation series cannot be read.");
  const times = Array.from({ length: READS }, () => timed(() => answerOf(read.series.points, ASKED, [])));
  const all = timed(() => {
    for (let place = 0; place < PLACES; place += 1) answerOf(madeUp(place), ASKED, ["2007-01-01"]);
  });
  return [
    atMost(
      "event",
      "an event study with placebo dates and other ways of asking",
      `median of ${READS}, first ${(times[0] ?? 0).toFixed(1)} ms; 59 months`,
      median(times),
      LIMIT,
      " ms",
    ),
    atMost("event", `one for each of ${PLACES} places`, `${MONTHS} months each, one after the other`, all / 1000, LIMIT_ALL, " s"),
  ];
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** A series with trend, season and a step of its own size, the same in every run. */
function madeUp(place: number): Point[] {
  return Array.from({ length: MONTHS }, (_, row) => {
    const index = 1999 * 12 + row;
    const wave = Math.sin((2 * Math.PI * row) / 12) + Math.sin(row * row * (1 + place / PLACES));
    const level = 50 * (1 + place) * Math.exp(0.004 * row + 0.1 * wave - (index >= 2005 * 12 ? (place % 7) / 20 : 0));
    return { period: periodName("month", index), index, value: Math.round(level), offset: 0 };
  });
}
