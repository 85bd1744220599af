import { afterAll, beforeAll, expect, test } from "vitest";
import { RESOURCES } from "../../src/api/resources.ts";
import { load } from "../../src/store/load.ts";
import { translator } from "../../src/web/message/translate.ts";
import { ROUTES } from "../../src/web/route.ts";
import { makeSite } from "../../src/web/site.ts";
import { makeDatabase, type TestDatabase } from "../setup/database.ts";
import { coding, smallRecord } from "../setup/record.ts";

let database: TestDatabase;
let site: ReturnType<typeof makeSite>;

/** A record whose answer for Brazil was amended in the second changeset, read again in the third and taken out in the fourth. */
beforeAll(async () => {
  database = await makeDatabase();
  const store = await database.open();
  await load(store, smallRecord(), "one");
  const ended = coding({ id: "br-def-csam", to: "2025-12-31" });
  const next = coding({ id: "br-def-csam-2026", answer: "no", from: "2026-01-01", change: "amendment" });
  await store.publish([ended, next], { role: "editor", reason: "Law 1 of 2025 is in force", kind: "amendment", digest: "" });
  const again = { ...next, body: { ...next.body, answer: "yes", change: "recoding", note: "<script>alert(1)</script> read in full" } } as typeof next;
  await store.publish([again], { role: "reviewer", reason: "the exception was overlooked", kind: "correction", digest: "" });
  await store.publish([{ kind: "coding", id: "fr-age-limit", body: null }], { role: "editor", reason: "no source left", kind: "correction", digest: "" });
  site = makeSite({
    reader: store.reader,
    clock: () => new Date("2026-11-22T12:00:00Z"),
    resources: RESOURCES,
    version: "1.2.3",
    routes: ROUTES,
    assets: { style: "/s.css", script: "/s.js", sprite: "/s.svg", places: {}, files: new Map(), methods: async () => [] },
    origin: "https://atlas.example",
    words: translator,
    find: async () => ({ total: 0, hits: [], facets: { kinds: new Map(), jurisdictions: new Map(), topics: new Map() }, places: [], corrected: [], words: [] }),
    suggest: () => [],
    ready: async () => true,
    report: (error) => {
      throw error;
    },
  });
});
afterAll(() => database.drop());

async function page(path: string): Promise<{ status: number; html: string; text: string }> {
  const response = await site.request(path);
  const html = await response.text();
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return { status: response.status, html: main, text: main.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") };
}

test("the history of an answer says who read it again, why, and what is different", async () => {
  const { status, html, text } = await page("/en/history?kind=coding&id=br-def-csam-2026");
  expect(status).toBe(200);
  for (const words of [
    "2 versions",
    "reviewer",
    "the exception was overlooked",
    "we read the law again (recoding)",
    "Law 1 of 2025 is in force",
    "because the law changed (amendment)",
  ])
    expect(text).toContain(words);
  expect(text).toMatch(/answer No Yes/);
  expect(html).toContain('href="/en/jurisdictions/BR?known=2#q-BR-def-csam"');
  expect(html).toContain('href="/en/jurisdictions/BR?known=3#q-BR-def-csam"');
  expect(html).not.toContain("<script>");
  expect(text).toContain("Other answers of BR to this question");
});

test("the French page says the same in French", async () => {
  const { text } = await page("/fr/history?kind=coding&id=br-def-csam-2026");
  for (const words of ["2 versions", "relecture", "nous avons relu le droit (recodage)", "le droit a changé (modification)"]) expect(text).toContain(words);
});

test("a record that was taken out keeps its history and leads to no page", async () => {
  const { status, text, html } = await page("/en/history?kind=coding&id=fr-age-limit");
  expect([status, text.includes("has been taken out"), html.includes("known=1#q-FR-age-limit")]).toEqual([200, true, true]);
  expect(text).toContain("What the record held until then");
});

test("the revisions: the first load is one line, the others open to their records", async () => {
  const { text, html } = await page("/en/history");
  expect(text).toContain("4 revisions");
  expect(text).toContain(`The first load of the record: everything in it was added at once, ${smallRecord().length} records.`);
  expect(html).toContain('href="/en/history?changeset=3"');
  const recoded = await page("/en/history?change=recoding");
  expect([recoded.html.includes("changeset=2"), recoded.html.includes("changeset=3")]).toEqual([false, true]);
  const records = await page("/en/history?changeset=2");
  expect(records.text).toContain("1 to 2 of 2 records");
  expect(records.html).toContain('href="/en/history?kind=coding&amp;id=br-def-csam-2026"');
});

test("as it was known at a revision, nothing later shows", async () => {
  const then = await page("/en/history?kind=coding&id=br-def-csam-2026&known=2");
  expect([then.status, then.text.includes("This history ends at revision 2"), then.text.includes("recoding)")]).toEqual([200, true, false]);
  expect((await page("/en/history?changeset=3&known=2")).status).toBe(404);
});

test("bad input: a message beside the field, and a problem document with the status", async () => {
  const wrong = await page("/en/history?kind=person");
  expect([wrong.status, wrong.html.includes('aria-invalid="true"'), wrong.html.includes('id="e-kind"')]).toEqual([400, true, true]);
  expect((await page("/en/history?kind=coding&id=no-such")).status).toBe(404);
  for (const [query, status] of [
    ["kind=coding&id=no-such", 404],
    ["kind=person&id=x", 400],
    ["changeset=99", 404],
    ["changeset=x", 400],
  ] as const) {
    const response = await site.request(`/api/history.json?${query}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json; charset=utf-8"]);
  }
});

test("the download is tidy: one row a field, with who and why in every row", async () => {
  const response = await site.request("/api/history.csv?kind=coding&id=br-def-csam-2026");
  // What an address gives may change with the program, not only with the record.
  expect(response.headers.get("etag")).toBe('"1.2.3-4-2026-11-22-csv"');
  const csv = await response.text();
  const [head, ...rows] = csv.trimEnd().split("\r\n");
  expect(head).toBe("changeset,recorded,role,reason,cause,recorded_until,record_kind,record,action,change,field,meaning,before,after");
  expect(rows[0]).toMatch(/^3,.*,reviewer,the exception was overlooked,correction,,coding,br-def-csam-2026,changed,recoding,answer,.*,no,yes$/);
});

test("the page of a place leads to the history of its answers, and to its own", async () => {
  const { html } = await page("/en/jurisdictions/BR");
  expect(html).toContain('href="/en/history?kind=coding&amp;id=br-def-csam-2026"');
  expect(html).toContain('href="/en/history?kind=jurisdiction&amp;id=BR"');
});

test("the feed of changes has what the record knows to be a change; a second reading stands in a feed of its own", async () => {
  const of = async (query: string): Promise<Item[]> =>
    ((await (await site.request(`/api/changes.feed.json?place=BR${query}`)).json()) as { items: Item[] }).items;
  const amended = (await of("&known=2")).filter((one) => one.date_published.startsWith("2026-01-01"));
  expect(amended.map((one) => one.title.includes("No"))).toEqual([true]);
  // Read again, the answer turned out to be what it was before: the law did not change on that day after all.
  const now = await of("");
  expect(now.filter((one) => one.date_published.startsWith("2026-01-01"))).toEqual([]);
  const readings = await of("&change=recoding");
  expect(readings.map((one) => [one.title.includes("Yes"), one.content_text.includes("The record said before: No.")])).toEqual([[true, true]]);
  expect([...now, ...amended].map((one) => one.id)).not.toContain(readings[0]?.id);
});

interface Item {
  readonly id: string;
  readonly title: string;
  readonly content_text: string;
  readonly date_published: string;
}
