import type { Command } from "commander";
import { inquiryOf } from "../api/app.ts";
import { Fault } from "../api/fault.ts";
import type { Inquiry } from "../api/inquiry.ts";
import type { Cell, Download } from "../api/resource.ts";
import { find } from "../search/find.ts";
import type { Store } from "../store/open.ts";
import { isAlive, readLock } from "../store/server/lock.ts";
import { lookAt } from "../store/server/server.ts";
import { translator } from "../web/message/translate.ts";
import { openFromEnvironment, placeFromEnvironment } from "./environment.ts";
import { formAsked, type Leaving, writeAnswer } from "./file.ts";
import { loadFolder } from "./load.ts";
import { EXIT, note, PLACE_HELP } from "./say.ts";

/** What every verb that reads the record can be asked. */
export interface Asked extends Leaving {
  readonly at?: string;
  readonly known?: string;
  readonly lang?: string;
}

/** What stands below the help of the verbs that read. */
const ASK_HELP = `
The answer is the one that the site and its downloads give for the same parameters.

Exit codes:
  0  answered
  1  the record holds nothing under this identifier, or data/ has problems
  2  wrong use of the command line, such as a day that does not exist
  3  the database, its folder or the environment is not as needed`;

/** Gives a verb the options that every reading verb has. */
export function askable(command: Command): Command {
  return command
    .option("--at <day>", "the day about which you ask, such as 2020-12-20 (today)")
    .option("--known <day or revision>", "as the Atlas knew it at the end of a day, or at a revision (now)")
    .option("--lang <language>", "language of names and texts: en or fr", "en")
    .option("--json", "the answer as JSON, as the API gives it")
    .option("--csv", "the answer as CSV, as the API gives it")
    .addHelpText("after", `${PLACE_HELP}${ASK_HELP}`);
}

/** How a verb turns a download into lines for people. */
export type InWords = (download: Download, inquiry: Inquiry) => string;

/**
 * Answers a verb from the view that the site uses: as JSON, as CSV, as a file, or in words; gives the exit code.
 * `query` are the parameters of the address that would ask the same.
 */
export async function ask(
  options: Asked,
  query: Iterable<readonly [string, string]>,
  view: (inquiry: Inquiry) => Promise<Download | null>,
  words: InWords,
): Promise<number> {
  const parameters = new URLSearchParams([...query].map(([name, value]) => [name, value]));
  for (const name of ["at", "known"] as const) if (options[name]) parameters.set(name, options[name]);
  const store = await openForReading();
  if (!store) return EXIT.problems;
  try {
    const inquiry = await inquiryOf(
      { reader: store.reader, clock: () => new Date(), find: (catalogue, asked) => find(store.sql, catalogue, asked), words: translator },
      options.lang ?? "en",
      parameters,
    );
    const download = await view(inquiry);
    if (!download) {
      refuse(options, "The record holds nothing under this identifier. `atlas read questions`, `atlas read instruments` and the like list what there is.");
      return EXIT.problems;
    }
    const form = formAsked(options);
    if (form) await writeAnswer(inquiry, download, form, parameters.toString(), options.out);
    else process.stdout.write(`${words(download, inquiry)}\n`);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    refuse(options, [error.message, ...(error.allowed.length > 0 ? [`Allowed: ${error.allowed.join(", ")}.`] : [])].join(" "), error.field);
    return error.status === 404 ? EXIT.problems : EXIT.usage;
  } finally {
    await store.close();
  }
}

function refuse(options: Asked, message: string, field = ""): void {
  if (options.json) process.stdout.write(`${JSON.stringify({ ok: false, error: message, ...(field ? { field } : {}) }, null, 2)}\n`);
  note(field ? `--${field}: ${message}` : message);
}

/** The store for reading: beside a program that serves it, if there is one; filled from data/ when it is empty. Null when data/ has problems. */
export async function openForReading(): Promise<Store | null> {
  const { databaseUrl, dir } = placeFromEnvironment();
  const holder = databaseUrl ? null : readLock(dir);
  const running = holder && isAlive(holder) ? lookAt(dir) : null;
  if (running) return openFromEnvironment({ databaseUrl: running.url, migrate: false, connections: 2, log: () => {} });
  const store = await openFromEnvironment();
  if ((await store.reader.revision()).id > 0) return store;
  if (await loadFolder(store)) return store;
  await store.close();
  return null;
}

/** Rows as aligned lines, for people: the columns named, the blanks as a dash. */
export function lines(rows: ReadonlyArray<Readonly<Record<string, Cell>>>, columns: readonly string[]): string {
  const cells = [
    columns.map((one) => one.replaceAll("_", " ")),
    ...rows.map((row) => columns.map((column) => String(row[column] ?? "–").replace(/\s+/g, " "))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => (row[index] ?? "").length)));
  return cells.map((row) => row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join("  ")).join("\n");
}
