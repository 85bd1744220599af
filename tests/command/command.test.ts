import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diskFiles } from "../../src/dataset/disk.ts";
import { writeFiles } from "../../src/dataset/write.ts";
import { openStore } from "../../src/store/open.ts";
import { runningServer } from "../../src/store/server/cluster.ts";
import { readLock } from "../../src/store/server/lock.ts";
import { smallRecord } from "../setup/record.ts";

const VERBS = [
  "serve",
  "translations",
  "answers",
  "read",
  "compare",
  "obligations",
  "brief",
  "event-study",
  "figures",
  "check",
  "load",
  "export",
  "migrate",
  "history",
  "feedback",
  "webhooks",
  "notify",
  "campaigns",
  "doctor",
  "format",
  "dictionary",
];

let file: string;
let folder: string;
beforeAll(async () => {
  const cache = join("node_modules", ".cache", "atlas");
  mkdirSync(cache, { recursive: true });
  file = join(cache, `command-${process.pid}.mjs`);
  await build({
    entryPoints: ["src/cli/atlas.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    outfile: file,
    logLevel: "warning",
  });
  folder = mkdtempSync(join(tmpdir(), "atlas-command-"));
});
afterAll(() => {
  rmSync(file, { force: true });
  rmSync(folder, { recursive: true, force: true });
});

function atlas(...parameters: string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env, ATLAS_DIR: join(folder, "store"), DATABASE_URL: "" };
  const done = spawnSync(process.execPath, [file, ...parameters], { encoding: "utf8", env });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

test.each(VERBS)("%s explains itself and its exit codes", (name) => {
  const { code, out } = atlas(name, "--help");
  expect(code).toBe(0);
  expect(out).toContain("Exit codes:");
  expect(out).toMatch(/\b2 +wrong use of the command line/);
});

test.each(["migration applied", "writing versions"])("serve ends with 0 when it is stopped at “%s”, and leaves no server behind", async (step) => {
  const dir = join(folder, `stopped-${step.length}`);
  const env = { ...process.env, ATLAS_DIR: dir, DATABASE_URL: "", PORT: "0" };
  const child = spawn(process.execPath, [file, "serve"], { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.includes(step)) child.kill("SIGTERM");
  });
  expect(await ended).toBe(0);
  expect(said).not.toContain("is ready");
  expect(runningServer(dir)).toBeNull();
  expect(readLock(dir)).toBeNull();
});

test("serve says as JSON what stood in its way", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const env = { ...process.env, ATLAS_DIR: join(folder, "taken"), DATABASE_URL: "", HOST: "127.0.0.1", PORT: String(port) };
  const done = spawnSync(process.execPath, [file, "serve", "--no-load", "--json"], { encoding: "utf8", env });
  other.close();
  expect(done.status).toBe(3);
  expect(JSON.parse(done.stdout)).toEqual({ ok: false, error: `Port ${port} on 127.0.0.1 is taken. Set PORT to a free one, such as PORT=8081.` });
});

test("campaigns new says what is wrong with an entry and changes nothing", async () => {
  const data = join(folder, "campaigns");
  mkdirSync(data);
  writeFileSync(join(data, "datapackage.json"), "{}\n");
  const asked = atlas("campaigns", "new", "--data", data, "--id", "Bad Id", "--title", "A title", "--opens", "2026-13-01", "--json");
  const { ok, problems } = JSON.parse(asked.out) as { ok: boolean; problems: object[] };
  expect([asked.code, ok, problems.length]).toEqual([1, false, 7]);
  expect(atlas("campaigns", "new", "--data", data, "--from", join(data, "none.yaml"))).toMatchObject({
    code: 1,
    err: expect.stringContaining("cannot be read") as string,
  });
  await expect(diskFiles(data).list()).resolves.toEqual(["datapackage.json"]);
});

test.each([
  ["no such verb", ["fly"]],
  ["no such option", ["load", "--fast"]],
  ["a missing option", ["export"]],
])("wrong use ends with 2: %s", (_, parameters) => {
  const { code, err } = atlas(...parameters);
  expect(code).toBe(2);
  expect(err).toContain("--help");
});

test("event-study reads a file without a database, gives the published values, and ends with 2 for what cannot be read", () => {
  const file = join("tests", "validation", "sicily-series.csv");
  const study = (...options: string[]) => JSON.parse(atlas("event-study", "--series", file, "--at", "2005-01-10", "--json", ...options).out) as Study;
  const five = ({ step, dispersion, trend }: Study): string[] => [step.ratio, ...step.interval, dispersion, trend].map((value) => value.toFixed(5));
  expect(five(study())).toEqual(["0.88507", "0.83940", "0.93323", "2.26219", "1.06681"]);
  expect(five(study("--harmonics", "0"))).toEqual(["0.89438", "0.83919", "0.95319", "3.55919", "1.06114"]);
  // Against itself there is no difference, and a rank of two says nothing.
  expect(study("--comparison", file)).toMatchObject({ comparison: { rank: 2, p: null, interval: [expect.any(Number), expect.any(Number)] } });
  expect((study("--comparison", file).comparison as { ratio: number }).ratio).toBeCloseTo(1, 10);
  expect(atlas("event-study", "--series", file, "--at", "2005", "--comparison", "none.csv").code).toBe(2);
  expect(study("--model", "negative-binomial")).toMatchObject({ model: "negative-binomial", period: "month" });
  const raw = atlas("event-study", "--series", join("tests", "validation", "sicily.csv"), "--at", "2005");
  expect([raw.code, raw.err]).toEqual([2, expect.stringContaining("Line 1: The first line must name the columns period and value.")]);
  expect(atlas("event-study", "--series", "none.csv", "--at", "2005").code).toBe(2);
  expect(atlas("event-study", "--series", file, "--at", "2005-02-30").code).toBe(2);
  expect(atlas("event-study", "--series", file, "--at", "2005", "--period", "year").code).toBe(2);
  expect(atlas("event-study", "--series", file, "--at", "2005", "--model", "guess").code).toBe(2);
});

