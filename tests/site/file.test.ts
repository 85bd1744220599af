import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { describe, expect, inject, test } from "vitest";
import { ask, json, page } from "./read.ts";

interface View {
  readonly title: string;
  readonly unit: string;
  readonly definition: string;
  readonly asOf: string;
  readonly measure: string;
  readonly rows: ReadonlyArray<Readonly<Record<string, string | number | boolean | null>>>;
  readonly breaks: ReadonlyArray<{ readonly from: string; readonly what: string; readonly forbids: boolean }>;
  readonly caveats: ReadonlyArray<{ readonly text: string }>;
  readonly warnings: ReadonlyArray<{ readonly text: string }>;
  readonly citations: ReadonlyArray<{ readonly url: string; readonly title: string; readonly publisher: string; readonly read: string }>;
}

/** The columns whose cells are set against the JSON, by the names that both use. */
const SHARED = [
  ["series", "series"],
  ["jurisdiction", "jurisdiction"],
  ["period", "period"],
  ["value", "value"],
  ["status", "status"],
  ["bound", "bound"],
  ["count", "count"],
  ["population", "population"],
  ["note", "note"],
] as const;
const ORDER = SHARED.map(([column]) => column);

const blank = (cell: unknown): unknown => (cell === undefined || cell === "" ? null : cell);

