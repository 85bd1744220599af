import { createHash, randomBytes } from "node:crypto";
import type { Seal } from "../store/desk/seal.ts";
import { forgetTallies, spend, tallied } from "../store/desk/tally.ts";
import type { Sql } from "../store/sql.ts";

/** What a form is given when it is shown: hidden fields that tell people from programs, without a third party. */
export interface Stamp {
  /** When and for which form it was made, signed; it is good for one use. */
  readonly stamp: string;
  /** Name of the field that stays empty when a person fills the form in. */
  readonly trap: string;
  /** How many zero bits the proof of work must begin with, where script runs. */
  readonly bits: number;
}

/** Why a posted form was not taken. */
export type Refusal = "early" | "late" | "forged" | "trap" | "spent" | "work" | "busy";

/** Tells people from programs at the forms that anyone may fill in. */
export interface Guard {
  stamp(form: string, now: Date): Stamp;
  /**
   * Null when the form may be taken; the stamp is spent then. `from` is the address that the request came from.
   * Judge last, when every field can be read: what is sent back for another reason does not spend its stamp.
   */
  judge(form: string, fields: URLSearchParams, from: string, now: Date): Promise<Refusal | null>;
  /**
   * Whether one more mail that nobody has asked for yet (to confirm, say) may go to this address today; counts it. Nobody's
   * mailbox is filled through our forms. Answer the reader alike in both cases.
   */
  mayMail(address: string, now: Date): Promise<boolean>;
}

export interface GuardParts {
  readonly seal: Seal;
  readonly sql: Sql;
}

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** The limits of the forms; docs/threats.md says what they are for. */
export const LIMITS = {
  /** Youngest and oldest stamp that is taken, in milliseconds. */
  youngest: 3 * SECOND,
  oldest: 4 * HOUR,
  /** Zero bits of the proof of work: a quarter of a million hashes, about a second on a telephone. */
  bits: 18,
  /** Forms of one sort in an hour from one address, with and without a proof of work. */
  address: { worked: 40, plain: 12 },
  /** Forms of one sort in an hour from everybody. */
  site: { worked: 3000, plain: 600 },
  /** Mails in a day to one address which nobody there has asked for yet. */
  mails: 4,
} as const;

/** A field that programs like to fill in. */
const TRAP = "website";
const STAMP = /^([0-9a-z]{1,11})\.([\w-]{16})\.([\w-]{32})$/;

/** The guard of a site: signs with its seal, counts in its database. */
export function makeGuard({ seal, sql }: GuardParts): Guard {
  return {
    stamp(form, now) {
      const time = now.getTime().toString(36);
      const nonce = randomBytes(12).toString("base64url");
      return { stamp: `${time}.${nonce}.${seal.sign("stamp", form, time, nonce)}`, trap: TRAP, bits: LIMITS.bits };
    },
    async judge(form, fields, from, now) {
      if (fields.get(TRAP)) return "trap";
      const [stamp = "", time = "", nonce = "", signature = ""] = STAMP.exec(fields.get("stamp") ?? "") ?? [];
      if (!stamp || !seal.signed(signature, "stamp", form, time, nonce)) return "forged";
      const made = Number.parseInt(time, 36);
      const age = now.getTime() - made;
      if (age < LIMITS.youngest) return "early";
      if (age > LIMITS.oldest) return "late";
      const work = fields.get("work") ?? "";
      if (work !== "" && !isWork(signature, work)) return "work";
      const limit = work === "" ? "plain" : "worked";
      if ((await tallied(sql, seal.mark(`address ${form} ${networkOf(from)}`), now)) > LIMITS.address[limit]) return "busy";
      if (!(await spend(sql, createHash("sha256").update(stamp).digest(), new Date(made + LIMITS.oldest)))) return "spent";
      const all = await tallied(sql, seal.mark(`site ${form} ${limit}`), now);
      // The first form of an hour clears away what is to be forgotten.
      if (all === 1) await forgetTallies(sql, now);
      return all > LIMITS.site[limit] ? "busy" : null;
    },
    mayMail: async (address, now) => (await tallied(sql, seal.mark(`mail ${mailboxBehind(address)}`), now, DAY)) <= LIMITS.mails,
  };
}

/** Whether the SHA-256 of a stamp's signature, a colon and the number begins with enough zero bits. */
function isWork(signature: string, work: string, bits: number = LIMITS.bits): boolean {
  if (!/^\d{1,10}$/.test(work)) return false;
  const hash = createHash("sha256").update(`${signature}:${work}`).digest();
  return Math.clz32(hash.readUInt32BE(0)) >= bits;
}

/** The mailbox that an address most likely leads to: what follows a plus sign before the @ is a label of one's own. */
function mailboxBehind(address: string): string {
  return address.trim().replace(/(?<=^[^+@]+)\+[^@]*(?=@)/, "");
}

/** What an address counts as: an IPv4 address itself; of IPv6 the first 64 bits, since one household has all of them. */
export function networkOf(from: string): string {
  const address = from
    .trim()
    .toLowerCase()
    // Some proxies write the port too: another one is no other reader.
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/^\[([^\]]*)\](?::\d+)?$/, "$1")
    .replace(/%.*$/, "");
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (inner) return inner[1] ?? "";
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill("0"), ...after];
  return groups
    .slice(0, 4)
    .map((one) => one.replace(/^0+(?=.)/, ""))
    .join(":");
}
