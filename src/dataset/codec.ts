import { SCHEMAS } from "../domain/record.ts";
import type { Dataset } from "../domain/statistic.ts";
import { bodyOf, cellsOf, columnsOf, rowColumns, rowId } from "./cells.ts";
import { readCsv, Unreadable, writeCsv } from "./csv.ts";
import { inOrder, type Layout } from "./layout.ts";
import { type Body, full, isBody, lean } from "./shape.ts";
import { readYaml, writeYaml } from "./yaml.ts";

/** A record as a file gives it, before its schema was applied. */
export interface Raw {
  readonly body: Body;
  /** The line, from 1, of the record, or of the field at this path inside it. */
  lineOf(path?: ReadonlyArray<string | number>): number;
}

/** A defect of one entry that does not stop the rest of its file from being read. */
export interface Fault {
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

/** The text of a file that holds these records, sorted, in canonical form. Rows need their dataset. */
export function encode(layout: Layout, bodies: readonly Body[], dataset?: Dataset): string {
  const ordered = [...bodies].sort(inOrder);
  if (layout.format === "yaml") return writeYaml(ordered.map((body) => lean(SCHEMAS[layout.kind], body)));
  if (layout.format === "json") return `${JSON.stringify(lean(SCHEMAS[layout.kind], ordered[0] ?? {}), null, 2)}\n`;
  const columns = headerOf(layout, dataset);
  return writeCsv([columns, ...ordered.map((body) => cellsOf(layout.kind, body, columns))]);
}

/**
 * Reads the records of one file.
 * @throws {Unreadable} when the file as a whole cannot be read.
 */
export function decode(layout: Layout, path: string, text: string, dataset?: Dataset): { raws: Raw[]; faults: Fault[] } {
  if (text.startsWith("\uFEFF")) throw new Unreadable(1, "the file starts with a byte order mark", "save it as UTF-8 without BOM");
  const windows = text.indexOf("\r\n");
  if (windows >= 0) throw new Unreadable(lineAt(text, windows), "a line ends as on Windows (CRLF)", "save the file with plain line ends (LF)");
  if (layout.format === "csv") return decodeCsv(layout, path, text, dataset);
  return layout.format === "json" ? decodeJson(layout, text) : decodeYaml(layout, text);
}

function decodeCsv(layout: Layout, path: string, text: string, dataset?: Dataset): { raws: Raw[]; faults: Fault[] } {
  const columns = headerOf(layout, dataset);
  const [header, ...rows] = readCsv(text);
  if (!header) throw new Unreadable(1, "the file is empty", `write the header line: ${columns.join(",")}`);
  if (header.cells.join(",") !== columns.join(","))
    throw new Unreadable(1, headerFault(header.cells, columns), `write the header line as: ${columns.join(",")}`);
  const raws: Raw[] = [];
  const faults: Fault[] = [];
  for (const { line, cells } of rows) {
    if (cells.length !== columns.length) {
      const what = `the line has ${cells.length} cells, the header has ${columns.length}`;
      faults.push({ line, what, mend: "add or remove commas, and put a cell that holds a comma in quotation marks" });
      continue;
    }
    const named = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
    const body =
      layout.kind === "row" && dataset
        ? { id: rowId(dataset, named), dataset: dataset.id, cells: named }
        : layout.kind === "row"
          ? {}
          : bodyOf(layout.kind, named, path);
    raws.push({ body, lineOf: () => line });
  }
  return { raws, faults };
}

function decodeYaml(layout: Layout, text: string): { raws: Raw[]; faults: Fault[] } {
  const { value, lineOf } = readYaml(text);
  if (!Array.isArray(value)) throw new Unreadable(1, "the file is not a list of entries", "begin every record with “- id: …” at the start of a line");
  const raws: Raw[] = [];
  const faults: Fault[] = [];
  value.forEach((entry: unknown, at) => {
    if (isBody(entry)) raws.push({ body: full(SCHEMAS[layout.kind], entry) as Body, lineOf: (path = []) => lineOf([at, ...path]) });
    else faults.push({ line: lineOf([at]), what: "the entry is not a set of fields", mend: "write its fields as “name: value”, one a line" });
  });
  return { raws, faults };
}

function decodeJson(layout: Layout, text: string): { raws: Raw[]; faults: Fault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    throw new Unreadable(lineAt(text, at), "this is not JSON", "check commas, braces and quotation marks");
  }
  if (!isBody(value)) throw new Unreadable(1, "the file is not a JSON object", "write { … } with the fields of the descriptor");
  const body = full(SCHEMAS[layout.kind], value) as Body;
  return { raws: [{ body, lineOf: (path = []) => jsonLine(text, path) }], faults: [] };
}

function headerOf(layout: Layout, dataset?: Dataset): string[] {
  if (layout.kind !== "row") return columnsOf(layout.kind);
  if (!dataset) throw new Unreadable(0, "no dataset describes this file", "add its dataset to statistics/datasets.yaml, with an id equal to the file's name");
  return rowColumns(dataset);
}

function headerFault(found: readonly string[], wanted: readonly string[]): string {
  const missing = wanted.filter((column) => !found.includes(column));
  const unknown = found.filter((column) => !wanted.includes(column));
  if (missing.length === 0 && unknown.length === 0) return "the columns stand in the wrong order or twice";
  const parts = [missing.length > 0 ? `missing: ${missing.join(", ")}` : "", unknown.length > 0 ? `unknown: ${unknown.join(", ")}` : ""];
  return `wrong columns (${parts.filter((part) => part !== "").join("; ")})`;
}

function jsonLine(text: string, path: ReadonlyArray<string | number>): number {
  const name = path.find((part) => typeof part === "string");
  return name === undefined ? 1 : lineAt(text, Math.max(0, text.indexOf(`"${name}"`)));
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) line += 1;
  return line;
}
