import { expect, test } from "vitest";
import type { Locale } from "../domain/locale.ts";
import type { AtlasRecord } from "../domain/record.ts";
import { buildCatalogue } from "../store/catalogue.ts";
import { suggest } from "./suggest.ts";
import { understand } from "./understand.ts";

function place(id: string, names: Partial<Record<Locale, string>>, kind: "state" | "subdivision" | "organisation" = "state"): AtlasRecord[] {
  return [
    {
      kind: "jurisdiction",
      id,
      body: { id, kind, parent: id.includes("-") ? id.slice(0, 2) : "", alpha3: "", numeric: "", region: "", subregion: "", status: "" },
    },
    ...Object.entries(names).map(
      ([locale, name]): AtlasRecord => ({
        kind: "name",
        id: `${id}.${locale}`,
        body: { id: `${id}.${locale}`, of: id, locale: locale as Locale, name, origin: "cldr" },
      }),
    ),
  ];
}

const catalogue = buildCatalogue([
  ...place("BR", { en: "Brazil", fr: "Brésil", pt: "Brasil", ja: "ブラジル", ar: "البرازيل", ru: "Бразилия", zh: "巴西" }),
  ...place("GB", { en: "United Kingdom", fr: "Royaume-Uni" }),
  ...place("IS", { en: "Iceland", fr: "Islande", de: "Island" }),
  ...place("GE", { en: "Georgia", fr: "Géorgie" }),
  ...place("US", { en: "United States", fr: "États-Unis" }),
  ...place("US-GA", { en: "Georgia", fr: "Géorgie" }, "subdivision"),
  ...place("GN", { en: "Guinea", fr: "Guinée" }),
  ...place("PG", { en: "Papua New Guinea", fr: "Papouasie-Nouvelle-Guinée" }),
  ...place("MM", { en: "Myanmar (Burma)", fr: "Myanmar (Birmanie)" }),
  ...place("COE", { en: "Council of Europe", fr: "Conseil de l’Europe" }, "organisation"),
  { kind: "topic", id: "age-assurance", body: { id: "age-assurance", order: 0, parent: "", title: "Age assurance", description: "" } },
]);

const read = (words: string, locale: "en" | "fr" = "en") => {
  const { demands, places } = understand(catalogue, words, locale);
  return { places, words: demands.map((one) => one.shown) };
};

test("a place becomes a filter, and words that say nothing are left out", () => {
  expect(read("grooming laws in brazil")).toEqual({ places: ["BR"], words: ["grooming"] });
  expect(read("lois sur le grooming au bresil", "fr")).toEqual({ places: ["BR"], words: ["grooming"] });
});

test("places are known by their names in all languages, short names and adjectives", () => {
  for (const name of ["Brasil", "brazilian", "ブラジル", "البرازيل", "Бразилия", "巴西", "BRÉSIL", "brésilienne"])
    expect(read(name).places, name).toEqual(["BR"]);
  for (const name of ["UK", "U.K.", "Britain", "british", "Royaume-Uni"]) expect(read(name).places, name).toEqual(["GB"]);
  for (const name of ["burma", "Myanmar"]) expect(read(name).places, name).toEqual(["MM"]);
});

test("a place and a subject are told apart in every language", () => {
  for (const [locale, words, subject] of [
    ["es", "leyes de verificación de edad en Brasil", "verificación de edad"],
    ["pt", "leis brasileiras sobre aliciamento", "aliciamento"],
    ["ar", "الاستدراج في البرازيل", "الاستدراج"],
    ["hi", "ब्राज़ील में ग्रूमिंग", "ग्रूमिंग"],
    ["ja", "ブラジルの年齢確認", "年齢確認"],
    ["ru", "груминг в Бразилии", "груминг"],
    ["zh", "巴西的年龄验证", "年龄验证"],
  ] as const) {
    const { demands, places } = understand(catalogue, words, locale);
    expect(places, words).toEqual(["BR"]);
    expect(
      demands.map((one) => one.shown),
      words,
    ).toEqual([subject]);
  }
});

test("the longest name counts, and a name of two places means both", () => {
  expect(read("papua new guinea").places).toEqual(["PG"]);
  expect(read("guinea").places).toEqual(["GN"]);
  expect([...read("georgia").places].sort()).toEqual(["GE", "US-GA"]);
});

test("an ordinary word or an organisation is not a place", () => {
  expect(read("island").places).toEqual([]);
  expect(read("council of europe convention").places).toEqual([]);
});

test("a word like law is asked for only when there is nothing else", () => {
  expect(read("law").words).toEqual(["law"]);
  expect(read("the law on removal").words).toEqual(["removal"]);
});

test("expressions stand for what means the same, in both languages", () => {
  const [demand] = understand(catalogue, "child pornography", "en").demands;
  expect(demand?.wide).toContain("'csam'");
  expect(understand(catalogue, "chiffrement", "fr").demands[0]?.wide).toContain("'encryption'");
});

test("a quoted phrase keeps its order, and its places stay words", () => {
  const meaning = understand(catalogue, '"removal of content in brazil" grooming', "en");
  expect(meaning.places).toEqual([]);
  expect(meaning.demands.map((one) => one.strict)).toEqual(["('removal' <2> 'content' <2> 'brazil')", "('grooming')"]);
});

test("kinds of record are recognised", () => {
  expect(understand(catalogue, "Anhörungen zum Alter", "de").kinds).toContain("update/hearing");
  expect(understand(catalogue, "законопроекты", "ru").kinds).toContain("instrument/bill");
  expect(understand(catalogue, "条約", "ja").kinds).toContain("treaty");
  expect(understand(catalogue, "الاتفاقيات والمعاهدات", "ar").kinds).toContain("treaty");
  expect(understand(catalogue, "consultations on age", "en").kinds).toContain("update/consultation");
  expect(understand(catalogue, "bill", "en").kinds).toContain("instrument/bill");
  expect(understand(catalogue, "projet de loi", "fr").kinds).toContain("instrument/bill");
});

test("odd queries are read without harm", () => {
  for (const words of ["", "   ", "'", '"', "\\", "a & b | !c:*", "'; DROP TABLE x; --", "\u0000", "🙂", "x".repeat(5000), "a ".repeat(5000)]) {
    expect(() => understand(catalogue, words, "en"), words.slice(0, 20)).not.toThrow();
  }
});

test("type-ahead finds by beginnings, other names, synonyms and with an error", () => {
  const first = (words: string, locale: "en" | "fr" = "en") => suggest(catalogue, words, locale)[0]?.id;
  expect(first("bra")).toBe("BR");
  expect(first("brazl")).toBe("BR");
  expect(first("uk")).toBe("GB");
  expect(first("us")).toBe("US");
  expect(first("etats", "fr")).toBe("US");
  expect(first("age verif")).toBe("age-assurance");
  expect(suggest(catalogue, "qqqqqq", "en")).toEqual([]);
  expect(suggest(catalogue, "", "en")).toEqual([]);
  expect(suggest(catalogue, "g", "en", 2)).toHaveLength(2);
});
