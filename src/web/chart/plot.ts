import { scaleLinear, scaleLog, scaleUtc } from "d3-scale";
import type { Day } from "../../domain/date.ts";

/** One point of a series in time. */
export interface PlotPoint {
  readonly start: Day;
  readonly end: Day;
  readonly value: number | null;
  /** Points of different stretches are never joined. */
  readonly segment: number;
}

/** Where values and days stand in a drawing. */
export interface PlotScales {
  x(day: Day): number;
  /** The middle of a period. */
  mid(point: Pick<PlotPoint, "start" | "end">): number;
  y(value: number): number;
  readonly ticks: ReadonlyArray<{ readonly value: number; readonly at: number }>;
}

/** The room in which values are drawn, in drawing units. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const time = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Scales for points in a room. The value axis holds zero, unless it is logarithmic. */
export function plotScales(points: readonly PlotPoint[], room: Room, log: boolean, tickCount = 5): PlotScales {
  const starts = points.map((point) => time(point.start));
  const ends = points.map((point) => time(point.end));
  const x = scaleUtc([Math.min(...starts), Math.max(...ends) + 1], [room.left, room.right]);
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const most = Math.max(...values, log ? 1 : 0);
  const least = Math.min(...values, ...(log ? [] : [0]));
  const y = log
    ? scaleLog([least, Math.max(most, least * 10)], [room.bottom, room.top]).nice()
    : scaleLinear([least, most > least ? most : least + 1], [room.bottom, room.top]).nice(tickCount);
  const ticks = log ? y.ticks(tickCount).filter((tick) => Number.isInteger(Math.log10(tick)) || y.ticks(tickCount).length < 6) : y.ticks(tickCount);
  return {
    x: (day) => Math.round(x(time(day))),
    mid: (point) => Math.round(x((time(point.start) + time(point.end)) / 2)),
    y: (value) => Math.round(y(value)),
    ticks: ticks.map((value) => ({ value, at: Math.round(y(value)) })),
  };
}

/**
 * The path of a series: a line through its values, interrupted where a value is missing and where a stretch ends.
 * A value that stands alone gives no line.
 */
export function linePath(points: readonly PlotPoint[], scales: Pick<PlotScales, "mid" | "y">): string {
  let path = "";
  let before: PlotPoint | null = null;
  for (const point of points) {
    if (point.value === null) {
      before = null;
      continue;
    }
    const joined = before !== null && before.segment === point.segment;
    path += `${joined ? "L" : "M"}${scales.mid(point)} ${scales.y(point.value)}`;
    before = point;
  }
  return path;
}

/** Heights of labels beside the ends of lines: as near as possible to their lines, at least `gap` apart, inside the room. */
export function spread(wanted: readonly number[], gap: number, room: Pick<Room, "top" | "bottom">): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const placed: number[] = [];
  let least = room.top;
  for (const one of order) {
    const at = Math.max(one.at, least);
    placed.push(at);
    least = at + gap;
  }
  let most = room.bottom;
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const at = Math.min(placed[index] ?? 0, most);
    placed[index] = at;
    most = at - gap;
  }
  const result = new Array<number>(wanted.length).fill(0);
  order.forEach((one, index) => {
    result[one.index] = Math.round(placed[index] ?? 0);
  });
  return result;
}

/** Markers, drawn around a point: no two neighbours of the list look alike. */
const MARKERS = ["M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0Z", "M-3-3h6v6h-6Z", "M0-4L4 3H-4Z", "M0-4.5L4.5 0L0 4.5L-4.5 0Z", "M-4-3H4L0 4Z"] as const;
const DASHES = [undefined, "7 3", "2 3", "9 3 2 3"] as const;

/** How the series at a place in the list is drawn: colour, dashes and marker together are its own up to twenty series. */
export function lookOf(index: number): { readonly colour: string; readonly dash: string | undefined; readonly marker: string } {
  return {
    colour: `k${index % 5}`,
    dash: DASHES[Math.floor(index / 5) % DASHES.length],
    marker: MARKERS[(index + Math.floor(index / 5)) % MARKERS.length] ?? MARKERS[0],
  };
}
