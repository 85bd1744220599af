import { StoreProblem } from "../store/problem.ts";

/** How this site sends mail. */
export interface MailSetup {
  /** Address of the server, such as smtps://user:password@mail.example.org. */
  readonly url: string;
  readonly from: Mailbox;
  /** Where answers go; null when nobody reads them. */
  readonly reply: Mailbox | null;
  /** Address of the site, without a slash at its end: links in mail lead there. */
  readonly origin: string;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A mail as it goes out. */
export interface Outgoing {
  readonly to: string;
  /** The same for the same mail, however often it is sent: who receives it twice can drop one. Without brackets. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
}

/** What hands mail to a server. `send` ends when the server has taken the mail over; it rejects when that is not certain. */
export interface Transport {
  send(mail: Outgoing): Promise<void>;
  close(): void;
}

/** Connections to the server at once. */
export const CONNECTIONS = 5;

/** One address as mail servers take it: no display name, no comment, no list, nothing that could end a line. */
const ADDRESS =
  /^[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]{1,64}@(?=.{1,255}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$|^[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]{1,64}@localhost$/u;

/** Whether a text is one address and nothing else. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/**
 * How mail is sent, as the environment says: ATLAS_SMTP_URL, ATLAS_MAIL_FROM, ORIGIN, and ATLAS_MAIL_REPLY if it is given.
 * Null when no server is named: the site works without mail then, and says so.
 * @throws {StoreProblem} when something is missing or cannot be read.
 */
export function mailFromEnvironment(env: NodeJS.ProcessEnv = process.env): MailSetup | null {
  const url = env["ATLAS_SMTP_URL"];
  if (!url) return null;
  if (!URL.canParse(url) || !["smtp:", "smtps:"].includes(new URL(url).protocol))
    throw new StoreProblem("environment", "ATLAS_SMTP_URL cannot be read. Write it as smtps://user:password@mail.example.org or smtp://localhost:25.");
  const origin = env["ORIGIN"] ?? "";
  if (!URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol))
    throw new StoreProblem("environment", "Mail holds links to this site: set ORIGIN to its address, such as https://atlas.example.org.");
  const from = mailboxOf("ATLAS_MAIL_FROM", env["ATLAS_MAIL_FROM"] ?? "");
  const reply = env["ATLAS_MAIL_REPLY"] ? mailboxOf("ATLAS_MAIL_REPLY", env["ATLAS_MAIL_REPLY"]) : null;
  return { url, from, reply, origin: new URL(origin).origin };
}

function mailboxOf(name: string, text: string): Mailbox {
  const match = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>|([^<>\s]+))$/u.exec(text.trim());
  const address = match?.[2] ?? match?.[3] ?? "";
  if (!isAddress(address)) throw new StoreProblem("environment", `${name} is “${text}”. Set it to an address such as Safeguard Atlas <alerts@example.org>.`);
  return { name: match?.[1]?.trim() ?? "", address };
}

/** What went wrong with a mail. */
export interface Fault {
  /** permanent: the server will not take this mail; later: it may take it another time; away: there is no server. */
  readonly sort: "permanent" | "later" | "away";
  /** What the server said, without addresses. */
  readonly text: string;
}

/** Reads the error of a transport. */
export function faultOf(error: unknown): Fault {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string };
  const text = `${responseCode ?? code ?? ""} ${message ?? String(error)}`
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .replace(/[^\s<>"']+@[^\s<>"']+/g, "…@…")
    .slice(0, 300);
  if (responseCode !== undefined && responseCode >= 500) {
    // A wrong password is the site's fault, not the mail's.
    return { sort: code === "EAUTH" || responseCode === 530 || responseCode === 535 ? "away" : "permanent", text };
  }
  if (responseCode !== undefined && responseCode !== 421) return { sort: "later", text };
  return { sort: "away", text };
}
