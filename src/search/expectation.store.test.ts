import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../tests/setup/database.ts";
import { diskFiles } from "../dataset/disk.ts";
import { readFiles } from "../dataset/read.ts";
import type { SiteLocale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import type { Store } from "../store/open.ts";
import type { SearchQuery } from "../store/reader.ts";
import { packageRoot } from "../store/root.ts";
import { find } from "./find.ts";
import { searchProjection } from "./projection.ts";
import { suggest } from "./suggest.ts";

let database: TestDatabase;
let store: Store;
let catalogue: Catalogue;

beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open({ projections: [searchProjection] });
  const { records } = await readFiles(diskFiles(join(packageRoot(), "data")));
  await store.publish(
    records.filter((one) => one.kind !== "row"),
    { role: "release", reason: "test", kind: "release", digest: "" },
  );
  catalogue = await store.reader.catalogue();
}, 120_000);
afterAll(() => database.drop());

const ask = (words: string, locale: SiteLocale = "en", more: Partial<SearchQuery> = {}) =>
  find(store.sql, catalogue, { words, locale, kinds: [], jurisdictions: [], topics: [], limit: 10, offset: 0, ...more });

/** What a reader types, and what must be among the first so many hits, as `kind/id`. */
const EXPECTATIONS: ReadonlyArray<readonly [words: string, locale: SiteLocale, first: number, hit: string]> = [
  // Known titles and numbers.
  ["take it down act", "en", 1, "instrument/us-take-it-down-act-2025"],
  ["KOSA", "en", 1, "instrument/us-kosa-s1748"],
  ["2021/1232", "en", 1, "instrument/eu-eprivacy-derogation-2021-1232"],
  ["15.211", "en", 1, "instrument/br-eca-digital-2025"],
  ["15211", "en", 1, "instrument/br-eca-digital-2025"],
  ["Lei 15.211/2025", "fr", 1, "instrument/br-eca-digital-2025"],
  ["2258A", "en", 1, "instrument/us-18-usc-2258a"],
  ["18 USC 2258A", "en", 1, "instrument/us-18-usc-2258a"],
  ["HB161", "en", 1, "instrument/us-al-hb161"],
  ["ab 2273", "en", 1, "instrument/us-ca-aadc-ab2273"],
  ["c63", "en", 1, "instrument/ca-c63-online-harms-act"],
  ["uk online safety act", "en", 1, "instrument/gb-online-safety-act-2023"],
  ['"online safety act"', "en", 3, "instrument/gb-online-safety-act-2023"],
  ["lanzarote convention", "en", 1, "treaty/lanzarote"],
  ["convention de lanzarote", "fr", 1, "treaty/lanzarote"],
  ["budapest convention", "en", 1, "treaty/budapest"],
  // Places, by any name.
  ["brazil", "en", 1, "jurisdiction/BR"],
  ["brasil", "en", 1, "jurisdiction/BR"],
  ["日本", "en", 1, "jurisdiction/JP"],
  ["البرازيل", "fr", 1, "jurisdiction/BR"],
  ["Бразилия", "en", 1, "jurisdiction/BR"],
  ["etats unis", "fr", 1, "jurisdiction/US"],
  ["Royaume-Uni", "fr", 1, "jurisdiction/GB"],
  // A place and a subject.
  ["grooming laws in brazil", "en", 1, "coding/br-def-grooming"],
  ["lois sur le grooming au brésil", "fr", 1, "coding/br-def-grooming"],
  ["statute of limitations germany", "en", 1, "coding/de-sol-abolished-criminal"],
  ["prescription en Allemagne", "fr", 1, "coding/de-sol-abolished-criminal"],
  ["american time limits", "en", 3, "coding/us-sol-abolished-criminal"],
  ["age verification france", "en", 3, "coding/fr-age-verification"],
  ["australian social media minimum age", "en", 3, "instrument/au-social-media-minimum-age-act-2024"],
  ["bill canada online harms", "en", 1, "instrument/ca-c63-online-harms-act"],
  // Subjects, with synonyms in both languages.
  ["grooming", "en", 3, "question/grooming-criminalised"],
  ["encryption", "en", 1, "topic/encryption"],
  ["e2ee", "en", 3, "position/end-to-end-encryption"],
  ["chiffrement", "fr", 1, "topic/encryption"],
  ["child pornography possession", "en", 1, "question/possession-criminalised"],
  ["deepfake", "en", 3, "question/ai-csam-criminalised"],
  ["takedown", "en", 3, "topic/removal"],
  ["verification de l'age", "fr", 3, "term/age-verification"],
  ["consultation age verification", "en", 3, "update/eu-dsa-art28-consultation-2025"],
  // Typing errors.
  ["groming", "en", 3, "question/grooming-criminalised"],
  ["encrytion", "en", 1, "topic/encryption"],
  ["brazl", "en", 1, "jurisdiction/BR"],
  ["lanzarotte convention", "en", 1, "treaty/lanzarote"],
];

describe("expectations", () => {
  test.each(EXPECTATIONS)("%s (%s): among the first %i is %s", async (words, locale, first, hit) => {
    const { hits } = await ask(words, locale);
    expect(hits.slice(0, first).map((one) => `${one.kind}/${one.id}`)).toContain(hit);
  });

  test.each(["asdfqwer zxcvb", "qqqqqqqq", "xyzzy plugh blorp grooming", "???", "", "'", "\\", ":* & | !"])("nothing is found for %s", async (words) => {
    expect(await ask(words)).toMatchObject({ total: 0, hits: [] });
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
  expect(after?.count).toBe(2);
});

test("type-ahead on the real record", () => {
  const ids = (words: string, locale: SiteLocale = "en") => suggest(catalogue, words, locale).map((one) => `${one.kind}/${one.id}`);
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
