import { z } from "zod";
import { type Kind, type Kinds, SCHEMAS } from "../domain/record.ts";
import type { Dataset } from "../domain/statistic.ts";
import { type Body, bare, fieldsOf, isBody } from "./shape.ts";

/** Columns of a coding's first citation; its further citations stand in `more`, one a line. */
const CITATION_COLUMNS = ["source", "read", "instrument", "provision", "cited"] as const;
const CITATION_FIELDS = ["source", "read", "instrument", "provision", "note"] as const;
const BAR = " | ";

/** Roles of the columns that say which figure a row holds; their cells make its id. */
const DIMENSIONS: ReadonlySet<string> = new Set(["jurisdiction", "period", "period-start", "period-end", "platform", "category", "measure", "attribute"]);

/** Fields that follow from the file or from other columns, and so have no column of their own. */
const DERIVED: Partial<Record<Kind, readonly string[]>> = { name: ["id"], text: ["id", "locale", "kind"] };

/** The columns of a kind's CSV files, in order. Rows of statistics have those of their dataset. */
export function columnsOf(kind: Exclude<Kind, "row">): string[] {
  const derived = DERIVED[kind] ?? [];
  const fields = fieldsOf(SCHEMAS[kind])
    .map(([name]) => name)
    .filter((name) => !derived.includes(name));
  if (kind !== "coding") return fields;
  return [...fields.filter((name) => name !== "citations"), ...CITATION_COLUMNS, "more"];
}

/** The columns of a dataset's file, in order. */
export function rowColumns(dataset: Dataset): string[] {
  return dataset.columns.map((column) => column.name);
}

/** The id of a row of statistics: its dataset and the cells of its dimension columns. */
export function rowId(dataset: Dataset, cells: Readonly<Record<string, string>>): string {
  const places = dataset.columns.filter((column) => DIMENSIONS.has(column.role)).map((column) => cells[column.name] ?? "");
  return [dataset.id, ...places].join("/");
}

/**
 * The cells of a record, one a column.
 * @throws {RangeError} when a list or citation holds the mark that separates its parts.
 */
export function cellsOf(kind: Kind, body: Body, columns: readonly string[]): string[] {
  const flat = kind === "coding" ? flattened(body as Body & Kinds["coding"]) : kind === "row" ? (body.cells as Body) : body;
  return columns.map((column) => cellOf(flat[column]));
}

/** The record of a line of CSV. `path` gives what the file's place says, such as the locale of a text. */
export function bodyOf(kind: Exclude<Kind, "row">, cells: Readonly<Record<string, string>>, path: string): Body {
  const body: Record<string, unknown> = {};
  for (const [name, form] of formsOf(kind)) if (name in cells) body[name] = fieldOf(form, cells[name] ?? "");
  if (kind === "name") return { id: `${cells.of}.${cells.locale}`, ...body };
  if (kind === "text") {
    const [, locale = "", file = ""] = path.split("/");
    const of = file.replace(/\.csv$/, "");
    return { id: `${locale}.${of}.${cells.record}.${cells.field}`, locale, kind: of, ...body };
  }
  return kind === "coding" ? { ...body, citations: citationsOf(cells) } : body;
}

type Form = "list" | "number" | "text";

const FORMS = new Map<Kind, ReadonlyArray<readonly [name: string, form: Form]>>();

/** How the cells of a kind are read, by field. */
function formsOf(kind: Kind): ReadonlyArray<readonly [name: string, form: Form]> {
  const known = FORMS.get(kind);
  if (known) return known;
  const forms = fieldsOf(SCHEMAS[kind]).map(([name, schema]): readonly [string, Form] => {
    const inner = bare(schema);
    return [name, inner instanceof z.ZodArray ? "list" : inner instanceof z.ZodNumber ? "number" : "text"];
  });
  FORMS.set(kind, forms);
  return forms;
}

function fieldOf(form: Form, cell: string): unknown {
  if (form === "list") return cell === "" ? [] : cell.split(";");
  if (form === "number") return cell === "" ? null : /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
  return cell;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (!Array.isArray(value)) return String(value);
  const entries = value.map(String);
  if (entries.some((entry) => entry === "" || entry.includes(";"))) throw new RangeError(`a list entry is empty or holds a semicolon: ${entries.join(", ")}`);
  return entries.join(";");
}

function flattened(coding: Kinds["coding"]): Body {
  const { citations, ...rest } = coding;
  const [first, ...more] = citations;
  const cells: Record<string, unknown> = { ...rest };
  CITATION_COLUMNS.forEach((column, at) => {
    cells[column] = first?.[CITATION_FIELDS[at] ?? "note"];
  });
  cells.more = more.map(citationLine).join("\n");
  return cells;
}

function citationLine(citation: Body): string {
  const parts = CITATION_FIELDS.map((field) => String(citation[field] ?? ""));
  if (parts.some((part, at) => part.includes("\n") || (at < 4 && part.includes("|")))) {
    throw new RangeError(`a citation beyond the first holds a line break or a bar: ${parts.join(", ")}`);
  }
  while (parts.at(-1) === "") parts.pop();
  return parts.join(BAR);
}

function citationsOf(cells: Readonly<Record<string, string>>): Body[] {
  const lines = (cells.more ?? "").split("\n").filter((line) => line !== "");
  const more = lines.map((line) => {
    const parts = line.split(BAR);
    // Only the last field, the note, may hold the separator itself.
    const five = [...parts.slice(0, 4), parts.slice(4).join(BAR)];
    return Object.fromEntries(CITATION_FIELDS.map((field, at) => [field, five[at] ?? ""]));
  });
  const first = CITATION_COLUMNS.map((column) => cells[column] ?? "");
  if (first.every((cell) => cell === "")) return more;
  return [Object.fromEntries(CITATION_FIELDS.map((field, at) => [field, first[at] ?? ""])), ...more];
}

/** Tells whether the value is a dataset as far as reading its rows needs. */
export function hasColumns(value: unknown): value is Dataset {
  return isBody(value) && Array.isArray(value.columns) && value.columns.every((column) => isBody(column) && typeof column.name === "string");
}
