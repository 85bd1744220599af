import { createHash, randomBytes } from "node:crypto";
import type { Sql } from "../sql.ts";

/** What a token is for: to confirm a watch, or a signature under a letter or petition. */
export type TokenPurpose = "watch" | "signature";

/** How long a token works, in hours. */
export const TOKEN_HOURS = 48;

const BYTES = 24;

/**
 * Makes a token that works once, for the row with this id (`desk.watch`: the watch; `desk.signature`: the signature). It
 * goes into a mail and nowhere else: only its hash is kept.
 */
export async function issueToken(tx: Sql, purpose: TokenPurpose, subject: number, now: Date): Promise<string> {
  const token = randomBytes(BYTES).toString("base64url");
  await tx.all("INSERT INTO desk.token (hash, purpose, subject, expires) VALUES ($1, $2, $3, $4)", [
    hashOf(token),
    purpose,
    subject,
    new Date(now.getTime() + TOKEN_HOURS * 3_600_000),
  ]);
  return token;
}

/** The row that a token is for, without using it up: for the page that asks. Null when it is forged, used or too old. */
export async function lookAtToken(sql: Sql, purpose: TokenPurpose, token: string, now: Date): Promise<number | null> {
  const [row] = await sql.all<{ subject: number }>("SELECT subject FROM desk.token WHERE hash = $1 AND purpose = $2 AND expires > $3", [
    hashOf(token),
    purpose,
    now,
  ]);
  return row?.subject ?? null;
}

/** Uses a token up: gives the row that it is for, once. Null when it is forged, used or too old. */
export async function spendToken(tx: Sql, purpose: TokenPurpose, token: string, now: Date): Promise<number | null> {
  const [row] = await tx.all<{ subject: number }>("DELETE FROM desk.token WHERE hash = $1 AND purpose = $2 AND expires > $3 RETURNING subject", [
    hashOf(token),
    purpose,
    now,
  ]);
  return row?.subject ?? null;
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}
