import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Command, Option } from "commander";
import { bodyOf } from "../api/app.ts";
import { Fault } from "../api/fault.ts";
import { FORMS, type Form, fileOf, offers } from "../api/file/form.ts";
import type { Inquiry } from "../api/inquiry.ts";
import type { Download } from "../api/resource.ts";
import { note } from "./say.ts";

/** The forms that can be asked for; metadata come by themselves beside a CSV. */
const ASKABLE = (Object.keys(FORMS) as Form[]).filter((form) => form !== "csv-metadata.json");

/** How an answer is to leave. */
export interface Leaving {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly format?: string;
  readonly out?: string;
}

/** Gives a verb the options to write its answer to a file. */
export function fileable(command: Command): Command {
  return command
    .addOption(new Option("--format <form>", "form of the file; by the ending of --out when it is left out").choices(ASKABLE))
    .option("--out <file>", "write the answer to a file; beside a CSV its metadata are written, to <file>-metadata.json");
}

/** The form that is asked for; null for words. @throws {Fault} when the name of the file does not tell it. */
export function formAsked({ json, csv, format, out }: Leaving): Form | null {
  const named = ASKABLE.find((one) => one === format) ?? (csv ? "csv" : json ? "json" : undefined);
  if (named || !out) return named ?? null;
  const ending = ASKABLE.find((one) => out.endsWith(`.${one}`));
  if (!ending) throw new Fault(400, "out", `The name ${basename(out)} does not say what to write. Add --format, or one of these endings.`, ASKABLE);
  return ending;
}

/**
 * Writes an answer in a form to a file, or to standard output; `address` are the parameters that were asked.
 * @throws {Fault} when the answer is not offered in the form, or would be written over a terminal.
 */
export async function writeAnswer(inquiry: Inquiry, download: Download, form: Form, address: string, out = ""): Promise<void> {
  if (!offers(download, form)) throw new Fault(400, "format", `This list is given as CSV and JSON. Name a data set for figures in the form ${form}.`);
  if (!out && (form === "xlsx" || form === "parquet") && process.stdout.isTTY)
    throw new Fault(400, "out", `A terminal cannot show ${form}. Name a file, such as --out figures.${form}.`);
  const origin = process.env["ORIGIN"] ?? "";
  const csv = out ? basename(out) : "figures.csv";
  const written = form === "json" ? bodyOf(inquiry, download, address) : await fileOf(inquiry, download, form, origin, csv);
  if (!out) {
    process.stdout.write(written);
    return;
  }
  await put(out, written);
  if (form === "csv" && download.about) await put(`${out}-metadata.json`, await fileOf(inquiry, download, "csv-metadata.json", origin, csv));
  note(`${download.table.rows.length} rows written to ${resolve(out)}.`);
}

/** The whole file or none: it is written beside, then moved into its place. */
async function put(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.part-${randomUUID()}`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
