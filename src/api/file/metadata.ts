import type { Table } from "../resource.ts";
import type { About, ColumnType } from "./about.ts";
import type { FileWords } from "./words.ts";

/** The data types of columns, as CSV on the Web names them. */
const DATATYPES: Readonly<Record<ColumnType, string | object>> = {
  text: "string",
  number: "number",
  integer: "integer",
  day: { base: "date", format: "yyyy-MM-dd" },
  "yes-no": { base: "boolean", format: "yes|no" },
};

/** How the facts that stand once are named in the notes. */
const KINDS = { unit: "unit", reportClass: "report-class", definition: "definition", asOf: "as-of" } as const;

/**
 * The metadata file that stands beside a CSV (W3C, Metadata Vocabulary for Tabular Data): what its columns hold, and all
 * that must be known to read its figures. `url` is the address of the CSV.
 */
export function metadataFile(table: Table, about: About, words: FileWords, url: string): string {
  const columns = table.columns.map((name) => about.columns.find((one) => one.name === name) ?? { name, title: name, description: "", type: "text" as const });
  const noted = (type: string, text: string): object => ({ type, text });
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": about.lang }],
    url,
    "dc:title": about.title,
    ...(about.definition || about.description ? { "dc:description": about.definition || about.description } : {}),
    "dc:publisher": about.publisher,
    "dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
    "dc:rights": `${words.licence}. ${about.terms}`,
    "dc:source": about.sources.map((one) => ({ "@id": one.url })),
    "dc:language": about.lang,
    "dc:date": about.asOf,
    "dc:modified": about.recorded,
    "dc:identifier": about.address,
    dialect: { encoding: "utf-8", header: true, delimiter: ",", quoteChar: '"', doubleQuote: true },
    tableSchema: {
      columns: columns.map((one) => ({
        name: one.name,
        titles: { [about.lang]: [...new Set([one.name, one.title])] },
        ...(one.description ? { "dc:description": one.description } : {}),
        datatype: DATATYPES[one.type],
        null: "",
      })),
    },
    notes: [
      ...(["unit", "reportClass", "definition", "asOf"] as const).flatMap((fact) => (about[fact] ? noted(KINDS[fact], about[fact]) : [])),
      ...about.warnings.map((text) => noted("warning", text)),
      ...about.breaks.map((one) => ({ type: "break", ...one })),
      ...about.caveats.map((text) => noted("caveat", text)),
      ...about.rivals.map((text) => noted("rival", text)),
      ...about.notes.map((text) => noted("note", text)),
      ...about.sources.map((one) => ({ type: "source", ...one })),
      noted("blanks", words.blanks),
      { type: "revision", revision: about.revision, recorded: about.recorded, at: about.at },
    ],
  };
  return `${JSON.stringify(metadata, null, 1)}\n`;
}
