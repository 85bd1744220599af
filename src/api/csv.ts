import { writeCsv } from "../dataset/csv.ts";
import type { Cell, Table } from "./resource.ts";

/** What a spreadsheet would run, some of them also in wide letters; a number with its sign is none. */
const FORMULA = /^(?![+-]?\d+(?:\.\d+)?$)[=+\-@\t\r\n＝＋－＠]/;

/** A table as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets). Text that a spreadsheet would run as a formula is escaped. */
export function csvOf(table: Table): string {
  const rows = table.rows.map((row) => table.columns.map((column) => String(safe(row[column] ?? ""))));
  return `\uFEFF${writeCsv([table.columns, ...rows], "\r\n")}`;
}

function safe(cell: Cell): Cell {
  return typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : cell;
}