interface Study {
  readonly step: { readonly ratio: number; readonly interval: readonly number[] };
  readonly dispersion: number;
  readonly trend: number;
  readonly comparison: object | null;
}

test("check, load, doctor and export on a folder of files", async () => {
  const data = join(folder, "data");
  for (const [path, text] of writeFiles(smallRecord())) {
    mkdirSync(join(data, path, ".."), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  const before = JSON.parse(atlas("doctor", "--json").out) as object;
  expect(before).toMatchObject({ ok: false, database: null, holder: null });

  // The small record leaves out what a sound record must have: all of it is told in one run.
  const checked = atlas("check", "--data", data, "--json");
  const { problems } = JSON.parse(checked.out) as { problems: object[] };
  expect(checked.code).toBe(1);
  expect(problems.length).toBeGreaterThan(1);
  writeFileSync(join(data, "sources.csv"), "nonsense\n");
  const refused = atlas("load", "--data", data);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/sources\.csv:1: .*nothing was changed/s);
  const told = JSON.parse(atlas("load", "--data", data, "--json").out) as { ok: boolean; problems: ReadonlyArray<{ file: string }> };
  expect([told.ok, told.problems.some((one) => one.file === "sources.csv")]).toEqual([false, true]);
  expect(JSON.parse(atlas("doctor", "--json").out)).toMatchObject({ ok: true, revision: { id: 0 } });
  expect(atlas("load", "--data", join(folder, "nowhere")).code).toBe(3);
});

test("the real record: loaded once, exported byte for byte, seen by doctor while held", async () => {
  const loaded = atlas("load", "--json");
  expect([loaded.code, loaded.err]).toEqual([0, loaded.err]);
  expect(JSON.parse(loaded.out)).toMatchObject({ ok: true, changeset: 1, removed: 0 });
  expect(atlas("load").out).toMatch(/^Nothing to do/);

  const compared = atlas("compare", "--place", "EU", "--at", "2020-12-20", "--to", "2020-12-21", "--csv");
  const derogation = compared.out.split("\r\n").filter((line) => line.includes(",eu-privacy-derogation,"));
  expect([compared.code, derogation.map((line) => line.split(",")[0])]).toEqual([0, ["differ", "differ"]]);
  expect(atlas("compare", "--place", "BR,FR,JP,US,DE,GB,AU,EU,IN")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--place: 9 jurisdictions") as string,
  });

  const out = join(folder, "out");
  expect(atlas("export", "--out", out).code).toBe(0);
  const [written, given] = [diskFiles(out), diskFiles("data")];
  expect(await written.list()).toEqual(await given.list());
  for (const path of await given.list()) expect(readFileSync(join(out, path)).equals(readFileSync(join("data", path))), path).toBe(true);
  expect(atlas("export", "--out", out)).toMatchObject({ code: 3, err: expect.stringContaining("is not empty") as string });

  const kept = atlas("obligations", "--place", "US", "--event", "report-sent", "--time", "2024-05-07T12:00", "--zone", "America/New_York", "--json");
  expect(JSON.parse(kept.out)).toMatchObject({ data: { duties: [{ obligation: "us-2258a-preserve", keep_until: "2025-05-07" }] } });
  expect(atlas("obligations", "--place", "US", "--zone", "Mars/Olympus")).toMatchObject({ code: 2, err: expect.stringContaining("--zone") as string });

  const store = await openStore({ dir: join(folder, "store") });
  try {
    expect(JSON.parse(atlas("doctor", "--json").out)).toMatchObject({
      ok: true,
      holder: { pid: process.pid },
      database: { kind: "packaged" },
      revision: { id: 1 },
    });
    expect(atlas("load")).toMatchObject({ code: 3, err: expect.stringContaining(`in use by process ${process.pid}`) as string });
  } finally {
    await store.close();
  }
  cpSync("data", join(folder, "again"), { recursive: true });
  writeFileSync(join(folder, "again", "topics.yaml"), "- id: Not an id\n");
  expect(atlas("load", "--data", join(folder, "again")).code).toBe(1);
  expect(JSON.parse(atlas("doctor", "--json").out)).toMatchObject({ revision: { id: 1 } });
});
