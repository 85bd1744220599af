import { stringify } from "csv-stringify/sync";
import type { Table } from "./resource.ts";

/** A table as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets). Text that a spreadsheet would run as a formula is escaped. */
export function csvOf(table: Table): string {
  return stringify(
    table.rows.map((row) => table.columns.map((column) => row[column] ?? "")),
    { header: true, columns: [...table.columns], bom: true, record_delimiter: "windows", escape_formulas: true },
  );
}
