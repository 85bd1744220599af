import { describe, expect, it } from "vitest";
import type { Locale } from "../../domain/locale.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import { textHash } from "../../domain/text.ts";
import { answer, FRAME, inquiryInto, instrument, place, question, type Sample } from "../sample.ts";
import { languageWords, lawTitles, lawWords } from "./bridge.ts";
import { termResource } from "./resource.ts";
import { termView } from "./view.ts";

const term: AtlasRecord = {
  kind: "term",
  id: "child",
  body: {
    id: "child",
    term: "Child",
    definition: "A person under 18.",
    avoid: [
      { word: "bad word, worse word", reason: "It misleads." },
      { word: "minor, as a general word", reason: "A legal status." },
    ],
    questions: ["age", "crime", "asked"],
    related: [],
    note: "",
    citations: [],
  },
};

function translated(locale: Locale, field: string, text: string, of: string): AtlasRecord {
  const id = `${locale}.term.child.${field}`;
  return { kind: "text", id, body: { id, locale, kind: "term", record: "child", field, text, of: textHash(of), state: "machine" } };
}

const sample: Sample = {
  records: [
    ...FRAME,
    ...["AA", "BB", "CC", "DD"].map((id) => place(id)),
    question({ id: "age", scale: "years" }),
    question({ id: "crime" }),
    question({ id: "asked", kind: "ask", scale: "years" }),
    term,
    translated("fr", "term", "Enfant", "Child"),
    translated("fr", "avoid.0.word", "mauvais mot", "bad word, worse word"),
    translated("es", "term", "Niño", "Kid"),
    instrument({ id: "titled", jurisdiction: "BB", title: "Worse Word Act" }),
    instrument({ id: "original", jurisdiction: "AA", title: "Act", original: "Loi sur le mauvais mot" }),
    instrument({ id: "general", jurisdiction: "CC", title: "Minor Works Act" }),
    instrument({ id: "later", jurisdiction: "DD", title: "Bad Word Bill", stages: [{ date: "2025", stage: "introduced", note: "" }] }),
  ],
  answers: [answer("BB", "age", "16"), answer("AA", "age", null), answer("AA", "crime", "yes"), answer("AA", "asked", "12")],
};
const body = term.body as Parameters<typeof languageWords>[1];

describe("the words of every language", () => {
  it("are given with their state; what nobody has translated is left blank, and not lent from English", () => {
    const words = languageWords(inquiryInto(sample), body);
    expect(words.map((one) => [one.locale, one.preferred?.text ?? null, one.preferred?.state ?? "missing"])).toEqual([
      ["en", "Child", "source"],
      ["fr", "Enfant", "machine"],
      ["es", "Niño", "stale"],
      ...["pt", "ar", "de", "hi", "ja", "ru", "zh"].map((locale) => [locale, null, "missing"]),
    ]);
    expect(words[1]?.avoid.map((one) => one?.text ?? null)).toEqual(["mauvais mot", null]);
  });
});

describe("what each law calls it", () => {
  it("comes from questions of the codebook about names and ages; not known and not coded stay apart, and neither is a no", async () => {
    const laws = await lawWords(inquiryInto(sample), body);
    expect(laws.map((one) => one.question.id)).toEqual(["age"]);
    expect(laws[0]?.answers.map((one) => [one.jurisdiction, one.standing])).toEqual([
      ["AA", "not-known"],
      ["BB", "number"],
    ]);
    expect(laws[0]?.blanks).toEqual(["CC", "DD"]);
    expect(await lawWords(inquiryInto(sample), { ...body, questions: [] })).toEqual([]);
  });

  it("titles are found in English and in the law’s own language, once the law has begun; words avoided in one sense only are left alone", () => {
    const titles = (at: string) => lawTitles(inquiryInto(sample, {}, at), body).map((one) => [one.instrument.id, one.lang]);
    expect(titles("2024-01-01")).toEqual([
      ["original", "fr"],
      ["titled", ""],
    ]);
    expect(titles("2026-01-01").map(([id]) => id)).toContain("later");
  });
});

describe("as data", () => {
  it("a row a language, with reasons for the reader", async () => {
    const { table, data } = await termResource.list(inquiryInto(sample));
    expect(table.rows).toHaveLength(10);
    expect(table.rows[1]).toMatchObject({
      term_id: "child",
      lang: "fr",
      term: "Enfant",
      state: "machine",
      avoid: "mauvais mot | ",
      reason: "It misleads. | A legal status.",
    });
    expect(table.rows[3]).toMatchObject({ lang: "pt", term: null, state: "missing", avoid: null });
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
    expect(data).toHaveLength(1);
  });

  it("one term brings the answers of each law and the titles", async () => {
    const one = await termResource.one?.(inquiryInto(sample), "child");
    expect(one?.data).toMatchObject({
      term_id: "child",
      laws: [{ question: "age", not_coded: ["CC", "DD"], answers: [{ jurisdiction: "AA", answer: null }, { answer: "16" }] }],
    });
    expect(await termResource.one?.(inquiryInto(sample), "nothing")).toBeNull();
    expect(termView(inquiryInto(sample), "nothing")).toBeNull();
  });
});
