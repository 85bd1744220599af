import { expect, test } from "vitest";
import { FRAME, inquiryInto } from "../../../api/sample.ts";
import type { MethodText } from "../../method/text.ts";
import { render } from "../../render.ts";
import { visitOf } from "../../visitor.ts";
import { methodList, methodTextPage } from "./page.tsx";

const text = (part: Partial<MethodText>): MethodText => ({
  slug: "rates",
  lang: "fr",
  state: "machine",
  title: "Taux",
  headings: [],
  html: '<p>Voir <a href="adoption#m-x">là</a>.</p>',
  ...part,
});

async function shown(page: typeof methodList, one: MethodText, query: Record<string, string> = {}): Promise<string> {
  const assets = { style: "", script: "", sprite: "", places: {}, files: new Map(), methods: async () => [one] };
  const inquiry = { ...inquiryInto({ records: FRAME, answers: [] }, query), locale: "fr" as const };
  const leaf = await page(visitOf(inquiry, { assets: assets as never, path: "/methods/rates", origin: "", params: { slug: "rates" } }));
  return leaf ? render(() => leaf.body as never, {}) : "";
}

test.each([
  ["machine", "Ce texte a été traduit par une machine", true],
  ["stale", "Cette traduction est plus ancienne", true],
  ["reviewed", "", false],
] as const)("a text that is %s says so once, and leads to the English", async (state, said, marked) => {
  const html = await shown(methodTextPage, text({ state }));
  expect(html).toContain(said);
  expect(html.includes('class="marks"')).toBe(marked);
  expect(html.includes('href="/en/methods/rates"')).toBe(marked);
  expect(html).toContain('<a href="/fr/methods/adoption#m-x">là</a>');
  expect(html).toContain('<article class="method"><h1>');
});

test("English that stands in for a translation is marked as English, also in the list", async () => {
  const english = text({ lang: "en", state: "missing", title: "Rates" });
  const html = await shown(methodTextPage, english);
  expect(html).toContain('<article class="method" lang="en" dir="ltr">');
  expect(html).toContain("n’est pas encore traduit");
  expect(await shown(methodList, english)).toContain('<a href="/fr/methods/rates" lang="en">Rates</a>');
});

test("there is no text of another name", async () => {
  expect(await shown(methodTextPage, text({ slug: "other" }))).toBe("");
});
