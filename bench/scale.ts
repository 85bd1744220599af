import { spawn } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import { adoptionAmongMany } from "./adoption.ts";
import { compare } from "./compare.ts";
import { type Bench, PAGE, program } from "./pages.ts";
import { atMost, type Line, plain } from "./report.ts";
import { interleaved, type Measured, median, ratio } from "./round.ts";

/** What the filling of one database took. */
interface Filled {
  readonly codings: number;
  readonly seconds: number;
  /** Answers of the jurisdiction whose page is measured. */
  readonly answers: number;
}

/**
 * Loads the record with a million generated codings into a database of its own, and into another one the same
 * record with only the current codings of the jurisdiction that is looked at: both give the same page.
 */
export async function scale(bench: Bench, url: string, codings: number): Promise<Line[]> {
  const large = await database(url, "bench_large");
  const small = await database(url, "bench_small");
  bench.note(`loading ${codings} codings`);
  const filled = await fill(bench, large, codings);
  const few = await fill(bench, small, 0);
  const servers = [await program(bench, "server", large), await program(bench, "server", small)] as const;
  try {
    const asked = { path: PAGE, status: 200 };
    const candidates = [
      { name: "large record", server: servers[0], asked },
      { name: "small record", server: servers[1], asked },
    ];
    bench.note(`${PAGE} with ${few.answers} answers`);
    const found = await interleaved(candidates, { ...bench.plan, connections: 1 }, bench.note);
    const time = (name: string): Measured["time"] => found.get(name)?.time ?? [];
    const measured = `${median(time("large record")).toFixed(2)} ms among ${filled.codings} codings, ${median(time("small record")).toFixed(2)} ms among ${few.codings}; ${few.answers} answers on both`;
    return [
      atMost("scale", "loading 1,000,000 codings", `${filled.seconds.toFixed(1)} s for ${filled.codings}, search index included`, filled.seconds, 120, " s"),
      atMost("scale", "time of the uncached page among them", measured, ratio(time("large record"), time("small record")), 1.5, "×"),
      plain("scale", "codings loaded a second", `${Math.round(filled.codings / filled.seconds)}`),
      ...(await compare(bench, large, "scale")),
      ...(await adoptionAmongMany(bench, large, url)),
    ];
  } finally {
    for (const one of servers) await one.stop();
  }
}

/** Makes a database beside that of the address, and gives its own address. */
export async function database(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Fills a database in a process of its own, whose memory is gone when the pages are measured. */
export function fill(bench: Bench, url: string, number: number, what: "codings" | "figures" = "codings"): Promise<Filled> {
  const profile = bench.profile ? ["--cpu-prof", `--cpu-prof-dir=${bench.profile}`, `--cpu-prof-name=fill-${what}-${number}.cpuprofile`] : [];
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=6144", ...profile, join(bench.root, "dist", "bench", "fill.js"), url, join(bench.root, "data"), what, String(number)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(JSON.parse(said) as Filled) : reject(new Error(`The filling of the database ended with code ${code}.`)),
    );
  });
}
