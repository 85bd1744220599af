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

/** Writes rows as RFC 4180; quotes only where a cell needs them. The record's own files end their lines with `\n`. */
export function writeCsv(rows: Iterable<readonly string[]>, newline: "\n" | "\r\n" = "\n"): string {
  let text = "";
  for (const row of rows) {
    // A single empty cell would be an empty line, which readers skip.
    text += row.length === 1 && row[0] === "" ? '""' : row.map(quoted).join(",");
    text += newline;
  }
  return text;
}

/**
 * Reads RFC 4180 text.
 * @throws {Unreadable} for a byte order mark, Windows line ends, or quotes that do not match.
 */
export function readCsv(text: string): CsvRow[] {
  return quickCsv(text) ?? slowCsv(text);
}

/** Reads text whose quotation marks all stand where they should, which is what we write; null for any other. */
function quickCsv(text: string): CsvRow[] | null {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  while (at < text.length) {
    let end: number;
    if (text.charCodeAt(at) === QUOTE) {
      end = text.indexOf('"', at + 1);
      while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) end = text.indexOf('"', end + 2);
      if (end < 0) return null;
      const cell = text.slice(at + 1, end).replaceAll('""', '"');
      for (let next = cell.indexOf("\n"); next >= 0; next = cell.indexOf("\n", next + 1)) line += 1;
      cells.push(cell);
      end += 1;
    } else {
      end = at;
      for (let code = text.charCodeAt(end); end < text.length && code !== COMMA && code !== NEWLINE; code = text.charCodeAt(end)) {
        if (code === QUOTE) return null;
        end += 1;
      }
      cells.push(text.slice(at, end));
    }
    const after = end < text.length ? text.charCodeAt(end) : NEWLINE;
    at = end + 1;
    if (after === COMMA && at < text.length) continue;
    // A comma at the very end, or a letter after a closing quotation mark.
    if (after !== NEWLINE) return null;
    rows.push({ line: begun, cells });
    cells = [];
    line += 1;
    begun = line;
  }
  return rows;
}

const QUOTE = 34;
const COMMA = 44;
const NEWLINE = 10;

function slowCsv(text: string): CsvRow[] {
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
