import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";

const TREATY = "/en/questions/party-to-opsc";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function open(path: string, options: Parameters<typeof openWindow>[1] = {}): Promise<Page> {
  const { context } = await openWindow(browser, options);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** What the page says about its day: the bar, the counts, the map, the table. */
const state = (page: Page) =>
  page.evaluate(() => ({
    bar: document.querySelector(".datebar strong")?.textContent ?? "",
    counts: document.querySelector(".counts tbody")?.textContent,
    parties: document.querySelectorAll("atlas-map g.s-yes a").length,
    rows: document.querySelectorAll("[aria-labelledby=answers] tbody tr").length,
  }));

test("by keyboard alone the slider brings the page of another day, keeps the focus and says so", async () => {
  const page = await open(TREATY);
  const today = await state(page);
  const slider = page.locator("atlas-slider input[type=range]");
  expect(await slider.getAttribute("aria-valuetext")).toBe("today");
  await slider.focus();
  await page.keyboard.press("Home");
  await page.waitForURL(/at=2000-12-31/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/at=2002-12-31/);
  const then = await state(page);
  expect(then.bar).toContain("31 December 2002");
  expect(then.parties).toBeGreaterThan(0);
  expect(then.parties).toBeLessThan(today.parties);
  expect(await slider.getAttribute("aria-valuetext")).toBe("2002");
  expect(await slider.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await page.locator("atlas-slider output.hide").innerText()).toMatch(/^2002: .*Party \d+/);
  expect(await page.locator('header a[hreflang="fr"]').getAttribute("href")).toBe("/fr/questions/party-to-opsc?at=2002-12-31");

  // What stands there now is what the address gives.
  const fresh = await open("/en/questions/party-to-opsc?at=2002-12-31");
  expect(await state(fresh)).toEqual(then);
  expect(await fresh.locator("atlas-slider input[type=range]").getAttribute("aria-valuetext")).toBe("2002");
  await fresh.context().close();

  await slider.press("End");
  await page.waitForURL((url) => url.search === "");
  expect(await state(page)).toEqual(today);
  // The map that came with the page still moves by keyboard.
  expect(await page.locator("atlas-map .map-bar button").count()).toBe(3);
  await page.context().close();
});

test("the slider keeps its place on the screen", async () => {
  const page = await open(TREATY);
  const slider = page.locator("atlas-slider input[type=range]");
  await slider.scrollIntoViewIfNeeded();
  await slider.focus();
  const before = await slider.boundingBox();
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/at=/);
  await page.locator(".datebar").waitFor();
  expect(Math.abs(((await slider.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
  await page.context().close();
});

test("without JavaScript the same choice is a form", async () => {
  const page = await open(TREATY, { javaScriptEnabled: false });
  await page.selectOption("#when", "2005-12-31");
  await page.locator("atlas-slider button").click();
  await page.waitForURL(/at=2005-12-31/);
  expect(await page.locator(".datebar").innerText()).toContain("31 December 2005");
  expect(await page.locator("#when").inputValue()).toBe("2005-12-31");
  await page.context().close();
});

test("fingers are told to tap, pointers to point", async () => {
  const phone = await open("/en", { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  expect(await phone.locator(".map-bar output").innerText()).toBe("Tap a place to open it.");
  await phone.context().close();
  const desk = await open("/en");
  expect(await desk.locator(".map-bar output").innerText()).toContain("Point at a place");
  await desk.context().close();
});

test("from the questions to their curves, to who was first, to its source", async () => {
  const page = await open("/en/questions");
  await page.locator('main a[href="/en/adoption"]').click();
  await page.locator('main a[href="/en/questions/party-to-opsc/adoption"]').click();
  expect(await page.locator("figure.stack figcaption").innerText()).toMatch(/^“Party”: \d+ of \d+ coded jurisdictions/);
  const first = page.locator('[aria-labelledby="first"] tbody tr').first();
  const note = await first.locator(".cite a").first().getAttribute("href");
  expect(await page.locator(`${note} a[href^="http"]`).first().isVisible()).toBe(true);
  await page.context().close();
});
