import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { notifyProjection } from "../../src/notify/match.ts";
import { addressFault, isInside, postOutside } from "../../src/notify/outside.ts";
import { BACK_OFF, deliver } from "../../src/notify/webhook.ts";
import { readWatch } from "../../src/search/watch.ts";
import type { Desk } from "../../src/store/desk/desk.ts";
import { sealWith } from "../../src/store/desk/seal.ts";
import { addWebhook, deliveriesOf, forgetDeliveries, listWebhooks, queuePing, removeWebhook } from "../../src/store/desk/webhook.ts";
import type { Store } from "../../src/store/open.ts";
import { makeDatabase, type TestDatabase } from "../setup/database.ts";
import { coding, smallRecord } from "../setup/record.ts";

let database: TestDatabase;
let desk: Desk;
let store: Store;
let server: Server;
let url: string;
/** What arrived, and how the receiver answers: a status, or nothing at all. */
let heard: Array<{ headers: IncomingMessage["headers"]; body: string; path: string }> = [];
let answer: number | "stall" = 204;
let now = new Date("2026-11-22T12:00:00Z");

beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open({ projections: [notifyProjection] });
  desk = store.desk(sealWith("a secret of a site that is used in tests only"));
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    heard.push({ headers: request.headers, body: Buffer.concat(parts).toString("utf8"), path: request.url ?? "" });
    if (answer === "stall") return;
    response.writeHead(answer, { location: "/elsewhere" }).end("x".repeat(100_000));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.drop();
});
beforeEach(async () => {
  heard = [];
  answer = 204;
  now = new Date("2026-11-22T12:00:00Z");
  for (const { id } of await listWebhooks(desk.sql)) await removeWebhook(desk.sql, id);
});

const receiver = () => addWebhook(desk, { url, query: "", needs: [], recodings: false });
const send = (patience = 5000) => deliver(desk, postOutside, () => now, patience);
const state = async (id: string) => (await deliveriesOf(desk.sql, id)).map(({ state, attempts, status, fault }) => [state, attempts, status, fault]);

test("a ping arrives once, signed so that the receiver can verify it with the secret it was given", async () => {
  const { id, secret } = await receiver();
  await queuePing(desk.sql, id, now);
  expect(await send()).toEqual({ sent: 1, again: 0, failed: 0 });
  expect(await send()).toEqual({ sent: 0, again: 0, failed: 0 });
  const [message] = heard;
  expect(heard).toHaveLength(1);
  expect(JSON.parse(message?.body ?? "")).toEqual({ type: "ping", timestamp: "2026-11-22T12:00:00.000Z", data: {} });
  // As the specification says it: the bytes after "whsec_" are the key, over id, time and body.
  const { "webhook-id": no, "webhook-timestamp": time, "webhook-signature": signature } = message?.headers ?? {};
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  expect(key).toHaveLength(32);
  expect(signature).toBe(`v1,${createHmac("sha256", key).update(`${no}.${time}.${message?.body}`).digest("base64")}`);
  expect(time).toBe(String(now.getTime() / 1000));
  expect(await state(id)).toEqual([["sent", 1, 204, ""]]);
});

test("the secret cannot be read from the database", async () => {
  const { secret } = await receiver();
  const [row] = await desk.sql.all<{ secret: Buffer }>("SELECT secret FROM desk.webhook");
  expect(row?.secret.toString("latin1")).not.toContain(secret.slice(6, 20));
});

test("what is refused is tried again under the same id, later each time, and given up in the end", async () => {
  const { id } = await receiver();
  await queuePing(desk.sql, id, now);
  answer = 500;
  for (const [index, wait] of BACK_OFF.entries()) {
    expect(await send()).toEqual({ sent: 0, again: 1, failed: 0 });
    now = new Date(now.getTime() + wait * 1000 - 1);
    expect([index, await send()]).toEqual([index, { sent: 0, again: 0, failed: 0 }]);
    now = new Date(now.getTime() + 1);
  }
  expect(await send()).toEqual({ sent: 0, again: 0, failed: 1 });
  expect(await state(id)).toEqual([["failed", BACK_OFF.length + 1, 500, "answered with 500"]]);
  expect(new Set(heard.map((one) => one.headers["webhook-id"])).size).toBe(1);
  expect(new Set(heard.map((one) => one.headers["webhook-timestamp"])).size).toBe(BACK_OFF.length + 1);
});

test("who stalls, redirects or cannot be reached is left alone until the next run, and others are not kept waiting", async () => {
  const { id } = await receiver();
  for (let count = 0; count < 20; count += 1) await queuePing(desk.sql, id, now);
  answer = "stall";
  const begun = performance.now();
  expect((await send(150)).again).toBe(8);
  expect(performance.now() - begun).toBeLessThan(3000);
  expect((await deliveriesOf(desk.sql, id)).filter((one) => one.fault === "no answer within 0.15 s")).toHaveLength(8);
  answer = 302;
  expect((await send()).again).toBe(8);
  expect(heard.every((one) => one.path === "/hook")).toBe(true);
  const other = await addWebhook(desk, { url: "http://127.0.0.1:1/", query: "", needs: [], recodings: false });
  await queuePing(desk.sql, other.id, now);
  await send();
  expect((await state(other.id))[0]?.[3]).toMatch(/ECONNREFUSED/);
});

