import { join } from "node:path";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { LOCALES } from "../../domain/locale.ts";
import { markdownIn, originOf } from "./build.ts";

const ENGLISH = `# Rates

## What

A rate is \`count\` ÷ residents × 100,000, see [sums](sums.md) and [code](../../src/rate.ts). On 3 April 2026 it was 0.89438.
`;

test("a translation that keeps what is no prose loses nothing, however it writes numbers", () => {
  const french = `# Taux

## Quoi

Un taux est \`count\` ÷ habitants × 100\u202f000, voir [sommes](sums.md) et [code](../../../src/rate.ts). Le 3 avril 2026, il était de 0,89438.
`;
  const japanese = `# 率

## 内容

[合計](sums.md)と[コード](../../../src/rate.ts)を参照。率は\`count\`÷住民×100,000。2026年4月3日には0.89438。
`;
  const hindi = french.replace("100\u202f000", "१,००,०००").replace("0,89438", "०.८९४३८");
  for (const text of [french, japanese, hindi]) expect(differences(ENGLISH, text)).toEqual([]);
});

test.each([
  ["a heading of another level", "## What", "### What", /levels of the headings are 1 3, in English 1 2/],
  ["a number that lost a digit", "0.89438", "0.8943", /digits 089438/],
  ["code that was translated", "`count`", "`nombre`", /`count` is missing/],
  ["a link that leads elsewhere", "sums.md", "sommes.md", /link to sums\.md is missing/],
])("%s is found", (_, from, to, said) => {
  expect(differences(ENGLISH, ENGLISH.replace(from, to)).join("\n")).toMatch(said);
});

test("every translation of a text on method says what it translates, and keeps its headings, numbers, code and links", async () => {
  const docs = join(import.meta.dirname, "../../../docs/methods");
  const english = await markdownIn(docs);
  const found: string[] = [];
  for (const locale of LOCALES.filter((one) => one !== "en"))
    for (const [slug, text] of await markdownIn(join(docs, locale))) {
      const source = english.get(slug);
      const file = `docs/methods/${locale}/${slug}.md`;
      if (source === undefined) found.push(`${file}: there is no English text of this name`);
      else if (!originOf(text)) found.push(`${file}: the first line is not <!-- of: twelve hexadecimal digits state: machine or reviewed -->`);
      else found.push(...differences(source, text).map((one) => `${file}: ${one}`));
    }
  expect(found).toEqual([]);
});

/** What a translation must have in common with its English: everything that is no prose. */
interface Bones {
  /** Levels of the headings, in their order. */
  readonly headings: readonly string[];
  readonly numbers: readonly string[];
  readonly code: readonly string[];
  readonly links: readonly string[];
}

/**
 * What a translated text on method lost of its English: levels of headings in their order, numbers, pieces of code and
 * links, one sentence each; none when nothing is lost. Numbers are compared by their digits, however a language groups,
 * divides and writes them; a translation may have more of them, as dates have in some languages.
 */
function differences(english: string, translation: string): string[] {
  const [source, own] = [bonesOf(english), bonesOf(translation)];
  const found = [
    ...less(source.numbers, own.numbers).map((one) => `the number with the digits ${one} is missing; group digits with a no-break space, a comma or a point`),
    ...less(source.code, own.code).map((one) => `the code \`${one}\` is missing`),
    ...less(own.code, source.code).map((one) => `the code \`${one}\` is not in the English`),
    ...less(source.links, own.links).map((one) => `the link to ${one} is missing`),
    ...less(own.links, source.links).map((one) => `the link to ${one} is not in the English`),
  ];
  const [levels, ownLevels] = [source.headings.join(" "), own.headings.join(" ")];
  return levels === ownLevels ? found : [`the levels of the headings are ${ownLevels}, in English ${levels}`, ...found];
}

/** What of the first list the second has not, each as often as it stands there. */
function less(wanted: readonly string[], held: readonly string[]): string[] {
  const rest = [...held];
  return wanted.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function bonesOf(markdown: string): Bones {
  const bones = { headings: [] as string[], numbers: [] as string[], code: [] as string[], links: [] as string[] };
  walk(unified().use(remarkParse).use(remarkGfm).parse(markdown), bones);
  return bones;
}

function walk(node: Nodes, bones: { headings: string[]; numbers: string[]; code: string[]; links: string[] }): void {
  if (node.type === "heading") bones.headings.push(String(node.depth));
  if (node.type === "inlineCode" || node.type === "code") bones.code.push(node.value);
  // A translation lies one folder deeper, so the way up may be longer; where it leads is the same.
  if (node.type === "link") bones.links.push(node.url.replace(/^(?:\.{1,2}\/)+/, ""));
  if (node.type === "text") bones.numbers.push(...numbersIn(node.value));
  if ("children" in node) for (const child of node.children) walk(child, bones);
}

/** The digits of each number in a text, without signs for groups and fractions, in Western digits. */
function numbersIn(text: string): string[] {
  const western = text.replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)));
  return (western.match(/\d+(?:[.,٫٬'’\u00a0\u202f\u2009]\d+)*/g) ?? []).map((one) => one.replace(/\D/g, ""));
}

/** Decimal digits stand in blocks of ten, from nought to nine, in Unicode. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
