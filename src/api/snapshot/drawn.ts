import { forbidsComparison } from "../../analysis/rate.ts";
import type { Break, Caveat, Dataset, Measure, Observation } from "../../domain/statistic.ts";
import type { Inquiry } from "../inquiry.ts";

/** A figure of a claim or snapshot, as the record has it. Only snapshots pin values. */
export interface Outline {
  readonly dataset: string;
  readonly measures: readonly string[];
  readonly points: ReadonlyArray<{
    readonly rows: readonly string[];
    readonly after: string;
    readonly value?: number;
    readonly status?: Observation["status"];
  }>;
  readonly caveats: readonly string[];
  readonly breaks?: readonly string[];
}

/** One value, with what the record says of it now. */
export interface DrawnPoint {
  /** The value to show: the pinned one, else the one of the record; null when it is suppressed or missing, never 0. */
  readonly value: number | null;
  readonly status: Observation["status"];
  /** The value in the record that is asked; null when a row is gone or has no value there. */
  readonly now: number | null;
  /** Whether the record has moved on since the value was pinned. */
  readonly moved: boolean;
  /** How many rows of the record are added up. */
  readonly rows: number;
  /** The break between this value and the one before. */
  readonly after: Break | null;
  /** Whether that break forbids to set this value against those before it. */
  readonly apart: boolean;
  /** Ids of the sources of its rows. */
  readonly sources: readonly string[];
}

/** A figure with all that must stand beside it. */
export interface Drawn {
  readonly dataset: Dataset;
  readonly measures: readonly Measure[];
  readonly unit: string;
  readonly points: readonly DrawnPoint[];
  readonly caveats: readonly Caveat[];
  readonly breaks: readonly Break[];
}

/** Reads the values of figures from the record; a figure of a dataset that the record does not have is null. */
export async function drawn(inquiry: Inquiry, figures: readonly Outline[]): Promise<Array<Drawn | null>> {
  const { catalogue, reader } = inquiry;
  const wanted = new Map<string, Set<string>>();
  for (const { dataset, measures } of figures) wanted.set(dataset, new Set([...(wanted.get(dataset) ?? []), ...measures]));
  const rows = new Map<string, Observation[]>();
  const found = await Promise.all([...wanted].map(([dataset, measures]) => reader.observations({ dataset, measures: [...measures] })));
  for (const one of found.flat()) rows.set(one.row, [...(rows.get(one.row) ?? []), one]);
  return figures.map((figure) => {
    const dataset = catalogue.datasets.get(figure.dataset);
    if (!dataset) return null;
    const points = figure.points.map((point): DrawnPoint => {
      const parts = point.rows.flatMap((id) => (rows.get(id) ?? []).filter((one) => figure.measures.includes(one.measure)));
      const now = sumOf(parts, point.rows.length);
      return {
        value: point.value ?? now,
        status: point.status ?? statusOf(parts, point.rows.length),
        now,
        moved: point.value !== undefined && point.value !== now,
        rows: point.rows.length,
        after: catalogue.breaks.get(point.after) ?? null,
        apart: figure.measures.some((measure) => forbidsComparison(point.after, figure.dataset, measure)),
        sources: [...new Set(parts.map((one) => one.source))],
      };
    });
    const breaks = new Set([...(figure.breaks ?? []), ...figure.points.map((one) => one.after)]);
    const measures = figure.measures.flatMap((id) => dataset.measures.find((one) => one.id === id) ?? []);
    return {
      dataset,
      measures,
      unit: measures[0]?.unit ?? "",
      points,
      caveats: figure.caveats.flatMap((id) => catalogue.caveats.get(id) ?? []),
      breaks: [...breaks].flatMap((id) => catalogue.breaks.get(id) ?? []).sort((one, other) => (one.from < other.from ? -1 : 1)),
    };
  });
}

/** The sum, when every row is there with a value. Part of a sum is no sum. */
function sumOf(parts: readonly Observation[], rows: number): number | null {
  if (parts.length !== rows || parts.some((one) => one.value === null)) return null;
  return parts.reduce((total, one) => total + (one.value ?? 0), 0);
}

function statusOf(parts: readonly Observation[], rows: number): Observation["status"] {
  if (parts.length !== rows) return "missing";
  return parts.find((one) => one.value === null)?.status ?? (parts.length > 1 ? "derived" : (parts[0]?.status ?? "missing"));
}
