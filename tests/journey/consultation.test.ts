import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const heading = (page: Page): Promise<string> => page.locator("h1").innerText();

test.each(["en", "ar"])("%s, without script: what can be answered on a day, who may, in the calendar, and what came of it later", async (locale) => {
  const { context, strangers } = await openWindow(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/${locale}/updates`);
  await page.locator(`main a[href="/${locale}/consultations"]`).click();
  // Nothing is open today in the record: it says so, and does not say that nothing is open in the world.
  expect(await page.locator("main > p.quiet").count()).toBe(1);
  await page.goto(`/${locale}/consultations?at=2025-06-01`);
  await page.selectOption("#f-place", "EU");
  await page.locator("form.filter button").click();
  await page.waitForURL(/place=EU/);
  const open = page.locator("main article.note").first();
  expect(await open.locator("strong.soon").innerText()).toContain("9");
  expect(await open.locator("atlas-countdown").count()).toBe(0);
  expect(await page.locator('main a[href^="webcal://"]').getAttribute("href")).toContain("/api/consultations.ics?place=EU");
  const file = await (await context.request.get((await open.locator('a[href$=".ics?lang=' + locale + '"]').getAttribute("href")) ?? "")).text();
  expect(file).toContain("DTSTART;VALUE=DATE:20250610\r\nDTEND;VALUE=DATE:20250611");
  await open.locator("h3 a").click();
  expect(page.url()).toContain("/updates/eu-dsa-art28-consultation-2025?at=2025-06-01");
  expect(await page.locator("main dl.facts dd").first().innerText()).toBeTruthy();

  // On today's page the same consultation has steps that end in a decision.
  await page.goto(`/${locale}/updates/eu-dsa-art28-consultation-2025`);
  expect(await page.locator("main ol.stages > li[aria-current=step]").count()).toBe(1);
  expect(await page.locator('main ol.stages a[href$="/updates/eu-dsa-guidelines-2025-07-14"]').count()).toBe(1);
  await page.goto(`/${locale}/updates/archive/2021`);
  expect(await page.locator("main article.note").count()).toBe(7);
  await page.locator(`main nav a[href="/${locale}/updates/archive/2020"]`).click();
  expect(await heading(page)).toContain("2020");
  // Every note whose day is over ends in what came of it, or in that the record does not know.
  expect(await page.locator("main article.note").count()).toBe(await page.locator("main article.note > p.meta:last-child").count());
  expect(strangers).toEqual([]);
  await context.close();
});

test("feeds are named by the pages that have them, and are what readers and their caches expect", async () => {
  const { context } = await openWindow(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ["/en/updates?place=EU", "/ar/jurisdictions/BR", "/en/questions/def-grooming"]) {
    await page.goto(path);
    const address = (await page.locator('head link[type="application/atom+xml"]').first().getAttribute("href")) ?? "";
    const feed = await context.request.get(address);
    expect(feed.headers()["content-type"], address).toContain("application/atom+xml");
    const { etag = "", "last-modified": modified = "" } = feed.headers();
    const conditions: ReadonlyArray<Record<string, string>> = [{ "if-none-match": etag }, { "if-modified-since": modified }];
    for (const headers of conditions) {
      const again = await context.request.get(address, { headers });
      expect([address, again.status(), (await again.body()).length]).toEqual([address, 304, 0]);
    }
    expect((await context.request.get(address, { headers: { "if-modified-since": "Sun, 22 Nov 2020 00:00:00 GMT" } })).status()).toBe(200);
  }
  await context.close();
});

test("with script the end of the last day is said on the reader's own clock", async () => {
  const { context } = await openWindow(browser, { timezoneId: "America/New_York" });
  const page = await context.newPage();
  await page.goto("/en/consultations");
  const said = await page.evaluate(() => {
    const one = document.createElement("atlas-countdown");
    one.dataset["until"] = "2030-06-10T22:00:00Z";
    one.dataset["words"] = "It ends";
    document.querySelector("main")?.append(one);
    return one.textContent;
  });
  expect(said).toMatch(/^It ends 10 June 2030 at 18:00 \(in [\d,]+ days\)\.$/);
  await context.close();
});

test.each(["en", "ar"])("%s: consultations and a matter have no fault that a machine finds", async (locale) => {
  const { context } = await openWindow(browser, { bypassCSP: true, viewport: { width: 320, height: 640 } });
  await context.addInitScript({ content: axe.source });
  const page = await context.newPage();
  for (const path of ["/consultations?at=2025-06-01", "/updates/au-osa-review-consultation-2024"]) {
    await page.goto(`/${locale}${path}`);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] });
      return {
        violations: violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`),
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      };
    });
    expect(found, path).toEqual({ violations: [], overflow: 0 });
  }
  await context.close();
});
