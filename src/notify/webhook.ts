import { createHmac } from "node:crypto";
import type { Desk } from "../store/desk/desk.ts";
import { type HeldDelivery, type Outcome, settleDelivery, stopWebhook, takeDeliveries } from "../store/desk/webhook.ts";
import { type Post, postOutside } from "./outside.ts";

/** How long a receiver may take to answer, in milliseconds. */
const PATIENCE = 10_000;
/** Messages that are under way at once. */
const AT_ONCE = 8;
/** After how many seconds a message is tried again that was not taken; after the last it is given up, a day and a quarter later. */
export const BACK_OFF = [5, 300, 1800, 7200, 18_000, 36_000, 43_200] as const;

/** What came of a run. */
export interface Delivered {
  readonly sent: number;
  /** To be tried again. */
  readonly again: number;
  /** Given up. */
  readonly failed: number;
}

/**
 * Sends every message that is due, at least once: a program that is killed between sending and noting sends it again under the
 * same `webhook-id`. Who did not take one is left alone until the next run.
 */
export async function deliver(desk: Desk, post: Post = postOutside, clock: () => Date = () => new Date(), patience = PATIENCE): Promise<Delivered> {
  const done = { sent: 0, again: 0, failed: 0 };
  const passed = new Set<string>();
  for (;;) {
    const held = await takeDeliveries(desk.sql, clock(), AT_ONCE, [...passed]);
    if (held.length === 0) return done;
    await Promise.all(
      held.map(async (one) => {
        const outcome = await attempt(desk, one, post, clock(), patience);
        await settleDelivery(desk.sql, one.id, outcome, clock());
        if (outcome.status === 410) await stopWebhook(desk.sql, one.webhook);
        if (outcome.fault) passed.add(one.webhook);
        done[outcome.fault === "" ? "sent" : outcome.again ? "again" : "failed"] += 1;
      }),
    );
  }
}

async function attempt(desk: Desk, held: HeldDelivery, post: Post, now: Date, patience: number): Promise<Outcome> {
  const wait = BACK_OFF[held.attempts];
  const again = wait === undefined ? null : new Date(now.getTime() + wait * 1000);
  try {
    const message = messageOf(held.id, desk.seal.open(held.secret), held.body, now);
    const { status } = await post(held.url, { ...message, signal: AbortSignal.timeout(patience) });
    if (status >= 200 && status < 300) return { status, fault: "", again: null };
    return { status, fault: `answered with ${status}`, again: status === 410 ? null : again };
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const late = name === "TimeoutError" || name === "AbortError";
    const fault = late ? `no answer within ${patience / 1000} s` : error instanceof Error ? error.message : String(error);
    return { status: null, fault: fault.replace(/\p{Cc}+/gu, " ").slice(0, 200), again };
  }
}

/** A message with the headers of the Standard Webhooks specification. `no`: number of the delivery; it stays the same when it is tried again. */
function messageOf(no: number, secret: string, held: HeldDelivery["body"], now: Date): { headers: Record<string, string>; body: string } {
  const { event, recorded, ...data } = held;
  const body = JSON.stringify({ type: event === "ping" ? "ping" : `record.${event}`, timestamp: new Date(String(recorded)).toISOString(), data });
  const id = `msg_${no}`;
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Safeguard-Atlas-Webhook",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signatureOf(secret, id, timestamp, body),
    },
  };
}

/** The signature of a message: HMAC-SHA-256 over id, time and body, with the secret that follows `whsec_`. */
function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}
