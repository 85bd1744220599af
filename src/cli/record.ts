import { stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { checkRecords } from "../dataset/check.ts";
import { diskFiles, memoryFiles } from "../dataset/disk.ts";
import { formatProblem, type Problem } from "../dataset/problem.ts";
import { readFiles } from "../dataset/read.ts";
import type { AtlasRecord } from "../domain/record.ts";
import { StoreProblem } from "../store/problem.ts";
import { note } from "./say.ts";

/** The texts of all files of a folder, by path. A file that is not UTF-8 is left to the check, which names it. */
export async function readFolder(folder: string): Promise<Map<string, string>> {
  const there = await stat(folder).catch(() => null);
  if (!there?.isDirectory()) throw new StoreProblem("environment", `There is no folder ${folder}. Name the folder of the record's files with --data.`);
  const files = diskFiles(folder);
  const texts = new Map<string, string>();
  for (const path of await files.list()) {
    // U+FFFD in the place of each wrong byte: the check finds it and says so.
    texts.set(path, await files.read(path).catch(() => "\uFFFD"));
  }
  return texts;
}

/** The records of these files and every problem that they have. After `stop` no file is read any more: the result is then of no use. */
export async function checkedRecords(texts: ReadonlyMap<string, string>, stop?: AbortSignal): Promise<{ records: AtlasRecord[]; problems: Problem[] }> {
  const read = await readFiles({
    ...memoryFiles(texts),
    read: async (path) => {
      // Between two files other work goes on, such as the start of the database.
      await setImmediate();
      stop?.throwIfAborted();
      const text = texts.get(path) ?? "";
      if (text === "\uFFFD") throw new Error(`${path} is not UTF-8.`);
      return text;
    },
  });
  return { records: read.records, problems: checkRecords(read) };
}

/** Lists problems on standard error, with their number. */
export function reportProblems(problems: readonly Problem[]): void {
  for (const one of problems) note(formatProblem(one));
  note(problems.length === 1 ? "1 problem; nothing was changed." : `${problems.length} problems; nothing was changed.`);
}
