import { spawn } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import type { Coding } from "../src/domain/coding.ts";
import { watchOf, watchParameters } from "../src/domain/watch.ts";
import { notifyProjection } from "../src/notify/match.ts";
import { searchProjection } from "../src/search/projection.ts";
import { readWatch } from "../src/search/watch.ts";
import type { Catalogue } from "../src/store/catalogue.ts";
import { sealWith } from "../src/store/desk/seal.ts";
import { openStore, type Store } from "../src/store/open.ts";
import type { Projection } from "../src/store/projection.ts";
import type { Bench } from "./pages.ts";
import { atMost, type Line, plain } from "./report.ts";
import { median } from "./round.ts";

/** Saved searches, one a person. */
const WATCHES = 100_000;
/** Most milliseconds from the beginning of an amendment's publication until everybody who watches it is queued. */
const LIMIT = 1000;
/** Publications of each sort. */
const ROUNDS = 7;
const FEW = 1000;
const MANY = 10_000;
export const SECRET = "a secret of a site that is used in benchmarks only";

/** Alerts: an amendment among many saved searches, and the memory of a run that sends many digests. */
export async function notify(bench: Bench, url: string): Promise<Line[]> {
  const own = await copyOf(url, "bench_notify");
  const searches = await openStore({ databaseUrl: own, dir: "", projections: [searchProjection] });
  const store = await openStore({ databaseUrl: own, dir: "", projections: [searchProjection, timed(notifyProjection)] });
  try {
    bench.note(`${WATCHES} saved searches`);
    await fillWatches(store);
    const times = { plain: [] as number[], all: [] as number[], own: [] as number[], waiting: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.plain.push(await amend(searches, round * 2));
      times.all.push(await amend(store, round * 2 + 1));
      times.own.push(took);
      const [row] = await store.sql.all<{ count: number }>(
        "SELECT count(*) AS count FROM desk.waiting w JOIN desk.notice n ON n.id = w.notice WHERE n.changeset = (SELECT max(id) FROM record.changeset)",
      );
      times.waiting.push(row?.count ?? 0);
    }
    const all = median(times.all);
    const before = median(times.plain);
    const queued = median(times.waiting);
    bench.note(`runs of ${FEW} and ${MANY} digests`);
    const few = await digests(bench, store, own, FEW);
    const many = await digests(bench, store, own, MANY);
    bench.note("everybody watches one place");
    await store.sql.all("DELETE FROM desk.waiting");
    await store.sql.all("UPDATE desk.watch SET query = 'place=BR', needs = '{place:BR}', anchor = 'place:BR'");
    await store.sql.all("ANALYZE desk.watch");
    const everybody = await amend(store, 3);
    return [
      atMost(
        "notify",
        "an amendment among 100,000 saved searches: published, matched, queued",
        `${queued} people queued; matching alone ${median(times.own).toFixed(0)} ms`,
        all,
        LIMIT,
        " ms",
      ),
      atMost("notify", "the same against publishing without alerts", `${all.toFixed(0)} and ${before.toFixed(0)} ms`, all / before, 2, "×"),
      atMost(
        "notify",
        "memory of a run of 10,000 digests against one of 1,000",
        `peak of ${many.memory.toFixed(0)} and ${few.memory.toFixed(0)} MB`,
        many.memory / few.memory,
        1.25,
        "×",
      ),
      plain("notify", "an amendment that all 100,000 watch, in ms", `${everybody.toFixed(0)} ms; matching alone ${took.toFixed(0)} ms`, everybody),
      plain(
        "notify",
        "digests written a second",
        `${many.sent} letters, each with one to three changes, in ${many.seconds.toFixed(1)} s, without a server`,
        many.sent / many.seconds,
      ),
    ];
  } finally {
    await store.close();
    await searches.close();
  }
}

let took = 0;
function timed(projection: Projection): Projection {
  return {
    name: projection.name,
    async apply(...given) {
      const started = performance.now();
      await projection.apply(...given);
      took = performance.now() - started;
    },
  };
}

/** A copy of a database beside it. */
async function copyOf(url: string, name: string): Promise<string> {
  const address = new URL(url);
  const from = address.pathname.slice(1);
  address.pathname = "/template1";
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  } finally {
    await client.end();
  }
  address.pathname = `/${name}`;
  return address.href;
}

