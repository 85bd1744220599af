import type { Catalogue } from "../store/catalogue.ts";
import type { Desk } from "../store/desk/desk.ts";
import { due, gather, type HeldMail } from "../store/desk/outbox.ts";
import type { MailSetup, Outgoing } from "./mail.ts";
import { type Round, type Sender, send } from "./send.ts";
import { Unwritable, writeMail } from "./write.ts";

/** What a run did. */
export interface Run extends Round {
  /** Digests that were made of what waited. */
  readonly digests: number;
}

/** One run: makes digests of what is to be told by now, and sends until nothing is due. `only`: the one address that is meant. */
export async function runOnce(sender: Sender, only: string | null = null): Promise<Run> {
  const { desk, clock } = sender;
  const mark = only === null ? null : desk.seal.mark(only);
  const digests = await gather(desk.sql, clock(), mark);
  const person = mark === null ? null : await personWith(desk, mark);
  return { digests, ...(await send(sender, person)) };
}

/** Who has the address; 0, which nobody is, when nobody has. */
async function personWith(desk: Pick<Desk, "sql">, mark: Uint8Array): Promise<number> {
  const [row] = await desk.sql.all<{ id: number }>("SELECT id FROM desk.person WHERE mark = $1", [mark]);
  return row?.id ?? 0;
}

/** A mail of a rehearsal: what would be sent, or why it could not be written. */
export interface Rehearsed {
  readonly kind: HeldMail["kind"];
  readonly mail: Outgoing | null;
  readonly fault: string;
}

const AT_ONCE = 100;

class Rehearsal extends Error {}

/** Writes every mail that a run would send by now, tells `show` of each, and leaves everything as it was. Gives their number. */
export async function rehearse(
  desk: Desk,
  setup: Pick<MailSetup, "from" | "origin">,
  catalogue: Catalogue,
  now: Date,
  only: string | null,
  show: (one: Rehearsed) => void,
): Promise<number> {
  let count = 0;
  try {
    await desk.transaction(async (tx) => {
      const inside: Desk = { ...desk, sql: tx };
      const mark = only === null ? null : desk.seal.mark(only);
      await gather(tx, now, mark);
      const person = mark === null ? null : await personWith(inside, mark);
      for (let after = 0; ; ) {
        const mails = await due(tx, after, AT_ONCE, person);
        for (const mail of mails) {
          after = mail.id;
          count += 1;
          show(await written(inside, setup, catalogue, mail, now));
        }
        if (mails.length < AT_ONCE) break;
      }
      throw new Rehearsal();
    });
  } catch (error) {
    if (!(error instanceof Rehearsal)) throw error;
  }
  return count;
}

async function written(desk: Desk, setup: Pick<MailSetup, "from" | "origin">, catalogue: Catalogue, mail: HeldMail, now: Date): Promise<Rehearsed> {
  try {
    return { kind: mail.kind, mail: await writeMail(desk, setup, catalogue, mail, now), fault: "" };
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    return { kind: mail.kind, mail: null, fault: error.message };
  }
}
