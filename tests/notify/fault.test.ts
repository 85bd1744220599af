import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runOnce } from "../../src/notify/run.ts";
import type { Sender } from "../../src/notify/send.ts";
import { smtpTransport } from "../../src/notify/smtp.ts";
import { mailCounts, tryAgain } from "../../src/store/desk/outbox.ts";
import { bundleProgram, type Started, start } from "../faults/bundle.ts";
import { coding } from "../setup/record.ts";
import { openPostOffice, type PostOffice } from "./post.ts";
import { FROM, ORIGIN, openScene, type Scene, SECRET, SETUP } from "./scene.ts";

const SUBSCRIBERS = 1000;
const KILLS = 20;

let scene: Scene;
let office: PostOffice;
let file: string;
beforeAll(async () => {
  [scene, office, file] = await Promise.all([openScene(), openPostOffice(), bundleProgram("tests/notify/program.ts")]);
});
afterAll(async () => {
  await office.close();
  await scene.database.drop();
  rmSync(file, { force: true });
});
beforeEach(async () => {
  office.taken.splice(0);
  office.offered = 0;
  await scene.desk.sql.all("DELETE FROM desk.person");
});

/** So many people who watch Brazil. */
async function subscribers(count: number): Promise<void> {
  const { seal } = scene.desk;
  const addresses = Array.from({ length: count }, (_, index) => `reader-${index}@example.org`);
  await scene.desk.sql.all(
    `WITH p AS (INSERT INTO desk.person (mark, address, locale, rhythm, confirmed)
       SELECT m, a, 'en', 'at-once', now() FROM unnest($1::bytea[], $2::bytea[]) AS g (m, a) RETURNING id)
     INSERT INTO desk.watch (person, query, needs, anchor, confirmed) SELECT id, 'place=BR', '{place:BR}', 'place:BR', now() FROM p`,
    [addresses.map((one) => seal.mark(one)), addresses.map((one) => seal.close(one))],
  );
}

let day = 1;
/** Publishes an amendment of Brazil. */
async function amend(): Promise<void> {
  day += 1;
  await scene.publish([coding({ id: "br-def-csam", from: `2026-10-${String(day).padStart(2, "0")}`, change: "amendment" })], "amendment");
}

test(`${SUBSCRIBERS} people, a server at random refuses, stalls and drops, and the sender is killed ${KILLS} times: nobody is told nothing, nobody twice`, async () => {
  await subscribers(SUBSCRIBERS);
  const whims = ["later", "drop", "drop-after", "stall", "later"] as const;
  office.whim = () => (Math.random() < 0.08 ? (whims[Math.floor(Math.random() * whims.length)] ?? "take") : "take");
  await amend();
  const args = [scene.database.url, office.url, SECRET, FROM.address, ORIGIN];
  // Programs are started ahead: that takes longer than what they are killed in.
  const ready: Started[] = [];
  let begun = 0;
  const next = async (): Promise<Started> => {
    for (; ready.length < 3 && begun < KILLS + 1; begun += 1) ready.push(start(file, ...args));
    const program = ready.shift() as Started;
    await program.said("ready");
    program.child.kill("SIGUSR2");
    return program;
  };
  for (let killed = 0; killed < KILLS; killed += 1) {
    const program = await next();
    const enough = office.offered + 5 + Math.random() * 30;
    for (const late = performance.now() + 5000; office.offered < enough && performance.now() < late; ) await wait(Math.random() * 4);
    program.child.kill("SIGKILL");
    await program.ended;
    // What the killed one had in hand comes free; the test does not wait five minutes for it.
    await scene.desk.sql.all("UPDATE desk.mail SET held = NULL WHERE held IS NOT NULL");
  }
  expect((await mailCounts(scene.desk.sql)).queued).toBeGreaterThan(0);
  const last = await next();
  while ((await mailCounts(scene.desk.sql)).sent < SUBSCRIBERS) await wait(50);
  last.child.kill("SIGKILL");
  await last.ended;
  const ids = new Map<string, number>();
  for (const one of office.taken) ids.set(one.messageId, (ids.get(one.messageId) ?? 0) + 1);
  const told = new Set(office.taken.map((one) => one.to));
  process.stderr.write(
    `  ${KILLS} kills, ${office.offered} offers, ${office.taken.length} taken, ${office.taken.length - ids.size} of them repeats under the same Message-ID\n`,
  );
  // Everybody has it, and by the Message-ID everybody has it once: one id a person, however often it came.
  expect(told.size).toBe(SUBSCRIBERS);
  expect(ids.size).toBe(SUBSCRIBERS);
  expect(new Set(office.taken.map((one) => `${one.to} ${one.messageId}`)).size).toBe(SUBSCRIBERS);
  expect(await mailCounts(scene.desk.sql)).toEqual({ queued: 0, sent: SUBSCRIBERS, failed: 0 });
  const [left] = await scene.desk.sql.all<{ count: number }>("SELECT count(*) AS count FROM desk.waiting");
  expect(left?.count).toBe(0);
}, 60_000);