/** Publishes that Brazil's answer to a question has another date; gives the milliseconds. */
async function amend(store: Store, round: number): Promise<number> {
  const [row] = await store.sql.all<{ body: Coding }>(
    "SELECT body FROM record.latest WHERE kind = 'coding' AND body->>'jurisdiction' = 'BR' AND body->>'to' = '' ORDER BY record_id LIMIT 1",
  );
  if (!row) throw new Error("The record has no answer of Brazil.");
  const body: Coding = { ...row.body, from: `2026-${String((round % 11) + 1).padStart(2, "0")}-01`, change: "amendment" };
  const started = performance.now();
  await store.publish([{ kind: "coding", id: body.id, body }], { role: "editor", reason: "bench", kind: "amendment", digest: "" });
  return performance.now() - started;
}

/** People with a saved search each: of places (a few of them very often), topics, questions, laws, kinds and words, alone and together. */
async function fillWatches(store: Store): Promise<void> {
  const catalogue = await store.reader.catalogue();
  const seal = sealWith(SECRET);
  const marks: Buffer[] = [];
  const address = seal.close("reader@example.org");
  for (let one = 0; one < WATCHES; one += 1) marks.push(seal.mark(`reader-${one}@example.org`));
  await store.sql.all(
    "INSERT INTO desk.person (mark, address, locale, rhythm, confirmed) SELECT m, $2, (ARRAY['en', 'fr', 'ar', 'ja'])[1 + o % 4], 'at-once', now() FROM unnest($1::bytea[]) WITH ORDINALITY AS g (m, o)",
    [marks, address],
  );
  const people = (await store.sql.all<{ id: number }>("SELECT id FROM desk.person ORDER BY id")).map((row) => row.id);
  const watches = people.map((person, index) => ({ person, ...watchAt(catalogue, index) }));
  await store.sql.all(
    `INSERT INTO desk.watch (person, query, needs, anchor, recodings, confirmed)
     SELECT w.person, w.query, ARRAY(SELECT json_array_elements_text(w.needs)), w.anchor, w.person % 10 = 0, now()
       FROM json_to_recordset($1) AS w(person bigint, query text, needs json, anchor text)`,
    [JSON.stringify(watches)],
  );
  await store.sql.all("ANALYZE desk.person, desk.watch");
}

const WORDS = [
  "grooming",
  "livestreaming",
  "removal orders",
  "age verification",
  "hash",
  "encryption",
  "blackmail",
  "prison",
  "statute of limitations",
  "reporting",
  "sextortion",
  "cartoon",
];

function watchAt(catalogue: Catalogue, index: number): { query: string; needs: readonly string[]; anchor: string } {
  // The same numbers each time.
  const pick = (list: readonly string[], turn: number): string =>
    list[Math.floor(((((index + 1) * 2654435761 * (turn + 1)) % 4294967296) / 4294967296) * list.length)] ?? "";
  const states = [...catalogue.jurisdictions.keys()];
  const place = index % 3 === 0 ? pick(["BR", "US", "FR", "DE", "IN", "GB", "EU", "JP"], 1) : pick(states, 2);
  const topic = pick([...catalogue.topics.keys()], 3);
  const given: Record<string, string> =
    [
      { place },
      { place },
      { place, topic },
      { place, topic },
      { topic },
      { question: pick([...catalogue.questions.keys()], 4) },
      { place, question: pick([...catalogue.questions.keys()], 5) },
      { q: pick(WORDS, 6), place },
      { instrument: pick([...catalogue.instruments.keys()], 7) },
      { place, kind: "consultation" },
    ][index % 10] ?? {};
  if (given["q"] !== undefined) {
    const [watch] = readWatch(catalogue, given, "en").watches;
    if (watch) return watch;
  }
  const watch = watchOf(watchParameters(given), []);
  if (!watch) throw new Error("A watch asks for nothing.");
  return watch;
}

interface Sent {
  readonly sent: number;
  readonly seconds: number;
  /** Peak of the program, in MB. */
  readonly memory: number;
}

/** Lets so many people wait, and a program of its own tell them all. */
async function digests(bench: Bench, store: Store, url: string, people: number): Promise<Sent> {
  await store.sql.all("DELETE FROM desk.waiting");
  await store.sql.all("DELETE FROM desk.mail");
  await store.sql.all(
    `INSERT INTO desk.waiting (person, notice, watch)
     SELECT p.id, n.id, w.id FROM (SELECT id FROM desk.person ORDER BY id LIMIT $1) p JOIN desk.watch w ON w.person = p.id
       JOIN (SELECT id, row_number() OVER (ORDER BY id) AS no FROM desk.notice) n ON n.no <= 1 + p.id % 3`,
    [people],
  );
  const child = spawn(process.execPath, [join(bench.root, "dist", "bench", "digest.js"), url], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`The run of digests ended with code ${code}.`);
  return JSON.parse(said) as Sent;
}
