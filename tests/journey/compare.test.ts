import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Presses Tab until the focus stands on an element of this selector. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each([true, false])("comparing by keyboard alone on a small screen, scripts %s", (javaScriptEnabled) => {
  test("from names to a table as cards, one more, one less, and the message beside the field", async () => {
    const { context } = await openWindow(browser, { viewport: { width: 320, height: 640 }, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto("/en/compare");
    await page.locator("main h1").focus();
    await reach(page, "#add");
    await page.keyboard.type("brazil, France");
    await page.keyboard.press("Enter");
    await page.waitForURL(/place=brazil/);
    expect(await page.locator("h1").innerText()).toContain("Brazil and France");
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const cell = page.locator('#differ + .side td[data-head="France"]').first();
    expect((await cell.boundingBox())?.width).toBeGreaterThan(200);

    await reach(page, 'input[name="place"][value="FR"]');
    await page.keyboard.press("Space");
    await reach(page, "#add");
    await page.keyboard.type("Atlantis");
    await page.keyboard.press("Enter");
    await page.waitForURL(/Atlantis/);
    expect(await page.locator("#e-place").innerText()).toContain("“Atlantis” is not a jurisdiction");
    expect(await page.locator("#add").getAttribute("aria-describedby")).toBe("e-place");
    expect(await page.locator('input[name="place"][value="BR"]').isChecked()).toBe(true);

    await reach(page, "#add");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await reach(page, ".suggested details summary");
    await reach(page, ".suggested details:not([open]) summary");
    await page.keyboard.press("Enter");
    await reach(page, '.suggested button[value="AR"]');
    await page.keyboard.press("Enter");
    await page.waitForURL(/place=AR/);
    expect(await page.locator("h1").innerText()).toContain("Brazil and Argentina");
    await context.close();
  });
});

test("one jurisdiction on two days: what changed stands first, and the download keeps the view", async () => {
  const { context } = await openWindow(browser);
  const page = await context.newPage();
  await page.goto("/en/compare");
  await page.locator('main a[href*="to=2020-12-21"]').click();
  await page.waitForURL(/to=2020-12-21/);
  const first = page.locator("#differ + .side tbody tr").nth(1);
  expect(await first.locator('td[data-head="20 December 2020"] .chip').count()).toBe(1);
  expect(await first.locator('td[data-head="21 December 2020"] .chip').count()).toBe(1);
  const csv = (await page.locator('.along a[href^="/api/compare.csv"]').getAttribute("href")) ?? "";
  expect(new URLSearchParams(csv.split("?")[1]).get("to")).toBe("2020-12-21");
  expect(new URLSearchParams(csv.split("?")[1]).get("at")).toBe("2020-12-20");
  await context.close();
});
