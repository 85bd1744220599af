import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { direction, type SiteLocale } from "../../src/domain/locale.ts";
import { LIMITS } from "../../src/web/guard.ts";
import { translator } from "../../src/web/message/translate.ts";
import { openBrowser, openWindow } from "./browser.ts";

const WORDS = "The day is wrong: it is the 25th.";
const REFERENCE = /[2-9B-Z]{4}-[2-9B-Z]{4}/;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What a machine finds of a page as it stands: it is shown again where script may run. */
async function faultless(page: Page, locale: SiteLocale): Promise<void> {
  const { context } = await openWindow(browser, { bypassCSP: true, viewport: { width: 320, height: 640 } });
  await context.addInitScript({ content: axe.source });
  const copy = await context.newPage();
  const body = await page.content();
  await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await copy.goto(page.url());
  const found = await copy.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] });
    const { documentElement: root } = document;
    return {
      violations: violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`),
      overflow: Math.max(0, root.scrollWidth - root.clientWidth),
      dir: root.dir,
    };
  });
  expect(found, page.url()).toEqual({ violations: [], overflow: 0, dir: direction(locale) });
  await context.close();
}

/** The number of the report that the page thanks for. */
async function reference(page: Page): Promise<string> {
  return REFERENCE.exec(await page.locator("main [role=status]").innerText())?.[0] ?? "";
}

async function withoutScript(locale: SiteLocale): Promise<string> {
  const t = translator(locale);
  const { context, strangers } = await openWindow(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(`/${locale}/questions/def-csam`);
  await page.locator(".follow a[href*='/feedback?']").click();
  // Above the form: not for abuse, and where the reader can report it.
  const parts = await page.locator("main h2").allInnerTexts();
  expect(parts.indexOf(t("feedback.not-here"))).toBeLessThan(parts.indexOf(t("feedback.form")));
  await page.selectOption("#place", "FR");
  await page.locator("form.filter button").click();
  expect(await page.locator("main section .services a[href^='http']").count()).toBeGreaterThan(0);
  expect(await page.locator("main .finder a[href$='/questions/def-csam']").count()).toBe(1);
  expect(await page.locator("#feedback-website").isVisible()).toBe(false);
  await page.fill("#what", WORDS);
  await page.fill("#source", "https://localhost/law");
  await page.locator(".finder button").click();
  expect(await page.locator("#e-source").innerText()).toBe(t("feedback.wrong-source", { most: 500 }));
  expect(await page.inputValue("#what")).toBe(WORDS);
  await faultless(page, locale);
  await page.fill("#source", "https://example.org/law");
  await page.waitForTimeout(LIMITS.youngest + 100);
  await page.locator(".finder button").click();
  const number = await reference(page);
  expect(number).toMatch(REFERENCE);
  expect(strangers).toEqual([]);
  await context.close();
  return number;
}

async function withScript(): Promise<string> {
  const { context } = await openWindow(browser);
  const page = await context.newPage();
  await page.goto("/en/feedback?page=/en/jurisdictions/BR");
  await page.locator("#what").pressSequentially(WORDS, { delay: 5 });
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("atlas-work input")?.value !== "");
  await page.waitForTimeout(LIMITS.youngest);
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.locator(".finder button").click();
  expect(new URLSearchParams((await sent).postData() ?? "").get("work")).toMatch(/^\d+$/);
  await page.locator("main [role=status]").waitFor();
  const number = await reference(page);
  await context.close();
  return number;
}

function atlas(...parameters: string[]): { code: number | null; out: string } {
  const env = { ...process.env, ATLAS_DIR: inject("store"), DATABASE_URL: "" };
  const done = spawnSync(process.execPath, [fileURLToPath(new URL("../../dist/atlas.js", import.meta.url)), ...parameters], { encoding: "utf8", env });
  return { code: done.status, out: done.stdout };
}

test("readers report a mistake without script and with it; an editor decides on the command line; the log says so", async () => {
  const [english, arabic, scripted] = await Promise.all([withoutScript("en"), withoutScript("ar"), withScript()]);
  expect(new Set([english, arabic, scripted]).size).toBe(3);
  const shown = JSON.parse(atlas("feedback", "show", english, "--json").out) as Record<string, unknown>;
  expect(shown).toMatchObject({ kind: "question", record: "def-csam", what: WORDS, source: "https://example.org/law", locale: "en", state: "open" });
  const decided = atlas("feedback", "decide", english, "--accept", "--summary", "The date of the law.", "--decision", "It is the 25th.", "--revision", "1");
  expect([decided.code, decided.out]).toEqual([0, expect.stringContaining("state      accepted")]);
  expect(atlas("feedback", "decide", arabic, "--spam").code).toBe(0);
  for (const locale of ["en", "ar"] as const) {
    const { context } = await openWindow(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`/${locale}/corrections`);
    const text = await page.locator("main").innerText();
    for (const words of [english, "The date of the law.", "It is the 25th."]) expect(text).toContain(words);
    for (const words of [arabic, scripted, WORDS]) expect(text).not.toContain(words);
    expect(await page.locator("main td a[href$='/questions/def-csam']").count()).toBe(1);
    if (locale === "ar") await faultless(page, locale);
    await context.close();
  }
});
