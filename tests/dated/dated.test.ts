import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import type { Question, Scale } from "../../src/domain/question.ts";
import { attributes, byId, chips, linked, mainOf, rowsOf, words } from "../site/html.ts";
import { page } from "../site/read.ts";
import { files } from "../site/record.ts";
import { FACTS, type Fact, factsOf } from "./facts.ts";

const LOCALES = ["en", "fr"] as const;
type Locale = (typeof LOCALES)[number];
type Row = Readonly<Record<string, string>>;

const NOT_KNOWN = { en: "Not known for that day", fr: "Inconnu pour ce jour" } as const;

let scales: Map<string, Scale>;
let questions: Map<string, Question>;
/** French words of the scales. */
let french: Map<string, string>;
let names: Map<string, string>;

beforeAll(async () => {
  const record = await files();
  scales = new Map(record.of("scale").map((one) => [one.id, one]));
  questions = new Map(record.of("question").map((one) => [one.id, one]));
  french = new Map(
    record.of("text").flatMap((one) => (one.locale === "fr" && one.kind === "scale" ? [[`${one.record} ${one.field}`, one.text] as const] : [])),
  );
  names = new Map(record.of("name").map((one) => [`${one.of}.${one.locale}`, one.name]));
});

const bodies = new Map<string, Promise<string>>();
/** A body of the site, asked for once. */
function once(path: string): Promise<string> {
  const known = bodies.get(path) ?? page(path);
  bodies.set(path, known);
  return known;
}

async function csv(path: string): Promise<Row[]> {
  return parse(await once(path), { columns: true, bom: true }) as Row[];
}

async function data<T>(path: string): Promise<T> {
  return (JSON.parse(await once(path)) as { data: T }).data;
}

/** The words in which a page gives an answer. */
function label(fact: Fact, locale: Locale): string {
  if (fact.expected === "not-known") return NOT_KNOWN[locale];
  const scale = scales.get(questions.get(fact.subject)?.scale ?? "");
  if (!scale) throw new Error(`${fact.subject} has no scale.`);
  const said = (field: string, source: string): string => (locale === "fr" ? french.get(`${scale.id} ${field}`) : undefined) ?? source;
  const option = scale.options.find((one) => one.id === fact.expected);
  return words(option ? said(`options.${option.id}.label`, option.label) : `${fact.expected} ${said("unit", scale.unit ?? "")}`);
}

/** An address without what two spellings of it may differ in. */
function place(address: string): string {
  return address
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/\/$/, "")
    .toLowerCase();
}

/** The addresses in the footnotes to which a piece of a page points. */
function cited(html: string, piece: string): string[] {
  return attributes(piece, "href").flatMap((href) => (href.startsWith("#n") ? attributes(byId(html, href.slice(1)), "href") : []));
}

/** Facts with their id in front, which the runner then shows whole. */
const named = (kind: Fact["kind"]) => factsOf(kind).map((one) => [one.id, one] as const);

const given = (row: Row | undefined): string => (row?.["standing"]?.startsWith("not-") && !row["answer"] ? row["standing"] : (row?.["answer"] ?? "no row"));

test("the table holds what it promises: facts of every kind, known subjects, no fact twice", () => {
  expect(FACTS.length).toBeGreaterThanOrEqual(48);
  expect(new Set(FACTS.map((one) => one.id)).size).toBe(FACTS.length);
  expect(factsOf("answer").filter((one) => !questions.has(one.subject))).toEqual([]);
  const treaties = factsOf("answer").filter((one) => one.subject.startsWith("party-to-"));
  expect(new Set(treaties.map((one) => one.at)).size).toBeGreaterThanOrEqual(10);
});

describe("answers", () => {
  const facts = named("answer");

  test.each(facts)("download of the question: %s", async (_, fact) => {
    const path = `/api/questions/${fact.subject}`;
    const rows = await csv(`${path}.csv?at=${fact.at}`);
    const found = rows.filter((one) => one["jurisdiction"] === fact.jurisdiction);
    expect(found.map(given).concat(found.length === 0 ? ["not-coded"] : [])).toEqual([fact.expected]);
    for (const row of found) expect(row["day"]).toBe(fact.at);
    const { answers } = await data<{ answers: Row[] }>(`${path}.json?at=${fact.at}`);
    expect(answers.filter((one) => one["jurisdiction"] === fact.jurisdiction).map(given)).toEqual(found.map(given));
  });

  test.each(facts)("download of the jurisdiction: %s", async (_, fact) => {
    const { answers } = await data<{ answers: Row[] }>(`/api/jurisdictions/${fact.jurisdiction}.json?at=${fact.at}`);
    expect(answers.filter((one) => one["jurisdiction"] === fact.jurisdiction && one["question"] === fact.subject).map(given)).toEqual([fact.expected]);
  });

  describe.each(LOCALES)("pages in %s", (locale) => {
    test.each(facts)("question: %s", async (_, fact) => {
      const whole = await once(`/${locale}/questions/${fact.subject}?at=${fact.at}`);
      const html = mainOf(whole);
      const row = rowsOf(html.slice(Math.max(0, html.indexOf('id="answers"')))).find((one) => linked(one, locale, "jurisdictions").has(fact.jurisdiction));
      if (fact.expected !== "not-coded") {
        expect(chips(row ?? "")[0]).toBe(label(fact, locale));
        // The answer stands beside the source from which the fact was written down.
        if (fact.expected !== "not-known") expect(cited(whole, row ?? "").map(place)).toContain(place(fact.source));
        return;
      }
      expect(row).toBeUndefined();
      const nowhere = !html.includes('<details class="blank"');
      if (!nowhere) expect(words(html.slice(html.indexOf('<details class="blank"')))).toContain(names.get(`${fact.jurisdiction}.${locale}`));
    });

    test.each(facts)("jurisdiction: %s", async (_, fact) => {
      const html = await once(`/${locale}/jurisdictions/${fact.jurisdiction}?at=${fact.at}`);
      const treaty = questions.get(fact.subject)?.treaty ?? "";
      const shown = treaty
        ? rowsOf(html.slice(html.indexOf('id="treaties"'))).find((one) => linked(one, locale, "treaties").has(treaty))
        : byId(html, `q-${fact.jurisdiction}-${fact.subject}`);
      expect(chips(shown ?? "")[0]).toBe(fact.expected === "not-coded" ? undefined : label(fact, locale));
    });
  });
});

