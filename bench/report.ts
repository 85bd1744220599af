/** One line of the result. */
export interface Line {
  readonly part: "pages" | "weight" | "figures" | "compare" | "adoption" | "event" | "language" | "scale" | "start" | "notify";
  readonly what: string;
  /** Absolute figures, in words. */
  readonly measured: string;
  /** The figure that the target is about; null when there is none. */
  readonly ratio: number | null;
  readonly target: string;
  /** Null where nothing is asked for, or nothing was measured. */
  readonly met: boolean | null;
}

/** A line whose figure must not be above a limit. */
export function atMost(part: Line["part"], what: string, measured: string, figure: number, limit: number, unit: string): Line {
  return { part, what, measured, ratio: figure, target: `≤ ${limit}${unit}`, met: figure <= limit };
}

/** A line whose figure must not be below a limit. */
export function atLeast(part: Line["part"], what: string, measured: string, figure: number, limit: number, unit: string): Line {
  return { part, what, measured, ratio: figure, target: `≥ ${limit}${unit}`, met: figure >= limit };
}

/** A line that only informs. */
export function plain(part: Line["part"], what: string, measured: string, figure: number | null = null): Line {
  return { part, what, measured, ratio: figure, target: "–", met: null };
}

/** The lines as a table for people. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [
    ["part", "what", "figure", "target", "", "measured"],
    ...lines.map((one) => [one.part, one.what, figureText(one.ratio), one.target, one.met === null ? "" : one.met ? "met" : "NOT MET", one.measured]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function figureText(figure: number | null): string {
  if (figure === null) return "–";
  return figure >= 100 ? String(Math.round(figure)) : figure >= 10 ? figure.toFixed(1) : figure.toFixed(2);
}
