import PostalMime, { type Email } from "postal-mime";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { instrument } from "../../src/api/specimen.ts";
import { isAddress, mailFromEnvironment, type Transport } from "../../src/notify/mail.ts";
import { rehearse, runOnce } from "../../src/notify/run.ts";
import type { Sender } from "../../src/notify/send.ts";
import { smtpTransport } from "../../src/notify/smtp.ts";
import { post } from "../../src/store/desk/desk.ts";
import { type Letters, sealText } from "../../src/store/desk/letter.ts";
import { confirmLink, readManage, readUnsubscribe } from "../../src/store/desk/link.ts";
import { coding } from "../setup/record.ts";
import { openPostOffice, type PostOffice } from "./post.ts";
import { ORIGIN, openScene, type Scene, SETUP } from "./scene.ts";

let scene: Scene;
let office: PostOffice;
let transport: Transport;
let sender: Sender;
beforeAll(async () => {
  [scene, office] = await Promise.all([openScene(), openPostOffice()]);
  transport = smtpTransport({ ...SETUP, url: office.url, reply: null });
  sender = { desk: scene.desk, setup: SETUP, transport, catalogue: () => scene.store.reader.catalogue(), clock: () => new Date(), log: () => {} };
});
afterEach(() => office.taken.splice(0));
afterAll(async () => {
  transport.close();
  await office.close();
  await scene.database.drop();
});

/** The one mail that was taken, read as a mail program reads it. */
async function only(): Promise<{ mail: Email; raw: string; header: (name: string) => string | undefined }> {
  expect(office.taken).toHaveLength(1);
  const raw = office.taken[0]?.raw ?? "";
  const mail = await PostalMime.parse(Buffer.from(raw, "latin1"));
  return { mail, raw, header: (name) => mail.headers.find((one) => one.key === name)?.value };
}

