import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";
import { PAGES } from "./pages.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = [
  { name: "wide and light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "360 px and dark", viewport: { width: 360, height: 780 }, colorScheme: "dark" },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(VIEWS)("$name", (view) => {
  describe.each(["en", "fr"])("%s", (locale) => {
    test.each(PAGES)("%s has no fault that a machine finds, fits the screen, asks nobody else", async (path) => {
      // The checker is put in through the debugger, which the page's policy would refuse.
      const { context, strangers } = await openWindow(browser, { ...view, bypassCSP: true });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`/${locale}${path}`);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async (tags) => {
        const checker = (globalThis as unknown as { axe: typeof axe }).axe;
        const result = await checker.run(document, { runOnly: tags, resultTypes: ["violations"] });
        return result.violations.map(
          (one) =>
            `${one.id}: ${one.nodes
              .slice(0, 3)
              .map((node) => `${node.html.slice(0, 160)} (${node.failureSummary ?? ""})`)
              .join(" | ")}`,
        );
      }, TAGS);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await context.close();
      expect(violations).toEqual([]);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(strangers).toEqual([]);
      expect(errors).toEqual([]);
    });
  });
});