describe("members of groups", () => {
  const facts = named("member");

  test.each(facts)("downloads: %s", async (_, fact) => {
    const row = (await csv(`/api/jurisdictions.csv?at=${fact.at}`)).find((one) => one["jurisdiction"] === fact.jurisdiction);
    expect(row?.["groups"]?.split(";").includes(fact.subject) ? "member" : "not-member").toBe(fact.expected);
    const inGroup = await csv(`/api/jurisdictions.csv?group=${fact.subject}&at=${fact.at}`);
    expect(inGroup.some((one) => one["jurisdiction"] === fact.jurisdiction)).toBe(fact.expected === "member");
    if (fact.subject !== "eu") return;
    const { reached_by: reach } = await data<{ reached_by: { from: string }[] }>(`/api/jurisdictions/${fact.jurisdiction}.json?at=${fact.at}`);
    expect(reach.map((one) => one.from)).toEqual(fact.expected === "member" ? ["EU"] : []);
  });

  test.each(facts)("pages: %s", async (_, fact) => {
    for (const locale of LOCALES) {
      const group = (html: string): boolean => new RegExp(`href="/${locale}/jurisdictions\\?[^"]*group=${fact.subject}(?=["&])`).test(html);
      expect(group(mainOf(await once(`/${locale}/jurisdictions/${fact.jurisdiction}?at=${fact.at}`)))).toBe(fact.expected === "member");
      const list = mainOf(await once(`/${locale}/jurisdictions?group=${fact.subject}&at=${fact.at}`));
      const tables = list.slice(list.indexOf('<table class="data'));
      expect(linked(tables, locale, "jurisdictions").has(fact.jurisdiction)).toBe(fact.expected === "member");
    }
  });
});

describe("duties", () => {
  const facts = named("duty");
  const FORCE: Readonly<Record<string, readonly string[]>> = { applies: ["yes"], "not-applying": ["not-yet", "ended", "start-not-known"] };
  const WORDS: Readonly<Record<Locale, RegExp>> = {
    en: /not yet applicable|no longer applies|first day not known/,
    fr: /pas encore applicable|n’est plus applicable|premier jour inconnu/,
  };

  test.each(facts)("download of the list: %s", async (_, fact) => {
    const row = (await csv(`/api/obligations.csv?at=${fact.at}`)).find((one) => one["obligation"] === fact.subject);
    expect(row?.["applies"] ?? "left out", `expected ${fact.expected}`).toBeOneOf([
      ...(FORCE[fact.expected] ?? []),
      ...(fact.expected === "applies" ? [] : ["left out"]),
    ]);
  });

  test.each(facts)("download of the duty: %s", async (_, fact) => {
    const [row] = await csv(`/api/obligations/${fact.subject}.csv?at=${fact.at}`);
    expect(FORCE[fact.expected]).toContain(row?.["applies"]);
  });

  test.each(facts)("pages: %s", async (_, fact) => {
    for (const locale of LOCALES) {
      const html = mainOf(await once(`/${locale}/obligations/${fact.subject}?at=${fact.at}`));
      expect(WORDS[locale].test(words(html.slice(html.indexOf('<dl class="facts"'))))).toBe(fact.expected === "not-applying");
    }
  });
});

describe("instruments", () => {
  const facts = named("stage");
  const force = (status: string | null | undefined): string => (status === "in-force" ? "in-force" : "not-in-force");
  const IN_FORCE: Readonly<Record<Locale, string>> = { en: "in force", fr: "en vigueur" };

  test.each(facts)("downloads: %s", async (_, fact) => {
    const row = (await csv(`/api/instruments.csv?at=${fact.at}`)).find((one) => one["instrument"] === fact.subject);
    const { status } = await data<{ status: string | null }>(`/api/instruments/${fact.subject}.json?at=${fact.at}`);
    expect([force(row?.["status"]), force(status)]).toEqual([fact.expected, fact.expected]);
  });

  test.each(facts)("pages: %s", async (_, fact) => {
    for (const locale of LOCALES) {
      const html = mainOf(await once(`/${locale}/instruments/${fact.subject}?at=${fact.at}`));
      const status = words(/<p class="lead">.*?<strong>(.*?)<\/strong>/s.exec(html)?.[1] ?? "");
      expect(status === IN_FORCE[locale] ? "in-force" : "not-in-force", status).toBe(fact.expected);
    }
  });
});
