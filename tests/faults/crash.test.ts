import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFiles } from "../../src/dataset/write.ts";
import { exportFiles, load } from "../../src/store/load.ts";
import { openStore } from "../../src/store/open.ts";
import { runningServer, send } from "../../src/store/server/cluster.ts";
import { bundleProgram, start } from "./bundle.ts";
import { faultRecord } from "./record.ts";

const POINTS = 50;
const FILES = { old: writeFiles(faultRecord("old")), new: writeFiles(faultRecord("new")) };

let file: string;
let dir: string;
beforeAll(async () => {
  file = await bundleProgram();
  dir = mkdtempSync(join(tmpdir(), "atlas-crash-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test(`killed at ${POINTS} random points, the store opens by itself and holds the old state or the new`, async () => {
  let held: "old" | "new" = "old";
  const first = await openStore({ dir });
  await load(first, faultRecord("old"), "old");
  await first.close();

  // One load that is left alone shows how long the window is in which to kill.
  const whole = await timed("new");
  held = "new";
  const seen = { kept: 0, moved: 0 };

  for (let point = 0; point < POINTS; point += 1) {
    const next = held === "old" ? "new" : "old";
    const program = start(file, "load", dir, next);
    await program.said("open");
    await Promise.race([wait(Math.random() * whole * 1.15), program.ended]);
    const server = runningServer(dir);
    // Mostly both at once; sometimes the program alone, whose work must then not go on, or the server alone.
    const which = point % 5;
    if (which !== 4) program.child.kill("SIGKILL");
    if (which !== 3 && server) send(server.pid, "SIGKILL");
    await program.ended;

    const store = await openStore({ dir });
    const { digest } = await store.reader.revision();
    const state = digest === "new" ? "new" : "old";
    expect(await exportFiles(store)).toEqual(FILES[state]);
    // What is made from the record belongs to the same state.
    const answers = await store.reader.answersIn(["EU"], "1700-06-01");
    expect(answers.map((one) => one.coding?.answer ?? null)).toEqual([state === "new" ? null : "0"]);
    const figures = await store.reader.observations({ jurisdiction: "EU" });
    expect(figures.reduce((sum, one) => sum + (one.value ?? 0), 0)).toBe(state === "new" ? newSum() : (299 * 300) / 2);
    await store.close();
    seen[state === held ? "kept" : "moved"] += 1;
    held = state;
  }
  process.stderr.write(`  ${POINTS} kills within ${Math.round(whole)} ms: ${seen.kept} kept the old state, ${seen.moved} had the new one\n`);
  expect(seen.kept).toBeGreaterThan(0);
});

async function timed(state: "old" | "new"): Promise<number> {
  const program = start(file, "load", dir, state);
  await program.said("open");
  const begin = performance.now();
  await program.said("loaded");
  const took = performance.now() - begin;
  await program.ended;
  return took;
}

function newSum(): number {
  let sum = 0;
  for (let year = 0; year < 300; year += 1) if (year % 7 !== 0) sum += year * 2;
  return sum;
}
