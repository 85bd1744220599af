import { brotliCompressSync, constants } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { describe, expect, inject, test } from "vitest";
import { direction, SITE_LOCALES } from "../../src/domain/locale.ts";
import { EMBEDS, pagesIn } from "../journey/pages.ts";
import { englishIn } from "./english.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:document"],
  elements: [
    "html5",
    {
      "atlas-search": { flow: true, permittedContent: ["@flow"] },
      "atlas-map": { flow: true, permittedContent: ["@flow"] },
      "atlas-offline": { flow: true, permittedContent: ["@flow"] },
      "atlas-slider": { flow: true, permittedContent: ["@flow"] },
      "atlas-exit": { flow: true, phrasing: true },
    },
  ],
  rules: {
    // Style of writing, not validity.
    "long-title": "off",
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-implicit-button-type": "off",
    "require-sri": "off",
    "valid-id": ["error", { relaxed: true }],
    "tel-non-breaking": "off",
    "prefer-native-element": "off",
  },
});

const brotli = (html: string, quality: number): number => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

/** Bytes of a page at rest, as the second reader gets it, or more: the slow compression is tried only where the quick one is not small enough. */
function compressed(html: string, limit: number): number {
  const quick = brotli(html, 6);
  return quick <= limit ? quick : brotli(html, 11);
}

/**
 * The longest pages of the record: about a hundred sources each, whose addresses alone fill a third of the page, or as many
 * places as can be compared. Letters beyond the Latin ones take two or three bytes each.
 */
const LONGEST: ReadonlySet<string> = new Set(["/jurisdictions/US", "/questions/age-of-consent", "/compare?place=BR,FR,JP,US,DE,GB,AU,EU"]);

describe.each(SITE_LOCALES)("%s", (locale) => {
  test.each(pagesIn(locale))("%s is valid HTML, light, complete in its head", async (path) => {
    const response = await fetch(`${inject("site")}/${locale}${path}`);
    expect(response.status).toBe(path === "/no-such-page" ? 404 : 200);
    const html = await response.text();
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap((result) => result.messages.map((message) => `${message.line}:${message.column} ${message.ruleId} ${message.message}`)),
    ).toEqual([]);
    expect(html).toMatch(new RegExp(`<html lang="${locale}" dir="${direction(locale)}">`));
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    if (locale !== "en") expect(englishIn(html, locale)).toEqual([]);
    expect(html).toContain('rel="canonical"');
    for (const other of [...SITE_LOCALES, "x-default"]) expect(html).toContain(`hreflang="${other}"`);
    expect(html).toContain('property="og:title"');
    expect(html).not.toMatch(/ style="|<style|\son[a-z]+="|<script>(?!<)/);
    for (const [, json] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) expect(() => JSON.parse(json ?? "")).not.toThrow();
    const limit = LONGEST.has(path) ? 17_800 : 15_000;
    expect(compressed(html, limit)).toBeLessThanOrEqual(limit);
  });
});

test.each(EMBEDS)("%s is valid HTML and light, and names one heading", async (path) => {
  const html = await (await fetch(`${inject("site")}/fr${path}`)).text();
  const report = await validator.validateString(html);
  expect(
    report.results.flatMap((result) => result.messages.map((message) => `${message.line}:${message.column} ${message.ruleId} ${message.message}`)),
  ).toEqual([]);
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  expect(html).not.toMatch(/ style="|<style|\son[a-z]+="|<script>(?!<)/);
  expect(compressed(html, 15_000)).toBeLessThanOrEqual(15_000);
});

test("style and script keep within their limits", async () => {
  const html = await (await fetch(`${inject("site")}/en`)).text();
  for (const [pattern, limit] of [
    [/href="(\/asset\/style-[^"]+)"/, 10_000],
    [/src="(\/asset\/atlas-[^"]+)"/, 12_000],
  ] as const) {
    const address = pattern.exec(html)?.[1] ?? "";
    const body = Buffer.from(await (await fetch(`${inject("site")}${address}`, { headers: { "accept-encoding": "identity" } })).arrayBuffer());
    expect(brotliCompressSync(body).length).toBeLessThanOrEqual(limit);
  }
});

test("English words of the interface are found where they are not marked as English, and only there", async () => {
  const html = await (await fetch(`${inject("site")}/en/duties`)).text();
  expect(englishIn(html.replace('<html lang="en"', '<html lang="fr"'), "fr").length).toBeGreaterThan(20);
  expect(englishIn(html, "fr")).toEqual([]);
});