test("two senders share the work: nobody is told by both", async () => {
  await subscribers(60);
  office.whim = () => "take";
  await amend();
  const senders = [sender(), sender()];
  const rounds = await Promise.all(senders.map((one) => runOnce(one)));
  for (const one of senders) one.transport.close();
  expect(rounds.reduce((sum, one) => sum + one.sent, 0)).toBe(60);
  expect(office.taken.length).toBe(60);
});

function sender(more: Partial<Sender> = {}): Sender {
  const transport = smtpTransport({ ...SETUP, url: office.url, reply: null }, { connect: 500, greet: 500, silent: 300, whole: 1000 });
  return { desk: scene.desk, setup: SETUP, transport, catalogue: () => scene.store.reader.catalogue(), clock: () => new Date(), log: () => {}, ...more };
}

test("a refusal for good is believed only when it is repeated, greylisting is waited out, and what was given up can be tried again", async () => {
  await subscribers(1);
  await amend();
  const state = async () =>
    (
      await scene.desk.sql.all<{ state: string; attempts: number; wait: number; fault: string }>(
        "SELECT state, attempts, fault, extract(epoch FROM due - now())::float AS wait FROM desk.mail",
      )
    )[0];
  const again = () => scene.desk.sql.all("UPDATE desk.mail SET due = now()");
  const one = sender();
  office.whim = () => "later";
  for (const attempts of [1, 2, 3, 4, 5]) {
    expect(await runOnce(one)).toMatchObject({ sent: 0, later: 1, failed: 0 });
    const found = await state();
    expect(found).toMatchObject({ state: "queued", attempts });
    // Longer each time, spread by half.
    const middle = 60 * 2 ** (attempts - 1);
    expect(found?.wait).toBeGreaterThan(middle * 0.45);
    expect(found?.wait).toBeLessThan(middle * 1.55);
    await again();
  }
  office.whim = () => "refuse";
  expect(await runOnce(one)).toMatchObject({ later: 1, failed: 0 });
  await again();
  expect(await runOnce(one)).toMatchObject({ later: 0, failed: 1 });
  expect((await state())?.fault).toMatch(/^550 /);
  expect((await state())?.fault).not.toContain("reader-0@");
  office.whim = () => "take";
  expect(await runOnce(one)).toMatchObject({ sent: 0 });
  expect(await tryAgain(scene.desk.sql)).toBe(1);
  expect(await runOnce(one)).toMatchObject({ sent: 1 });
  one.transport.close();
});

test("a server that is not there, or says nothing, holds nobody up for long and loses nothing", async () => {
  await subscribers(30);
  await amend();
  const gone = smtpTransport({ ...SETUP, url: "smtp://127.0.0.1:1", reply: null });
  const away = await runOnce(sender({ transport: gone }));
  gone.close();
  // After ten attempts in a row the round ends: the others keep their turn.
  expect(away.sent).toBe(0);
  expect(away.later).toBeLessThan(20);
  office.whim = () => "stall";
  const started = performance.now();
  const one = sender();
  expect((await runOnce(one)).sent).toBe(0);
  expect(performance.now() - started).toBeLessThan(5000);
  office.whim = () => "take";
  await scene.desk.sql.all("UPDATE desk.mail SET due = now()");
  expect(await runOnce(one)).toMatchObject({ sent: 30 });
  one.transport.close();
});
