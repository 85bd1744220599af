import type { Desk } from "../store/desk/desk.ts";
import { retain } from "./retention.ts";
import { runOnce } from "./run.ts";
import type { Sender } from "./send.ts";
import { deliver } from "./webhook.ts";
import type { Chore } from "./worker.ts";

/** Seconds between two looks for mail and messages that are due. */
const SOON = 2;
const HOUR = 3600;

/** What a running site does for those who want to hear of changes. `sender`: null where no mail can be sent. */
export function choresOf(desk: Desk, sender: Sender | null, clock: () => Date): Chore[] {
  return [
    ...(sender ? [{ name: "mail", every: SOON, work: () => runOnce(sender) }] : []),
    { name: "webhooks", every: SOON, work: () => deliver(desk) },
    { name: "retention", every: HOUR, work: () => retain(desk.sql, clock()) },
  ];
}
