import type { Signer } from "../../domain/campaign.ts";
import type { SiteLocale } from "../../domain/locale.ts";
import type { Sql } from "../sql.ts";
import { type Desk, meant, post } from "./desk.ts";
import { sealText } from "./letter.ts";
import { issueToken, lookAtToken, spendToken } from "./token.ts";

/** What is signed. */
export type SignedPart = "letter" | "petition";

/** What a person or an organisation fills in to sign. */
export interface SignatureAsked {
  readonly campaign: string;
  readonly what: SignedPart;
  readonly signer: Signer;
  readonly name: string;
  readonly office: string;
  /** Code of a jurisdiction; empty when it is not given. */
  readonly place: string;
  readonly address: string;
  readonly shown: boolean;
}

/** A signature as its owner sees it: everything but the address. */
export interface OwnSignature extends Omit<SignatureAsked, "address"> {
  readonly id: number;
  readonly confirmed: boolean;
}

/** A signature as its campaign's sender gets it. `address` is empty unless it was asked for. */
export interface SignatureRow extends Omit<OwnSignature, "id"> {
  readonly date: string;
  readonly address: string;
}

const FIELDS = "id, campaign, what, signer, name, office, place, shown, confirmed IS NOT NULL AS confirmed";

/**
 * Keeps a signature that waits for its confirmation, and puts a mail with the link to it into the outbox. For an address
 * that signed before the same is done, and its confirmed signature stays as it is: who asks cannot tell the two apart.
 * `link` makes the address of the page of a token; `mail`: whether this address may be sent one more mail. Without it the
 * work is the same, and nothing of it stays: what waits is not changed behind the back of who was written to.
 */
export async function askSignature(
  desk: Desk,
  asked: SignatureAsked,
  locale: SiteLocale,
  now: Date,
  link: (token: string) => string,
  mail: boolean,
): Promise<void> {
  const address = desk.seal.close(asked.address.trim());
  await desk.transaction((tx) =>
    meant(tx, async () => {
      const [row] = await tx.all<{ id: number }>(
        `INSERT INTO desk.signature AS held (campaign, what, signer, name, office, place, mark, address, shown, created)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (campaign, what, mark) DO UPDATE SET
           signer = CASE WHEN held.confirmed IS NULL THEN excluded.signer ELSE held.signer END,
           name = CASE WHEN held.confirmed IS NULL THEN excluded.name ELSE held.name END,
           office = CASE WHEN held.confirmed IS NULL THEN excluded.office ELSE held.office END,
           place = CASE WHEN held.confirmed IS NULL THEN excluded.place ELSE held.place END,
           shown = CASE WHEN held.confirmed IS NULL THEN excluded.shown ELSE held.shown END,
           created = CASE WHEN held.confirmed IS NULL THEN excluded.created ELSE held.created END
         RETURNING id`,
        [asked.campaign, asked.what, asked.signer, asked.name, asked.office, asked.place, desk.seal.mark(asked.address), address, asked.shown, now],
      );
      if (!row) throw new Error("A signature that was kept has no number.");
      const token = await issueToken(tx, "signature", row.id, now);
      await post(tx, {
        key: `sign ${row.id} ${now.getTime()}`,
        kind: "sign",
        locale,
        address,
        person: null,
        said: { link: sealText(desk.seal, link(token)), campaign: asked.campaign, what: asked.what },
      });
      return mail;
    }),
  );
}

/** The signature that a token is for, without using it up; null when the token is forged, used or too old. */
export async function signatureOfToken(desk: Desk, token: string, now: Date): Promise<OwnSignature | null> {
  const id = await lookAtToken(desk.sql, "signature", token, now);
  return id === null ? null : signatureWith(desk.sql, id);
}

/** Stands for what a signature says: another one when any of it was changed. */
export function seenOf(desk: Pick<Desk, "seal">, { id, signer, name, office, place, shown }: OwnSignature): string {
  return desk.seal.sign("seen signature", id, signer, name, office, place, String(shown));
}

/** Confirms the signature that a token is for, once; null when the token is forged, used or too old. */
export async function confirmSignature(desk: Desk, token: string, now: Date): Promise<OwnSignature | null> {
  return desk.transaction(async (tx) => {
    const id = await spendToken(tx, "signature", token, now);
    if (id === null) return null;
    await tx.all("UPDATE desk.signature SET confirmed = coalesce(confirmed, $2) WHERE id = $1", [id, now]);
    return signatureWith(tx, id);
  });
}

