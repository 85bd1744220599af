import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../tests/setup/database.ts";
import { diskFiles } from "../dataset/disk.ts";
import { readFiles } from "../dataset/read.ts";
import { LOCALES, type Locale, type SiteLocale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import type { Store } from "../store/open.ts";
import type { SearchQuery } from "../store/reader.ts";
import { packageRoot } from "../store/root.ts";
import { find } from "./find.ts";
import { searchProjectionIn } from "./projection.ts";
import { suggest } from "./suggest.ts";

let database: TestDatabase;
let store: Store;
let catalogue: Catalogue;

beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open({ projections: [searchProjectionIn(LOCALES)] });
  const { records } = await readFiles(diskFiles(join(packageRoot(), "data")));
  await store.publish(
    records.filter((one) => one.kind !== "row"),
    { role: "release", reason: "test", kind: "release", digest: "" },
  );
  catalogue = await store.reader.catalogue();
}, 120_000);
afterAll(() => database.drop());

const ask = (words: string, locale: Locale = "en", more: Partial<SearchQuery> = {}) =>
  find(store.sql, catalogue, { words, locale: locale as SiteLocale, kinds: [], jurisdictions: [], topics: [], limit: 10, offset: 0, ...more });

/** What a reader types, what must be among the first hits, as `kind/id` (any one of several, between `|`; empty: nothing), and among how many: three unless said. */
type Expectation = readonly [words: string, hit: string, first?: number];

/** A language is served when so many of its queries lead where they should. */
const SHARE = 0.95;

describe.each(LOCALES)("expectations: %s", (locale) => {
  const file = join(import.meta.dirname, "expectation", `${locale}.json`);
  const expectations = JSON.parse(readFileSync(file, "utf8")) as readonly Expectation[];

  test("at least twelve queries, and 95 % of them find what they should", async () => {
    const missed: string[] = [];
    for (const [words, hit, first = 3] of expectations) {
      const { hits, total } = await ask(words, locale);
      const found = hits.slice(0, first).map((one) => `${one.kind}/${one.id}`);
      if (hit === "" ? total > 0 : !hit.split("|").some((one) => found.includes(one))) missed.push(`${words}: not ${hit || "nothing"} but ${found.join(", ")}`);
    }
    expect(expectations.length).toBeGreaterThanOrEqual(12);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(expectations.length * (1 - SHARE));
  });
});

test("says what was corrected, and only then", async () => {
  expect((await ask("groming laws in brazil")).corrected).toEqual([["groming", "grooming"]]);
  expect((await ask("grooming")).corrected).toEqual([]);
});

test("odd queries are answered, not refused", async () => {
  for (const words of [
    "x".repeat(5000),
    "𠀀".repeat(3000),
    "1/".repeat(2000),
    "a\u0000b \ud800",
    "'a' & 'b' | !c:*",
    "\\'",
    "grooming ".repeat(500),
    "%_%",
    "«»",
    "🙂",
  ]) {
    expect(await ask(words)).toHaveProperty("total");
  }
});

test("half of the words are enough when no record has them all", async () => {
  const found = await ask("blorptastic grooming");
  expect(found.words).toEqual(["grooming"]);
  expect(found.total).toBeGreaterThan(10);
});

test("a quoted phrase keeps its order", async () => {
  expect((await ask('"act safety online"')).total).toBe(0);
});

test("only records of the place named are found, and of its subdivisions after it", async () => {
  const found = await ask("app store usa");
  expect(found.places).toEqual(["US"]);
  const places = [...found.facets.jurisdictions.keys()];
  expect(places.length).toBeGreaterThan(1);
  for (const place of places) expect(place).toMatch(/^(US(-|$)|[A-Z]{2}$)/);
  expect(places.every((place) => place.startsWith("US"))).toBe(true);
});

test("facets count the whole result, and narrowing by one gives its count", async () => {
  const all = await ask("grooming");
  expect([...all.facets.kinds.values()].reduce((sum, one) => sum + one, 0)).toBe(all.total);
  for (const kind of all.facets.kinds.keys()) {
    const some = await ask("grooming", "en", { kinds: [kind] });
    expect(some.total, kind).toBe(all.facets.kinds.get(kind));
    expect(some.facets.kinds).toEqual(all.facets.kinds);
    expect(some.hits.every((hit) => hit.kind === kind)).toBe(true);
  }
});

test("pages follow each other without gap or repetition", async () => {
  const first = await ask("grooming", "en", { limit: 20 });
  const second = await ask("grooming", "en", { limit: 10, offset: 10 });
  expect(second.hits).toEqual(first.hits.slice(10));
  expect((await ask("grooming", "en", { offset: 100_000 })).hits).toEqual([]);
});

test("passages mark what was asked for", async () => {
  const { hits } = await ask("2258A");
  expect(hits[1]?.passage[1]).toMatch(/2258A/);
});

test("a changed answer is found at once, and only its own documents are written", async () => {
  const [before] = await store.sql.all<{ id: number }>("SELECT max(id) AS id FROM record.search_document");
  const [known] = await store.sql.all<{ body: { id: string; note: string } }>(
    "SELECT body FROM record.latest WHERE kind = 'coding' AND record_id = 'br-def-grooming'",
  );
  const body = { ...known?.body, note: "A quokkaform remark." };
  await store.publish([{ kind: "coding", id: "br-def-grooming", body }] as never, { role: "editor", reason: "test", kind: "correction", digest: "" });
  const found = await ask("quokkaform");
  expect(found.hits.map((hit) => hit.id)).toEqual(["br-def-grooming"]);
  const [after] = await store.sql.all<{ count: number }>("SELECT count(*) AS count FROM record.search_document WHERE id > $1", [before?.id]);
  expect(after?.count).toBe(LOCALES.length);
});

test("type-ahead on the real record", () => {
  const ids = (words: string, locale: Locale = "en") => suggest(catalogue, words, locale).map((one) => `${one.kind}/${one.id}`);
  expect(ids("braz")[0]).toBe("jurisdiction/BR");
  expect(ids("uk")[0]).toBe("jurisdiction/GB");
  expect(ids("encyrp")[0]).toBe("topic/encryption");
  expect(ids("take it d")).toContain("instrument/us-take-it-down-act-2025");
  expect(ids("lanz")[0]).toBe("treaty/lanzarote");
  expect(ids("2021/12")).toContain("instrument/eu-eprivacy-derogation-2021-1232");
  expect(ids("age verif")).toContain("question/age-verification");
  expect(ids("royaume", "fr")[0]).toBe("jurisdiction/GB");
  expect(ids("e").length).toBe(8);
});

test.each([
  ["es", "estados u", "jurisdiction/US"],
  ["pt", "bras", "jurisdiction/BR"],
  ["ar", "براز", "jurisdiction/BR"],
  ["ar", "التحق", "topic/age-assurance"],
  ["de", "alters", "topic/age-assurance"],
  ["hi", "ब्राज", "jurisdiction/BR"],
  ["hi", "आयु", "topic/age-assurance"],
  ["ja", "ブラ", "jurisdiction/BR"],
  ["ja", "年齢", "topic/age-assurance"],
  ["ru", "браз", "jurisdiction/BR"],
  ["ru", "Бразлия", "jurisdiction/BR"],
  ["zh", "巴西", "jurisdiction/BR"],
  ["zh", "年龄", "topic/age-assurance"],
] as const)("type-ahead in %s: %s leads to %s", (locale, words, first) => {
  const [found] = suggest(catalogue, words, locale);
  expect(`${found?.kind}/${found?.id}`).toBe(first);
});
