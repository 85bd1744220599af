import type { Command } from "commander";
import { type MailSetup, mailFromEnvironment } from "../notify/mail.ts";
import { retain } from "../notify/retention.ts";
import { type Rehearsed, rehearse, runOnce } from "../notify/run.ts";
import { smtpTransport } from "../notify/smtp.ts";
import { deliver } from "../notify/webhook.ts";
import type { Desk } from "../store/desk/desk.ts";
import { mailCounts, tryAgain } from "../store/desk/outbox.ts";
import type { Store } from "../store/open.ts";
import { StoreProblem } from "../store/problem.ts";
import { atDesk, plain } from "./desk.ts";
import { EXIT, note, PLACE_HELP, result, verb } from "./say.ts";

const HELP = `${PLACE_HELP}  ATLAS_SECRET  secret of the site, where DATABASE_URL is set
  ATLAS_SMTP_URL  the mail server, such as smtps://user:password@mail.example.org
  ATLAS_MAIL_FROM  who writes, such as Safeguard Atlas <alerts@example.org>
  ATLAS_MAIL_REPLY  where answers go (nowhere)
  ORIGIN        address of the site: links in mail lead there

Exit codes:
  0  done: nothing is due any more, or only what the server does not take now
  1  some mail was given up
  2  wrong use of the command line
  3  the database, its folder or the environment is not as needed, or no mail server answers`;

interface Options {
  readonly dryRun?: boolean;
  readonly only?: string;
  readonly again?: boolean;
  readonly json?: boolean;
}

/** `atlas notify`: tells everybody what they are to be told by now. */
export function notifyVerb(program: Command): void {
  program
    .command("notify")
    .description("send the mail and the webhook messages that are due, and delete what is kept no longer; `atlas serve` does the same every few seconds")
    .option("--dry-run", "show what would be sent, send nothing and change nothing")
    .option("--only <address>", "only the alerts of this one address")
    .option("--again", "try mail again that was given up")
    .option("--json", "write the result as JSON")
    .addHelpText("after", HELP)
    .action(verb((options: Options) => atDesk((desk, store) => (options.dryRun ? rehearsal(desk, store, options) : run(desk, store, options)))));
}

async function run(desk: Desk, store: Store, { only, again, json }: Options): Promise<number> {
  const setup = mailFromEnvironment();
  const now = (): Date => new Date();
  const requeued = again ? await tryAgain(desk.sql) : 0;
  const webhooks = only === undefined ? await deliver(desk) : { sent: 0, again: 0, failed: 0 };
  const deleted = only === undefined ? await retain(desk.sql, now()) : null;
  if (!setup) {
    const waiting = await mailCounts(desk.sql);
    note(`ATLAS_SMTP_URL is not set: no mail is sent. ${waiting.queued} wait in the outbox.`);
    result(
      json === true,
      { ok: true, mail: null, requeued, webhooks, deleted },
      `Webhooks: ${webhooks.sent} sent, ${webhooks.again} later, ${webhooks.failed} given up.`,
    );
    return EXIT.ok;
  }
  const transport = smtpTransport(setup);
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
  try {
    const sender = { desk, setup, transport, catalogue: () => store.reader.catalogue(), clock: now, log: note, stop: stop.signal };
    const mail = await runOnce(sender, only ?? null);
    result(
      json === true,
      { ok: mail.failed === 0, mail, requeued, webhooks, deleted },
      `Mail: ${mail.digests} digests made, ${mail.sent} sent, ${mail.later} later, ${mail.failed} given up. Webhooks: ${webhooks.sent} sent, ${webhooks.again} later, ${webhooks.failed} given up.`,
    );
    if (mail.sent === 0 && mail.later > 0)
      throw new StoreProblem("environment", "The mail server took nothing. `atlas notify` tries again later; see ATLAS_SMTP_URL.");
    return mail.failed > 0 ? EXIT.problems : EXIT.ok;
  } finally {
    transport.close();
  }
}

/** Mails whose text a rehearsal shows to people; JSON has all of them. */
const SHOWN = 20;

async function rehearsal(desk: Desk, store: Store, { only, json }: Options): Promise<number> {
  const setup: Pick<MailSetup, "from" | "origin"> = mailFromEnvironment() ?? {
    from: { name: "", address: "alerts@localhost" },
    origin: process.env["ORIGIN"] || "http://localhost:8080",
  };
  const mails: object[] = [];
  let shown = 0;
  const show = ({ kind, mail, fault }: Rehearsed): void => {
    if (json) {
      const headers = mail && Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, unsigned(value)]));
      mails.push(mail ? { kind, to: masked(mail.to), subject: mail.subject, headers, text: unsigned(mail.text) } : { kind, fault });
      return;
    }
    shown += 1;
    if (shown > SHOWN) return;
    const lines = mail ? [`To: ${masked(mail.to)}`, `Subject: ${mail.subject}`, "", unsigned(mail.text)] : [fault];
    process.stdout.write(`${"-".repeat(72)}\n${plain(lines.join("\n"))}\n`);
  };
  const count = await rehearse(desk, setup, await store.reader.catalogue(), new Date(), only ?? null, show);
  result(
    json === true,
    { ok: true, count, mails },
    `${count} mails would be sent${count > SHOWN ? `; the first ${SHOWN} are shown` : ""}. Nothing was sent or changed.`,
  );
  return EXIT.ok;
}

/** An address of which only the first letter and the domain are seen. */
function masked(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** A text whose links cannot be followed: what stands on a screen or in a log must not open anybody's alerts. */
function unsigned(text: string): string {
  return text.replace(/\b((?:token|sign|withdraw)=)[\w.%-]+/g, "$1…");
}
