import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";

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

const heading = (page: Page) => page.locator("h1").innerText();

test("from the map to Brazil, to an answer, to its source", async () => {
  const page = await open("/en");
  await page.locator('atlas-map svg a[href="/en/jurisdictions/BR"]').first().click();
  await page.waitForURL("**/en/jurisdictions/BR");
  expect(await heading(page)).toBe("Brazil");
  const answer = page.locator("#q-BR-def-grooming");
  await answer.locator("summary").click();
  const note = answer.locator(".cite a").first();
  const target = await note.getAttribute("href");
  await note.click();
  const footnote = page.locator(`${target ?? ""} a[href^="http"]`).first();
  expect(await footnote.isVisible()).toBe(true);
  expect(await footnote.getAttribute("href")).toContain("globalchildexploitationpolicy.org");
  await page.context().close();
});

test("from a list through its filter to an instrument", async () => {
  const page = await open("/en/instruments");
  await page.selectOption("#f-place", "EU");
  await page.selectOption("#f-status", "expired");
  await page.locator("form.filter button").click();
  await page.waitForURL(/place=EU/);
  await page.locator('main a[href$="/instruments/eu-eprivacy-derogation-2021-1232"]').first().click();
  expect(await heading(page)).toContain("2021/1232");
  expect(await page.locator("main").innerText()).toContain("expired");
  await page.goBack();
  expect(await page.locator("#f-status").inputValue()).toBe("expired");
  await page.context().close();
});

test("a search with a typing error finds the place and the topic", async () => {
  const page = await open("/en/search");
  await page.fill("#q", "groming in brasil");
  await page.locator("main form button").click();
  await page.waitForURL(/q=groming/);
  expect(await page.locator(".hits li").first().innerText()).toMatch(/Brazil/);
  expect(await page.locator("main").innerText()).toMatch(/read as/);
  await page.goto("/en/search?q=xyzzyplugh");
  expect(await page.locator("main").innerText()).toContain("Nothing found");
  await page.context().close();
});

test("type-ahead suggests by keyboard", async () => {
  const page = await open("/en");
  await page.locator("#q").focus();
  await page.keyboard.type("braz", { delay: 30 });
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/jurisdictions/BR");
  await page.context().close();
});

