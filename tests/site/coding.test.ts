import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { type Coding, spanOf } from "../../src/domain/coding.ts";
import type { Question, Scale } from "../../src/domain/question.ts";
import { byId, chips, linked, mainOf, rowsOf, words } from "./html.ts";
import { each, json, page } from "./read.ts";
import { type Files, files } from "./record.ts";

/** Codings of the codebook (1,363, 3 earlier answers that they name with an end, and 4 of the EU derogation) and of asks: each must be met somewhere. */
const CODINGS = 1363 + 3 + 4 + 510;
const LOCALES = ["en", "fr"] as const;
type Locale = (typeof LOCALES)[number];
type Row = Readonly<Record<string, string | number | null>>;

let record: Files;
let today: string;
let questions: Map<string, Question>;
let scales: Map<string, Scale>;
/** French texts of the scales. */
let texts: Map<string, string>;
/** Codings by the day for which they are asked: today when they speak today, otherwise a day of their own. */
const byDay = new Map<string, Coding[]>();

beforeAll(async () => {
  record = await files();
  today = (await json("/api/topics.json")).meta.at;
  questions = new Map(record.of("question").map((one) => [one.id, one]));
  scales = new Map(record.of("scale").map((one) => [one.id, one]));
  texts = new Map(record.of("text").flatMap((one) => (one.locale === "fr" && one.kind === "scale" ? [[`${one.record} ${one.field}`, one.text] as const] : [])));
  for (const coding of record.of("coding")) {
    const span = spanOf(coding);
    if (!span) throw new Error(`${coding.id} speaks for no day.`);
    const speaks = span.from <= today && (!span.to || span.to >= today);
    const day = speaks ? today : span.to && span.to < today ? span.to : span.from;
    byDay.set(day, [...(byDay.get(day) ?? []), coding]);
  }
});

/** The words in which a page gives an answer. */
function label(coding: Coding, locale: Locale): string {
  const scale = scales.get(questions.get(coding.question)?.scale ?? "");
  if (!scale) throw new Error(`${coding.id} has no scale.`);
  const said = (field: string, source: string): string => (locale === "fr" ? texts.get(`${scale.id} ${field}`) : undefined) ?? source;
  const option = scale.options.find((one) => one.id === coding.answer);
  if (option) return said(`options.${option.id}.label`, option.label);
  return scale.unit ? `${coding.answer} ${said("unit", scale.unit)}` : coding.answer;
}

const at = (day: string): string => (day === today ? "" : `?at=${day}`);

test("no coding is left out of the walk", () => {
  expect([...byDay.values()].flat()).toHaveLength(CODINGS);
});

