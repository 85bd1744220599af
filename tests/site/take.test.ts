import sharp from "sharp";
import { describe, expect, inject, test } from "vitest";
import { attributes, byId, plain, words } from "./html.ts";
import { ask, page } from "./read.ts";

const LINES = "dataset=cybertipline-by-country&place=BR,NL&group=eu";
const KINDS = [
  LINES,
  `${LINES}&picture=multiples&scale=index`,
  `${LINES}&picture=bar`,
  `${LINES}&picture=slope&to=2023`,
  "dataset=cybertipline-by-country&place=all&from=2023&to=2023&picture=map",
];
const NOTHING = "dataset=cybertipline-by-country-incident-type-2024&place=TV&status=suppressed";

interface Pinned {
  readonly at: string;
  readonly revision: number;
}
async function now(): Promise<Pinned> {
  const { meta } = JSON.parse(await page(`/api/figures.json?${LINES}`)) as { meta: Pinned };
  return meta;
}

async function caveats(query: string, locale = "en"): Promise<string[]> {
  const { data } = JSON.parse(await page(`/api/figures.json?${query}&lang=${locale}`)) as { data: { caveats: Array<{ text: string }> } };
  return data.caveats.map((one) => one.text);
}

describe("pictures that stand alone", () => {
  test.each(KINDS)("SVG of %s: closed, with nothing from outside, and all that must travel", async (query) => {
    const answer = await ask(`/en/figures.svg?${query}`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
    const svg = answer.body;
    expect(svg).not.toMatch(/<script|<image|<foreignObject|\bon[a-z]+="|(?:xlink:)?href="(?!#)|@import|url\((?!#)|var\(|&(?!amp;|lt;|gt;|quot;|#39;)/);
    const said = words(svg.slice(0, svg.indexOf("<style>")));
    for (const caveat of await caveats(query)) expect(said).toContain(caveat.replace(/\s+/g, " "));
    const seen = words(svg.slice(svg.indexOf("</style>")));
    const { at, revision } = await now();
    for (const part of [
      "Unit:",
      "What it does not mean:",
      "The number of reports is not the amount of abuse.",
      "Source:",
      "As of",
      `revision ${revision}`,
      "Permanent address:",
    ])
      expect(seen).toContain(part);
    expect(seen.replaceAll(" ", "")).toContain(`at=${at}&known=${revision}`);
    // Another reader, which takes nothing but well-formed XML, finds the size that the file names.
    const { format, width, height } = await sharp(Buffer.from(svg)).metadata();
    expect(["svg", attributes(svg, "width")[0], attributes(svg, "height")[0]]).toEqual([format, String(width), String(height)]);
  });

  test("PNG: twice the size, words inside in dots and as text", async () => {
    const svg = await sharp(Buffer.from(await page(`/fr/figures.svg?${LINES}`))).metadata();
    const response = await fetch(`${inject("site")}/fr/figures.png?${LINES}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    const bytes = Buffer.from(await response.arrayBuffer());
    const { format, width, xmp, exif } = await sharp(bytes).metadata();
    expect([format, width]).toEqual(["png", 2 * (svg.width ?? 0)]);
    expect(plain(xmp?.toString("utf8") ?? "")).toContain((await caveats(LINES, "fr"))[0]);
    expect(exif?.length).toBeGreaterThan(200);
    // Beneath the plot stand words: dark dots in the last part of the picture.
    const { channels } = await sharp(bytes)
      .extract({ left: 0, top: 2 * ((svg.height ?? 0) - 120), width: width ?? 0, height: 160 })
      .stats();
    expect(channels[0]?.min).toBeLessThan(160);
  }, 30_000);

  test("a view without a number has no picture, and says so", async () => {
    for (const ending of ["svg", "png"]) {
      const { status, body } = await ask(`/en/figures.${ending}?${NOTHING}`);
      expect(status).toBe(404);
      expect(words(body)).toContain("That does not mean 0");
    }
    expect((await ask("/en/figures.svg?dataset=none")).status).toBe(400);
  });
});

describe("embedding", () => {
  const EMBED = `/fr/embed/figures?${LINES}`;

  test("only what is made for it may stand in a frame, pictures may be shown, and nothing else", async () => {
    const headers = async (path: string): Promise<(string | null)[]> => {
      const answer = await ask(path);
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).not.toContain("unsafe");
      expect(answer.headers.has("set-cookie")).toBe(false);
      return [/frame-ancestors ([^;]+)/.exec(policy)?.[1] ?? null, answer.headers.get("x-frame-options"), answer.headers.get("cross-origin-resource-policy")];
    };
    expect(await headers(EMBED)).toEqual(["*", null, "cross-origin"]);
    for (const path of [`/en/figures.svg?${LINES}`, "/embed.js"]) expect(await headers(path)).toEqual(["'none'", "DENY", "cross-origin"]);
    for (const path of [`/en/figures?${LINES}`, "/en", `/en/figures.svg?${NOTHING}`, `/en/figures.bib?${LINES}`, "/en/embed/none", "/api/figures.json"])
      expect(await headers(path)).toEqual(["'none'", "DENY", "same-origin"]);
  });

  test("live or frozen in words, with picture, every caveat, the full view and help", async () => {
    const { at, revision } = await now();
    const live = await page(EMBED);
    const frozen = await page(`${EMBED}&at=${at}&known=${revision}`);
    expect(words(live)).toContain("En direct");
    expect(words(frozen)).toContain(`Figé à la révision ${revision}`);
    for (const html of [live, frozen]) {
      expect(html).toContain('<meta name="robots" content="noindex"');
      expect(html).toContain('<svg class="chart plot"');
      for (const caveat of await caveats(LINES, "fr")) expect(words(html)).toContain(caveat.replace(/\s+/g, " "));
      const links = attributes(html.slice(html.indexOf("<main")), "href");
      expect(links.some((href) => href.startsWith("/fr/figures?"))).toBe(true);
      expect(links.some((href) => href.startsWith("/fr/services"))).toBe(true);
      expect(attributes(html, "src|href").every((address) => /^[/#]/.test(address))).toBe(true);
    }
    expect(words(await page(`/en/embed/figures?${NOTHING}`))).not.toContain("Live: changes");
    expect((await ask("/en/embed/figures?dataset=none")).status).toBe(400);
  });

  test("the script for other pages is small", async () => {
    const { status, body } = await ask("/embed.js");
    expect(status).toBe(200);
    expect(body.length).toBeLessThanOrEqual(512);
  });
});

describe("take it along", () => {
  test.each(["en", "fr"])(
    "%s: every file answers; codes and citations are pinned to the day and the revision",
    async (locale) => {
      const html = await page(`/${locale}/figures?${LINES}`);
      const section = byId(html, "along") && html.slice(html.lastIndexOf("<section", html.indexOf('id="along"')));
      const along = section.slice(0, section.indexOf("</section>"));
      const files = attributes(along, "href");
      expect(files.map((path) => /\.((?:csl\.|csv-metadata\.)?\w+)\?/.exec(path)?.[1])).toEqual([
        "csv",
        "csv-metadata.json",
        "json",
        "xlsx",
        "parquet",
        "svg",
        "png",
        "bib",
        "csl.json",
      ]);
      for (const path of files) expect([path, (await ask(path)).status]).toEqual([path, 200]);
      const { at, revision } = await now();
      const live = plain(byId(along, "embed-live"));
      const frozen = plain(byId(along, "embed-frozen"));
      expect(live).not.toContain("known=");
      expect(frozen).toContain(`known=${revision}`);
      for (const code of [live, frozen]) {
        const src = plain(/src="([^"]+)"/.exec(code)?.[1] ?? "");
        expect(src.startsWith(`${inject("site")}/${locale}/embed/figures?`)).toBe(true);
        expect((await ask(src.slice(inject("site").length))).status).toBe(200);
        expect(code).toMatch(/<iframe [^>]*title="[^"]+" loading="lazy"/);
      }
      const [first = ""] = await caveats(LINES, locale);
      const bib = await page(`/${locale}/figures.bib?${LINES}`);
      const [item] = JSON.parse(await page(`/${locale}/figures.csl.json?${LINES}`)) as Array<{ type: string; URL: string; note: string; version: string }>;
      expect(bib).toMatch(/^@misc\{[a-z0-9-]+,\n {2}author = \{\{/);
      expect(bib).toContain(first.replace(/[%&#_$]/g, "\\$&"));
      expect(item).toMatchObject({ type: "dataset", version: String(revision) });
      expect(item?.note).toContain(first);
      expect(words(along)).toContain(first);
      expect(item?.URL).toContain(`at=${at}&known=${revision}`);
      expect(bib).toContain(`url = {${item?.URL}}`);
      expect((await ask(item?.URL.slice(inject("site").length) ?? "")).status).toBe(200);
    },
    30_000,
  );
});
