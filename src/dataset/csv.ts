import { CsvError, parse } from "csv-parse/sync";

/** One line of a CSV file: its cells and the line of the file on which it starts, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Thrown when a text cannot be read as CSV or YAML; `line` is where, from 1. */
export class Unreadable extends Error {
  constructor(
    readonly line: number,
    what: string,
    readonly mend: string,
  ) {
    super(what);
  }
}

/** Writes rows as RFC 4180 with `\n` line ends; quotes only where a cell needs them. */
export function writeCsv(rows: Iterable<readonly string[]>): string {
  let text = "";
  for (const row of rows) {
    // A single empty cell would be an empty line, which readers skip.
    text += row.length === 1 && row[0] === "" ? '""' : row.map(quoted).join(",");
    text += "\n";
  }
  return text;
}

/**
 * Reads RFC 4180 text.
 * @throws {Unreadable} for a byte order mark, Windows line ends, or quotes that do not match.
 */
export function readCsv(text: string): CsvRow[] {
  let records: string[][];
  try {
    records = parse(text, { relax_column_count: true, record_delimiter: "\n" });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 1);
    throw new Unreadable(
      line,
      "a quotation mark stands where CSV does not allow one, or is never closed",
      'put the whole cell in "…" and write a quotation mark inside it as ""',
    );
  }
  let line = 1;
  return records.map((cells) => {
    const row = { line, cells };
    line += 1;
    for (const cell of cells) if (cell.includes("\n")) line += cell.split("\n").length - 1;
    return row;
  });
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
