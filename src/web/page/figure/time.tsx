import type { FigureRow, FigureView } from "../../../api/figure/view.ts";
import { intlTag } from "../../../domain/locale.ts";
import { cut } from "../../chart/letter.ts";
import { linePath, lookOf, type PlotScales, plotScales, type Room, spread } from "../../chart/plot.ts";
import { punctuation } from "../../part/punctuation.ts";
import type { Visit } from "../../visit.ts";
import { type Drawing, Frame, type Lettered, lettered, tiersOf, WIDTH } from "./frame.tsx";
import { plainText, valueText } from "./value.ts";

/** Letters of a label beside a line. */
const LABEL = 25;
/** Height of one line of labels. */
const GAP = 13;

/** Why a value may have no number, and the sign for it. */
const BLANKS = ["suppressed", "missing", "not-comparable"] as const;
const SIGNS: Readonly<Record<string, string>> = { suppressed: "<", missing: "–", "not-comparable": "≠" };

/** A label that fits beside a line; what a group is made of stands in the table. */
export function short(text: string, most = LABEL): string {
  const name = text.replace(/ ?[(（][^()（）]*[)）]$/, "");
  return cut(name, most);
}

/** What a point says: of what, when, how much. */
export function pointWords(label: string, row: FigureRow, view: FigureView, visit: Visit): string {
  const { colon, comma } = punctuation(visit.locale);
  return `${label}${comma}${row.period}${colon}${valueText(row, view, visit)}`;
}

/** Rows of a view by series. */
export function bySeries(view: FigureView): Map<string, FigureRow[]> {
  const rows = new Map<string, FigureRow[]>();
  for (const row of view.rows) {
    const held = rows.get(row.series);
    if (held) held.push(row);
    else rows.set(row.series, [row]);
  }
  return rows;
}

/** A picture in time: one line a series, with labels at their ends. */
export function LinePicture({ view, series, notes, visit, alone }: Drawing) {
  const rows = bySeries(view);
  const shown = series.flatMap((one) => rows.get(one.key) ?? []);
  const height = Math.max(250, series.length * GAP + 30);
  const cuts = lettered(view);
  const across = { left: 88, right: WIDTH - 170 };
  const tiers = tiersOf(cuts, (cut) => plotScales(shown, { ...across, top: 0, bottom: 1 }, false).x(cut.day));
  const room: Room = { ...across, top: tiers.height + 8, bottom: height - 4 + tiers.height };
  const scales = plotScales(shown, room, view.asked.scale === "log");
  const ends = series.map((one) => (rows.get(one.key) ?? []).findLast((row) => row.value !== null));
  // A line that ends early has its label where it ends: a leader across the room would look like one more line, across breaks too.
  const last = view.periods.at(-1);
  const late = series.map((_, index) => index).filter((index) => ends[index]?.period === last || !ends[index]);
  const heights = spread(
    late.map((index) => scales.y(ends[index]?.value ?? (view.asked.scale === "log" ? Number(scales.ticks[0]?.value) : 0))),
    GAP,
    room,
  );
  const labels = new Map(late.map((index, place) => [index, heights[place] ?? 0]));
  const strip = Strip({ rows: shown, scales, top: room.bottom + 32, visit });
  return (
    <Frame view={view} height={room.bottom + 34 + strip.height} notes={notes} visit={visit} alone={alone}>
      <Grid view={view} rows={shown} room={room} scales={scales} cuts={cuts} tiers={tiers.of} visit={visit} />
      {series.map((one, index) => {
        const look = lookOf(index);
        const end = ends[index];
        const at = labels.get(index);
        return (
          <g class={look.colour}>
            <path class="run" d={linePath(rows.get(one.key) ?? [], scales)} stroke-dasharray={look.dash} />
            <Points rows={rows.get(one.key) ?? []} label={one.label} marker={look.marker} scales={scales} view={view} visit={visit} />
            {end?.value != null && at !== undefined && <path class="lead" d={`M${scales.mid(end) + 6} ${scales.y(end.value)}L${room.right + 8} ${at}h6`} />}
            {at !== undefined ? (
              <text x={room.right + 18} y={at + 4}>
                {short(one.label)}
              </text>
            ) : (
              end?.value != null && (
                <text x={scales.mid(end)} y={scales.y(end.value) - 9} text-anchor="middle">
                  {short(one.label)}
                </text>
              )
            )}
          </g>
        );
      })}
      {strip.body}
    </Frame>
  );
}

interface GridProps {
  readonly view: FigureView;
  readonly rows: readonly FigureRow[];
  readonly room: Room;
  readonly scales: PlotScales;
  readonly cuts: readonly Lettered[];
  readonly tiers: ReadonlyMap<string, number>;
  readonly visit: Visit;
}

