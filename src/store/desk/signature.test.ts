import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../../tests/setup/database.ts";
import type { Desk } from "./desk.ts";
import { openText } from "./letter.ts";
import { sealWith } from "./seal.ts";
import {
  askSignature,
  confirmSignature,
  countSignatures,
  exportSignatures,
  type OwnSignature,
  type SignatureAsked,
  seenOf,
  signatureOfToken,
  signatureOfWithdrawal,
  withdraw,
  withdrawalOf,
  withdrawByToken,
} from "./signature.ts";

const seal = sealWith("a secret of a site that is used in tests only");
const now = new Date("2026-11-22T10:00:00Z");
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const ASKED: SignatureAsked = {
  campaign: "rules",
  what: "letter",
  signer: "persons",
  name: "Ada Example",
  office: "Member of Parliament",
  place: "FR",
  address: "ada@example.org",
  shown: true,
};

let database: TestDatabase;
let desk: Desk;
let statements: string[] = [];
beforeAll(async () => {
  database = await makeDatabase();
  const plain = (await database.open()).desk(seal);
  desk = {
    ...plain,
    transaction: (work) =>
      plain.transaction((tx) =>
        work({
          ...tx,
          all: (statement, values) => {
            statements.push(typeof statement === "string" ? statement : statement.text);
            return tx.all(statement, values);
          },
        }),
      ),
  };
});
afterAll(() => database.drop());
beforeEach(async () => {
  await desk.sql.all("TRUNCATE desk.signature, desk.token, desk.mail RESTART IDENTITY");
  statements = [];
});

/** Asks, and gives the token that stands in the mail; empty when none was sent. */
async function ask(part: Partial<SignatureAsked> = {}, at = now, mail = true): Promise<string> {
  const before = await desk.sql.all("SELECT id FROM desk.mail");
  await askSignature(desk, { ...ASKED, ...part }, "en", at, (token) => `https://atlas.example/?token=${token}`, mail);
  const [row] = await desk.sql.all<{ said: { link: string } }>("SELECT said FROM desk.mail WHERE kind = 'sign' ORDER BY id OFFSET $1", [before.length]);
  return row ? openText(seal, row.said.link).replace(/.*token=/, "") : "";
}

test("a signature counts once its link was used, and is named by consent only", async () => {
  const token = await ask();
  expect(await countSignatures(desk.sql, "rules", "letter")).toEqual({ confirmed: 0, names: [] });
  expect(await signatureOfToken(desk, token, now)).toMatchObject({ name: "Ada Example", confirmed: false });
  expect(await signatureOfToken(desk, token, now)).not.toBeNull();
  expect(await confirmSignature(desk, token, now)).toMatchObject({ confirmed: true });
  expect(await confirmSignature(desk, token, now)).toBeNull();
  await confirmSignature(desk, await ask({ name: "Hidden", address: "hidden@example.org", shown: false }), now);
  const found = await countSignatures(desk.sql, "rules", "letter");
  expect(found).toEqual({ confirmed: 2, names: [{ name: "Ada Example", office: "Member of Parliament", place: "FR", signer: "persons" }] });
  expect((await countSignatures(desk.sql, "rules", "petition")).confirmed).toBe(0);
});

test("links that are forged, used, too old or for something else change nothing", async () => {
  const token = await ask();
  expect(await confirmSignature(desk, token, later(49))).toBeNull();
  expect(await confirmSignature(desk, `${token}x`, now)).toBeNull();
  expect(await withdrawByToken(desk, "", now)).toBe(false);
  for (const one of ["", "1", "1.", "1.x", `2.${withdrawalOf(desk, 1).split(".")[1]}`, `${withdrawalOf(desk, 1)} `])
    expect(await withdraw(desk, one)).toBe(false);
  expect(await exportSignatures(desk, "rules", true)).toEqual([]);
});

test("the same is done for an address that signed before as for a new one; its signature stays as it was confirmed", async () => {
  await confirmSignature(desk, await ask(), now);
  statements = [];
  const again = await ask({ name: "Somebody else", address: " ADA@example.org " }, later(1));
  const known = statements;
  statements = [];
  await ask({ address: "new@example.org" }, later(1));
  expect(known).toEqual(statements);
  expect(await signatureOfToken(desk, again, later(1))).toMatchObject({ name: "Ada Example", confirmed: true });
  expect((await countSignatures(desk.sql, "rules", "letter")).confirmed).toBe(1);
  // Who has the mailbox can take the signature back with the new link.
  expect(await withdrawByToken(desk, again, later(1))).toBe(true);
  expect(await countSignatures(desk.sql, "rules", "letter")).toEqual({ confirmed: 0, names: [] });
});

test("until it is confirmed the latest form stands, and an address that has had its mails of the day gets none", async () => {
  const first = await ask({ name: "Adda" });
  const seen = seenOf(desk, (await signatureOfToken(desk, first, now)) as OwnSignature);
  const second = await ask({ name: "Ada" }, later(1));
  expect(await ask({ name: "Ada B" }, later(2), false)).toBe("");
  // The page of the first link knows that it showed something else.
  expect(seenOf(desk, (await signatureOfToken(desk, first, later(2))) as OwnSignature)).not.toBe(seen);
  // What changes nothing for the owner of the address, who is not told, takes the same statements.
  expect(await signatureOfToken(desk, first, later(2))).toMatchObject({ name: "Ada" });
  expect(await confirmSignature(desk, second, later(2))).toMatchObject({ name: "Ada", confirmed: true });
});

test("a confirmed signature is taken back at any time, and nothing of it stays", async () => {
  const own = await confirmSignature(desk, await ask(), now);
  const link = withdrawalOf(desk, own?.id ?? 0);
  expect(await signatureOfWithdrawal(desk, link)).toMatchObject({ name: "Ada Example" });
  expect(await withdraw(desk, link)).toBe(true);
  expect(await withdraw(desk, link)).toBe(false);
  expect(await desk.sql.all("SELECT id FROM desk.signature")).toEqual([]);
  expect(await desk.sql.all("SELECT id FROM desk.mail")).toEqual([]);
});

test("the sender gets confirmed signatures, addresses only when they are asked for; nothing readable is kept of them", async () => {
  await confirmSignature(desk, await ask(), now);
  await ask({ address: "waiting@example.org" });
  const [row] = await exportSignatures(desk, "rules", false);
  expect(row).toMatchObject({ name: "Ada Example", address: "", date: "2026-11-22", shown: true });
  expect((await exportSignatures(desk, "rules", true)).map((one) => one.address)).toEqual(["ada@example.org"]);
  const kept = JSON.stringify(
    await desk.sql.all("SELECT encode(s.address, 'escape') AS a, encode(s.mark, 'escape') AS m, m.said FROM desk.signature s, desk.mail m"),
  );
  expect(kept).not.toMatch(/example\.org/);
});
