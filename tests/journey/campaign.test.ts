import { serve } from "@hono/node-server";
import axe from "axe-core";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { RESOURCES } from "../../src/api/resources.ts";
import * as plain from "../../src/api/sample.ts";
import type { Campaign } from "../../src/domain/campaign.ts";
import type { Desk } from "../../src/store/desk/desk.ts";
import { openText } from "../../src/store/desk/letter.ts";
import { sealWith } from "../../src/store/desk/seal.ts";
import { exportSignatures } from "../../src/store/desk/signature.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { lookAt } from "../../src/store/server/server.ts";
import { readAssets } from "../../src/web/built.ts";
import { makeGuard } from "../../src/web/guard.ts";
import { translator } from "../../src/web/message/translate.ts";
import { ROUTES } from "../../src/web/route.ts";
import { makeSite } from "../../src/web/site.ts";
import { CITATION, record, smallRecord } from "../setup/record.ts";
import { openBrowser } from "./browser.ts";

/** A site of its own, on a database of its own beside that of the running one, with one campaign that runs. */
const NAME = `journey_campaign_${process.pid}`;
const seal = sealWith("a secret of a site that is used in tests only");
const CAMPAIGN: Campaign = {
  id: "lasting-rules",
  title: "Lasting rules",
  summary: "A letter that is made up for a test.",
  organisations: ["Example Organisation"],
  opens: "2026-01-01",
  closes: "",
  archived: false,
  jurisdictions: ["EU"],
  topics: ["law"],
  instruments: [],
  positions: ["stance"],
  updates: [],
  letter: { addressees: ["The President"], text: "Dear President,\n\nAct.", signers: ["organisations", "persons"], signatories: [], citations: [] },
  petition: { ask: "That there be rules.", signed: true },
  appeal: { position: "stance", addressees: [{ name: "Members of Parliament", role: "", jurisdiction: "FR" }], opening: "I write about lasting rules." },
  shares: [{ id: "one", line: "Half of them.", figure: "50%", caveat: "A made-up figure.", text: "Half of them, in a test.", citations: [CITATION] }],
  counts: [],
  later: [],
  citations: [CITATION],
  confidence: "looked-up",
  review: "unreviewed",
  flags: [],
  doubt: "",
};
const POSITION = {
  id: "stance",
  order: 1,
  organisation: "Example Organisation",
  title: "Lasting rules",
  claim: "There should be rules.",
  topics: ["law"],
  addresses: ["governments" as const],
  asks: ["ask-rules"],
  citations: [CITATION],
};
const ASK = plain.question({
  id: "ask-rules",
  kind: "ask",
  topic: "law",
  scale: "yes-no",
  position: "stance",
  same: "def-csam",
  rules: [
    { answer: "yes", alignment: "met" },
    { answer: "no", alignment: "not-met" },
  ],
});

