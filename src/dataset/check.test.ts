import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Broken } from "./check/broken/edit.ts";
import { FIELDS } from "./check/broken/fields.ts";
import { FILES } from "./check/broken/files.ts";
import { MEANINGS } from "./check/broken/meanings.ts";
import { checkRecords } from "./check.ts";
import { diskFiles, memoryFiles } from "./disk.ts";
import { formatFiles } from "./format.ts";
import { formatProblem } from "./problem.ts";
import { type Read, readFiles } from "./read.ts";
import { writeFiles } from "./write.ts";

const disk = diskFiles(fileURLToPath(new URL("../../data", import.meta.url)));
const TRANSLATION = "text/fr/topic.csv";

/** Translations into further languages are files of the same form: each defect is looked for without them, in a fourth of the time. */
const FURTHER = /^text\/(?!fr\/)/;

let base: Map<string, string>;
let sound: Read;

beforeAll(async () => {
  base = new Map();
  for (const path of await disk.list()) if (!FURTHER.test(path)) base.set(path, await disk.read(path));
  if (!base.has(TRANSLATION)) base.set(TRANSLATION, "record,field,text,of,state\noffences,title,Infractions,0123456789ab,machine\n");
  base = formatFiles(base).files;
  sound = await readFiles(memoryFiles(base));
  checkRecords(sound);
}, 60_000);

describe("the real record", () => {
  test("has no problems", async () => {
    const read = await readFiles(disk);
    expect(checkRecords(read).map(formatProblem)).toEqual([]);
  }, 60_000);

  test("is written as it was read, byte for byte", async () => {
    const written = writeFiles((await readFiles(disk)).records);
    for (const path of await disk.list()) if ((await disk.read(path)) !== written.get(path)) expect.fail(`${path} is not written as it was read.`);
    expect([...written.keys()]).toEqual(await disk.list());
  }, 60_000);

  test("is left alone by format", async () => {
    const whole = new Map<string, string>();
    for (const path of await disk.list()) whole.set(path, await disk.read(path));
    const { files, problems } = formatFiles(whole);
    expect(problems).toEqual([]);
    expect([...files].filter(([path, text]) => whole.get(path) !== text).map(([path]) => path)).toEqual([]);
  }, 60_000);
});

describe.each([
  ["files", FILES],
  ["fields", FIELDS],
  ["meanings", MEANINGS],
] as const)("one defect among the %s of the real record", (_, table) => {
  test.each(table)("$name", async (broken) => {
    const { file, says, also = [] } = broken;
    const before = base.get(file) ?? "";
    const after = broken.edit(before);
    expect(after, "the edit must change the file").not.toBe(before);
    const files = new Map(base);
    if (after === null) files.delete(file);
    else files.set(file, after);

    const problems = checkRecords(await readFiles(memoryFiles(files), sound));
    const messages = problems.map(formatProblem);
    const main = problems.find((one) => says.test(one.what));
    expect(main, `no message says ${says}; found:\n${messages.join("\n")}`).toBeDefined();
    expect(problems.filter((one) => one !== main && !also.some((other) => other.test(one.what))).map(formatProblem)).toEqual([]);
    for (const other of also) expect(messages.filter((message) => other.test(message))).toHaveLength(1);
    expect(`${main?.file}:${main?.line}`).toBe(`${broken.at ?? file}:${expectedLine(broken, before, after ?? "", files)}`);
    expect(main?.mend).not.toBe("");
  });
});

test("a file that is not UTF-8 is one problem", async () => {
  const memory = memoryFiles(base);
  const read = await readFiles({
    ...memory,
    read: async (path) => {
      if (path === "topics.yaml") throw new TypeError("The encoded data was not valid for encoding utf-8");
      return memory.read(path);
    },
  });
  expect(checkRecords(read).map(formatProblem)).toEqual(["topics.yaml: the file cannot be opened or is not UTF-8. check its rights and save it as UTF-8."]);
}, 60_000);

test("all defects are reported in one run", async () => {
  const chosen = [FIELDS[1], FIELDS[20], MEANINGS[11], FILES[10]].flatMap((one) => one ?? []);
  const files = new Map(base);
  for (const one of chosen) files.set(one.file, one.edit(files.get(one.file) ?? "") ?? "");
  const problems = checkRecords(await readFiles(memoryFiles(files), sound));
  for (const one of chosen) expect(problems.some((problem) => one.says.test(problem.what))).toBe(true);
  expect(problems).toHaveLength(chosen.length);
});

function expectedLine(broken: Broken, before: string, after: string, files: ReadonlyMap<string, string>): number {
  if (typeof broken.line === "number") return broken.line;
  if (broken.line) return broken.line(files.get(broken.at ?? broken.file) ?? "");
  const lines = before.split("\n");
  return after.split("\n").findIndex((line, at) => line !== lines[at]) + 1;
}
