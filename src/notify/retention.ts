import { forgetFeedback } from "../store/desk/feedback.ts";
import { forgetTallies } from "../store/desk/tally.ts";
import { forgetDeliveries } from "../store/desk/webhook.ts";
import type { Sql } from "../store/sql.ts";

/** How long what people leave is kept, in days. The privacy page says the same. */
const KEPT_DAYS = { unconfirmed: 3, mail: 30, notice: 90, answered: 30 } as const;

/** What was deleted. */
export interface Deleted {
  readonly persons: number;
  readonly watches: number;
  readonly signatures: number;
  readonly tokens: number;
  readonly mails: number;
  readonly notices: number;
}

const DAY = 86_400_000;

/**
 * Deletes what is no longer needed: people, watches and signatures that nobody confirmed, links that have ended, the content
 * of mail that was sent or given up, changes of which nobody is still to be told, the address under a correction that was decided.
 */
export async function retain(sql: Sql, now: Date): Promise<Deleted> {
  const before = (days: number): Date => new Date(now.getTime() - days * DAY);
  const count = async (statement: string, values: readonly unknown[]): Promise<number> => {
    const [row] = await sql.all<{ count: number }>(`WITH gone AS (${statement} RETURNING 1) SELECT count(*) AS count FROM gone`, values);
    return row?.count ?? 0;
  };
  const unconfirmed = before(KEPT_DAYS.unconfirmed);
  const persons = await count("DELETE FROM desk.person WHERE confirmed IS NULL AND created < $1", [unconfirmed]);
  const watches = await count("DELETE FROM desk.watch WHERE confirmed IS NULL AND created < $1", [unconfirmed]);
  const signatures = await count("DELETE FROM desk.signature WHERE confirmed IS NULL AND created < $1", [unconfirmed]);
  // A mail to who never confirmed holds the address too, also when no server took it.
  await sql.all("DELETE FROM desk.mail WHERE kind = 'sign' AND created < $1", [unconfirmed]);
  const tokens = await count("DELETE FROM desk.token WHERE expires < $1", [now]);
  // The row stays, so that its key is not written a second time; what was in it goes.
  const mails = await count(
    `UPDATE desk.mail SET address = '', said = '{}', notices = '{}', fault = ''
      WHERE state <> 'queued' AND (octet_length(address) > 0 OR said <> '{}') AND coalesce(sent, created) < $1`,
    [before(KEPT_DAYS.mail)],
  );
  await sql.all("DELETE FROM desk.mail WHERE state <> 'queued' AND octet_length(address) = 0 AND coalesce(sent, created) < $1", [before(KEPT_DAYS.notice * 2)]);
  const notices = await count(
    `DELETE FROM desk.notice WHERE id IN (
       SELECT n.id FROM desk.notice n
        WHERE n.created < $1 AND NOT EXISTS (SELECT FROM desk.waiting w WHERE w.notice = n.id)
          AND NOT EXISTS (SELECT FROM desk.mail m WHERE m.state = 'queued' AND n.id = ANY (m.notices)) ORDER BY n.id LIMIT 1000)`,
    [before(KEPT_DAYS.notice)],
  );
  await sql.all("UPDATE desk.feedback SET address = NULL WHERE address IS NOT NULL AND decided < $1", [before(KEPT_DAYS.answered)]);
  await forgetFeedback(sql, now);
  await forgetDeliveries(sql, now);
  await forgetTallies(sql, now);
  return { persons, watches, signatures, tokens, mails, notices };
}
