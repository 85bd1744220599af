import { beforeAll, describe, expect, test } from "vitest";
import { languageViews } from "../../src/api/language/view.ts";
import { RESOURCES } from "../../src/api/resources.ts";
import { inquiryInto } from "../../src/api/sample.ts";
import { diskFiles } from "../../src/dataset/disk.ts";
import { readFiles } from "../../src/dataset/read.ts";
import { LOCALE_NAMES, SITE_LOCALES, type SiteLocale } from "../../src/domain/locale.ts";
import type { AtlasRecord } from "../../src/domain/record.ts";
import { translator } from "../../src/web/message/translate.ts";
import { ROUTES } from "../../src/web/route.ts";
import { makeSite } from "../../src/web/site.ts";
import { byId } from "./html.ts";
import { ask, page } from "./read.ts";
import { DATA } from "./record.ts";

const FURTHER = SITE_LOCALES.filter((one) => one !== "en");

describe("choosing", () => {
  test("the switch keeps the page and its parameters, in every language by its own name", async () => {
    const html = await page("/en/questions/def-csam?at=2015-06-01&place=FR");
    for (const locale of FURTHER) {
      expect(html).toContain(`href="/${locale}/questions/def-csam?at=2015-06-01`);
      expect(html).toContain(LOCALE_NAMES[locale]);
    }
  });

  test.each([
    ["", "", "/en"],
    ["fr-CA,fr;q=0.8", "", "/fr"],
    ["ar-EG", "", "/ar"],
    ["zh-TW, en;q=0.5", "", "/zh"],
    ["tlh, de;q=0.1", "", "/de"],
    ["fr", "language=ja", "/ja"],
    ["fr", "language=tlh", "/fr"],
  ])("a start with “%s” and the cookie “%s” leads to %s", async (accept, cookie, to) => {
    const { status, headers } = await ask("/", { "accept-language": accept || "*;q=0", ...(cookie ? { cookie } : {}) });
    expect(status).toBe(302);
    expect(headers.get("location")).toBe(to);
    expect(headers.get("vary")).toContain("cookie");
  });

  test("an address without a language is led to the reader's, with what follows", async () => {
    const { status, headers } = await ask("/jurisdictions/BR?at=2020-01-01", { "accept-language": "es" });
    expect([status, headers.get("location")]).toEqual([302, "/es/jurisdictions/BR?at=2020-01-01"]);
    expect((await ask("/nothing/BR", { "accept-language": "es" })).status).toBe(404);
  });

  test("a page sets no cookie, whatever is sent", async () => {
    for (const path of ["/", "/en", "/ar/languages", "/en/nothing"]) expect((await ask(path, { cookie: "language=fr" })).headers.get("set-cookie")).toBeNull();
  });
});

describe("states", () => {
  let records: AtlasRecord[];
  beforeAll(async () => {
    records = (await readFiles(diskFiles(DATA))).records.filter((one) => one.kind !== "row" && one.kind !== "coding");
  });

  /** The site in this process, on records that are given. */
  async function marks(given: readonly AtlasRecord[], locale: SiteLocale, path: string): Promise<string> {
    const { reader } = inquiryInto({ records: given, answers: [] });
    const site = makeSite({
      reader,
      clock: () => new Date("2026-11-22T12:00:00Z"),
      resources: RESOURCES,
      version: "1",
      routes: ROUTES,
      assets: { style: "/s.css", script: "/s.js", sprite: "/s.svg", places: {}, files: new Map(), methods: async () => [] },
      origin: "https://atlas.example",
      words: translator,
      find: () => Promise.reject(new Error("nothing is looked for")),
      suggest: () => [],
      ready: async () => true,
      report: (error) => {
        throw error;
      },
    });
    const html = await (await site.request(`/${locale}${path}`)).text();
    return /<p class="marks">(.*?)<\/p>/s.exec(html)?.[1] ?? "";
  }

  test("one English caveat changes: exactly its translations turn stale, and readers of each language are told", async () => {
    const id = "rep-not-incidents";
    const found = records.find((one) => one.kind === "caveat" && one.id === id) ?? records.find((one) => one.kind === "caveat");
    if (found?.kind !== "caveat") throw new Error("the record holds no caveat");
    const changed = records.map((one) =>
      one === found ? ({ ...one, body: { ...found.body, text: `${found.body.text} This sentence is new.` } } as AtlasRecord) : one,
    );
    const stale = (given: readonly AtlasRecord[]) =>
      languageViews(inquiryInto({ records: given, answers: [] })).map(({ locale, groups }) => [
        locale,
        groups.reduce((sum, { states }) => sum + states.stale, 0),
      ]);
    expect(stale(records)).toEqual(SITE_LOCALES.map((locale) => [locale, 0]));
    expect(stale(changed)).toEqual(SITE_LOCALES.map((locale) => [locale, locale === "en" ? 0 : 1]));
    const dataset = records.find((one) => one.kind === "dataset" && one.body.caveats.includes(found.id));
    expect(dataset).toBeDefined();
    for (const locale of FURTHER) {
      const words = translator(locale)("frame.mark-stale");
      expect(await marks(records, locale, `/data/${dataset?.id}`), locale).not.toContain(words);
      expect(await marks(changed, locale, `/data/${dataset?.id}`), locale).toContain(words);
    }
  });

  test("every language has what it is meant to have, and the page of languages says how it was made", async () => {
    for (const { locale, groups } of languageViews(inquiryInto({ records, answers: [] })))
      for (const { name, states } of groups)
        if (["codebook", "positions", "glossary"].includes(name)) expect({ locale, name, missing: states.missing }).toEqual({ locale, name, missing: 0 });
    const html = await page("/en/languages");
    for (const locale of SITE_LOCALES) expect(html).toContain(`lang="${locale}"`);
    expect(byId(html, "states")).toBeDefined();
  });

  test("the English stands beside a translation for readers who ask for it, and nowhere else", async () => {
    for (const locale of FURTHER) {
      const beside = await page(`/${locale}/positions/end-to-end-encryption?beside=en`);
      expect(beside).toContain('<span class="wording" lang="en"');
      expect(beside).toContain('<meta name="robots" content="noindex"');
      expect(await page(`/${locale}/positions/end-to-end-encryption`)).not.toContain('class="wording"');
    }
    expect(await page("/en/positions/end-to-end-encryption?beside=en")).not.toContain('class="wording"');
  });
});
