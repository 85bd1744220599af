import { scaleLinear, scaleLog } from "d3-scale";
import type { FigureRow, FigureSeries, FigureView } from "../../../api/figure/view.ts";
import { type Drawing, Frame, lettered, WIDTH } from "./frame.tsx";
import { bySeries, pointWords, short } from "./time.tsx";
import { valueText } from "./value.ts";

const ROW = 22;
const LEFT = 220;
const RIGHT = 120;
/** Most bars of one picture. */
const MOST = 40;

interface Bar {
  readonly label: string;
  readonly row: FigureRow;
}

/** The bars of a view: all periods of one series; of several series the last period that most of them have. */
function barsOf(view: FigureView, series: readonly FigureSeries[]): Bar[] {
  const rows = bySeries(view);
  const [only] = series;
  if (series.length === 1 && only) return (rows.get(only.key) ?? []).slice(-MOST).map((row) => ({ label: row.period, row }));
  const last = lastPeriod(view);
  return series.flatMap((one) => {
    const row = (rows.get(one.key) ?? []).find((each) => each.period === last);
    return row ? [{ label: one.label, row }] : [];
  });
}

/** The latest period for which at least half of the series have a row. */
export function lastPeriod(view: FigureView): string {
  const counts = new Map<string, number>();
  for (const row of view.rows) counts.set(row.period, (counts.get(row.period) ?? 0) + 1);
  return view.periods.findLast((period) => (counts.get(period) ?? 0) * 2 >= view.series.length) ?? view.periods.at(-1) ?? "";
}

/**
 * Bars from zero, one a row. A value that is rounded or worked out is drawn hatched or pale; one that is suppressed or missing
 * has words in place of a bar; a break stands as a line between two bars.
 */
export function BarPicture({ view, series, notes, visit, alone }: Drawing) {
  const bars = barsOf(view, series);
  const values = bars.flatMap(({ row }) => (row.value === null ? [] : [row.value]));
  const log = view.asked.scale === "log";
  const most = Math.max(...values, log ? 1 : 0);
  const least = Math.min(...values, ...(log ? [] : [0]));
  const scale = log
    ? scaleLog([least / 2, Math.max(most, least * 10)], [LEFT, WIDTH - RIGHT])
    : scaleLinear([least, most > least ? most : least + 1], [LEFT, WIDTH - RIGHT]);
  const zero = Math.round(log ? LEFT : scale(0));
  const cuts = series.length === 1 ? lettered(view) : [];
  const period = series.length === 1 ? [] : [visit.t("figure.bars-of", { period: bars[0]?.row.period ?? "" })];
  return (
    <Frame view={view} height={bars.length * ROW + 8} notes={[...period, ...notes]} visit={visit} alone={alone}>
      {bars.map(({ label, row }, index) => {
        const y = index * ROW + 4;
        const end = row.value === null ? zero : Math.round(scale(row.value));
        const text = valueText(row, view, visit);
        const beyond = row.value === null ? zero + 8 : Math.max(end, zero) + 8;
        return (
          <g class={row.status === "exact" ? "pt" : `pt ${row.status}`}>
            <title>{pointWords(label, row, view, visit)}</title>
            <text x={LEFT - 10} y={y + 14} text-anchor="end">
              {short(label, 32)}
            </text>
            {row.value === null ? (
              <path class="gap" d={`M${zero} ${y + 10}h4`} />
            ) : (
              row.value !== 0 && <rect x={Math.min(zero, end)} y={y + 2} width={Math.max(1, Math.abs(end - zero))} height={ROW - 8} />
            )}
            <text class={row.value === null ? "quiet" : undefined} x={beyond} y={y + 14}>
              {text}
            </text>
          </g>
        );
      })}
      {cuts.map((cut) => {
        const index = bars.findIndex(({ row }) => row.end >= cut.day);
        const y = index * ROW + 2;
        return (
          index > 0 && (
            <g class={cut.forbids ? "cut forbids" : "cut"}>
              <path d={`M${LEFT - 60} ${y}H${WIDTH - 30}`} />
              <text x={WIDTH - 26} y={y + 4}>
                {cut.forbids ? `${cut.letter} ≠` : cut.letter}
              </text>
            </g>
          )
        );
      })}
    </Frame>
  );
}