async function bytes(path: string): Promise<{ readonly body: Buffer; readonly headers: Headers }> {
  const response = await fetch(`${inject("site")}${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return { body: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}

const buffer = (body: Buffer): ArrayBuffer => new Uint8Array(body).buffer;

/** Views of every kind that can go wrong: suppressed, missing, not comparable, derived, rates, sums, another language, the past. */
const VIEWS = [
  "dataset=cybertipline-by-country&place=BR,FR,DE",
  "dataset=cybertipline-by-country&place=BR&scale=change&lang=fr",
  "dataset=cybertipline-by-country&place=DE,AX&scale=rate&known=1",
  "dataset=cybertipline-by-country-incident-type-2024&measure=child-sex-trafficking&place=all&group=eu",
  "dataset=eu-eprivacy-before-after&at=2021-03-01",
];

describe.each(VIEWS)("figures of %s", (query) => {
  test("leave in every form with the rows of the view, and with what must be known", async () => {
    const { data, meta } = await json<View>(`/api/figures.json?${query}`);
    const rows = data.rows.map((row) => SHARED.map(([, name]) => blank(row[name])));
    expect(rows.length).toBeGreaterThan(0);
    expect(data.rows.filter((row) => row["status"] === "suppressed" && row["value"] !== null)).toEqual([]);
    for (const fact of [data.title, data.unit, data.asOf, data.measure]) expect(fact).not.toBe("");
    for (const one of data.citations) expect([one.url, one.title, one.read].includes("")).toBe(false);

    const csv = await ask(`/api/figures.csv?${query}`);
    const table: Array<Record<string, string>> = parse(csv.body, { columns: true, bom: true });
    expect(table.map((row) => ORDER.map((column) => blank(row[column])))).toEqual(rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))));

    const beside = /<([^>]+)>; rel="describedby"/.exec(csv.headers.get("link") ?? "")?.[1] ?? "";
    expect(beside).toBe(`/api/figures.csv-metadata.json?${query}`);
    const metadata = JSON.parse(await page(beside)) as Metadata;
    expect(metadata.url).toBe(`${inject("site")}/api/figures.csv?${query}`);
    expect(metadata.tableSchema.columns.map((one) => one.name)).toEqual(Object.keys(table[0] ?? {}));
    expect([metadata["dc:title"], metadata["dc:date"]]).toEqual([data.title, data.asOf]);
    const noted = (type: string): unknown[] => metadata.notes.filter((one) => one["type"] === type).map((one) => one["text"] ?? one["what"] ?? one["url"]);
    expect(noted("caveat")).toEqual(data.caveats.map((one) => one.text));
    expect(noted("warning")).toEqual(data.warnings.map((one) => one.text));
    expect(noted("break")).toEqual(data.breaks.map((one) => one.what));
    expect(noted("source")).toEqual([...new Set(data.citations.map((one) => one.url))]);

    const parquet = buffer((await bytes(`/api/figures.parquet?${query}`)).body);
    expect((await parquetReadObjects({ file: parquet })).map((row) => ORDER.map((column) => row[column]))).toEqual(rows);
    const known = new Map(parquetMetadata(parquet).key_value_metadata?.map((one) => [one.key, one.value ?? ""]));
    expect([known.get("title"), known.get("unit"), known.get("definition"), known.get("as_of")]).toEqual([data.title, data.unit, data.definition, data.asOf]);
    expect(JSON.parse(known.get("caveats") ?? "")).toEqual(data.caveats.map((one) => one.text));
    expect(JSON.parse(known.get("breaks") ?? "")).toMatchObject(data.breaks.map(({ from, what, forbids }) => ({ from, what, forbids })));
    expect(known.get("revision")).toBe(String(meta.revision));

    const [figures, material] = await readWorkbook((await bytes(`/api/figures.xlsx?${query}`)).body);
    const places = ORDER.map((column) => Object.keys(table[0] ?? {}).indexOf(column));
    expect(figures?.data.slice(1).map((row) => places.map((place) => blank(row[place])))).toEqual(rows);
    expect(figures?.data[0]).toEqual(metadata.tableSchema.columns.map((one) => Object.values(one.titles)[0]?.at(-1)));
    const cells = new Set(material?.data.flat().map(String));
    for (const text of [data.title, data.unit, data.asOf, ...data.caveats, ...data.warnings, ...data.breaks.map((one) => one.what)])
      expect(cells).toContain(typeof text === "string" ? text : text.text);
    for (const one of data.citations) expect(cells).toContain(one.url);

    const permanent = metadata["dc:identifier"];
    expect([known.get("address"), cells.has(permanent)]).toEqual([permanent, true]);
    expect(permanent).toMatch(new RegExp(`^${inject("site")}/(?:en|fr)/figures\\?.*\\bat=${meta.at}&known=${meta.revision}$`));
    expect(await page(permanent.slice(inject("site").length))).toContain("<table");
  });
});

interface Metadata {
  readonly url: string;
  readonly "dc:title": string;
  readonly "dc:date": string;
  readonly "dc:identifier": string;
  readonly tableSchema: { readonly columns: ReadonlyArray<{ readonly name: string; readonly titles: Readonly<Record<string, readonly string[]>> }> };
  readonly notes: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

test("a whole data set leaves in the same forms, with its numbers as numbers", async () => {
  const id = "cybertipline-by-country-incident-type-2024";
  const { data, meta } = await json<{ rows: ReadonlyArray<Readonly<Record<string, string>>> }>(`/api/data/${id}.json`);
  const typed = data.rows.map((row) => Object.entries(row).map(([name, cell]) => (cell === "" ? null : name === "value" ? Number(cell) : cell)));
  const parquet = buffer((await bytes(`/api/data/${id}.parquet`)).body);
  expect((await parquetReadObjects({ file: parquet })).map((row) => Object.values(row))).toEqual(typed);
  const [figures, material] = await readWorkbook((await bytes(`/api/data/${id}.xlsx`)).body);
  expect(figures?.data.slice(1)).toEqual(typed);
  const cells = new Set(material?.data.flat().map(String));
  for (const caveat of meta.caveats) expect(cells).toContain(caveat);
  const metadata = JSON.parse(await page(`/api/data/${id}.csv-metadata.json`)) as Metadata;
  expect(metadata.url).toBe(`${inject("site")}/api/data/${id}.csv`);
  expect(metadata.notes.filter((one) => one["type"] === "caveat").map((one) => one["text"])).toEqual(meta.caveats);
});

test("files have a name, a type and an ETag; who has the file is told so", async () => {
  const types = {
    csv: "text/csv; charset=utf-8; header=present",
    "csv-metadata.json": "application/csvm+json; charset=utf-8",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    parquet: "application/vnd.apache.parquet",
  };
  for (const [form, type] of Object.entries(types)) {
    const path = `/api/figures.${form}?dataset=cybertipline-by-country&place=BR`;
    const { headers } = await bytes(path);
    expect(headers.get("content-type")).toBe(type);
    expect(headers.get("content-disposition")).toMatch(
      new RegExp(`filename="safeguard-atlas-cybertipline-by-country-BR-\\d{4}-\\d\\d-\\d\\d-r\\d+\\.${form.replace(".", "\\.")}"`),
    );
    expect((await ask(path, { "if-none-match": headers.get("etag") ?? "none" })).status).toBe(304);
  }
});

test.each([
  ["/api/figures.xls", 404],
  ["/api/figures.ods?dataset=cybertipline-by-country", 404],
  ["/api/questions.xlsx", 404],
  ["/api/data.parquet", 404],
  ["/api/data/nothing.xlsx", 404],
  ["/api/figures.xlsx?dataset=nothing", 400],
  ["/api/figures.csv-metadata.json?place=QQQ", 400],
])("%s is refused with a problem document", async (path, status) => {
  const answer = await ask(path);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json; charset=utf-8"]);
});

test("the command line writes the same files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "atlas-file-"));
  const write = (...parameters: string[]): void => {
    const env = { ...process.env, ATLAS_DIR: inject("store"), DATABASE_URL: "" };
    execFileSync(process.execPath, ["dist/atlas.js", "figures", "--dataset", "cybertipline-by-country", "--place", "BR", ...parameters], {
      env,
      stdio: "pipe",
    });
  };
  try {
    const at = (name: string): string => join(folder, name);
    write("--out", at("brazil.csv"));
    expect(readFileSync(at("brazil.csv"), "utf8")).toBe(`\uFEFF${await page("/api/figures.csv?dataset=cybertipline-by-country&place=BR")}`);
    expect(JSON.parse(readFileSync(at("brazil.csv-metadata.json"), "utf8"))).toMatchObject({ url: "brazil.csv" });
    write("--format", "parquet", "--out", at("brazil"));
    const rows = await parquetReadObjects({ file: buffer(readFileSync(at("brazil"))) });
    expect(rows.map((row) => row["value"])).toEqual(
      (await json<View>("/api/figures?dataset=cybertipline-by-country&place=BR")).data.rows.map((row) => row["value"]),
    );
    expect(() => write("--out", at("brazil.ods"))).toThrow(/--out: The name brazil\.ods/);
    expect(existsSync(at("brazil.ods"))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
