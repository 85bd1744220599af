import { type Day, type FuzzyDate, firstDay } from "../../domain/date.ts";
import type { Phase } from "../../domain/life.ts";
import { type Axis, timeAxis } from "./axis.ts";
import { breadth } from "./letter.ts";
import { placeLabels } from "./tier.ts";

/** One mark on a time line. */
export interface Mark {
  readonly date: FuzzyDate;
  /** What happened, in a word or two. */
  readonly label: string;
  /** Whether the law ends here: drawn as a gap in its life. */
  readonly end: boolean;
}

const WIDTH = 720;
const MARGIN = 12;
/** Width of a letter and height of a line in drawing units, at the size that chart.css sets. */
const LETTER = 6.6;
const LINE = 16;

/**
 * The life of one law: its phases as a line on its way, a bar while in force and an open bar after its end; stages as marks
 * with labels that do not cover each other; the day as a line, what lies after it lighter.
 * The list beside it says the same; `title` names the picture for those who cannot see it.
 */
export function TimeLine({
  marks,
  phases,
  day,
  dayLabel,
  title,
}: {
  marks: readonly Mark[];
  phases: readonly Phase[];
  day: Day;
  dayLabel: string;
  title: string;
}) {
  if (marks.length === 0) return <></>;
  const sorted = [...marks].sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1));
  const axis = timeAxis(
    sorted.map((mark) => mark.date),
    day,
    WIDTH,
    MARGIN,
  );
  const labels = placeLabels(
    sorted.map((mark) => ({ at: axis.at(mark.date), width: breadth(mark.label) * LETTER })),
    WIDTH,
  );
  const tiers = Math.max(...labels.map((label) => label.tier)) + 1;
  const base = tiers * LINE + 14;
  const now = axis.at(day);
  return (
    <svg class="chart line" viewBox={`0 0 ${WIDTH} ${base + 34}`} role="img" aria-label={title}>
      <path class="axis" d={`M0 ${base}H${WIDTH}`} />
      {phases.map((phase) => (
        <PhaseShape phase={phase} axis={axis} day={day} base={base} last={sorted.at(-1)?.date ?? day} />
      ))}
      {sorted.map((mark, index) => {
        const label = labels[index] ?? { start: 0, tier: 0 };
        const x = axis.at(mark.date);
        const y = base - 14 - label.tier * LINE;
        const ahead = firstDay(mark.date) > day ? "ahead" : undefined;
        return (
          <g class={ahead}>
            <path class="lead" d={`M${x} ${base - 5}V${y - 8}`} />
            <circle cx={x} cy={base} r="5" class={mark.end ? "end" : undefined} />
            <text x={Math.round(label.start) + 3} y={y - 1}>
              {mark.label}
            </text>
          </g>
        );
      })}
      <path class="now" d={`M${now} ${base - 9}V${base + 12}`} />
      <text class="now" x={now} y={base + 30} text-anchor={now > WIDTH - 60 ? "end" : now < 60 ? "start" : "middle"}>
        {dayLabel}
      </text>
      {axis.years
        .filter((year) => Math.abs(year.at - now) > 14)
        .map((year) => (
          <text class="year" x={year.at} y={base + 18} text-anchor="middle">
            {year.year}
          </text>
        ))}
    </svg>
  );
}

/** Half the height of the bar of each phase, in drawing units. */
const THICK = { making: 1.5, force: 5, over: 5 } as const;

/** One phase up to the day, and what of it is known to lie after the day lighter. */
function PhaseShape({ phase, axis, day, base, last }: { phase: Phase; axis: Axis; day: Day; base: number; last: FuzzyDate }) {
  const half = THICK[phase.phase];
  const now = axis.at(day);
  const from = axis.at(phase.from);
  const end = phase.to === null ? Math.max(now, axis.at(last)) : axis.at(phase.to);
  const bar = (start: number, stop: number, look: string) =>
    stop > start && <path class={look} d={`M${start} ${base - half}H${stop}V${base + half}H${start}Z`} />;
  return (
    <>
      {bar(from, Math.min(end, Math.max(from, now)), `phase ${phase.phase}`)}
      {bar(Math.max(from, now), end, `phase ${phase.phase} later`)}
    </>
  );
}

/** Height of one row of a bundle of lives, in drawing units. */
const ROW = 14;

/** The axis above a bundle of lives: years from left to right. */
export function BundleAxis({ axis }: { axis: Axis }) {
  return (
    <svg class="chart row" viewBox={`0 0 ${axis.width} ${ROW}`} aria-hidden="true">
      {axis.years.map((year) => (
        <text class="year" x={year.at} y="11" text-anchor="middle">
          {year.year}
        </text>
      ))}
    </svg>
  );
}

/** One law in a bundle: its stages on the bundle's axis. The words beside it say the same. */
export function BundleRow({ axis, marks, today }: { axis: Axis; marks: ReadonlyArray<Pick<Mark, "date" | "end">>; today: Day }) {
  const places = marks.map((mark) => ({ x: axis.at(mark.date), end: mark.end, ahead: firstDay(mark.date) > today })).sort((a, b) => a.x - b.x);
  const first = places[0];
  if (!first) return <></>;
  const end = places.findLast((place) => place.end && !place.ahead);
  return (
    <svg class="chart row" viewBox={`0 0 ${axis.width} ${ROW}`} aria-hidden="true">
      <path class="life" d={`M${first.x} 7H${Math.max(first.x, end ? end.x : axis.at(today))}`} />
      <path
        class="dots"
        d={places
          .filter((place) => !place.end && !place.ahead)
          .map((place) => `M${place.x} 7h0`)
          .join("")}
      />
      {places
        .filter((place) => place.end || place.ahead)
        .map((place) => (
          <circle cx={place.x} cy="7" r="4" class={place.end ? "end" : "ahead"} />
        ))}
    </svg>
  );
}
