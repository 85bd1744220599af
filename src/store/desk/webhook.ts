import { randomBytes } from "node:crypto";
import { StoreProblem } from "../problem.ts";
import type { Sql } from "../sql.ts";
import type { Desk } from "./desk.ts";

/** A program elsewhere that is told of changes. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** The parameters that it watches, as a query; empty for everything. */
  readonly query: string;
  readonly recodings: boolean;
  readonly active: boolean;
  readonly created: string;
}

/** What was sent, or waits to be. */
export interface Delivery {
  readonly id: number;
  readonly webhook: string;
  readonly state: "queued" | "sent" | "failed";
  readonly attempts: number;
  readonly due: string;
  /** Status of the last answer; null when there was none. */
  readonly status: number | null;
  readonly fault: string;
  readonly created: string;
  readonly sent: string | null;
}

const PREFIX = "whsec_";
const COLUMNS = "id, url, query, recodings, active, created";

/** Adds a receiver; gives its id and its secret, which cannot be read again. `needs`: see src/domain/watch.ts; none for every change. */
export async function addWebhook(
  desk: Desk,
  { url, query, needs, recodings }: { readonly url: string; readonly query: string; readonly needs: readonly string[]; readonly recodings: boolean },
): Promise<{ id: string; secret: string }> {
  const id = `hook-${randomBytes(5).toString("hex")}`;
  const secret = `${PREFIX}${randomBytes(32).toString("base64")}`;
  await desk.sql.all("INSERT INTO desk.webhook (id, url, secret, query, needs, recodings) VALUES ($1, $2, $3, $4, $5, $6)", [
    id,
    url,
    desk.seal.close(secret),
    query,
    needs,
    recodings,
  ]);
  return { id, secret };
}

/** All receivers, the oldest first. */
export function listWebhooks(sql: Sql): Promise<Webhook[]> {
  return sql.all<Webhook>(`SELECT ${COLUMNS} FROM desk.webhook ORDER BY created, id`);
}

/** Removes a receiver and what waits for it. @throws {StoreProblem} when there is none of this id. */
export async function removeWebhook(sql: Sql, id: string): Promise<void> {
  const rows = await sql.all("DELETE FROM desk.webhook WHERE id = $1 RETURNING 1", [id]);
  if (rows.length === 0) throw unknown(id);
}

/** Queues a message that says nothing but that it arrives, also for a receiver that was stopped: it hears of changes again from now on. Gives the number of its delivery. @throws {StoreProblem} when there is no such receiver. */
export async function queuePing(sql: Sql, id: string, now: Date): Promise<number> {
  const rows = await sql.all<{ id: number }>(
    `WITH hook AS (UPDATE desk.webhook SET active = true WHERE id = $1 RETURNING id)
     INSERT INTO desk.delivery (webhook, key, body, due, created)
     SELECT id, $2, jsonb_build_object('event', 'ping', 'recorded', $3::text), $3::timestamptz, $3::timestamptz FROM hook RETURNING id`,
    [id, `ping ${randomBytes(6).toString("hex")}`, now.toISOString()],
  );
  const [row] = rows;
  if (!row) throw unknown(id);
  return row.id;
}

/** The last deliveries of a receiver, the newest first. @throws {StoreProblem} when there is no such receiver. */
export async function deliveriesOf(sql: Sql, id: string, most = 50): Promise<Delivery[]> {
  if ((await sql.all("SELECT 1 FROM desk.webhook WHERE id = $1", [id])).length === 0) throw unknown(id);
  return sql.all<Delivery>(
    "SELECT id, webhook, state, attempts, due, status, fault, created, sent FROM desk.delivery WHERE webhook = $1 ORDER BY id DESC LIMIT $2",
    [id, most],
  );
}

function unknown(id: string): StoreProblem {
  return new StoreProblem("refused", `There is no webhook ${id}. \`atlas webhooks list\` lists what there is.`);
}

/** A delivery that a sender has in hand. */
export interface HeldDelivery {
  readonly id: number;
  readonly webhook: string;
  readonly url: string;
  /** Sealed. */
  readonly secret: Buffer;
  readonly body: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/** How long a sender has a delivery in hand before another may take it, in seconds; longer than any sending may take. */
const LEASE_SECONDS = 120;

/** Takes deliveries in hand that are due, but none for the receivers that are passed over. */
export function takeDeliveries(sql: Sql, now: Date, most: number, passed: readonly string[]): Promise<HeldDelivery[]> {
  return sql.all<HeldDelivery>(
    `WITH next AS (
      SELECT d.id FROM desk.delivery d JOIN desk.webhook w ON w.id = d.webhook
       WHERE d.state = 'queued' AND d.due <= $1 AND (d.held IS NULL OR d.held < $1) AND w.active AND d.webhook <> ALL ($3::text[])
       ORDER BY d.due, d.id LIMIT $2 FOR NO KEY UPDATE OF d SKIP LOCKED),
    taken AS (
      UPDATE desk.delivery d SET held = $1::timestamptz + make_interval(secs => ${LEASE_SECONDS}) FROM next WHERE d.id = next.id RETURNING d.*)
    SELECT t.id, t.webhook, w.url, w.secret, t.body, t.attempts FROM taken t JOIN desk.webhook w ON w.id = t.webhook ORDER BY t.id`,
    [now.toISOString(), most, passed],
  );
}

/** What came of one attempt. */
export interface Outcome {
  /** Null when no answer came. */
  readonly status: number | null;
  /** Empty when it was taken. */
  readonly fault: string;
  /** When to try again; null for never. */
  readonly again: Date | null;
}

/** Notes what came of an attempt. */
export async function settleDelivery(sql: Sql, id: number, { status, fault, again }: Outcome, now: Date): Promise<void> {
  const state = fault === "" ? "sent" : again ? "queued" : "failed";
  await sql.all(
    `UPDATE desk.delivery SET attempts = attempts + 1, held = NULL, status = $2, fault = $3, state = $4, due = coalesce($5, due),
       sent = CASE WHEN $4 = 'sent' THEN $6::timestamptz END WHERE id = $1`,
    [id, status, fault, state, again?.toISOString() ?? null, now.toISOString()],
  );
}

/** Sends a receiver nothing more, because it said that it is gone (status 410). */
export async function stopWebhook(sql: Sql, id: string): Promise<void> {
  await sql.all("UPDATE desk.webhook SET active = false WHERE id = $1", [id]);
}

/** How long it is kept what was delivered or given up, in days. */
const DELIVERIES_KEPT = 30;

/** Deletes what was delivered or given up long ago, and what waits for a receiver that is gone. */
export async function forgetDeliveries(sql: Sql, now: Date): Promise<void> {
  await sql.all("DELETE FROM desk.delivery WHERE created < $1", [new Date(now.getTime() - DELIVERIES_KEPT * 86_400_000).toISOString()]);
}
