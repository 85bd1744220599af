import type { Sql } from "../sql.ts";

const HOUR = 3_600_000;
/** How long it is remembered that something was done, in milliseconds. */
const TALLY_KEPT = 24 * HOUR;

/**
 * Counts one more of something within the span of time that `now` falls into, and gives how many there are by now.
 * `key` must not tell who it was: give a keyed hash. `span`: milliseconds, at most a day.
 */
export async function tallied(sql: Sql, key: Uint8Array, now: Date, span = HOUR): Promise<number> {
  const begin = new Date(Math.floor(now.getTime() / span) * span).toISOString();
  const rows = await sql.all<{ count: number }>(
    `INSERT INTO desk.tally (key, span, count) VALUES ($1, $2, 1)
     ON CONFLICT (key, span) DO UPDATE SET count = desk.tally.count + 1 RETURNING count`,
    [key, begin],
  );
  return rows[0]?.count ?? 1;
}

/** Uses a stamp up. False when it was used before. `expires`: from when on it would not be taken anyhow. */
export async function spend(sql: Sql, stamp: Uint8Array, expires: Date): Promise<boolean> {
  const rows = await sql.all("INSERT INTO desk.spent (stamp, expires) VALUES ($1, $2) ON CONFLICT (stamp) DO NOTHING RETURNING 1", [
    stamp,
    expires.toISOString(),
  ]);
  return rows.length > 0;
}

/** Forgets counts that are older than a day, and stamps that would not be taken any more. */
export async function forgetTallies(sql: Sql, now: Date): Promise<void> {
  await sql.all("DELETE FROM desk.tally WHERE span < $1", [new Date(now.getTime() - TALLY_KEPT).toISOString()]);
  await sql.all("DELETE FROM desk.spent WHERE expires < $1", [now.toISOString()]);
}
