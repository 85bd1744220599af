import { canStandOnLog, changeFrom, indexOn, perHead, populationFor, segmentOf } from "../../analysis/rate.ts";
import type { Day } from "../../domain/date.ts";
import type { Cell, Line } from "./series.ts";
import type { FigureRow, FigureScale } from "./view.ts";
import type { FigureWords } from "./words.ts";

/** Residents by place and year. */
export type Populations = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** What turns counts into what is shown. */
export interface Scaling {
  readonly scale: FigureScale;
  /** The period that an index starts from. */
  readonly base: string;
  /** Days on which comparison ends, for a measure. */
  readonly ends: (measure: string) => readonly Day[];
  readonly populations: Populations;
  readonly name: (code: string) => string;
  /** The comma of the reader's language, with its space. */
  readonly comma: string;
  readonly words: FigureWords;
}

type Shown = Pick<FigureRow, "value" | "status" | "note" | "population" | "populationYear" | "atLeast">;

/** The values of a series as rows, by time, on the scale that was asked for. A value that cannot be worked out says why. */
export function rowsOf({ series, cells }: Line, scaling: Scaling): FigureRow[] {
  const days = scaling.ends(series.measure);
  const sorted = [...cells.values()].sort((a, b) => (a.start < b.start || (a.start === b.start && a.end < b.end) ? -1 : 1));
  const base = cells.get(scaling.base);
  return sorted.map((cell, index) => {
    const segment = segmentOf(cell.end, days);
    const shown = (): Shown => {
      switch (scaling.scale) {
        case "rate":
          return rateOf(cell, series.jurisdiction, scaling);
        case "change": {
          const before = sorted[index - 1];
          return against(before, cell, before !== undefined && segmentOf(before.end, days) === segment, changeFrom, scaling.words.noBefore, scaling.words);
        }
        case "index":
          return against(base, cell, base !== undefined && segmentOf(base.end, days) === segment, indexOn, scaling.words.noBase(scaling.base), scaling.words);
        default:
          return plain(cell);
      }
    };
    const { jurisdiction, group, platform, category, measure } = series;
    const { period, start, end, words, bound, sources } = cell;
    return {
      series: series.key,
      jurisdiction,
      group,
      platform,
      category,
      measure,
      period,
      start,
      end,
      count: cell.value,
      words,
      bound,
      segment,
      sources,
      ...shown(),
    };
  });
}

/** Whether all values of rows can stand on a logarithmic axis. */
export function logIsSound(rows: readonly FigureRow[]): boolean {
  return canStandOnLog(rows.flatMap((row) => (row.value === null ? [] : [row.value])));
}

function plain({ value, status, note, atLeast }: Cell): Shown {
  return { value, status, note, atLeast, population: null, populationYear: "" };
}

/** A value in relation to another of its series; a lower bound or a rounded value gives a rough relation, a hidden one none. */
function against(
  before: Cell | undefined,
  cell: Cell,
  comparable: boolean,
  relation: (before: number, value: number) => number | null,
  nothing: string,
  words: FigureWords,
): Shown {
  if (cell.value === null || cell.status === "suppressed") return plain(cell);
  const none = (status: Shown["status"], note: string): Shown => ({ ...plain(cell), value: null, status, note, atLeast: false });
  if (!before || before.value === null) return none("missing", nothing);
  if (!comparable) return none("not-comparable", words.acrossBreak);
  // Between two lower bounds nothing is known.
  if (before.atLeast || cell.atLeast) return none("not-comparable", cell.note || before.note);
  const value = relation(before.value, cell.value);
  if (value === null) return none("missing", nothing);
  const rough = before.status === "rounded" || cell.status === "rounded";
  return { ...plain(cell), value, status: rough ? "rounded" : "derived" };
}

function rateOf(cell: Cell, jurisdiction: string, { populations, name, comma, words }: Scaling): Shown {
  if (cell.value === null) return plain(cell);
  const year = Number(cell.start.slice(0, 4));
  const parts = jurisdiction ? [{ jurisdiction, value: cell.value }] : cell.parts;
  let count = 0;
  let residents = 0;
  const years = new Set<string>();
  const without: string[] = [];
  for (const part of parts) {
    const found = populationFor(year, populations.get(part.jurisdiction) ?? new Map());
    if (!found) {
      without.push(part.jurisdiction);
      continue;
    }
    count += part.value;
    residents += found.value;
    years.add(found.year);
  }
  if (residents === 0) return { ...plain(cell), value: null, status: "missing", note: words.noPopulation, atLeast: false };
  const left = without.length > 0 ? words.withoutPopulation(without.map(name).join(comma)) : "";
  return {
    value: perHead(count, residents),
    status: cell.status === "rounded" ? "rounded" : "derived",
    // Hidden parts are in neither the count nor the residents: the rate of the others is no lower bound of the whole.
    atLeast: false,
    note: [cell.note, left].filter(Boolean).join("; "),
    population: residents,
    populationYear: [...years].sort().join("/"),
  };
}
