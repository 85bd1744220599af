import { csvOf } from "../csv.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Download } from "../resource.ts";
import { placed } from "./about.ts";
import { metadataFile } from "./metadata.ts";
import { parquetOf } from "./parquet.ts";
import { sheetOf } from "./sheet.ts";
import { fileWords } from "./words.ts";

/** The forms in which a table leaves, by the ending of its address, with their media types. */
export const FORMS = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  "csv-metadata.json": "application/csvm+json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
} as const;
export type Form = keyof typeof FORMS;

/** The form that a name asks for by its ending, and the name without it; JSON and the whole name when it has none of these endings. */
export function formOf(name: string): { readonly stem: string; readonly form: Form } {
  const form = (["csv-metadata.json", "json", "csv", "xlsx", "parquet"] as const).find((one) => name.endsWith(`.${one}`));
  return form ? { stem: name.slice(0, -form.length - 1), form } : { stem: name, form: "json" };
}

/** Whether a download can leave in a form: a workbook, Parquet and metadata need to know what its figures are. */
export function offers(download: Download, form: Form): boolean {
  return form === "json" || form === "csv" || download.about !== undefined;
}

/**
 * Writes a download in a form other than JSON. `origin` is the host that permanent addresses begin with, `csv` the address of the CSV.
 * @throws {TypeError} for a form that the download does not offer.
 */
export async function fileOf(
  inquiry: Pick<Inquiry, "t">,
  download: Download,
  form: Exclude<Form, "json">,
  origin: string,
  csv: string,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (form === "csv") return csvOf(download.table);
  if (!download.about) throw new TypeError(`This table cannot be written as ${form}: ask for CSV or JSON.`);
  const about = placed(download.about, origin);
  const words = fileWords(inquiry.t);
  if (form === "csv-metadata.json") return metadataFile(download.table, about, words, csv);
  return form === "xlsx" ? sheetOf(download.table, about, words) : parquetOf(download.table, about, words);
}
