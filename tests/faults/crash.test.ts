import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dataFolder } from "../../src/cli/place.ts";
import { checkedRecords, readFolder } from "../../src/cli/record.ts";
import { searchProjection } from "../../src/search/projection.ts";
import { exportFiles, load } from "../../src/store/load.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { runningServer, send } from "../../src/store/server/cluster.ts";
import { bundleProgram, start } from "./bundle.ts";
import { statesOf } from "./record.ts";

const POINTS = 50;
/** Stores that are killed side by side. */
const LANES = 2;

type State = "old" | "new";

let file: string;
let dir: string;
let texts: Map<string, string>;
const open = (folder: string): Promise<Store> => openStore({ dir: folder, projections: [searchProjection] });
const changesOf = (state: State): string => join(dir, `${state}.json`);

beforeAll(async () => {
  file = await bundleProgram();
  dir = mkdtempSync(join(tmpdir(), "atlas-crash-"));
  texts = await readFolder(dataFolder());
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
});

/** Kills a program that changes a store of its own, again and again; looks at the store after each time. */
async function killed(folder: string, lane: number, points: number): Promise<{ kept: number; whole: number }> {
  cpSync(join(dir, "template"), folder, { recursive: true, preserveTimestamps: true });
  const sums = { old: await sumOf(folder), new: "" };
  // One change that is left alone shows how long the window is in which to kill.
  const whole = await timed(folder, "new");
  sums.new = await sumOf(folder);
  expect(sums.new).not.toBe(sums.old);
  let held: State = "new";
  let kept = 0;
  for (let point = lane * points; point < (lane + 1) * points; point += 1) {
    const next = held === "old" ? "new" : "old";
    const program = start(file, "publish", folder, changesOf(next), next);
    await program.said("open");
    await Promise.race([wait(Math.random() * whole * 1.15), program.ended]);
    const server = runningServer(folder);
    // Mostly both at once; sometimes the program alone, whose work must then not go on, or the server alone.
    const which = point % 5;
    if (which !== 4) program.child.kill("SIGKILL");
    if (which !== 3 && server) send(server.pid, "SIGKILL");
    await program.ended;
    const store = await open(folder);
    const state = (await store.reader.revision()).digest === "new" ? "new" : "old";
    // What is made from the record belongs to the same state.
    expect(await sumIn(store)).toBe(sums[state]);
    await store.close();
    if (state === held) kept += 1;
    held = state;
  }
  if (held === "new") await timed(folder, "old");
  const store = await open(folder);
  expect(await exportFiles(store)).toEqual(texts);
  await store.close();
  return { kept, whole };
}

async function timed(folder: string, state: State): Promise<number> {
  const program = start(file, "publish", folder, changesOf(state), state);
  await program.said("open");
  const begin = performance.now();
  await program.said("published");
  const took = performance.now() - begin;
  await program.ended;
  return took;
}

async function sumOf(folder: string): Promise<string> {
  const store = await open(folder);
  const sum = await sumIn(store);
  await store.close();
  return sum;
}

/** Sums over the whole record and over every table that is made from it; numbers of versions do not count. */
async function sumIn(store: Store): Promise<string> {
  const rows = [
    "SELECT kind || ' ' || record_id || ' ' || hash FROM record.latest",
    "SELECT v.record_id || ' ' || a.part || ' ' || a.key || ' ' || a.valid || ' ' || a.answer || ' ' || a.state FROM record.answer a JOIN record.version v ON v.id = a.version AND v.recorded_to IS NULL",
    "SELECT p::text FROM record.pair p",
    "SELECT treaty || ' ' || jurisdiction FROM record.treaty_status",
    "SELECT row_id || ' ' || part || ' ' || coalesce(value::text, words) FROM record.observation",
    "SELECT locale || ' ' || kind || ' ' || record_id || ' ' || hash FROM record.search_document",
  ];
  const sums = rows.map((one) => `(SELECT count(*) || ' ' || sum(hashtextextended(one, 0)) FROM (${one}) AS t(one))`);
  const [found] = await store.sql.all<{ sum: string }>(`SELECT ${sums.join(" || ' / ' || ")} AS sum`);
  return found?.sum ?? "";
}
