import type { Sql, Tx } from "../sql.ts";
import type { Seal } from "./seal.ts";

/** The place of what people leave with us: subscriptions, signatures, feedback, mail that waits. Never exported. */
export interface Desk {
  readonly sql: Sql;
  readonly seal: Seal;
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

/** Every sort of mail that the program writes; each has a letter of its name in `src/notify/letter/`. */
const MAIL_KINDS = ["confirm", "known", "digest", "sign", "answer"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** A mail that shall be sent, once. */
export interface Mail {
  /** Writing two mails with one key writes one. */
  readonly key: string;
  readonly kind: MailKind;
  readonly locale: string;
  /** The sealed address. */
  readonly address: Uint8Array;
  /** The person whose deletion takes the mail with it; null when it is nobody's subscription. */
  readonly person: number | null;
  /** What the letter is made from. */
  readonly said: object;
  readonly notices?: readonly number[];
}

/** Puts a mail into the outbox, in the transaction of what it tells of. False when one with its key is there. */
export async function post(tx: Sql, mail: Mail): Promise<boolean> {
  const rows = await tx.all(
    `INSERT INTO desk.mail (key, kind, locale, address, person, said, notices) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (key) DO NOTHING RETURNING id`,
    [mail.key, mail.kind, mail.locale, mail.address, mail.person, JSON.stringify(mail.said), mail.notices ?? []],
  );
  return rows.length > 0;
}

/** Does work and undoes it when it turns out not to be meant, so that both take the same statements. */
export async function meant(tx: Tx, work: () => Promise<boolean>): Promise<void> {
  await tx.all("SAVEPOINT letter");
  await tx.all((await work()) ? "RELEASE SAVEPOINT letter" : "ROLLBACK TO SAVEPOINT letter");
}
