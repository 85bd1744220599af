import { type Day, type FuzzyDate, firstDay } from "../../domain/date.ts";
import { type Axis, timeAxis } from "./axis.ts";
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
 * The life of one law: stages as marks with labels that do not cover each other, today as a line, what lies ahead lighter.
 * The list beside it says the same; `title` names the picture for those who cannot see it.
 */
export function TimeLine({ marks, today, todayLabel, title }: { marks: readonly Mark[]; today: Day; todayLabel: string; title: string }) {
  if (marks.length === 0) return <></>;
  const sorted = [...marks].sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1));
  const axis = timeAxis(
    sorted.map((mark) => mark.date),
    today,
    WIDTH,
    MARGIN,
  );
  const labels = placeLabels(
    sorted.map((mark) => ({ at: axis.at(mark.date), width: mark.label.length * LETTER })),
    WIDTH,
  );
  const tiers = Math.max(...labels.map((label) => label.tier)) + 1;
  const base = tiers * LINE + 14;
  const now = axis.at(today);
  return (
    <svg class="chart line" viewBox={`0 0 ${WIDTH} ${base + 34}`} role="img" aria-label={title}>
      <Life marks={sorted} axis={axis} today={today} base={base} />
      {sorted.map((mark, index) => {
        const label = labels[index] ?? { start: 0, tier: 0 };
        const x = axis.at(mark.date);
        const y = base - 14 - label.tier * LINE;
        const ahead = firstDay(mark.date) > today ? "ahead" : undefined;
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
      <text class="now" x={now} y={base + 30} text-anchor={now > WIDTH - 60 ? "end" : "middle"}>
        {todayLabel}
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

/** The line itself: solid where the law has been on its way or in force, open after its end, lighter ahead of today. */
function Life({ marks, axis, today, base }: { marks: readonly Mark[]; axis: Axis; today: Day; base: number }) {
  const from = axis.at(marks[0]?.date ?? today);
  const end = marks.findLast((mark) => mark.end && firstDay(mark.date) <= today);
  const last = marks.at(-1);
  const until = end ? axis.at(end.date) : axis.at(today);
  const ahead = last && firstDay(last.date) > today ? axis.at(last.date) : null;
  return (
    <>
      <path class="axis" d={`M0 ${base}H${WIDTH}`} />
      <path class="life" d={`M${from} ${base}H${Math.max(from, until)}`} />
      {ahead !== null && <path class="life ahead" d={`M${axis.at(today)} ${base}H${ahead}`} />}
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
