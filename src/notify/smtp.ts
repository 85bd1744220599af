import { createTransport } from "nodemailer";
import { CONNECTIONS, type MailSetup, type Transport } from "./mail.ts";

/** Milliseconds after which a server that says nothing is left: while connecting, before its greeting, in between. */
export interface Patience {
  readonly connect: number;
  readonly greet: number;
  readonly silent: number;
  /** For one mail as a whole. */
  readonly whole: number;
}
const PATIENCE: Patience = { connect: 10_000, greet: 10_000, silent: 30_000, whole: 120_000 };

/** Mails in one connection. */
const PER_CONNECTION = 100;

/** Sends through the server of the setup, with few connections that are kept. */
export function smtpTransport({ url, from, reply }: MailSetup, patience: Patience = PATIENCE): Transport {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: PER_CONNECTION,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greet,
    socketTimeout: patience.silent,
    // Nothing in a letter may make this program read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, messageId, subject, text, html, date, headers }) {
      const sending = pool.sendMail({
        envelope: { from: from.address, to: [to] },
        from,
        to: { name: "", address: to },
        ...(reply ? { replyTo: reply } : {}),
        subject,
        text,
        html,
        date,
        messageId: `<${messageId}>`,
        headers: { ...headers },
        // Seven bits and short lines arrive the same through any server, so that a signature over them stays valid.
        textEncoding: "quoted-printable",
        xMailer: false,
      });
      sending.catch(() => {});
      let late: NodeJS.Timeout | undefined;
      const tooLate = new Promise<never>((_, reject) => {
        late = setTimeout(() => reject(new Error(`The server took longer than ${patience.whole / 1000} s.`)), patience.whole);
      });
      try {
        await Promise.race([sending, tooLate]);
      } finally {
        clearTimeout(late);
      }
    },
    close: () => pool.close(),
  };
}
