import { choresOf } from "../notify/chores.ts";
import type { MailSetup } from "../notify/mail.ts";
import { smtpTransport } from "../notify/smtp.ts";
import { startWorker, type Worker } from "../notify/worker.ts";
import type { Desk } from "../store/desk/desk.ts";
import type { Store } from "../store/open.ts";
import { note } from "./say.ts";

/** Starts what a running site does beside answering: mail, where it can be sent, webhooks, and deleting what is kept no longer. */
export function startChores(desk: Desk, store: Store, setup: MailSetup | null): Worker {
  const clock = (): Date => new Date();
  const stop = new AbortController();
  const transport = setup && smtpTransport(setup);
  const sender = setup && transport ? { desk, setup, transport, catalogue: () => store.reader.catalogue(), clock, log: note, stop: stop.signal } : null;
  const worker = startWorker(choresOf(desk, sender, clock), note);
  return {
    async stop() {
      stop.abort();
      await worker.stop();
      transport?.close();
    },
  };
}