/** Ticks, periods and the breaks, which stand as labelled lines across the room. */
function Grid({ view, rows, room, scales, cuts, tiers, visit }: GridProps) {
  const periods = new Map(rows.map((row) => [row.period, row]));
  const widest = Math.max(...view.periods.map((period) => period.length)) * 7.4 + 6;
  const every = Math.ceil((view.periods.length * widest) / (room.right - room.left));
  return (
    <>
      {scales.ticks.map((tick) => (
        <>
          <path class={tick.value === 0 ? "zero" : "axis"} d={`M${room.left} ${tick.at}H${room.right}`} />
          <text class="quiet" x={room.left - 8} y={tick.at + 4} text-anchor="end">
            {plainText(tick.value, view, visit)}
          </text>
        </>
      ))}
      {view.periods
        .filter((_, index) => (view.periods.length - 1 - index) % every === 0)
        .map((period) => {
          const row = periods.get(period);
          return (
            row && (
              <text class="quiet" x={scales.mid(row)} y={room.bottom + 18} text-anchor="middle">
                {period}
              </text>
            )
          );
        })}
      {cuts.map((one) => {
        const up = room.top - 4 - (tiers.get(one.id) ?? 0);
        return (
          <g class={one.forbids ? "cut forbids" : "cut"}>
            <path d={`M${scales.x(one.day)} ${up}V${room.bottom}`} />
            <text x={scales.x(one.day)} y={up - 2} text-anchor="middle">
              {one.forbids ? `${one.letter} ≠` : one.letter}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Values as markers: full when exact, open when rounded, pale when worked out, with an arrow when it is a lower bound. */
function Points({
  rows,
  label,
  marker,
  scales,
  view,
  visit,
}: {
  rows: readonly FigureRow[];
  label: string;
  marker: string;
  scales: PlotScales;
  view: FigureView;
  visit: Visit;
}) {
  return (
    <>
      {rows.map(
        (row) =>
          row.value !== null && (
            <g class={row.status === "exact" ? "pt" : `pt ${row.status}`} transform={`translate(${scales.mid(row)} ${scales.y(row.value)})`}>
              <title>{pointWords(label, row, view, visit)}</title>
              <path d={marker} />
              {row.atLeast && <path class="up" d="M0-6v-8m-3 3l3-3l3 3" />}
              {row.value === 0 && (
                <text y="-7" text-anchor="middle">
                  0
                </text>
              )}
            </g>
          ),
      )}
    </>
  );
}

/** Under the axis: how many values of each period have no number, by the reason. */
function Strip({ rows, scales, top, visit }: { rows: readonly FigureRow[]; scales: PlotScales; top: number; visit: Visit }) {
  const kinds = BLANKS.filter((status) => rows.some((row) => row.status === status));
  const body = kinds.map((status, index) => {
    const counts = new Map<string, { row: FigureRow; count: number }>();
    for (const row of rows) if (row.status === status) counts.set(row.period, { row, count: (counts.get(row.period)?.count ?? 0) + 1 });
    return (
      <>
        <text class="quiet" x={WIDTH - 152} y={top + index * 15 + 4}>
          {`${SIGNS[status]} ${visit.t(`figure.status-${status}`)}`}
        </text>
        {[...counts.values()].map(({ row, count }) => (
          <text x={scales.mid(row)} y={top + index * 15 + 4} text-anchor="middle">
            {count > 1 ? `${SIGNS[status]} ${count}` : SIGNS[status]}
          </text>
        ))}
      </>
    );
  });
  return { height: kinds.length * 15, body };
}

/** Two periods side by side: a line from the first to the last, where they may be compared. */
export function SlopePicture({ view, series, notes, visit, alone }: Drawing) {
  const rows = bySeries(view);
  const [first = "", last = ""] = [view.periods[0], view.periods.at(-1)];
  const pairs = series.map((one) => {
    const of = (period: string) => (rows.get(one.key) ?? []).find((row) => row.period === period);
    return { one, from: of(first), to: of(last) };
  });
  const shown = pairs.flatMap(({ from, to }) => [from, to]).flatMap((row) => row ?? []);
  const height = Math.max(250, series.length * GAP + 30);
  const room: Room = { left: 240, right: WIDTH - 240, top: 24, bottom: height };
  const { y } = plotScales(shown, room, view.asked.scale === "log");
  const at = (row: FigureRow | undefined): number => (row?.value == null ? room.bottom : y(row.value));
  const left = spread(
    pairs.map(({ from }) => at(from)),
    GAP,
    room,
  );
  const right = spread(
    pairs.map(({ to }) => at(to)),
    GAP,
    room,
  );
  const text = (label: string, row: FigureRow | undefined): string => `${short(label)} ${row ? valueText(row, view, visit) : visit.t("figure.missing")}`;
  return (
    <Frame view={view} height={height + 16} notes={notes} visit={visit} alone={alone}>
      <path class="axis" d={`M${room.left} ${room.top - 8}V${room.bottom}M${room.right} ${room.top - 8}V${room.bottom}`} />
      <text class="quiet" x={room.left} y="10" text-anchor="middle">
        {first}
      </text>
      <text class="quiet" x={room.right} y="10" text-anchor="middle">
        {last}
      </text>
      {pairs.map(({ one, from, to }, index) => {
        const look = lookOf(index);
        const joined = from?.value != null && to?.value != null && from.segment === to.segment;
        return (
          <g class={look.colour}>
            {joined && <path class="run" d={`M${room.left} ${at(from)}L${room.right} ${at(to)}`} stroke-dasharray={look.dash} />}
            {[from, to].map(
              (row, side) =>
                row?.value != null && (
                  <g class={row.status === "exact" ? "pt" : `pt ${row.status}`} transform={`translate(${side ? room.right : room.left} ${at(row)})`}>
                    <title>{pointWords(one.label, row, view, visit)}</title>
                    <path d={look.marker} />
                  </g>
                ),
            )}
            <text x={room.left - 12} y={(left[index] ?? 0) + 4} text-anchor="end">
              {text(one.label, from)}
            </text>
            <text x={room.right + 12} y={(right[index] ?? 0) + 4}>
              {to ? valueText(to, view, visit) : visit.t("figure.missing")} {short(one.label)}
            </text>
          </g>
        );
      })}
    </Frame>
  );
}

/** The letters of a break and of those that stand too near to it for letters of their own. */
function lettersAt(cut: Lettered, cuts: readonly Lettered[], x: (cut: Lettered) => number): string {
  const index = cuts.indexOf(cut);
  const before = cuts[index - 1];
  if (before && x(cut) - x(before) < 10) return "";
  let last = index;
  for (let next = cuts[last + 1], at = cut; next && x(next) - x(at) < 10; at = next, next = cuts[last + 1]) last += 1;
  return cuts
    .slice(index, last + 1)
    .map((one) => one.letter)
    .join("");
}

/** One small picture a series, all on one scale. */
export function MultiplesPicture({ view, series, notes, visit, alone }: Drawing) {
  const rows = bySeries(view);
  const shown = series.flatMap((one) => rows.get(one.key) ?? []);
  const across = series.length < 3 ? series.length : 3;
  const width = Math.floor(WIDTH / across);
  const high = 140;
  const cuts = lettered(view);
  return (
    <Frame view={view} height={Math.ceil(series.length / across) * high} notes={notes} visit={visit} alone={alone}>
      {series.map((one, index) => {
        const room: Room = { left: 56, right: width - 14, top: 30, bottom: high - 26 };
        const scales = plotScales(shown, room, view.asked.scale === "log", 3);
        const own = rows.get(one.key) ?? [];
        const ends = own.length > 0 ? [own[0], own.at(-1)] : [];
        return (
          <g class="k0" transform={`translate(${(index % across) * width} ${Math.floor(index / across) * high})`}>
            <text class="plain" x="0" y="14">
              {short(one.label, Math.floor(width / 6.8))}
            </text>
            {scales.ticks.map((tick) => (
              <>
                <path class={tick.value === 0 ? "zero" : "axis"} d={`M${room.left} ${tick.at}H${room.right}`} />
                <text class="quiet" x={room.left - 6} y={tick.at + 4} text-anchor="end">
                  {new Intl.NumberFormat(intlTag(visit.locale), { notation: "compact", maximumFractionDigits: 1 }).format(tick.value)}
                </text>
              </>
            ))}
            {cuts.map((cut) => (
              <g class={cut.forbids ? "cut forbids" : "cut"}>
                <path d={`M${scales.x(cut.day)} ${room.top - 4}V${room.bottom}`} />
                <text x={scales.x(cut.day)} y={room.top - 6} text-anchor="middle">
                  {lettersAt(cut, cuts, (each) => scales.x(each.day))}
                </text>
              </g>
            ))}
            {ends.map(
              (row) =>
                row && (
                  <text class="quiet" x={scales.mid(row)} y={high - 8} text-anchor="middle">
                    {row.period}
                  </text>
                ),
            )}
            <path class="run" d={linePath(own, scales)} />
            {own.map(
              (row) =>
                row.value === null && (
                  <text x={scales.mid(row)} y={room.bottom - 3} text-anchor="middle">
                    {SIGNS[row.status] ?? "–"}
                  </text>
                ),
            )}
            <Points rows={own} label={one.label} marker={lookOf(0).marker} scales={scales} view={view} visit={visit} />
          </g>
        );
      })}
    </Frame>
  );
}
