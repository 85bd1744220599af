import type { Catalogue } from "../store/catalogue.ts";
import type { Desk } from "../store/desk/desk.ts";
import { type HeldMail, markFault, markSent, take } from "../store/desk/outbox.ts";
import { CONNECTIONS, type Fault, faultOf, type MailSetup, type Transport } from "./mail.ts";
import { Unwritable, writeMail } from "./write.ts";

/** What sending needs. */
export interface Sender {
  readonly desk: Desk;
  readonly setup: Pick<MailSetup, "from" | "origin">;
  readonly transport: Transport;
  catalogue(): Promise<Catalogue>;
  readonly clock: () => Date;
  /** Told of what went wrong, without addresses. */
  readonly log: (line: string) => void;
  readonly stop?: AbortSignal | undefined;
  /** Mails in the hands of this program at once. */
  readonly lanes?: number;
  readonly retry?: Retry;
}

/** When a mail is tried again. */
export interface Retry {
  /** First wait in seconds; each further one is twice as long. */
  readonly first: number;
  readonly longest: number;
  /** First wait after a refusal for good, in seconds: a server may be set up wrongly for a while. */
  readonly refused: number;
  /** Attempts after which a refusal for good is believed, if the one before was refused so too. */
  readonly refusals: number;
  /** Days after which a mail that no server takes is given up. */
  readonly days: number;
}
const RETRY: Retry = { first: 60, longest: 6 * 3600, refused: 1800, refusals: 4, days: 5 };

/** What a round of sending did. */
export interface Round {
  sent: number;
  /** Not taken now; they are tried again. */
  later: number;
  failed: number;
}

/** When so many attempts in a row find no server, the round ends: the mails wait for the next. */
const AWAY_IN_A_ROW = 10;

/**
 * Sends what is due until nothing is, or no server is there. Several programs may do so at once: a mail is in the hands of
 * one of them, and comes free again when that one is killed.
 *
 * A mail is marked as sent by the one statement that follows the server's word that it has it. A program that is killed
 * between the two sends the mail again, under the same Message-ID: no mail is lost, and the few that are repeated can be
 * told apart from others. No protocol lets a sender do better (RFC 5321, 4.5.4.1 and RFC 1047).
 * `only`: the one person whose mail is meant.
 */
export async function send(sender: Sender, only: number | null = null): Promise<Round> {
  const round: Round = { sent: 0, later: 0, failed: 0 };
  let away = 0;
  const lane = async (): Promise<void> => {
    while (!sender.stop?.aborted && away < AWAY_IN_A_ROW) {
      const mail = await take(sender.desk.sql, only);
      if (!mail) return;
      const fault = await attempt(sender, mail);
      if (fault === null) {
        round.sent += 1;
        away = 0;
        continue;
      }
      away = fault.sort === "away" ? away + 1 : 0;
      const again = againAfter(mail, fault, sender);
      await markFault(sender.desk.sql, mail.id, fault.text, again);
      if (again === null) {
        round.failed += 1;
        sender.log(`mail ${mail.id} was given up: ${fault.text}`);
      } else round.later += 1;
    }
  };
  await Promise.all(Array.from({ length: sender.lanes ?? CONNECTIONS }, lane));
  return round;
}

/** Sends one mail; null when the server has it. */
async function attempt({ desk, setup, transport, catalogue, clock }: Sender, mail: HeldMail): Promise<(Fault & { unwritable?: true }) | null> {
  try {
    await transport.send(await writeMail(desk, setup, await catalogue(), mail, clock()));
  } catch (error) {
    if (error instanceof Unwritable) return { sort: "permanent", text: error.message, unwritable: true };
    return faultOf(error);
  }
  // Nothing may come in between: this is the window in which a mail can be repeated.
  await markSent(desk.sql, mail.id);
  return null;
}

/** Seconds until the next attempt; null when there is none. */
function againAfter(mail: HeldMail, fault: Fault & { unwritable?: true }, { clock, retry = RETRY }: Sender): number | null {
  const tooOld = clock().getTime() - Date.parse(mail.created) > retry.days * 86_400_000;
  const believed = fault.sort === "permanent" && mail.attempts + 1 >= retry.refusals && mail.fault.startsWith("5");
  if (fault.unwritable || tooOld || believed) return null;
  const first = fault.sort === "permanent" ? retry.refused : retry.first;
  const wait = Math.min(retry.longest, first * 2 ** Math.min(mail.attempts, 20));
  // Spread: mails that were refused together do not come back together.
  return wait * (0.5 + Math.random());
}
