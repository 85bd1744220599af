import { afterAll, beforeAll, expect, test } from "vitest";
import type { AtlasRecord } from "../../src/domain/record.ts";
import { retain } from "../../src/notify/retention.ts";
import { gather, markSent } from "../../src/store/desk/outbox.ts";
import { coding } from "../setup/record.ts";
import { openScene, type Scene } from "./scene.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.database.drop());

interface Row {
  change: string;
  kind: string;
  record_id: string;
  features: string[];
  said: Record<string, unknown>;
}
const noticesIn = (changeset: number): Promise<Row[]> =>
  scene.desk.sql.all<Row>("SELECT change, kind, record_id, features, said FROM desk.notice WHERE changeset = $1 ORDER BY record_id", [changeset]);
const waiting = async (person: number): Promise<number> =>
  (await scene.desk.sql.all<{ count: number }>("SELECT count(*) AS count FROM desk.waiting WHERE person = $1", [person]))[0]?.count ?? 0;
const update = (id: string, jurisdictions: string[], title: string): AtlasRecord =>
  ({
    kind: "update",
    id,
    body: {
      id,
      date: "2026-11-01",
      jurisdictions,
      topics: ["law"],
      kind: "consultation",
      title,
      summary: "In our words.",
      opens: "2026-11-01",
      closes: "2026-12-10",
      zone: "",
      respondents: "",
      actors: [],
      figures: [],
      links: [],
      instruments: [],
      questions: [],
      outcome: null,
      citations: [{ source: "example-org-00000001", read: "2026-01-10", instrument: "", provision: "", note: "" }],
      flags: [],
      doubt: "",
    },
  }) as AtlasRecord;

test("the first load tells nobody of anything", async () => {
  expect(await noticesIn(1)).toEqual([]);
});

test("an amendment reaches who watches its place, question, topic or words, once, and nobody else", async () => {
  const br = await scene.subscribe("br@example.org", ["place=BR"]);
  const question = await scene.subscribe("q@example.org", ["question=def-csam", "place=BR&topic=law", "q=def-csam Brazil"]);
  const other = await scene.subscribe("fr@example.org", ["place=FR", "question=age-limit", "q=grooming"]);
  const asks = await scene.subscribe("un@example.org", []);
  await scene.desk.sql.all("INSERT INTO desk.watch (person, query, needs, anchor) VALUES ($1, 'place=BR', '{place:BR}', 'place:BR')", [asks]);
  const changeset = await scene.publish(
    [coding({ id: "br-def-csam", to: "2026-10-31" }), coding({ id: "br-def-csam-2", answer: "no", from: "2026-11-01", change: "amendment" })],
    "amendment",
  );
  const notices = await noticesIn(changeset);
  // The answer that only ended is told with the one that took its place.
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({
    change: "amendment",
    kind: "coding",
    record_id: "br-def-csam-2",
    said: {
      places: ["BR"],
      question: "def-csam",
      before: "yes",
      after: "no",
      day: "2026-11-01",
      path: "/jurisdictions/BR#q-BR-def-csam",
      source: "example-org-00000001",
    },
  });
  for (const feature of ["place:BR", "topic:law", "question:def-csam", "kind:coding", "word:csam"]) expect(notices[0]?.features).toContain(feature);
  expect([await waiting(br), await waiting(question), await waiting(other), await waiting(asks)]).toEqual([1, 1, 0, 0]);
});

test("a recoding reaches only who asked for recodings", async () => {
  const plain = await scene.subscribe("plain@example.org", ["place=FR"]);
  const all = await scene.subscribe("all@example.org", ["place=FR"], { recodings: true });
  const correction = await scene.publish(
    [coding({ id: "fr-age-limit", jurisdiction: "FR", question: "age-limit", answer: "16", from: "", current: "2021", change: "recoding" })],
    "correction",
  );
  expect(await noticesIn(correction)).toMatchObject([{ change: "recoding", said: { before: "15", after: "16" } }]);
  expect([await waiting(plain), await waiting(all)]).toEqual([0, 1]);
  // A release tells by what each answer says of itself; an amendment that was told before and only has another note was read again.
  const release = await scene.publish(
    [coding({ id: "fr-def-csam", jurisdiction: "FR", from: "1998-06-18", change: "amendment", note: "Read again." })],
    "release",
  );
  expect((await noticesIn(release)).map((one) => one.change)).toEqual(["recoding"]);
  expect([await waiting(plain), await waiting(all)]).toEqual([0, 2]);
  const gone = await scene.publish([{ kind: "coding", id: "fr-age-limit", body: null }], "correction");
  expect(await noticesIn(gone)).toMatchObject([{ change: "recoding", said: { before: "16", after: "" } }]);
});

test("who watches a member hears of the law of the Union, and who watches a kind of that kind", async () => {
  const member = await scene.subscribe("member@example.org", ["place=FR&kind=consultation"]);
  const outside = await scene.subscribe("outside@example.org", ["place=BR&kind=consultation"]);
  const words = await scene.subscribe("words@example.org", ["q=detection of grooming"]);
  const changeset = await scene.publish([update("eu-detection", ["EU"], "Consultation on the detection of grooming")], "release");
  expect(await noticesIn(changeset)).toMatchObject([{ change: "update", said: { sort: "consultation", closes: "2026-12-10" } }]);
  expect([await waiting(member), await waiting(outside), await waiting(words)]).toEqual([1, 0, 1]);
});