/** Takes back the signature that a token is for, and forgets its address; false when the token is forged, used or too old. */
export async function withdrawByToken(desk: Desk, token: string, now: Date): Promise<boolean> {
  return desk.transaction(async (tx) => {
    const id = await spendToken(tx, "signature", token, now);
    if (id === null) return false;
    await forget(tx, id);
    return true;
  });
}

/** The part of an address with which a confirmed signature can be taken back at any time. */
export function withdrawalOf(desk: Desk, signature: number): string {
  return `${signature}.${desk.seal.sign("withdraw signature", signature)}`;
}

/** The signature that such a part belongs to; null when it is forged or taken back already. */
export async function signatureOfWithdrawal(desk: Desk, withdrawal: string): Promise<OwnSignature | null> {
  const id = idOf(desk, withdrawal);
  return id === null ? null : signatureWith(desk.sql, id);
}

/** Takes a signature back with such a part; false when it is forged or was taken back already. */
export async function withdraw(desk: Desk, withdrawal: string): Promise<boolean> {
  const id = idOf(desk, withdrawal);
  return id !== null && desk.transaction((tx) => forget(tx, id));
}

function idOf(desk: Desk, withdrawal: string): number | null {
  const [, id = "", signature = ""] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(withdrawal) ?? [];
  return desk.seal.signed(signature, "withdraw signature", id) && id !== "" ? Number(id) : null;
}

async function forget(tx: Sql, id: number): Promise<boolean> {
  await tx.all("DELETE FROM desk.token WHERE purpose = 'signature' AND subject = $1", [id]);
  // A mail that was sent has no address any more; one that waits or was given up still has.
  await tx.all("DELETE FROM desk.mail WHERE kind = 'sign' AND starts_with(key, $1)", [`sign ${id} `]);
  return (await tx.all("DELETE FROM desk.signature WHERE id = $1 RETURNING id", [id])).length > 0;
}

async function signatureWith(sql: Sql, id: number): Promise<OwnSignature | null> {
  const [row] = await sql.all<OwnSignature>(`SELECT ${FIELDS} FROM desk.signature WHERE id = $1`, [id]);
  return row ?? null;
}

/** Names that stand on the page of a campaign, and how many confirmed signatures it has in all. */
export interface SignatureCount {
  readonly confirmed: number;
  readonly names: ReadonlyArray<{ readonly name: string; readonly office: string; readonly place: string; readonly signer: Signer }>;
}

/** Most names that a page shows; the newest of them. */
const MOST_NAMES = 200;

/** Confirmed signatures of a campaign's part: all are counted, those are named who agreed. */
export async function countSignatures(sql: Sql, campaign: string, what: SignedPart): Promise<SignatureCount> {
  const [count] = await sql.all<{ confirmed: number }>(
    "SELECT count(*) AS confirmed FROM desk.signature WHERE campaign = $1 AND what = $2 AND confirmed IS NOT NULL",
    [campaign, what],
  );
  const names = await sql.all<SignatureCount["names"][number]>(
    `SELECT name, office, place, signer FROM desk.signature
     WHERE campaign = $1 AND what = $2 AND confirmed IS NOT NULL AND shown ORDER BY confirmed DESC, id DESC LIMIT ${MOST_NAMES}`,
    [campaign, what],
  );
  return { confirmed: Number(count?.confirmed ?? 0), names };
}

/** The confirmed signatures of a campaign for its sender, in the order in which they were confirmed; with addresses only when `addresses` is true. */
export async function exportSignatures(desk: Pick<Desk, "sql" | "seal">, campaign: string, addresses: boolean): Promise<SignatureRow[]> {
  const rows = await desk.sql.all<SignatureRow & { readonly sealed: Uint8Array }>(
    `SELECT campaign, what, signer, name, office, place, shown, true AS confirmed, (confirmed AT TIME ZONE 'UTC')::date AS date, address AS sealed
     FROM desk.signature WHERE campaign = $1 AND confirmed IS NOT NULL ORDER BY desk.signature.confirmed, id`,
    [campaign],
  );
  return rows.map(({ sealed, ...row }) => ({ ...row, address: addresses ? desk.seal.open(sealed) : "" }));
}
