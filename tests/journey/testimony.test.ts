import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const heading = (page: Page) => page.locator("h1").innerText();

test.each(["en", "ar"])("%s, without script: from a question to testimony about it, to a statement's claim, and to what companies promised", async (locale) => {
  const { context, strangers } = await openWindow(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/${locale}/questions/platform-duty-detect`);
  await page.locator(`main a[href^="/${locale}/testimony?question="]`).click();
  expect(await page.locator("#f-question").inputValue()).toBe("platform-duty-detect");
  await page.selectOption("#f-kind", "comment");
  await page.selectOption("#f-year", "2022");
  await page.locator("form.filter button").click();
  await page.waitForURL(/year=2022/);
  expect(await page.locator("main article").count()).toBe(1);
  await page.locator("main article h3 a").click();
  expect(page.url()).toContain("/testimony/edpb-edps-joint-opinion-2022-07-28");
  expect(await page.locator("main table.data tbody tr").count()).toBe(10);
  expect(await page.locator('main dl.facts a[rel="noreferrer"]').count()).toBe(3);
  await page.locator('main table.data a[href*="/claims/accuracy-of-detection"]').click();
  await page.locator('main a[href*="/testimony/edpb-edps-joint-opinion-2022-07-28"]').click();
  expect(await heading(page)).toBeTruthy();

  await page.goto(`/${locale}/commitments`);
  await page.fill("#f-company", "apple");
  await page.selectOption("#f-record", "withdrawn");
  await page.locator("form.filter button").click();
  await page.waitForURL(/record=withdrawn/);
  await page.locator("main article h3 a").click();
  expect(page.url()).toContain("/commitments/apple-icloud-detection-2021");
  expect(await page.locator("main ol.stages > li").count()).toBe(5);
  expect(strangers).toEqual([]);
  await context.close();
});

test.each(["en", "ar"])("%s: the library about one law has no fault that a machine finds", async (locale) => {
  const { context } = await openWindow(browser, { bypassCSP: true, viewport: { width: 320, height: 640 } });
  await context.addInitScript({ content: axe.source });
  const page = await context.newPage();
  await page.goto(`/${locale}/testimony?instrument=eu-csa-regulation-proposal`);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] });
    return {
      violations: violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`),
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
  expect(found).toEqual({ violations: [], overflow: 0 });
  await context.close();
});
