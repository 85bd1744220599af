import { domainToASCII } from "node:url";

/** Longest address of a mailbox, in characters (RFC 5321, section 4.5.3.1.3, without its brackets). */
const LONGEST = 254;
const LONGEST_LOCAL = 64;

/** What stands before the sign: a dot-atom (RFC 5322, section 3.2.3). Quoted names exist, but nobody who has one writes it into forms. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** A domain as people write it, in any script. */
const WRITTEN = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** A domain as mail servers read it: at least two labels, the last one no number. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * The one e-mail address that a text is, its domain as mail servers read it; null when it is none, or more than one, or holds
 * anything that could become a line of a mail's head.
 */
export function mailboxOf(text: string): string | null {
  const given = text.trim();
  if (given.length > LONGEST) return null;
  const at = given.indexOf("@");
  const [local, written] = [given.slice(0, Math.max(0, at)), given.slice(at + 1)];
  if (local.length > LONGEST_LOCAL || !LOCAL.test(local) || !WRITTEN.test(written)) return null;
  const domain = domainToASCII(written).toLowerCase();
  const mailbox = `${local}@${domain}`;
  return DOMAIN.test(domain) && mailbox.length <= LONGEST ? mailbox : null;
}
