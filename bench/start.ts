import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ended, freePort } from "./child.ts";
import type { Bench } from "./pages.ts";
import { PAGE } from "./pages.ts";
import { atMost, type Line } from "./report.ts";
import { median } from "./round.ts";

/** How long a start may take before the bench gives it up, in milliseconds. */
const PATIENCE = 120_000;

/** From the start of the program to the first full page, on an empty folder and later. */
export async function starts(bench: Bench): Promise<Line[]> {
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 1; round <= Math.min(3, bench.plan.rounds); round += 1) {
    const dir = join(bench.folder, `start-${round}`);
    first.push(await once(bench, dir));
    later.push(await once(bench, dir));
    bench.note(`  start ${round}: first ${first.at(-1)?.toFixed(2)} s, later ${later.at(-1)?.toFixed(2)} s`);
    await rm(dir, { recursive: true, force: true });
  }
  const measured = (values: readonly number[]): string => `median of ${values.map((one) => `${one.toFixed(2)} s`).join(", ")}`;
  return [
    atMost("start", "first start on an empty folder to the first full page", measured(first), median(first), 8, " s"),
    atMost("start", "later start to the first full page", measured(later), median(later), 2, " s"),
  ];
}

async function once(bench: Bench, dir: string): Promise<number> {
  const port = await freePort();
  const { DATABASE_URL: _own, ...environment } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, [join(bench.root, "dist", "atlas.js"), "serve"], {
    env: { ...environment, ATLAS_DIR: dir, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4000)));
  try {
    while (performance.now() - started < PATIENCE) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The program ended before its first page. It said:\n${said}`);
      const html = await fetch(`http://127.0.0.1:${port}${PAGE}`).then(
        (response) => (response.status === 200 ? response.text() : ""),
        () => "",
      );
      if (html.endsWith("</html>")) return (performance.now() - started) / 1000;
      await wait(20);
    }
    throw new Error(`There was no page within ${PATIENCE / 1000} s. The program said:\n${said}`);
  } finally {
    await ended(child);
  }
}
