import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dataFolder } from "../../src/cli/place.ts";
import { checkedRecords, readFolder } from "../../src/cli/record.ts";
import { formatFiles } from "../../src/dataset/format.ts";
import { searchProjectionIn } from "../../src/search/projection.ts";
import { exportFiles, load } from "../../src/store/load.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { runningServer, send } from "../../src/store/server/cluster.ts";
import { bundleProgram, type Started, start } from "./bundle.ts";
import { statesOf } from "./record.ts";
import { sumIn } from "./sum.ts";

const POINTS = 16;
/** Stores that are killed side by side. */
const LANES = 2;

type State = "old" | "new";

let file: string;
let dir: string;
let texts: Map<string, string>;
const open = (folder: string): Promise<Store> => openStore({ dir: folder, projections: [searchProjectionIn(["en", "fr"])] });
const changesOf = (state: State): string => join(dir, `${state}.json`);

beforeAll(async () => {
  file = await bundleProgram();
  dir = mkdtempSync(join(tmpdir(), "atlas-crash-"));
  // Further languages are more files of the same sort: each change and each look would only take longer.
  texts = formatFiles(new Map([...(await readFolder(dataFolder()))].filter(([path]) => !/^text\/(?!fr\/)/.test(path)))).files;
  const { records } = await checkedRecords(texts);
  const states = statesOf(records);
  for (const state of ["old", "new"] as const) writeFileSync(changesOf(state), JSON.stringify(states[state]));
  const store = await open(join(dir, "template"));
  await load(store, records, "old");
  await store.close();
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test(`killed at ${POINTS} random points, the store opens by itself and holds the old state or the new`, async () => {
  const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => killed(join(dir, `lane-${lane}`), lane, POINTS / LANES)));
  const kept = lanes.reduce((sum, one) => sum + one.kept, 0);
  process.stderr.write(`  ${POINTS} kills within ${lanes.map((one) => Math.round(one.whole)).join(" and ")} ms: ${kept} kept the old state\n`);
  expect(kept).toBeGreaterThan(0);
}, 300_000);

/** Kills a program that changes a store of its own, again and again; looks at the store after each time. */
async function killed(folder: string, lane: number, points: number): Promise<{ kept: number; whole: number }> {
  cpSync(join(dir, "template"), folder, { recursive: true, preserveTimestamps: true });
  // Two changes that are left alone show the sums of both states, and how long the window is in which to kill.
  const first = await left(folder);
  const second = await left(folder);
  const sums = { [first.state]: first.sum, [second.state]: second.sum };
  expect(Object.keys(sums).sort()).toEqual(["new", "old"]);
  expect(first.sum).not.toBe(second.sum);
  let held = first.state;
  let kept = 0;
  for (let point = lane * points; point < (lane + 1) * points; point += 1) {
    const program = start(file, "change", folder, changesOf("old"), changesOf("new"));
    const found = await foundBy(program);
    // What is made from the record belongs to the same state.
    expect(found.sum).toBe(sums[found.state]);
    if (point > lane * points && found.state === held) kept += 1;
    held = found.state;
    await Promise.race([wait(Math.random() * second.took * 1.3), program.ended]);
    const server = runningServer(folder);
    // Mostly both at once; sometimes the program alone, whose work must then not go on, or the server alone.
    const which = point % 5;
    if (which !== 4) program.child.kill("SIGKILL");
    if (which !== 3 && server) send(server.pid, "SIGKILL");
    await program.ended;
  }
  // The files come out byte for byte from the old state.
  if ((await left(folder)).state === "old") await left(folder);
  const store = await open(folder);
  expect(await sumIn(store)).toBe(sums.old);
  expect(await exportFiles(store)).toEqual(texts);
  await store.close();
  return { kept, whole: second.took };
}

interface Found {
  readonly state: State;
  readonly sum: string;
}

/** What a program found in the store when it had opened it. */
async function foundBy(program: Started): Promise<Found> {
  await program.said("}\n");
  return JSON.parse(/^\{.*\}$/m.exec(program.output())?.[0] ?? "null") as Found;
}

/** Lets a program change the store to the other state; gives what it found and how long the change took, in milliseconds. */
async function left(folder: string): Promise<Found & { took: number }> {
  const program = start(file, "change", folder, changesOf("old"), changesOf("new"));
  const found = await foundBy(program);
  const begin = performance.now();
  await program.said("changed");
  const took = performance.now() - begin;
  await program.ended;
  return { ...found, took };
}
