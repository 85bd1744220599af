import { resolve } from "node:path";
import type { Command } from "commander";
import type { Problem } from "../dataset/problem.ts";
import { digestOf, load } from "../store/load.ts";
import type { Store } from "../store/open.ts";
import { isNew, openFromEnvironment, placeFromEnvironment } from "./environment.ts";
import { dataFolder } from "./place.ts";
import { preparedRecords } from "./prepared.ts";
import { checkedRecords, readFolder, reportProblems } from "./record.ts";
import { EXIT, EXIT_HELP, note, PLACE_HELP, result, verb } from "./say.ts";

/** What a load did. */
export interface Loaded {
  readonly changeset: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Milliseconds. */
  readonly took: number;
}

/** `atlas load`: brings the store in line with the record's files. */
export function loadVerb(program: Command): void {
  program
    .command("load")
    .description("read the record's files into the database: nothing when they are already there, otherwise one changeset of what differs")
    .option("--data <folder>", "folder of the record's files", dataFolder())
    .option("--json", "write the result as JSON")
    .addHelpText("after", `${PLACE_HELP}${EXIT_HELP}`)
    .action(
      verb(async (options: { data: string; json?: boolean }) => {
        const opening = openFromEnvironment();
        try {
          const loaded = await loadFolder(opening, resolve(options.data), { report: reporter(options.json) });
          if (!loaded) return EXIT.problems;
          result(options.json === true, { ok: true, ...loaded }, inWords(loaded));
          return EXIT.ok;
        } finally {
          await (await opening).close();
        }
      }),
    );
}

/** How the problems of files are told: as `atlas check` tells them, in lines for people or as JSON. */
export function reporter(json = false): (problems: readonly Problem[]) => void {
  return json ? (problems) => result(true, { ok: false, problems }, "") : reportProblems;
}

/** How files are loaded. */
export interface Loading {
  /** Gives up between two steps, with the signal's reason as the error; nothing is changed then. */
  readonly stop?: AbortSignal;
  /** Told the problems of the files; to standard error when it is left out. */
  readonly report?: (problems: readonly Problem[]) => void;
}

/**
 * Loads the files of a folder. What is already loaded is not even parsed. When the files have problems they are reported,
 * the store stays as it is and the result is null. A store that is still being made for the first time may be given as a
 * promise: the files are checked meanwhile.
 */
export async function loadFolder(
  opening: Store | Promise<Store>,
  folder = dataFolder(),
  { stop, report = reportProblems }: Loading = {},
): Promise<Loaded | null> {
  const started = performance.now();
  const fresh = opening instanceof Promise && isNew(placeFromEnvironment());
  // The opening may fail while the files are read: whoever opened reports that, through this function's error.
  if (opening instanceof Promise) opening.catch(() => {});
  const texts = await readFolder(folder);
  const digest = digestOf(texts);
  const early = fresh ? check(texts, digest, stop) : null;
  const store = await opening;
  stop?.throwIfAborted();
  const done = { changeset: 0, added: 0, changed: 0, removed: 0 };
  if ((await store.reader.revision()).digest === digest) return { ...done, took: Math.round(performance.now() - started) };
  const { records, problems } = await (early ?? check(texts, digest, stop));
  stop?.throwIfAborted();
  if (problems.length > 0) {
    report(problems);
    return null;
  }
  note(`loading ${records.length} records`);
  const publication = await load(store, records, digest, (step) => {
    stop?.throwIfAborted();
    note(`  ${step}`);
  });
  return { ...publication, took: Math.round(performance.now() - started) };
}

async function check(texts: ReadonlyMap<string, string>, digest: string, stop: AbortSignal | undefined): ReturnType<typeof checkedRecords> {
  const records = await preparedRecords(digest);
  if (records) return { records, problems: [] };
  note(`checking ${texts.size} files`);
  return checkedRecords(texts, stop);
}

function inWords(loaded: Loaded): string {
  if (loaded.changeset === 0) return "Nothing to do: the database holds these files.";
  return `Changeset ${loaded.changeset}: ${loaded.added} added, ${loaded.changed} changed, ${loaded.removed} removed (${(loaded.took / 1000).toFixed(1)} s).`;
}
