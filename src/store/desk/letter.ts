import type { Seal } from "./seal.ts";

/*
 * What each kind of mail is made from: the `said` of a mail that `post` (desk.ts) puts into the outbox. A link with a token
 * is put in sealed (`sealText`), so that who reads the database cannot follow it; it is taken out once the mail was sent.
 * No letter holds words that whoever asked for it typed in: else forms could be used to send them to anybody.
 */
export interface Letters {
  /** Asks whether the owner of the address wants the watch. Expires with its token. */
  confirm: { readonly link: string; readonly query: string; readonly rhythm: string };
  /** Somebody asked for a watch for an address that has it already: says so, and leads to the page of all alerts. `person` of the mail must be set. */
  known: { readonly query: string };
  /** Changes that somebody watches; made by the program itself. `watches`: for each of the mail's notices the watch that it met. */
  digest: { readonly watches: readonly number[] };
  /** Asks whether the owner of the address signed. `campaign`: its id; `what`: what is signed. */
  sign: { readonly link: string; readonly campaign: string; readonly what: "letter" | "petition" };
  /** What became of a correction. `decision` and `summary` are an editor's words. */
  answer: { readonly reference: string; readonly page: string; readonly state: "accepted" | "declined"; readonly summary: string; readonly decision: string };
}

/** Seals a text for `said`. */
export function sealText(seal: Seal, text: string): string {
  return seal.close(text).toString("base64");
}

/** Opens what `sealText` sealed. */
export function openText(seal: Seal, sealed: string): string {
  return seal.open(Buffer.from(sealed, "base64"));
}
