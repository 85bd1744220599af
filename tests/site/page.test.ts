import { brotliCompressSync, constants } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { describe, expect, inject, test } from "vitest";
import { EMBEDS, PAGES } from "../journey/pages.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:document"],
  elements: [
    "html5",
    {
      "atlas-search": { flow: true, permittedContent: ["@flow"] },
      "atlas-map": { flow: true, permittedContent: ["@flow"] },
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

/** Bytes of a page at rest, as the second reader gets it. */
const compressed = (html: string) => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
/** The longest pages of the record: about a hundred sources each, whose addresses alone fill a third of the page. */
const LONGEST: ReadonlySet<string> = new Set(["/jurisdictions/US", "/questions/age-of-consent"]);

describe.each(["en", "fr"])("%s", (locale) => {
  test.each(PAGES)("%s is valid HTML, light, complete in its head", async (path) => {
    const response = await fetch(`${inject("site")}/${locale}${path}`);
    expect(response.status).toBe(path === "/no-such-page" ? 404 : 200);
    const html = await response.text();
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap((result) => result.messages.map((message) => `${message.line}:${message.column} ${message.ruleId} ${message.message}`)),
    ).toEqual([]);
    expect(html).toMatch(new RegExp(`<html lang="${locale}" dir="ltr">`));
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toContain('rel="canonical"');
    expect(html.match(/hreflang="(?:en|fr|x-default)"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(html).toContain('property="og:title"');
    expect(html).not.toMatch(/ style="|<style|\son[a-z]+="|<script>(?!<)/);
    for (const [, json] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) expect(() => JSON.parse(json ?? "")).not.toThrow();
    expect(compressed(html)).toBeLessThanOrEqual(LONGEST.has(path) ? 17_000 : 15_000);
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
  expect(compressed(html)).toBeLessThanOrEqual(15_000);
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
