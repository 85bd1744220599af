import { isSiteLocale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import type { Desk } from "../store/desk/desk.ts";
import { type Letters, openText } from "../store/desk/letter.ts";
import { manageLink, unsubscribeLink } from "../store/desk/link.ts";
import { type HeldMail, noticesOf, queriesOf } from "../store/desk/outbox.ts";
import { TOKEN_HOURS } from "../store/desk/token.ts";
import { answerLetter } from "./letter/answer.ts";
import { confirmLetter } from "./letter/confirm.ts";
import { digestLetter } from "./letter/digest.ts";
import { htmlOf } from "./letter/frame.tsx";
import { knownLetter } from "./letter/known.ts";
import { type Letter, type Pen, penOf } from "./letter/letter.ts";
import { plainOf } from "./letter/plain.ts";
import { signLetter } from "./letter/sign.ts";
import { isAddress, type MailSetup, type Outgoing } from "./mail.ts";

/** A mail that can never be sent, whatever the server says: there is nothing in it any more, or its address is none. */
export class Unwritable extends Error {}

interface Written {
  readonly letter: Letter;
  /** The address that ends the alerts with one click; null for a letter that is no subscription. */
  readonly end: string | null;
}

/**
 * Writes a mail out in its reader's language. No header holds anything that anybody typed in, but for the address itself,
 * which must be one address and nothing else.
 * @throws {Unwritable}
 */
export async function writeMail(desk: Desk, setup: Pick<MailSetup, "from" | "origin">, catalogue: Catalogue, mail: HeldMail, now: Date): Promise<Outgoing> {
  const address = addressOf(desk, mail);
  const locale = mail.person && mail.kind === "digest" ? mail.person.locale : isSiteLocale(mail.locale) ? mail.locale : "en";
  const pen = penOf(catalogue, locale, setup.origin);
  const { letter, end } = await letterOf(desk, setup.origin, pen, mail, now);
  const host = setup.from.address.slice(setup.from.address.lastIndexOf("@") + 1);
  const site = { name: pen.t("frame.site"), href: pen.link("") };
  return {
    to: address,
    messageId: `${desk.seal.sign("message", mail.key)}@${host}`,
    subject: oneLine(letter.subject),
    text: plainOf(letter, locale),
    html: htmlOf(letter, locale, site),
    date: new Date(mail.created),
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": locale,
      ...(mail.kind === "digest" ? { "List-Id": `Safeguard Atlas alerts <alerts.${host}>` } : {}),
      ...(end ? { "List-Unsubscribe": `<${end}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
    },
  };
}

function addressOf(desk: Desk, mail: HeldMail): string {
  let address: string;
  try {
    address = desk.seal.open(mail.address);
  } catch {
    throw new Unwritable("The address was sealed with another secret, or is gone.");
  }
  if (!isAddress(address)) throw new Unwritable("The address is not one address.");
  return address;
}

async function letterOf(desk: Desk, origin: string, pen: Pen, mail: HeldMail, now: Date): Promise<Written> {
  const { person } = mail;
  switch (mail.kind) {
    case "confirm": {
      const { query, link } = mail.said as Partial<Letters["confirm"]>;
      return { letter: confirmLetter(pen, { query: query ?? "", link: opened(desk, link, mail, now) }), end: null };
    }
    case "sign": {
      const { campaign, what, link } = mail.said as Letters["sign"];
      return { letter: signLetter(pen, { campaign, what, link: opened(desk, link, mail, now) }), end: null };
    }
    case "answer":
      return { letter: answerLetter(pen, mail.said as Letters["answer"], origin), end: null };
    case "known": {
      if (!person) throw new Unwritable("The person has been deleted.");
      const end = unsubscribeLink(desk.seal, origin, person, now);
      const { query } = mail.said as Letters["known"];
      return { letter: knownLetter(pen, { query, manage: manageLink(desk.seal, origin, person, now), end }), end };
    }
    case "digest": {
      if (!person) throw new Unwritable("The person has been deleted.");
      const notices = await noticesOf(desk.sql, mail.notices);
      if (notices.length === 0) throw new Unwritable("The changes that it tells of have been deleted.");
      const ids = [...new Set((mail.said as Letters["digest"]).watches)];
      const queries = await queriesOf(desk.sql, ids);
      const watches = ids.map((id) => ({ query: queries.get(id) ?? null, end: unsubscribeLink(desk.seal, origin, person, now, id) }));
      // Ended watches all read alike.
      const told = watches.filter((one, index) => one.query !== null || watches.findIndex((other) => other.query === null) === index);
      const end = unsubscribeLink(desk.seal, origin, person, now);
      return { letter: digestLetter(pen, { notices, watches: told, manage: manageLink(desk.seal, origin, person, now), end }), end };
    }
  }
}

function opened(desk: Desk, link: string | undefined, mail: HeldMail, now: Date): string {
  if (now.getTime() - Date.parse(mail.created) > TOKEN_HOURS * 3_600_000) throw new Unwritable("The link has ended before a server took the mail.");
  if (!link) throw new Unwritable("The link has been forgotten.");
  try {
    return openText(desk.seal, link);
  } catch {
    throw new Unwritable("The link was sealed with another secret.");
  }
}

/** Text for a header: no line ends, no control characters. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
