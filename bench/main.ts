// Measures the product against its targets; one line for each. See docs/benchmarks.md.
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openServer } from "../src/store/server/server.ts";
import { adoption } from "./adoption.ts";
import { compare } from "./compare.ts";
import { event } from "./event.ts";
import { figures, manyFigures } from "./figures.ts";
import { languages } from "./language.ts";
import { notify } from "./notify.ts";
import { type Bench, pages } from "./pages.ts";
import { type Line, tableOf } from "./report.ts";
import { scale } from "./scale.ts";
import { starts } from "./start.ts";

const PARTS = ["pages", "language", "compare", "adoption", "figures", "event", "notify", "scale", "start"];
const HELP = `npm run bench -- [--only pages|language|compare|adoption|figures|event|notify|scale|start] [--json] [--rounds 5] [--seconds 3] [--codings 1000000] [--figures 3000000] [--profile FOLDER]

Exit codes: 0 every target is met; 1 a target is missed; 2 wrong use; 3 the bench could not run.`;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    json: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
    codings: { type: "string", default: "1000000" },
    figures: { type: "string", default: "3000000" },
    profile: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  },
});
if (values.help || (values.only !== "" && !PARTS.includes(values.only))) {
  process.stdout.write(`${HELP}\n`);
  process.exit(values.help ? 0 : 2);
}

const root = resolve(process.env["BENCH_ROOT"] ?? ".");
const folder = await mkdtemp(join(tmpdir(), "atlas-bench-"));
const plan = { rounds: Number(values.rounds), seconds: Number(values.seconds), connections: 16 };
const bench: Bench = { root, folder, plan, profile: values.profile && resolve(values.profile), note: (line) => process.stderr.write(`${line}\n`) };
if (bench.profile) await mkdir(bench.profile, { recursive: true });

try {
  const lines = await measure();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}`;
  if (values.json) process.stdout.write(`${JSON.stringify({ date: new Date().toISOString(), machine, plan, lines }, null, 2)}\n`);
  else
    process.stdout.write(
      `${new Date().toISOString().slice(0, 10)}, ${machine}\n${plan.connections} connections, ${plan.rounds} interleaved rounds of ${plan.seconds} s, medians; figures with × are ratios\n\n${tableOf(lines)}\n`,
    );
  process.exitCode = lines.some((one) => one.met === false) ? 1 : 0;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 3;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(): Promise<Line[]> {
  const wanted = (part: string): boolean => values.only === "" || values.only === part;
  const lines: Line[] = [];
  if (wanted("event")) lines.push(...event(bench));
  if (wanted("start")) lines.push(...(await starts(bench)));
  if (!["pages", "language", "compare", "adoption", "figures", "notify", "scale"].some(wanted)) return lines;
  const dir = join(folder, "atlas");
  bench.note("loading the record");
  const { DATABASE_URL: _own, ...environment } = process.env;
  const loaded = spawnSync(process.execPath, [join(root, "dist", "atlas.js"), "load"], { env: { ...environment, ATLAS_DIR: dir }, encoding: "utf8" });
  if (loaded.status !== 0) throw new Error(`The record could not be loaded.\n${loaded.stderr}`);
  const server = await openServer({ folder: dir });
  try {
    if (wanted("pages")) lines.push(...(await pages(bench, server.url)));
    if (wanted("language")) lines.push(...(await languages(bench, server.url)));
    if (wanted("compare")) lines.push(...(await compare(bench, server.url, "compare")));
    if (wanted("adoption")) lines.push(...(await adoption(bench, server.url)));
    if (wanted("figures")) lines.push(...(await figures(bench, server.url)), ...(await manyFigures(bench, server.url, Number(values.figures))));
    if (wanted("notify")) lines.push(...(await notify(bench, server.url)));
    if (wanted("scale")) lines.push(...(await scale(bench, server.url, Number(values.codings))));
  } finally {
    await server.stop();
  }
  return lines;
}