test("webhooks are told of amendments, and of recodings if they asked", async () => {
  const seal = scene.desk.seal;
  await scene.desk.sql.all(
    `INSERT INTO desk.webhook (id, url, secret, query, needs, recodings, active) VALUES ('a', 'https://a.example', $1, '', '{}', false, true), ('b', 'https://b.example', $1, 'place=BR', '{place:BR}', true, true), ('c', 'https://c.example', $1, '', '{}', true, false)`,
    [seal.close("x")],
  );
  await scene.publish([coding({ id: "br-def-csam-2", answer: "no", from: "2026-11-01", change: "amendment", note: "Read again." })], "correction");
  await scene.publish(
    [coding({ id: "fr-age-limit-2", jurisdiction: "FR", question: "age-limit", answer: "18", from: "2026-11-02", change: "amendment" })],
    "amendment",
  );
  const rows = await scene.desk.sql.all<{ webhook: string; event: string }>("SELECT webhook, body->>'event' AS event FROM desk.delivery ORDER BY webhook, id");
  expect(rows).toEqual([
    { webhook: "a", event: "amendment" },
    { webhook: "b", event: "recoding" },
  ]);
});

test("one digest a person, at once or with the first run of a new day or week", async () => {
  await gather(scene.desk.sql, new Date());
  const [daily, weekly] = [
    await scene.subscribe("d@example.org", ["topic=law"], { rhythm: "daily" }),
    await scene.subscribe("w@example.org", ["topic=law", "place=BR"], { rhythm: "weekly" }),
  ];
  await scene.desk.sql.all("UPDATE desk.person SET confirmed = '2026-11-18T10:00:00Z', gathered = '2026-11-18T10:00:00Z' WHERE id = ANY ($1::bigint[])", [
    [daily, weekly],
  ]);
  await scene.publish([update("br-one", ["BR"], "One"), update("br-two", ["BR"], "Two")], "release");
  const mails = async (person: number): Promise<number[]> =>
    (await scene.desk.sql.all<{ count: number }>("SELECT cardinality(notices) AS count FROM desk.mail WHERE person = $1 ORDER BY id", [person])).map(
      (row) => row.count,
    );
  await gather(scene.desk.sql, new Date("2026-11-18T23:00:00Z"));
  expect([await mails(daily), await mails(weekly)]).toEqual([[], []]);
  await gather(scene.desk.sql, new Date("2026-11-19T01:00:00Z"));
  await gather(scene.desk.sql, new Date("2026-11-19T02:00:00Z"));
  expect([await mails(daily), await mails(weekly)]).toEqual([[2], []]);
  // The 23rd is a Monday.
  await gather(scene.desk.sql, new Date("2026-11-23T00:10:00Z"));
  expect([await mails(daily), await mails(weekly)]).toEqual([[2], [2]]);
});

test("what is kept no longer is deleted, and nothing of which somebody is still to be told", async () => {
  const { sql, seal } = scene.desk;
  await sql.all("INSERT INTO desk.person (mark, address, locale, rhythm, created) VALUES ($1, $2, 'en', 'daily', now() - interval '4 days')", [
    seal.mark("old@example.org"),
    seal.close("old@example.org"),
  ]);
  await sql.all("UPDATE desk.mail SET state = 'sent', sent = now() - interval '31 days' WHERE id = (SELECT min(id) FROM desk.mail)");
  await sql.all("UPDATE desk.notice SET created = now() - interval '91 days'");
  await sql.all("INSERT INTO desk.token (hash, purpose, subject, expires) VALUES ('\\x00', 'watch', 1, now() - interval '1 minute')");
  const deleted = await retain(sql, new Date());
  expect(deleted).toMatchObject({ persons: 1, tokens: 1, mails: 1 });
  const [left] = await sql.all<{ told: boolean }>(
    "SELECT bool_and(EXISTS (SELECT FROM desk.notice n WHERE n.id = ANY (m.notices))) AS told FROM desk.mail m WHERE state = 'queued'",
  );
  expect(left?.told).toBe(true);
  expect(await retain(sql, new Date())).toMatchObject({ persons: 0, mails: 0 });
});

test("who ends their alerts while a change is published is left out, and the change is published", async () => {
  const [leaving, staying] = [await scene.subscribe("leaving@example.org", ["place=BR"]), await scene.subscribe("staying@example.org", ["place=BR"])];
  const held = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
  let publishing = Promise.resolve(0);
  await scene.desk.transaction(async (tx) => {
    await tx.all("DELETE FROM desk.person WHERE id = $1", [leaving]);
    publishing = scene.publish([update("br-three", ["BR"], "Three")], "release");
    await expect.poll(() => scene.desk.sql.all(held)).toHaveLength(1);
  });
  expect(await noticesIn(await publishing)).toHaveLength(1);
  expect([await waiting(leaving), await waiting(staying)]).toEqual([0, 1]);
});

test("a mail that belongs to no person holds no address once it was sent, and none that nobody confirmed in time", async () => {
  const { sql, seal } = scene.desk;
  await sql.all(
    `INSERT INTO desk.mail (key, kind, locale, address, said, created) VALUES ('answer 1', 'answer', 'en', $1, '{"reference": "x"}', now()),
       ('sign 1 1', 'sign', 'en', $1, '{}', now() - interval '4 days')`,
    [seal.close("one@example.org")],
  );
  const [mail] = await sql.all<{ id: number }>("SELECT id FROM desk.mail WHERE key = 'answer 1'");
  await markSent(sql, mail?.id ?? 0);
  await retain(sql, new Date());
  const kept = () => sql.all("SELECT key, octet_length(address) AS length, said FROM desk.mail WHERE person IS NULL");
  expect(await kept()).toEqual([{ key: "answer 1", length: 0, said: { reference: "x" } }]);
  await sql.all("UPDATE desk.mail SET sent = now() - interval '31 days' WHERE key = 'answer 1'");
  await retain(sql, new Date());
  expect(await kept()).toEqual([{ key: "answer 1", length: 0, said: {} }]);
});
