import axe from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";
import { PAGES } from "./pages.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Tests every type of page in both languages under one kind of screen. Each kind is a test file, so that two run side by side. */
export function testAccess(view: BrowserContextOptions): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  describe.each(["en", "fr"])("%s", (locale) => {
    let context: BrowserContext;
    let page: Page;
    let strangers: string[];
    const errors: string[] = [];
    beforeAll(async () => {
      // The checker is put in through the debugger, which the page's policy would refuse.
      ({ context, strangers } = await openWindow(browser, { ...view, bypassCSP: true }));
      page = await context.newPage();
      page.on("pageerror", (error) => errors.push(error.message));
    });
    afterAll(() => context.close());

    test.each(PAGES)("%s has no fault that a machine finds, fits the screen, asks nobody else", async (path) => {
      await page.goto(`/${locale}${path}`);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async (tags) => {
        const checker = (globalThis as unknown as { axe: typeof axe }).axe;
        const result = await checker.run(document, { runOnly: tags, resultTypes: ["violations"] });
        return result.violations.map((one) => {
          const nodes = one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} (${node.failureSummary ?? ""})`);
          return `${one.id}: ${nodes.join(" | ")}`;
        });
      }, TAGS);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(violations).toEqual([]);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(strangers).toEqual([]);
      expect(errors).toEqual([]);
    });
  });
}