let browser: Browser;
let page: Page;
let store: Store;
let desk: Desk;
let base = "";
let style = "";
let now = new Date("2026-11-22T10:00:00Z");
let close = async (): Promise<void> => {};
beforeAll(async () => {
  const url = lookAt(inject("store"))?.url ?? "";
  await onServer(url, `CREATE DATABASE ${NAME}`);
  store = await openStore({ databaseUrl: url.replace(/\/[^/]*$/, `/${NAME}`), dir: "", connections: 3 });
  const records = [...smallRecord(), record("position", POSITION), ASK, record("campaign", CAMPAIGN)];
  await store.publish(records, { role: "release", reason: "test", kind: "release", digest: "" });
  desk = store.desk(seal);
  const site = makeSite({
    reader: store.reader,
    clock: () => now,
    resources: RESOURCES,
    version: "0",
    routes: ROUTES,
    assets: await readAssets("dist"),
    origin: "",
    words: translator,
    find: async () => ({ total: 0, hits: [], facets: { kinds: new Map(), jurisdictions: new Map(), topics: new Map() }, places: [], corrected: [], words: [] }),
    suggest: () => [],
    ready: async () => true,
    report: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    part: { desk, guard: makeGuard(desk), mail: true },
    from: () => "192.0.2.1",
  });
  const server = serve({ fetch: site.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const { style: sheet } = await readAssets("dist");
  style = await (await fetch(`${base}${sheet}`)).text();
  browser = await openBrowser();
  page = await (await browser.newContext({ javaScriptEnabled: true, viewport: { width: 400, height: 800 } })).newPage();
  close = async () => {
    await browser.close();
    server.close();
    await store.close();
    await onServer(url, `DROP DATABASE ${NAME} WITH (FORCE)`);
  };
});
afterAll(() => close());

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** What a checker finds on a page that was drawn without its scripts. Colours are the same in every language. */
async function faults(html: string, colours: boolean): Promise<string[]> {
  await page.setContent(html.replace(/<script[^>]*><\/script>/g, "").replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`));
  await page.addScriptTag({ content: axe.source });
  const { violations } = await page.evaluate(
    (enabled) => (globalThis as unknown as { axe: typeof axe }).axe.run({ rules: { "color-contrast": { enabled } } }),
    colours,
  );
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
}

/** The link in the newest mail. */
async function mailed(): Promise<string> {
  const [row] = await desk.sql.all<{ said: { link: string } }>("SELECT said FROM desk.mail WHERE kind = 'sign' ORDER BY id DESC LIMIT 1");
  return row ? openText(seal, row.said.link) : "";
}

test.each(["en", "ar"] as const)("without script in %s: sign, confirm by the link of the mail, be counted, take it back", async (locale) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale });
  const reader = await context.newPage();
  const seen: string[] = [];
  /** The first language is looked at on every page, the one that runs from right to left on those with a form or a list. */
  const look = async (also = locale === "en"): Promise<void> => void (also && seen.push(...(await faults(await reader.content(), locale === "en"))));
  const press = (selector: string) => {
    now = new Date(now.getTime() + 10_000);
    return Promise.all([reader.waitForLoadState("load"), reader.locator(selector).click()]);
  };
  const address = `signer-${locale}@example.org`;
  await reader.goto(`${base}/${locale}/campaigns`);
  await reader.locator('main a[href$="/campaigns/lasting-rules"]').click();
  await reader.locator('main a[href*="/sign?what=letter"]').click();
  expect(await reader.locator("#s-email").getAttribute("autocomplete")).toBe("email");
  expect(await reader.locator('input[name="shown"]').isChecked()).toBe(false);
  await reader.locator('input[name="signer"][value="persons"]').check();
  await reader.fill("#s-name", "عادل Example <b>x</b>");
  await reader.fill("#s-email", address);
  await reader.fill("#s-office", "x".repeat(160));
  await reader.locator('input[name="shown"]').check();
  await look(true);
  await press("form.sign button");
  expect(await reader.locator('[role="status"]').count()).toBe(1);
  await look();

  const confirm = await mailed();
  expect(confirm).toContain(`/${locale}/campaigns/lasting-rules/sign?token=`);
  await reader.goto(confirm);
  expect(await reader.locator("main").innerText()).toContain("عادل Example <b>x</b>");
  expect(await reader.content()).not.toContain(address);
  await look(true);
  expect((await exportSignatures(desk, "lasting-rules", false)).length).toBe(0);
  await press("main form >> nth=0 >> button");
  await look();
  const withdrawal = (await reader.locator('main a[href*="withdraw="]').getAttribute("href")) ?? "";
  expect((await reader.goto(confirm))?.status()).toBe(404);
  await reader.goto(`${base}/${locale}/campaigns/lasting-rules`);
  expect(await reader.locator("section[aria-labelledby=letter] strong").innerText()).toBe(translator(locale)("campaign.signed-here", { count: 1 }));
  expect(await reader.locator("section[aria-labelledby=letter]").innerText()).toContain("عادل Example <b>x</b>");
  await look(true);
  await reader.goto(withdrawal);
  await look();
  await press("main form button");
  expect(await exportSignatures(desk, "lasting-rules", false)).toEqual([]);
  expect((await reader.goto(withdrawal))?.status()).toBe(404);

  await reader.goto(`${base}/${locale}/campaigns/lasting-rules`);
  await reader.locator('main a[href*="/letters?"]').click();
  expect(await reader.locator("#f-place").inputValue()).toBe("FR");
  expect(await reader.locator('main a[href^="mailto:?subject="]').count()).toBe(1);
  expect(await reader.locator(".letter").innerText()).toContain("I write about lasting rules.");
  expect(seen).toEqual([]);
  await context.close();
});

test("a form that cannot be taken is shown again as it was filled in, and nothing is stored", async () => {
  const path = `${base}/en/campaigns/lasting-rules/sign`;
  const stampOf = async (): Promise<string> => /name="stamp" value="([^"]+)"/.exec(await (await fetch(`${path}?what=petition`)).text())?.[1] ?? "";
  const send = async (fields: Record<string, string>, wait = 10_000) => {
    const stamp = await stampOf();
    now = new Date(now.getTime() + wait);
    const body = new URLSearchParams({ what: "petition", name: "Ada", email: "ada@example.org", stamp, work: "", ...fields });
    const answer = await fetch(path, { method: "POST", body });
    return { status: answer.status, html: await answer.text(), cache: answer.headers.get("cache-control") };
  };
  await desk.sql.all("TRUNCATE desk.signature, desk.mail, desk.token, desk.tally, desk.spent");
  const wrong: ReadonlyArray<Record<string, string>> = [
    { name: "" },
    { name: "A\r\nBcc: x@example.org" },
    { name: "see https://spam.example" },
    { email: "a@example.org\r\nBcc: b@example.org" },
    { email: "no" },
    { place: "ZZ" },
    { office: "x".repeat(161) },
  ];
  for (const fields of wrong) {
    const { status, html, cache } = await send(fields);
    expect([status, html.includes('aria-invalid="true"'), cache]).toEqual([400, true, "no-store"]);
  }
  const early = await send({ name: '"><script>alert(1)</script>' }, 100);
  expect([early.status, early.html.includes("<script>alert"), early.html.includes("&lt;script&gt;alert")]).toEqual([400, false, true]);
  expect((await send({ website: "x" })).status).toBe(400);
  expect((await send({ stamp: "forged" })).status).toBe(400);
  expect(await desk.sql.all("SELECT id FROM desk.signature")).toEqual([]);

  const fresh = await send({});
  const again = await send({});
  const plainly = (html: string) => html.replace(/value="[^"]*"|data-on="[^"]*"/g, "");
  expect([fresh.status, again.status, plainly(again.html)]).toEqual([200, 200, plainly(fresh.html)]);
  expect((await desk.sql.all("SELECT id FROM desk.signature")).length).toBe(1);
  expect((await fetch(`${base}/en/campaigns/none/sign`)).status).toBe(404);
  expect((await fetch(`${path}?token=forged`)).status).toBe(404);
  expect((await fetch(`${path}?withdraw=1.forged`)).status).toBe(404);
});

test("pictures have their size, their words for who cannot see them, and nothing of a size that is none", async () => {
  const at = (rest: string) => fetch(`${base}/en/campaigns/lasting-rules/shares/${rest}`);
  const svg = await (await at("one.svg?size=1080x1080")).text();
  expect(svg).toContain('width="1080" height="1080"');
  expect(svg).toContain("A made-up figure.");
  const png = new Uint8Array(await (await at("one.png?size=1080x1920")).arrayBuffer());
  const view = new DataView(png.buffer);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([1080, 1920]);
  expect([(await at("one.png?size=9x9")).status, (await at("two.png")).status, (await at("one.gif")).status]).toEqual([400, 404, 404]);
  const html = await (await fetch(`${base}/en/campaigns/lasting-rules`)).text();
  expect(html).toContain('<meta property="og:image:alt" content="50%. Half of them.');
  const [, preview = ""] = /property="og:image" content="([^"]+)"/.exec(html) ?? [];
  expect((await fetch(preview.replaceAll("&amp;", "&"))).headers.get("content-type")).toBe("image/png");
  expect(html).toContain('alt="50%. Half of them. A made-up figure. Source: ');
});