describe.each(LOCALES)("in %s", (locale) => {
  test("every coding stands on the page of its jurisdiction, with its answer; all 267 pages are there", async () => {
    let seen = 0;
    const missing: string[] = [];
    for (const [day, codings] of byDay) {
      const places = day === today ? record.of("jurisdiction").map((one) => one.id) : [...new Set(codings.map((one) => one.jurisdiction))];
      const pages = new Map(await each(places, async (code) => [code, mainOf(await page(`/${locale}/jurisdictions/${code}${at(day)}`))] as const));
      for (const coding of codings) {
        const html = pages.get(coding.jurisdiction) ?? "";
        const shown = chips(byId(html, `q-${coding.jurisdiction}-${coding.question}`))[0];
        if (shown === words(label(coding, locale))) seen++;
        else missing.push(`${day} ${coding.id}: ${shown}`);
      }
    }
    expect(missing).toEqual([]);
    expect(seen).toBe(CODINGS);
  });

  test("every coding stands on the page of its question, with its answer", async () => {
    const missing: string[] = [];
    for (const [day, codings] of byDay) {
      const asked = day === today ? [...questions.keys()] : [...new Set(codings.map((one) => one.question))];
      const pages = new Map(
        await each(asked, async (id) => {
          const rows = new Map<string, string>();
          const html = await page(`/${locale}/questions/${id}${at(day)}`);
          for (const row of rowsOf(byId(html, "answers") ? html.slice(html.indexOf('id="answers"')) : ""))
            for (const code of linked(row, locale, "jurisdictions")) rows.set(code, chips(row)[0] ?? "");
          return [id, rows] as const;
        }),
      );
      for (const coding of codings) {
        const found = pages.get(coding.question)?.get(coding.jurisdiction);
        if (found !== words(label(coding, locale))) missing.push(`${day} ${coding.id}: ${found}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

test("every coding stands in the API: by question in JSON and CSV, by jurisdiction in JSON", async () => {
  const missing: string[] = [];
  for (const [day, codings] of byDay) {
    const asked = new Set(codings.map((one) => one.question));
    const places = new Set(codings.map((one) => one.jurisdiction));
    const answers = new Map<string, string>();
    const keep = (of: string, rows: readonly Row[]): void => {
      for (const row of rows) answers.set(`${of} ${row["jurisdiction"]} ${row["question"]}`, `${row["answer"]} ${row["source"]}`);
    };
    await each(asked, async (id) => {
      const { data } = await json<{ answers: Row[] }>(`/api/questions/${id}.json${at(day)}`);
      keep("json", data.answers);
      keep("csv", parse(await page(`/api/questions/${id}.csv${at(day)}`), { columns: true, bom: true }) as Row[]);
    });
    await each(places, async (code) =>
      keep(
        "place",
        (await json<{ answers: Row[] }>(`/api/jurisdictions/${code}.json${at(day)}`)).data.answers.filter((row) => row["jurisdiction"] === code),
      ),
    );
    for (const coding of codings)
      for (const of of ["json", "csv", "place"])
        if (answers.get(`${of} ${coding.jurisdiction} ${coding.question}`) !== `${coding.answer} ${coding.citations[0]?.source}`)
          missing.push(`${of} ${day} ${coding.id}: ${answers.get(`${of} ${coding.jurisdiction} ${coding.question}`)}`);
  }
  expect(missing).toEqual([]);
});

describe.each(LOCALES)("treaties in %s", (locale) => {
  test("every one of the 1,089 rows stands on the page of its treaty and of its jurisdiction, with its dates", async () => {
    const treaties = await each(record.of("treaty"), async (one) => ({
      id: one.id,
      rows: rowsOf((await page(`/${locale}/treaties/${one.id}`)).split('id="statuses"')[1] ?? ""),
    }));
    const rows = new Map(
      treaties.flatMap(({ id, rows: all }) => all.flatMap((row) => [...linked(row, locale, "jurisdictions")].map((code) => [`${id} ${code}`, row] as const))),
    );
    expect(treaties.reduce((total, one) => total + one.rows.length, 0)).toBe(1089);
    const places = new Map(
      await each(
        new Set(record.of("treaty-status").map((one) => one.jurisdiction)),
        async (code) => [code, byTreaty(await page(`/${locale}/jurisdictions/${code}`), locale)] as const,
      ),
    );
    const asked = new Map(record.of("treaty").map((one) => [one.id, questions.get(one.question)]));
    for (const status of record.of("treaty-status")) {
      const state = scales.get(asked.get(status.treaty)?.scale ?? "")?.options.find((one) => one.id === status.status)?.state;
      for (const row of [rows.get(`${status.treaty} ${status.jurisdiction}`), places.get(status.jurisdiction)?.get(status.treaty)]) {
        expect(row, status.id).toContain(`class="chip s-${state}"`);
        for (const date of [status.signed, status.ratified]) if (date) expect(row, status.id).toContain(`<time datetime="${date}"`);
      }
    }
  });
});

function byTreaty(html: string, locale: string): Map<string, string> {
  const rows = rowsOf(html.split('<h2 id="treaties">')[1] ?? "");
  return new Map(rows.flatMap((row) => [...linked(row, locale, "treaties")].map((id) => [id, row] as const)));
}
