import { scaleUtc } from "d3-scale";
import { type Day, type FuzzyDate, firstDay, shiftDay } from "../../domain/date.ts";

/** A time axis in percent of the width, so that it fits every screen without its words shrinking. */
export interface LaneAxis {
  readonly from: Day;
  readonly to: Day;
  /** Place of a date in percent from the left, within 0 and 100. */
  at(date: FuzzyDate): number;
  readonly years: ReadonlyArray<{ readonly year: string; readonly at: number }>;
}

/** Years that a picture of law shows at most before the day it is about; what began earlier reaches its left edge. */
const YEARS_SHOWN = 25;

/** The axis from the first of the dates, or 25 years before `day`, to the last of them and a little air. */
export function laneAxis(dates: readonly FuzzyDate[], day: Day): LaneAxis {
  const oldest = `${Number(day.slice(0, 4)) - YEARS_SHOWN}-01-01`;
  const days = [...dates.map(firstDay), day].sort();
  const first = days[0] ?? day;
  const from = first > oldest ? `${first.slice(0, 4)}-01-01` : oldest;
  const to = shiftDay(days.at(-1) ?? day, 120);
  const time = (one: Day): number => Date.parse(`${one}T00:00:00Z`);
  const scale = scaleUtc([time(from), time(to)], [0, 100]).clamp(true);
  const span = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const step = span > 16 ? 4 : span > 7 ? 2 : 1;
  const years: Array<{ year: string; at: number }> = [];
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(to.slice(0, 4)); year += 1) {
    const at = tenth(scale(time(`${year}-01-01`)));
    // A number at the very edge would be cut.
    if (year % step === 0 && at >= 3 && at <= 96) years.push({ year: String(year), at });
  }
  return { from, to, at: (date) => tenth(scale(time(firstDay(date)))), years };
}

/** A bar of a lane: days on which something holds, both included; null while it lasts. */
export interface Bar {
  readonly from: Day;
  readonly to: Day | null;
  /** How it is drawn; a class of chart styles. */
  readonly look: string;
}

/** One lane: bars and marks on the common axis, with a line for the day. The words beside it, and the table, say the same. */
export function LaneRow({
  axis,
  bars = [],
  marks = [],
  day,
}: {
  axis: LaneAxis;
  bars?: readonly Bar[];
  marks?: ReadonlyArray<{ date: FuzzyDate; end: boolean }>;
  day: Day;
}) {
  const now = `${axis.at(day)}%`;
  return (
    <svg class="lane" aria-hidden="true">
      <LaneLine />
      {bars.map((bar) => (
        <BarShape axis={axis} bar={bar} day={day} />
      ))}
      {marks
        .filter(({ date }) => firstDay(date) >= axis.from)
        .map(({ date, end }) => (
          <circle class={end ? "end" : firstDay(date) > day ? "ahead" : undefined} cx={`${axis.at(date)}%`} cy={MIDDLE} r="4" />
        ))}
      <line class="now" x1={now} x2={now} y2="100%" />
    </svg>
  );
}

/** The dotted line on which a lane stands: days for which nothing is drawn. */
export function LaneLine() {
  return <line class="axis" x2="100%" y1={MIDDLE} y2={MIDDLE} />;
}

/** A bar up to the day, and what of it lies after the day lighter. What lasts is drawn to the day, for nobody knows how long. */
function BarShape({ axis, bar, day }: { axis: LaneAxis; bar: Bar; day: Day }) {
  const end = bar.to ?? (bar.from > day ? axis.to : day);
  if (end < axis.from) return <></>;
  // A day lasts until the next one begins.
  const last = shiftDay(end, 1);
  const past = bar.from <= day ? { from: bar.from, to: last > day ? day : last } : null;
  const later = last > day && end !== day ? { from: bar.from > day ? bar.from : day, to: last } : null;
  return (
    <>
      {past && <Piece axis={axis} {...past} look={bar.look} ahead={false} />}
      {later && <Piece axis={axis} {...later} look={bar.look} ahead />}
    </>
  );
}

/** Where the shapes of a lane stand, in pixels: its middle, and the top and height of each look that is not a full bar. */
const MIDDLE = 10;
const SHAPES: ReadonlyMap<string, readonly [top: number, height: number]> = new Map([
  ["a-partial", [10, 6]],
  ["a-number", [7, 6]],
  ["a-not-applicable", [8, 4]],
  ["force", [6, 8]],
  ["over", [6, 8]],
  ["making", [9, 2]],
]);
const FULL = [4, 12] as const;

/** A rectangle in one of the looks, from one place to another in percent. */
export function Shape({ look, start = 0, width, ahead = false }: { look: string; start?: number; width: number; ahead?: boolean }) {
  const [top, height] = SHAPES.get(look) ?? FULL;
  return <rect class={ahead ? `${look} ahead` : look} x={`${start}%`} y={top} width={`${width}%`} height={height} />;
}

function Piece({ axis, from, to, look, ahead }: { axis: LaneAxis; from: Day; to: Day; look: string; ahead: boolean }) {
  const start = axis.at(from);
  // What held for a few days is still to be seen.
  return <Shape look={look} start={start} width={Math.max(0.4, tenth(axis.at(to) - start))} ahead={ahead} />;
}

/** The years above a bundle of lanes, and the words for the day. */
export function LaneYears({ axis, day, words }: { axis: LaneAxis; day: Day; words: string }) {
  const now = axis.at(day);
  return (
    <svg class="lane years" aria-hidden="true">
      {axis.years.map(({ year, at }) => (
        <text x={`${at}%`} y="11" text-anchor="middle">
          {year}
        </text>
      ))}
      <text class="now" x={`${now}%`} y="25" text-anchor={now > 88 ? "end" : now < 12 ? "start" : "middle"}>
        {words}
      </text>
    </svg>
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