test("who is gone is told nothing more until it is pinged", async () => {
  const { id } = await receiver();
  await queuePing(desk.sql, id, now);
  answer = 410;
  expect(await send()).toEqual({ sent: 0, again: 0, failed: 1 });
  expect((await listWebhooks(desk.sql))[0]?.active).toBe(false);
  answer = 200;
  await queuePing(desk.sql, id, now);
  expect((await send()).sent).toBe(1);
  expect((await listWebhooks(desk.sql))[0]?.active).toBe(true);
});

test("two senders at once send each message once", async () => {
  const { id } = await receiver();
  for (let count = 0; count < 30; count += 1) await queuePing(desk.sql, id, now);
  const done = await Promise.all([send(), send(), send()]);
  expect(done.reduce((sum, one) => sum + one.sent, 0)).toBe(30);
  expect(new Set(heard.map((one) => one.headers["webhook-id"])).size).toBe(30);
});

test("what was delivered is forgotten after a month", async () => {
  const { id } = await receiver();
  await queuePing(desk.sql, id, now);
  await send();
  await forgetDeliveries(desk.sql, new Date("2026-12-20T12:00:00Z"));
  expect(await state(id)).toHaveLength(1);
  await forgetDeliveries(desk.sql, new Date("2026-12-23T12:00:00Z"));
  expect(await state(id)).toHaveLength(0);
});

test("addresses inside a network are not sent to, neither by number nor by name", async () => {
  for (const inside of [
    "10.1.2.3",
    "169.254.169.254",
    "192.168.1.1",
    "172.20.0.1",
    "100.64.0.1",
    "::1",
    "fd00::1",
    "fe80::1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "2002:7f00:1::",
    "0.0.0.0",
  ])
    expect([inside, isInside(inside)]).toEqual([inside, true]);
  for (const outside of ["93.184.216.34", "2606:2800:220:1::1", "172.32.0.1"]) expect([outside, isInside(outside)]).toEqual([outside, false]);
  for (const wrong of [
    "http://example.org/",
    "https://10.0.0.1/",
    "https://[fd00::1]/",
    "https://[::ffff:a00:1]/",
    "https://0xa9fea9fe/",
    "ftp://example.org/",
    "https://name:word@example.org/",
    "https://example.org/#part",
    "no address",
  ])
    expect([wrong, addressFault(wrong) === ""]).toEqual([wrong, false]);
  for (const right of ["https://example.org/hook?x=1", "http://127.0.0.1:8080/", "http://localhost/", "http://[::1]:3000/"])
    expect(addressFault(right)).toBe("");
  // A name that leads inside is noticed when it is looked up, whatever it led to before.
  const signal = AbortSignal.timeout(5000);
  await expect(postOutside("https://localhost./", { headers: {}, body: "", signal })).rejects.toThrow(/inside a network|no address|ENOTFOUND|EAI_AGAIN/);
});

test("an amendment is told to who watches the place, and to nobody else; a recoding only to who asked for it", async () => {
  await store.publish(smallRecord(), { role: "release", reason: "First load", kind: "release", digest: "" });
  const catalogue = await store.reader.catalogue();
  const add = async (query: string, recodings: boolean): Promise<string> => {
    const { needs = [] } = readWatch(catalogue, query, "en").watches[0] ?? {};
    return (await addWebhook(desk, { url: `${url}?${query}`, query, needs, recodings })).id;
  };
  for (const [query, recodings] of [
    ["place=BR", false],
    ["place=FR", false],
    ["question=def-csam", true],
    ["", false],
  ] as const)
    await add(query, recodings);
  const ended = coding({ id: "br-def-csam", to: "2026-10-31" });
  const next = coding({ id: "br-def-csam-new", answer: "no", from: "2026-11-01", change: "amendment" });
  await store.publish([ended, next], { role: "editor", reason: "The law changed", kind: "amendment", digest: "" });
  now = new Date(Date.now() + 1000);
  await send();
  const told = heard.map(({ path, body }) => [path, JSON.parse(body)] as const).filter(([, { data }]) => data.id === "br-def-csam-new");
  expect(told.map(([path]) => path).sort()).toEqual(["/hook", "/hook?place=BR", "/hook?question=def-csam"]);
  expect(told[0]?.[1]).toMatchObject({
    type: "record.amendment",
    data: { kind: "coding", changeset: 2, said: { places: ["BR"], question: "def-csam", after: "no" } },
  });
  heard = [];
  const again = coding({ id: "br-def-csam-new", answer: "yes", from: "2026-11-01", change: "recoding" });
  await store.publish([again], { role: "reviewer", reason: "Read again", kind: "correction", digest: "" });
  now = new Date(Date.now() + 1000);
  await send();
  expect(heard.map(({ path, body }) => [path, JSON.parse(body).type])).toEqual([["/hook?question=def-csam", "record.recoding"]]);
});
