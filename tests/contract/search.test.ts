import { afterAll, beforeAll, expect, test } from "vitest";
import { find } from "../../src/search/find.ts";
import { searchProjection } from "../../src/search/projection.ts";
import { load } from "../../src/store/load.ts";
import type { Store } from "../../src/store/open.ts";
import { makeDatabase, type TestDatabase } from "../setup/database.ts";
import { coding, smallRecord } from "../setup/record.ts";

// What search asks of a database, on every version of it that is tested; what it finds in the real record is tested on the packaged one.
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open({ projections: [searchProjection] });
  await load(store, smallRecord(), "one");
});
afterAll(() => database.drop());

async function ask(words: string, kinds: string[] = []) {
  return find(store.sql, await store.reader.catalogue(), { words, locale: "en", kinds, jurisdictions: [], topics: [], limit: 10, offset: 0 });
}

test("finds words, words with a typing error, and phrases in their order", async () => {
  expect((await ask("convention")).hits.map((hit) => `${hit.kind}/${hit.id}`)).toContain("treaty/convention");
  expect((await ask("convetnion")).hits.map((hit) => hit.id)).toContain("convention");
  expect((await ask('"union european"')).total).toBe(0);
});

test("counts by kind, and narrows by it", async () => {
  const { total, facets } = await ask("convention");
  expect([...facets.kinds.values()].reduce((sum, one) => sum + one, 0)).toBe(total);
  for (const [kind, count] of facets.kinds) expect((await ask("convention", [kind])).total).toBe(count);
});

test("a change is found at once", async () => {
  const { kind, id, body } = coding({ id: "br-def-csam", note: "A quokkaform remark." });
  await store.publish([{ kind, id, body }] as never, { role: "editor", reason: "test", kind: "correction", digest: "" });
  expect((await ask("quokkaform")).hits.map((hit) => hit.id)).toEqual(["br-def-csam"]);
});

test("odd queries are answered, not refused", async () => {
  for (const words of ["a\u0000b \ud800", "'a' & 'b' | !c:*", "%_%", "«»", "𠀀".repeat(3000)]) expect(await ask(words)).toHaveProperty("total");
});