test("French throughout: home, list, jurisdiction, question, position, and the switch stays on the page", async () => {
  const page = await open("/", { locale: "fr-FR" });
  expect(new URL(page.url()).pathname).toBe("/fr");
  for (const path of [
    "/fr/jurisdictions",
    "/fr/jurisdictions/FR",
    "/fr/questions/def-grooming",
    "/fr/positions/statutes-of-limitations",
    "/fr/obligations",
    "/fr/about",
  ]) {
    await page.goto(path);
    expect(await page.locator("html").getAttribute("lang")).toBe("fr");
    const links = await page.locator('main a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    expect(links.filter((href) => !/^\/(?:fr(?:\/|\?|#|$)|api\/)/.test(href) && !/^\/en\//.test(href))).toEqual([]);
    expect(links.filter((href) => /^\/en\//.test(href)).length).toBeLessThanOrEqual(1);
  }
  await page.goto("/fr/instruments?place=FR");
  await page.locator("header details.languages summary").click();
  await page.locator('header a[hreflang="en"]').click();
  await page.waitForURL("**/en/instruments?place=FR");
  await page.context().close();
});

describe("without JavaScript", () => {
  const off = { javaScriptEnabled: false };
  test("reading, filtering and searching work", async () => {
    const page = await open("/en", off);
    await page.locator('main a[href="/en/jurisdictions"]').first().click();
    await page.locator('main a[href="/en/jurisdictions/BR"]:visible').last().click();
    expect(await heading(page)).toBe("Brazil");
    await page.locator("#q-BR-def-csam summary").click();
    expect(await page.locator("#q-BR-def-csam .inside").isVisible()).toBe(true);
    await page.fill("#q", "encryption");
    await page.locator("header form button").click();
    expect(await page.locator(".hits li").count()).toBeGreaterThan(3);
    await page.goto("/en/updates");
    await page.selectOption("#f-kind", "consultation");
    await page.locator("form.filter button").click();
    expect(page.url()).toContain("kind=consultation");
    expect(await page.locator("header .exit").getAttribute("href")).toMatch(/^https:/);
    await page.context().close();
  });
});

describe("by keyboard alone", () => {
  test("skip link, answers that open, a visible focus", async () => {
    const page = await open("/en/jurisdictions/BR");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.closest("details.answer") !== null)) break;
    }
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    expect(outline).not.toBe("none");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.closest("details")?.open)).toBe(true);
    await page.context().close();
  });

  test("the map moves from place to place and opens one", async () => {
    const page = await open("/en");
    await page.locator('atlas-map svg a[tabindex="0"]').first().focus();
    const before = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((old) => document.activeElement?.getAttribute("href") !== old, before);
    const now = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    expect(now).toMatch(/^\/en\/jurisdictions\/[A-Z]{2}$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${now ?? ""}`);
    await page.context().close();
  });

  test("the duty finder: from the form to a deadline on two clocks, and to the message beside a field", async () => {
    const page = await open("/en/duties", { viewport: { width: 320, height: 640 } });
    const press = async (name: string) => {
      for (let presses = 0; presses < 120; presses += 1) {
        await page.keyboard.press("Tab");
        const here = await page.evaluate(() => {
          const { name = "", value = "" } = (document.activeElement ?? {}) as { name?: string; value?: string };
          return `${name}=${value}`;
        });
        if (here === name) return;
      }
      throw new Error(`The keyboard does not reach ${name}.`);
    };
    await press("service=hosting");
    await page.keyboard.press("Space");
    await press("place=GB");
    await page.keyboard.press("Space");
    await press("place=");
    await page.keyboard.type("Netherlands");
    await press("event=");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await press("zone=UTC");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Asia/Tokio");
    await page.keyboard.press("Enter");
    await page.waitForURL(/zone=Asia%2FTokio/);
    expect(await page.locator("#e-zone").innerText()).toContain("is not a time zone");
    expect(await page.locator("#d-zone").getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator('input[name="service"][value="hosting"]').isChecked()).toBe(true);
    await press("zone=Asia/Tokio");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Asia/Tokyo");
    // The parts of a date and time are typed one after the other in the order of the browser's own language.
    await page.locator("#d-time").fill("2026-11-22T10:30");
    await page.keyboard.press("Enter");
    await page.waitForURL(/zone=Asia%2FTokyo/);
    const result = page.locator("section.result");
    expect(await result.innerText()).toContain("by Monday 23 November 2026, 10:30 (Asia/Tokyo)");
    expect(await result.innerText()).toContain("Monday 23 November 2026, 02:30 (Europe/Amsterdam)");
    expect(await result.innerText()).toContain("This is not legal advice");
    expect(await result.locator('a[href^="/api/duties.ics?"]').count()).toBe(1);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.locator("details.change summary").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator('input[name="event"][value="notice-received"]').isChecked()).toBe(true);
    await page.context().close();
  });

  test("Escape three times leaves the site", async () => {
    const page = await open("/en");
    // Answered here: a test asks nobody but this machine.
    await page.context().route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" }));
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Escape");
    await page.waitForURL(/^https:/);
    expect(await page.title()).toBe("elsewhere");
    await page.context().close();
  });
});

describe("in print", () => {
  test("a handout: no navigation, answers open, addresses of the sources", async () => {
    const page = await open("/en/jurisdictions/BR");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("header nav").isVisible()).toBe(false);
    expect(await page.locator("atlas-exit a").isVisible()).toBe(false);
    expect(await page.locator("#q-BR-def-csam .inside").isVisible()).toBe(true);
    expect(await page.locator("section.notes li").first().isVisible()).toBe(true);
    const shown = await page
      .locator('section.notes a[href^="http"]')
      .first()
      .evaluate((link) => getComputedStyle(link, "::after").content);
    expect(shown).toContain("http");
    await page.context().close();
  });
});

test("dark and light both keep the text readable: the browser's own contrast of body text", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await open("/en/jurisdictions/BR", { colorScheme });
    const [ink, paper] = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return [style.color, style.backgroundColor];
    });
    expect(contrast(ink ?? "", paper ?? "")).toBeGreaterThan(10);
    await page.context().close();
  }
});

function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
