import { max } from "d3-array";
import { scaleLinear } from "d3-scale";

/** One bar: null is a figure that is missing or suppressed; it is drawn as a gap with words, never as 0. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  /** The value in the reader's language, or the words for its absence. */
  readonly text: string;
  /** Rounded or worked-out figures are drawn hatched. */
  readonly soft: boolean;
}

const LABEL = 60;
const WIDTH = 420;
const ROW = 24;

/**
 * Bars from left to right, one a row. The table beside it holds the same; `title` says what the picture shows.
 * Bars of one chart must be comparable: a series that changed its meaning is drawn as two charts.
 */
export function BarChart({ bars, title }: { bars: readonly Bar[]; title: string }) {
  const scale = scaleLinear([0, max(bars, (bar) => bar.value ?? 0) || 1], [0, WIDTH - LABEL - 96]);
  return (
    <svg class="chart bars" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-label={title}>
      {bars.map((bar, index) => {
        const y = index * ROW;
        const length = bar.value === null ? 0 : Math.max(1, Math.round(scale(bar.value)));
        return (
          <>
            <text x={LABEL - 8} y={y + 16} text-anchor="end">
              {bar.label}
            </text>
            {bar.value === null ? (
              <path class="gap" d={`M${LABEL} ${y + 12}h24`} />
            ) : (
              bar.value > 0 && <rect x={LABEL} y={y + 4} width={length} height={ROW - 8} class={bar.soft ? "soft" : undefined} />
            )}
            <text class={bar.value === null ? "quiet" : undefined} x={LABEL + (bar.value === null ? 30 : length + 6)} y={y + 16}>
              {bar.text}
            </text>
          </>
        );
      })}
    </svg>
  );
}
