import type { ColumnSource } from "hyparquet-writer";
import type { Cell, Table } from "../resource.ts";
import { type About, type AboutColumn, typedCell } from "./about.ts";
import type { FileWords } from "./words.ts";

/**
 * A table as a Parquet file (Snappy). Numbers are DOUBLE, counters INT32, all else STRING; every column may be null, and
 * null is never 0. What must be known to read it stands in the file's key-value metadata: texts as they are, lists as JSON.
 */
export async function parquetOf(table: Table, about: About, words: FileWords): Promise<Uint8Array<ArrayBuffer>> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: table.columns.map((name) =>
        columnOf(
          name,
          table.rows.map((row) => row[name]),
          about.columns.find((one) => one.name === name)?.type ?? "text",
        ),
      ),
      kvMetadata: Object.entries(metadataOf(about, words)).map(([key, value]) => ({ key, value })),
      createdBy: "Safeguard Atlas",
    }),
  );
}

function columnOf(name: string, given: ReadonlyArray<Cell | undefined>, type: AboutColumn["type"]): ColumnSource {
  const cells = given.map((cell) => typedCell(cell, type));
  // A column that is meant for numbers and holds words besides is written as text: nothing of it may be lost.
  const numeric = (type === "number" || type === "integer") && cells.every((cell) => typeof cell !== "string");
  if (numeric) return { name, data: cells, type: type === "integer" ? "INT32" : "DOUBLE", nullable: true };
  return { name, data: cells.map((cell) => (cell === null ? null : String(cell))), type: "STRING", nullable: true };
}

/** The key-value metadata: one key a fact. */
function metadataOf(about: About, words: FileWords): Record<string, string> {
  return {
    title: about.title,
    dataset: about.dataset,
    description: about.description,
    report_class: about.reportClass,
    unit: about.unit,
    definition: about.definition,
    as_of: about.asOf,
    warnings: JSON.stringify(about.warnings),
    breaks: JSON.stringify(about.breaks),
    caveats: JSON.stringify(about.caveats),
    rivals: JSON.stringify(about.rivals),
    notes: JSON.stringify(about.notes),
    blanks: words.blanks,
    sources: JSON.stringify(about.sources),
    publisher: about.publisher,
    terms: about.terms,
    licence: words.licence,
    revision: String(about.revision),
    recorded: about.recorded,
    at: about.at,
    address: about.address,
    language: about.lang,
    columns: JSON.stringify(about.columns),
  };
}
