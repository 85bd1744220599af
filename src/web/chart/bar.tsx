import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { breadth } from "./letter.ts";

/** One bar: null is a figure that is missing or suppressed; it is drawn as a gap with words, never as 0. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  /** The value in the reader's language, or the words for its absence. */
  readonly text: string;
  /** Rounded or worked-out figures are drawn hatched. */
  readonly soft: boolean;
  /** Words of a break in the series that stands before this bar; it is drawn as a line with these words. */
  readonly rule?: string;
}

const LABEL = 60;
const WIDTH = 420;
/** The least room for the longest bar and the number behind it. */
const ROOM = 270;
const ROW = 24;
const LETTER = 7.2;

/**
 * Bars from left to right, one a row. The table beside it holds the same; `title` says what the picture shows.
 * Bars of one chart must be comparable: a series that changed its meaning is drawn as two charts. Falls are drawn by
 * their size, so a chart holds rises or falls, not both.
 */
export function BarChart({ bars, title }: { bars: readonly Bar[]; title: string }) {
  const label = Math.max(LABEL, Math.round(8 + LETTER * (max(bars, (bar) => breadth(bar.label)) ?? 0)));
  const width = Math.max(WIDTH, label + ROOM);
  const scale = scaleLinear([0, max(bars, (bar) => Math.abs(bar.value ?? 0)) || 1], [0, width - label - 96]);
  const rules = bars.filter((bar) => bar.rule).length;
  let y = -ROW;
  return (
    <svg class="chart bars" viewBox={`0 0 ${width} ${(bars.length + rules) * ROW}`} role="img" aria-label={title}>
      {bars.map((bar) => {
        y += bar.rule ? 2 * ROW : ROW;
        const length = bar.value === null ? 0 : Math.max(1, Math.round(scale(Math.abs(bar.value))));
        return (
          <>
            {bar.rule && (
              <>
                <path class="now" stroke-dasharray="4 3" d={`M0 ${y - 4}H${width}`} />
                <text class="now" x={width} y={y - 9} text-anchor="end">
                  {bar.rule}
                </text>
              </>
            )}
            <text x={label - 8} y={y + 16} text-anchor="end">
              {bar.label}
            </text>
            {bar.value === null ? (
              <path class="gap" d={`M${label} ${y + 12}h24`} />
            ) : (
              bar.value !== 0 && <rect x={label} y={y + 4} width={length} height={ROW - 8} class={bar.soft ? "soft" : undefined} />
            )}
            <text class={bar.value === null ? "quiet" : undefined} x={label + (bar.value === null ? 30 : length + 6)} y={y + 16}>
              {bar.text}
            </text>
          </>
        );
      })}
    </svg>
  );
}