/** What every mail must be for servers and for a signature over it: seven bits, short lines that end as they should, two forms of one text. */
function wellFormed(raw: string): void {
  expect(Buffer.from(raw, "latin1").every((byte) => byte < 128)).toBe(true);
  expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  expect(
    Math.max(
      ...raw
        .slice(raw.indexOf("\r\n\r\n"))
        .split("\r\n")
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(100);
  expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
  expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
  expect(raw).toMatch(/^Content-Type: text\/html; charset=utf-8$/m);
  expect(raw).toMatch(/^MIME-Version: 1\.0$/m);
  for (const name of ["From", "To", "Date", "Subject", "Message-ID"]) expect(raw.match(new RegExp(`^${name}: `, "gm"))).toHaveLength(1);
}

test("a confirmation has its link in both forms, no way to unsubscribe, and no word that was typed in", async () => {
  const link = confirmLink(ORIGIN, "en", "a-token");
  const said: Letters["confirm"] = { link: sealText(scene.desk.seal, link), query: "q=Buy+pills+at+evil.example&place=BR", rhythm: "daily" };
  const mail = { key: "confirm 1", kind: "confirm", locale: "en", address: scene.desk.seal.close("new@example.org"), person: null, said } as const;
  expect(await post(scene.desk.sql, mail)).toBe(true);
  expect(await post(scene.desk.sql, mail)).toBe(false);
  expect(await runOnce(sender)).toEqual({ digests: 0, sent: 1, later: 0, failed: 0 });
  const { mail: read, raw, header } = await only();
  wellFormed(raw);
  expect(read.subject).toBe("Confirm your e-mail alerts");
  expect(read.from).toMatchObject(SETUP.from);
  expect(read.to).toMatchObject([{ address: "new@example.org" }]);
  for (const form of [read.text, read.html]) {
    expect(form).toContain(link);
    expect(form).toContain("Brazil");
    expect(form).not.toMatch(/pills|evil/);
  }
  expect(header("auto-submitted")).toBe("auto-generated");
  expect(header("content-language")).toBe("en");
  expect(header("list-unsubscribe")).toBeUndefined();
  const [row] = await scene.desk.sql.all<{ said: object }>("SELECT said FROM desk.mail WHERE key = 'confirm 1'");
  expect(row?.said).not.toHaveProperty("link");
});

test("a digest says what changed from which answer to which, since when, with page, source and reason, and ends with one click", async () => {
  const person = await scene.subscribe("reader+law@example.org", ["place=BR", "q=csam"]);
  const other = await scene.publish(
    [coding({ id: "br-def-csam", to: "2026-10-31" }), coding({ id: "br-new", answer: "no", from: "2026-11-01", change: "amendment" })],
    "amendment",
  );
  expect(other).toBeGreaterThan(1);
  expect(await runOnce(sender)).toEqual({ digests: 1, sent: 1, later: 0, failed: 0 });
  const { mail: read, raw, header } = await only();
  wellFormed(raw);
  expect(read.subject).toBe("Brazil: one change in what you watch");
  const text = read.text ?? "";
  for (const line of [
    "* Question def-csam?",
    `  ${ORIGIN}/en/jurisdictions/BR#q-BR-def-csam`,
    "Before: Yes",
    "Now: No",
    "Since: 1 November 2026",
    "  https://example.org/law",
    "Place: Brazil",
  ])
    expect(text).toContain(line);
  expect(read.html).toContain(`href="${ORIGIN}/en/jurisdictions/BR#q-BR-def-csam"`);
  // No pictures, no scripts, nothing from elsewhere but links.
  expect(read.html).not.toMatch(/<(?:img|script|link|iframe|object|form)|url\(|@import|src=/i);
  expect(read.html).toContain('<meta name="color-scheme" content="light dark"');
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(header("list-id")).toBe("Safeguard Atlas alerts <alerts.atlas.example>");
  const end = /^<(https:\/\/[^>]+)>$/.exec(header("list-unsubscribe") ?? "")?.[1] ?? "";
  const fields = Object.fromEntries(new URL(end).searchParams);
  expect(readUnsubscribe(scene.desk.seal, fields, new Date())).toEqual({ ok: true, link: { person, epoch: 1, watch: 0 } });
  const manage = /https:\S+\/en\/alerts\/manage\?\S+/.exec(text)?.[0] ?? "";
  expect(readManage(scene.desk.seal, Object.fromEntries(new URL(manage).searchParams), new Date())).toMatchObject({ ok: true, link: { person } });
  const [key] = await scene.desk.sql.all<{ key: string }>("SELECT key FROM desk.mail WHERE person = $1", [person]);
  expect(read.messageId).toBe(`<${scene.desk.seal.sign("message", key?.key ?? "")}@atlas.example>`);
  // Nobody is told twice.
  expect(await runOnce(sender)).toEqual({ digests: 0, sent: 0, later: 0, failed: 0 });
});

test("an Arabic letter runs from right to left, in both forms and in its headers", async () => {
  await scene.subscribe("qari@example.org", ["place=FR"], { locale: "ar" });
  await scene.publish(
    [coding({ id: "fr-age-limit", jurisdiction: "FR", question: "age-limit", answer: "16", from: "", current: "2021", change: "amendment" })],
    "amendment",
  );
  expect(await runOnce(sender)).toMatchObject({ digests: 1, sent: 1 });
  const { mail: read, raw, header } = await only();
  wellFormed(raw);
  expect(header("content-language")).toBe("ar");
  expect(read.html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
  expect(read.html).toContain("فرنسا");
  expect(read.text).toContain("فرنسا");
  // The question is in English still: it is marked as that, and keeps together in the plain form.
  expect(read.html).toContain('lang="en" dir="ltr"');
  expect(read.text).toContain("\u2068Question age-limit?\u2069");
  expect(read.text).toContain(`${ORIGIN}/ar/jurisdictions/FR#q-FR-age-limit`);
});

test("the other letters are written, and a deleted person gets none", async () => {
  const { seal, sql } = scene.desk;
  const gone = await scene.subscribe("gone@example.org", []);
  const stays = await scene.subscribe("stays@example.org", []);
  const base = { locale: "en", person: null, address: seal.close("x@example.org") } as const;
  const sign: Letters["sign"] = { link: sealText(seal, `${ORIGIN}/en/campaigns/x/sign?token=t`), campaign: "x", what: "letter" };
  const answer: Letters["answer"] = {
    reference: "ABC",
    page: "/en/topics/law",
    state: "accepted",
    summary: "A <b>date</b> was wrong.",
    decision: "It is right now.",
  };
  await post(sql, { ...base, key: "sign 1", kind: "sign", said: sign });
  await post(sql, { ...base, key: "answer 1", kind: "answer", said: answer });
  await post(sql, { ...base, key: "known 1", kind: "known", person: stays, said: { query: "place=BR" } });
  await post(sql, { ...base, key: "known 2", kind: "known", person: gone, said: { query: "place=BR" } });
  await sql.all("DELETE FROM desk.person WHERE id = $1", [gone]);
  expect(await runOnce(sender)).toMatchObject({ sent: 3, failed: 0 });
  for (const { raw } of office.taken) wellFormed(raw);
  const read = await Promise.all(office.taken.map((one) => PostalMime.parse(Buffer.from(one.raw, "latin1"))));
  expect(read.map((one) => one.subject).sort()).toEqual(["Confirm your signature", "Your correction ABC", "Your e-mail alerts"]);
  const correction = read.find((one) => one.subject?.startsWith("Your correction"));
  expect(correction?.html).toContain("&lt;b&gt;date&lt;/b&gt;");
  expect(correction?.text).toContain(`${ORIGIN}/en/topics/law`);
});

test("no header can be injected: not by an address, a search, an id or a name", async () => {
  const { seal, sql } = scene.desk;
  const evil = "x\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>";
  const addresses = [
    `a@example.org\r\nBcc: b@example.org`,
    "a@example.org, b@example.org",
    "A <a@example.org>",
    "a@example.org\u0000",
    "a@ex ample.org",
    '"a\nb"@example.org',
    "a@[127.0.0.1]",
    "@example.org",
    "a@example..org",
    "a@exa\u202emple.org",
  ];
  for (const [index, address] of addresses.entries()) {
    expect(isAddress(address)).toBe(false);
    await post(sql, {
      key: `evil ${index}`,
      kind: "answer",
      locale: "en",
      address: seal.close(address),
      person: null,
      said: { reference: "A", page: "/", state: "declined", summary: "", decision: "" },
    });
  }
  expect(await runOnce(sender)).toEqual({ digests: 0, sent: 0, later: 0, failed: addresses.length });
  expect(office.taken).toEqual([]);
  // What ids and words hold comes through as text, whatever it is.
  const person = await scene.subscribe("safe@example.org", ["place=BR"]);
  await sql.all("UPDATE desk.watch SET query = $2 WHERE person = $1", [person, new URLSearchParams({ q: evil }).toString()]);
  await sql.all("INSERT INTO desk.notice (changeset, change, kind, record_id, features, said) VALUES (99, 'update', 'update', 'evil', '{place:BR}', $1)", [
    JSON.stringify({
      places: [evil],
      question: "",
      sort: evil,
      title: evil,
      before: evil,
      after: evil,
      day: "2026-11-01",
      closes: "",
      path: "/updates/evil",
      source: "",
      provision: "",
    }),
  ]);
  await sql.all("INSERT INTO desk.waiting SELECT $1, max(n.id), (SELECT id FROM desk.watch WHERE person = $1) FROM desk.notice n", [person]);
  await post(sql, {
    key: evil,
    kind: "answer",
    locale: evil,
    address: seal.close("ok@example.org"),
    person: null,
    said: { reference: evil, page: `//evil.example/${evil}`, state: "declined", summary: evil, decision: evil },
  });
  expect(await runOnce(sender)).toMatchObject({ sent: 2 });
  for (const { raw, to } of office.taken) {
    wellFormed(raw);
    const mail = await PostalMime.parse(Buffer.from(raw, "latin1"));
    expect(mail.headers.map((one) => one.key)).not.toContain("bcc");
    expect(mail.to?.map((one) => one.address)).toEqual([to]);
    expect(mail.html).not.toContain("<script");
    expect(mail.html).not.toContain("evil.example");
  }
});

test("a rehearsal shows what would be sent and changes nothing", async () => {
  await scene.subscribe("try@example.org", ["place=BR"]);
  await scene.subscribe("not@example.org", ["place=BR"]);
  await scene.publish([coding({ id: "br-new", answer: "no", from: "2026-11-03", change: "amendment" })], "amendment");
  const tables = ["person", "waiting", "mail", "notice"]
    .map((table) => `SELECT '${table}' AS name, coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM desk.${table} t`)
    .join(" UNION ALL ");
  const before = await scene.desk.sql.all(tables);
  const shown: string[] = [];
  const count = await rehearse(scene.desk, SETUP, await scene.store.reader.catalogue(), new Date(), "try@example.org", (one) => shown.push(one.mail?.to ?? ""));
  expect([count, shown]).toEqual([1, ["try@example.org"]]);
  expect(await scene.desk.sql.all(tables)).toEqual(before);
  expect(await runOnce(sender, "try@example.org")).toMatchObject({ digests: 1, sent: 1 });
  expect(office.taken.map((one) => one.to)).toEqual(["try@example.org"]);
});

test("the environment is read as it is meant, and what is missing is said", () => {
  expect(mailFromEnvironment({})).toBeNull();
  const env = { ATLAS_SMTP_URL: "smtp://localhost:25", ATLAS_MAIL_FROM: "Safeguard Atlas <alerts@example.org>", ORIGIN: "https://atlas.example/" };
  expect(mailFromEnvironment(env)).toEqual({
    url: env.ATLAS_SMTP_URL,
    from: { name: "Safeguard Atlas", address: "alerts@example.org" },
    reply: null,
    origin: "https://atlas.example",
  });
  expect(() => mailFromEnvironment({ ...env, ORIGIN: "" })).toThrow(/ORIGIN/);
  expect(() => mailFromEnvironment({ ...env, ATLAS_MAIL_FROM: "" })).toThrow(/ATLAS_MAIL_FROM/);
  expect(() => mailFromEnvironment({ ...env, ATLAS_SMTP_URL: "mail.example.org" })).toThrow(/ATLAS_SMTP_URL/);
});

test("a digest of a law names the step, its day, and what the record says of it", async () => {
  const law = (...steps: ReadonlyArray<[date: string, stage: "adopted" | "amended", note: string]>) =>
    instrument({ id: "eu-law", jurisdiction: "EU", topics: [], citations: [], stages: steps.map(([date, stage, note]) => ({ date, stage, note })) });
  await scene.publish([law(["2025-05-01", "adopted", ""])], "release");
  await scene.subscribe("law@example.org", ["instrument=eu-law"]);
  await scene.publish([law(["2025-05-01", "adopted", ""], ["2026-11-20", "amended", "Wider duties"])], "amendment");
  expect((await runOnce(sender)).failed).toBe(0);
  const raw = office.taken.find(({ to }) => to === "law@example.org")?.raw ?? "";
  const { text = "" } = await PostalMime.parse(Buffer.from(raw, "latin1"));
  expect(text).toContain("Date: 20 November 2026 · amendment; Wider duties");
  expect(text).toContain("Now: in force");
  expect(text).not.toContain("Answer");
});
