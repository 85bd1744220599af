import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openWindow } from "./browser.ts";
import { sortsOfPages } from "./pages.ts";

/*
 * What readers set for themselves, on one page of every sort: wider text (WCAG 2.2, 1.4.12), fingers in place of a mouse
 * (2.5.8), forced colours, the keyboard (2.4.7, 2.4.11).
 */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  const { context } = await openWindow(browser, { viewport: { width: 320, height: 640 }, reducedMotion: "reduce", bypassCSP: true });
  page = await context.newPage();
});
afterAll(() => browser.close());

/** The distances that WCAG 1.4.12 names. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

test.each(sortsOfPages())("%s can be spaced out, touched, read in forced colours and walked by keyboard", async (path) => {
  await page.goto(`/en${path}`, { waitUntil: "domcontentloaded" });
  expect({ small: await page.evaluate(smallTargets), moving: await page.evaluate(movingParts) }).toEqual({ small: [], moving: [] });
  await page.addStyleTag({ content: SPACED });
  expect(await page.evaluate(cutOff)).toEqual([]);
  await page.emulateMedia({ forcedColors: "active" });
  expect(await page.evaluate(lostInForcedColours)).toEqual([]);
  expect(await page.evaluate(withoutFocus)).toEqual([]);
  await page.emulateMedia({ forcedColors: "none" });
});

test("the list of languages does not cover what gets the focus after it", async () => {
  await page.goto("/en/about");
  const list = page.locator("details.languages");
  await list.locator("summary").focus();
  await page.keyboard.press("Enter");
  await list.locator("a").last().focus();
  expect(await list.getAttribute("open")).not.toBeNull();
  await page.keyboard.press("Tab");
  expect(await list.getAttribute("open")).toBeNull();
});

/**
 * Targets under 24 by 24 pixels whose circle of 24 pixels meets another target or the circle of another small one (2.5.8).
 * Links within a sentence are exempt, and so is what cannot be seen or is drawn on a map.
 */
function smallTargets(): string[] {
  const LEAST = 24;
  const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !one.closest("svg") && !one.matches(".skip"))
    .map((one) => ({ one: one.closest("label") && one.matches("[type=checkbox], [type=radio]") ? (one.closest("label") as HTMLElement) : one }))
    .flatMap(({ one }) => [...one.getClientRects()].filter(({ width, height }) => width > 1 && height > 1).map((box) => ({ one, box })));
  const inSentence = (one: HTMLElement): boolean => {
    if (!one.matches("a")) return false;
    let block: HTMLElement | null = one.parentElement;
    while (block && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const around = (block?.innerText ?? "").replace(one.innerText, "").replace(/[\s·›|,.:()]+/g, "");
    return around.length > 0;
  };
  const small = all.filter(({ one, box }) => (box.width < LEAST || box.height < LEAST) && !inSentence(one));
  const middle = ({ box }: (typeof all)[number]) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const gap = (x: number, from: number, to: number) => Math.max(from - x, 0, x - to);
  return small
    .filter((target) => {
      const { x, y } = middle(target);
      return all.some((other) => {
        if (other.one === target.one) return false;
        if (small.includes(other)) return Math.hypot(middle(other).x - x, middle(other).y - y) < LEAST;
        return Math.hypot(gap(x, other.box.left, other.box.right), gap(y, other.box.top, other.box.bottom)) < LEAST / 2;
      });
    })
    .slice(0, 5)
    .map(({ one, box }) => `${one.outerHTML.slice(0, 120)} (${Math.round(box.width)} × ${Math.round(box.height)})`);
}

/** What moves although the reader asks for less motion. */
function movingParts(): string[] {
  const scrolls = getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["smooth scrolling"] : [];
  return [...document.getAnimations().map((one) => one.constructor.name), ...scrolls];
}

/** Words that spacing pushes out of their box where it hides them, and pages that become wider than the screen. */
function cutOff(): string[] {
  const { documentElement: root } = document;
  const hidden = [...document.querySelectorAll<HTMLElement>("body *")].filter((one) => {
    if (one.closest("svg, .hide, input") || !one.checkVisibility()) return false;
    const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(one);
    if (clipPath !== "none") return false;
    const cutX = (overflowX === "hidden" || overflowX === "clip" || textOverflow === "ellipsis") && one.scrollWidth > one.clientWidth + 1;
    const cutY = (overflowY === "hidden" || overflowY === "clip") && one.scrollHeight > one.clientHeight + 1;
    return cutX || cutY;
  });
  const wide = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth - root.clientWidth} pixels wider than the screen`] : [];
  return [...wide, ...hidden.map((one) => one.outerHTML.slice(0, 120))].slice(0, 5);
}

/** Buttons and answers without an edge, words in the colour of their ground, and shapes that nobody sees, where the reader's colours replace ours. */
function lostInForcedColours(): string[] {
  const ground = getComputedStyle(document.body).backgroundColor;
  const canvas = ground === "rgba(0, 0, 0, 0)" ? getComputedStyle(document.documentElement).backgroundColor : ground;
  const controls = [...document.querySelectorAll("button, input:not([type=hidden], [type=checkbox], [type=radio], [type=range]), select, .chip, .exit")];
  const lost = controls.filter((one) => {
    if (!one.checkVisibility()) return false;
    const { borderTopStyle, borderTopWidth, color } = getComputedStyle(one);
    // The browser puts the ground of the page behind every word.
    return borderTopStyle === "none" || borderTopWidth === "0px" || color === canvas;
  });
  const drawn = [...document.querySelectorAll("figure.map svg a :is(use, circle), .chart rect")].slice(0, 300).filter((one) => {
    const { fill, stroke } = getComputedStyle(one);
    return one.checkVisibility() && !one.closest("defs") && [fill, stroke].every((colour) => colour === "none" || colour === canvas);
  });
  return [...lost, ...drawn].slice(0, 5).map((one) => one.outerHTML.slice(0, 120));
}

/** What the keyboard reaches and the eye does not: no outline, or covered by something that stands still while the page scrolls. */
function withoutFocus(): string[] {
  const every = [
    ...document.querySelectorAll<HTMLElement>("a[href]:not([tabindex='-1']), button, input:not([type=hidden]), select, summary, [tabindex='0']"),
  ].filter((one) => one.checkVisibility());
  const chosen = every.filter((_, index) => index < 12 || index % Math.ceil(every.length / 30) === 0);
  return chosen
    .filter((one) => {
      one.focus();
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      if (outlineStyle === "none" || outlineWidth === "0px") return true;
      one.scrollIntoView({ block: "nearest" });
      const { x, y, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect();
      if (x < 0 || y < 0 || x + width / 2 > innerWidth) return false;
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return top !== null && !one.contains(top) && !top.contains(one) && !["static", "relative"].includes(getComputedStyle(top).position);
    })
    .slice(0, 5)
    .map((one) => one.outerHTML.slice(0, 120));
}
