import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { SITE_LOCALES } from "../src/domain/locale.ts";
import type { Contender } from "./child.ts";
import { type Bench, PAGE, program } from "./pages.ts";
import { atMost, type Line, plain } from "./report.ts";
import { interleaved, median, ratio } from "./round.ts";

/** How much dearer an uncached page in Arabic may be than in English. */
const ARABIC = 1.1;
/** What the languages may add to a start, in milliseconds, and to the memory of the program, in megabytes. */
const START = 150;
const MEMORY = 30;
const STARTS = 5;

/** What languages cost: an uncached Arabic page against the English, and a record in ten languages against the same record in English only. */
export async function languages(bench: Bench, url: string): Promise<Line[]> {
  return [...(await arabic(bench, url)), ...(await ten(bench, url))];
}

async function arabic(bench: Bench, url: string): Promise<Line[]> {
  const server = await program(bench, "server", url);
  try {
    const paths = [PAGE, PAGE.replace("/en/", "/ar/")] as const;
    bench.note("uncached pages in English and Arabic");
    const found = await interleaved(
      paths.map((path) => ({ name: path, server, asked: { path, status: 200 } })),
      bench.plan,
      bench.note,
    );
    const [english, own] = paths.map((path) => found.get(path)?.cpu ?? []) as [number[], number[]];
    const measured = `${median(own).toFixed(2)} ms of CPU, ${median(english).toFixed(2)} ms in English`;
    return [atMost("language", "uncached page in Arabic against English", measured, ratio(own, english), ARABIC, "×")];
  } finally {
    await server.stop();
  }
}

/** The same program on a record whose texts are English only, and on the whole one. */
async function ten(bench: Bench, url: string): Promise<Line[]> {
  const folder = join(bench.folder, "english");
  await cp(join(bench.root, "data"), folder, { recursive: true });
  await rm(join(folder, "text"), { recursive: true });
  const descriptor = JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")) as { resources: Array<{ path: string | string[] }> };
  const resources = descriptor.resources.filter(({ path }) => !String(path).startsWith("text/"));
  await writeFile(join(folder, "datapackage.json"), `${JSON.stringify({ ...descriptor, resources }, null, 2)}\n`);
  const english = await emptyDatabase(url, "bench_english");
  bench.note("loading the record without translations");
  const loaded = spawnSync(process.execPath, [join(bench.root, "dist", "atlas.js"), "load", "--data", folder], {
    env: { ...process.env, DATABASE_URL: english },
    encoding: "utf8",
  });
  if (loaded.status !== 0) throw new Error(`The record without translations could not be loaded.\n${loaded.stderr}`);
  const starts: { few: number[]; all: number[] } = { few: [], all: [] };
  const memory: { few: number[]; all: number[] } = { few: [], all: [] };
  for (let round = 1; round <= STARTS; round += 1)
    for (const [name, database, locales] of [
      ["few", english, ["en"]],
      ["all", url, SITE_LOCALES],
    ] as const) {
      const begun = performance.now();
      const server = await program(bench, "server", database);
      starts[name].push(performance.now() - begun);
      // As many pages either way: what is measured is the languages, not the visits.
      for (let visit = 0; visit < SITE_LOCALES.length; visit += 1) await ask(server, PAGE.replace("/en/", `/${locales[visit % locales.length]}/`));
      memory[name].push(residentOf(server.pid));
      await server.stop();
    }
  const [more, heavier] = [median(starts.all) - median(starts.few), median(memory.all) - median(memory.few)];
  return [
    atMost(
      "language",
      "what ten languages add to a start",
      `${median(starts.all).toFixed(0)} ms against ${median(starts.few).toFixed(0)} ms, medians of ${STARTS}`,
      more,
      START,
      " ms",
    ),
    atMost(
      "language",
      "what ten languages add to memory, all of them read",
      `${median(memory.all).toFixed(0)} MB against ${median(memory.few).toFixed(0)} MB`,
      heavier,
      MEMORY,
      " MB",
    ),
    plain("language", "languages", SITE_LOCALES.join(", ")),
  ];
}

async function ask(server: Contender, path: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
  if (response.status !== 200) throw new Error(`${path} answers with ${response.status}.`);
  await response.arrayBuffer();
}

/** Memory that a process holds, in megabytes. Read from /proc, so on Linux only. */
function residentOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes ?? Number.NaN) / 1024;
}

async function emptyDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}
