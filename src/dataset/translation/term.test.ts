import { beforeAll, describe, expect, test } from "vitest";
import type { Locale } from "../../domain/locale.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import { HELD, heldRecords, heldUnits } from "./held.ts";
import { avoidedBy, avoidedByEnglish, avoidedIn, uses } from "./term.ts";
import { unitName } from "./unit.ts";

const term = (...avoid: string[]): AtlasRecord => ({
  kind: "term",
  id: "material",
  body: {
    id: "material",
    term: "Abuse material",
    definition: "Recordings of abuse.",
    avoid: avoid.map((word) => ({ word, reason: "It misleads." })),
    questions: [],
    related: [],
    note: "",
    citations: [],
  },
});
const translated = (locale: Locale, index: number, text: string): AtlasRecord => {
  const id = `${locale}.term.material.avoid.${index}.word`;
  return { kind: "text", id, body: { id, locale, kind: "term", record: "material", field: `avoid.${index}.word`, text, of: "0123456789ab", state: "machine" } };
};
const words = (records: readonly AtlasRecord[], locale: Locale): string[] => avoidedIn(records, locale).map((one) => one.expression);

describe("what is to be avoided", () => {
  test("each expression of an entry, in the language that is asked for", () => {
    const records = [term("bad film, bad picture"), translated("fr", 0, "mauvais film (bad film), mauvaise image")];
    expect(words(records, "en")).toEqual(["bad film", "bad picture"]);
    expect(words(records, "fr")).toEqual(["mauvais film", "mauvaise image"]);
    expect(words(records, "es")).toEqual([]);
  });

  test("commas of every script part expressions", () => {
    expect(words([term("bad film"), translated("ar", 0, "فيلم سيئ، صورة سيئة")], "ar")).toEqual(["فيلم سيئ", "صورة سيئة"]);
    expect(words([term("bad film"), translated("ja", 0, "悪い映画、悪い写真（悪写）")], "ja")).toEqual(["悪い映画", "悪い写真"]);
  });

  test("quotation marks around an expression are no part of it", () => {
    expect(words([term("bad film"), translated("ru", 0, "«плохой фильм», «плохая картина»")], "ru")).toEqual(["плохой фильм", "плохая картина"]);
  });

  test("a word that is avoided in one sense only is left to people, in every language", () => {
    const records = [
      term("minor, as a general word", "hotline, for a helpline", "made by itself, without more"),
      translated("fr", 0, "mineur, comme terme général"),
    ];
    expect(words(records, "en")).toEqual([]);
    expect(words(records, "fr")).toEqual([]);
  });

  test("an entry that the term no longer has is no rule", () => {
    expect(words([term("bad film"), translated("fr", 3, "mauvais film")], "fr")).toEqual([]);
  });
});

describe("where an expression is used", () => {
  test.each([
    ["A bad film was found.", "bad film", true],
    ["BAD FILM", "bad film", true],
    ["A bad filmmaker.", "bad film", false],
    ["A notbad film.", "bad film", false],
    ["A bad filmmaker made a bad film.", "bad film", true],
    ["un « mauvais film »", "mauvais film", true],
    ["Kinderfilmindustrie", "film", false],
    ["وهذا الفيلم السيئ", "فيلم", true],
    ["यह बुरीफिल्म है", "फिल्म", true],
    ["о плохой картине", "плохая картина", true],
    ["о хорошей картине", "плохая картина", false],
    ["о неплохой картине", "плохая картина", false],
    ["как секс-туристы", "секс-турист", true],
    ["これは悪い映画館です", "悪い映画", true],
  ])("%s / %s: %s", (text, expression, found) => {
    expect(uses(text, expression)).toBe(found);
  });
});

describe("the rule", () => {
  const english = [{ term: "material", expression: "bad film" }];
  const own = [{ term: "material", expression: "mauvais film" }];

  test("a translation does not use what its own language avoids", () => {
    const unit = { home: "question", source: "Is abuse material defined?", text: "Le mauvais film est-il défini ?" } as const;
    expect(avoidedBy(unit, own, english)).toEqual(own[0]);
    expect(avoidedBy({ ...unit, text: "Est-ce défini ?" }, own, english)).toBeNull();
    expect(avoidedBy({ ...unit, text: null }, own, english)).toBeNull();
  });

  test("it may quote what the English quotes", () => {
    expect(avoidedBy({ home: "question", source: "A law may say “bad film”.", text: "Une loi peut dire « mauvais film »." }, own, english)).toBeNull();
  });

  test("English may name the expression within quotation marks only", () => {
    expect(avoidedByEnglish({ home: "message", source: "We do not say “bad film”." }, english)).toBeNull();
    expect(avoidedByEnglish({ home: "message", source: "A bad film." }, english)).toEqual(english[0]);
  });

  test("titles and notes of laws quote theirs", () => {
    expect(avoidedByEnglish({ home: "instrument", source: "Bad Film Act" }, english)).toBeNull();
    expect(avoidedBy({ home: "coding", source: "As abuse material.", text: "Comme mauvais film." }, own, english)).toBeNull();
  });
});

describe("interface, codebook and positions of the Atlas", () => {
  let records: readonly AtlasRecord[];
  beforeAll(async () => {
    records = await heldRecords();
  });

  test("English uses no word that the glossary avoids, but to name it", async () => {
    const english = avoidedIn(records, "en");
    expect(english.length).toBeGreaterThan(10);
    const units = await heldUnits("en");
    expect(new Set(units.map((one) => one.home))).toContain("position");
    expect(units.flatMap((unit) => avoidedByEnglish(unit, english)?.expression.concat(` in ${unitName(unit)}`) ?? [])).toEqual([]);
  });

  test.each(HELD)("%s uses none of its own", async (locale) => {
    const english = avoidedIn(records, "en");
    const own = avoidedIn(records, locale);
    expect(own.length).toBeGreaterThan(10);
    const units = await heldUnits(locale);
    expect(units.filter((one) => one.text !== null).length).toBeGreaterThan(500);
    expect(units.flatMap((unit) => avoidedBy(unit, own, english)?.expression.concat(` in ${unitName(unit)}: ${unit.text}`) ?? [])).toEqual([]);
  });
});
