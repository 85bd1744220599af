import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { direction, SITE_LOCALES } from "../../src/domain/locale.ts";
import { openBrowser, openWindow } from "./browser.ts";
import { EMBEDS, leads, pagesIn } from "./pages.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules that look at colours: what they say of a page does not change with its language. They are also the slowest. */
const COLOUR = ["color-contrast", "link-in-text-block"];
/** Rules whose outcome changes with the width of the screen or its colours. */
const LOOKS = [...COLOUR, "target-size", "scrollable-region-focusable"];

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };
const SCHEMES = ["light", "dark"] as const;

/**
 * Tests pages in every language: all rules of the checker, no scrolling sideways on 320 pixels, language and direction,
 * no error, nobody else asked.
 *
 * What is looked at where: the first language has every address, each further one an address of every type of page
 * (`pagesIn`). All rules run on the narrow screen. Colours are the same in every language, so that the first two share them: the first
 * is narrow in light colours and wide in dark ones, the second narrow in dark colours and wide in light ones (wide the first
 * address of each type); the further
 * languages leave out the rules about colours, and are light and dark by turns.
 *
 * The visits are dealt out to `parts` test files, so that they run side by side; `part` counts from 0.
 */
export function testAccess(part: number, parts: number): void {
  const visits = SITE_LOCALES.flatMap((locale, index) =>
    [...pagesIn(locale), ...EMBEDS.filter((_, place) => index === 0 || index % EMBEDS.length === place)].map((path) => ({
      address: `/${locale}${path}`,
      locale,
      index,
      wide: index < SCHEMES.length && leads(path),
    })),
  );
  const errors: string[] = [];
  let browser: Browser;
  let windows: Array<{ readonly page: Page; readonly strangers: string[] }>;
  beforeAll(async () => {
    browser = await openBrowser();
    windows = [];
    for (const colorScheme of SCHEMES) windows.push(await openPage(browser, errors, { colorScheme }));
  });
  afterAll(() => browser.close());

  test.each(visits.filter((_, place) => place % parts === part))(
    "$address has no fault that a machine finds, fits the screen, asks nobody else",
    async (visit) => {
      const { address, locale, index, wide: spread } = visit;
      const { page, strangers } = windows[index % SCHEMES.length] as (typeof windows)[number];
      await page.goto(address);
      const narrow = await look(page, { runOnly: TAGS, rules: Object.fromEntries(COLOUR.map((rule) => [rule, { enabled: index < SCHEMES.length }])) });
      expect(narrow).toEqual({ violations: [], overflow: 0, lang: locale, dir: direction(locale) });
      if (spread) {
        await page.setViewportSize(WIDE);
        await page.emulateMedia({ colorScheme: SCHEMES[1 - index] ?? null });
        const wide = await look(page, { runOnly: { type: "rule", values: LOOKS } });
        await page.emulateMedia({ colorScheme: SCHEMES[index] ?? null });
        await page.setViewportSize(NARROW);
        expect(wide).toMatchObject({ violations: [], overflow: 0 });
      }
      expect(strangers).toEqual([]);
      expect(errors.splice(0)).toEqual([]);
    },
  );
}

async function openPage(browser: Browser, errors: string[], view: BrowserContextOptions) {
  // The checker is put in through the debugger, which the page's policy would refuse.
  const { context, strangers } = await openWindow(browser, { ...view, viewport: NARROW, reducedMotion: "reduce", bypassCSP: true });
  await context.addInitScript({ content: axe.source });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  return { page, strangers };
}

interface Looks {
  readonly violations: readonly string[];
  /** By how many pixels the page is wider than the screen. */
  readonly overflow: number;
  readonly lang: string;
  readonly dir: string;
}

/** What the checker and the browser say of a page, in one question to the browser. */
function look(page: Page, options: axe.RunOptions): Promise<Looks> {
  return page.evaluate(async (asked) => {
    const checker = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await checker.run(document, { ...asked, resultTypes: ["violations"] });
    const { documentElement: root } = document;
    return {
      violations: violations.map((one) => {
        const nodes = one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} (${node.failureSummary ?? ""})`);
        return `${one.id}: ${nodes.join(" | ")}`;
      }),
      overflow: Math.max(0, root.scrollWidth - root.clientWidth),
      lang: root.lang,
      dir: root.dir,
    };
  }, options);
}
