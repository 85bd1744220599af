import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { type Coding, spanOf } from "../../src/domain/coding.ts";
import { shiftDay } from "../../src/domain/date.ts";
import { codingsOf } from "../../src/domain/treaty.ts";
import { linked, mainOf, rowsOf, words } from "./html.ts";
import { ask, each, json, page } from "./read.ts";
import { type Files, files } from "./record.ts";

type Row = Readonly<Record<string, string>>;

let record: Files;
let today: string;
/** Every coding, those made from treaty statuses included, by question. */
const byQuestion = new Map<string, Coding[]>();
/** Questions and days on which something begins or ends, and days in between: 120 views of the past. */
const views: Array<readonly [question: string, day: string]> = [];

beforeAll(async () => {
  record = await files();
  today = (await json("/api/topics.json")).meta.at;
  const treaties = new Map(record.of("treaty").map((one) => [one.id, one.question]));
  const made = record.of("treaty-status").flatMap((one) => codingsOf(one, treaties.get(one.treaty) ?? ""));
  for (const one of [...record.of("coding"), ...made]) byQuestion.set(one.question, [...(byQuestion.get(one.question) ?? []), one]);
  // A walk that is the same in every run and visits old and young days of many questions.
  let seed = 12;
  const next = (most: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  const questions = [...byQuestion.keys()];
  while (views.length < 120) {
    const question = questions[next(questions.length)] ?? "";
    const codings = byQuestion.get(question) ?? [];
    const span = spanOf(codings[next(codings.length)] as Coding);
    const edge = span && shiftDay(next(2) && span.to ? span.to : span.from, next(3) - 1);
    const day = next(3) === 0 ? shiftDay("1995-01-01", next(11_000)) : (edge ?? "2020-12-20");
    if (day < today) views.push([question, day]);
  }
});

/** What the files say: the answer that speaks for the day, "" when none does; places without any coding are not in it. */
function expected(question: string, day: string): Map<string, string> {
  const answers = new Map<string, string>();
  for (const coding of byQuestion.get(question) ?? []) {
    const span = spanOf(coding);
    const speaks = span !== null && span.from <= day && (span.to === null || span.to >= day);
    if (speaks) answers.set(coding.jurisdiction, coding.answer);
    else if (!answers.has(coding.jurisdiction)) answers.set(coding.jurisdiction, "");
  }
  return answers;
}

test("every jurisdiction has exactly one state on 120 views of the past, and the download says what the files say", async () => {
  const places = record.of("jurisdiction").filter((one) => one.kind === "state" || one.kind === "territory");
  const wrong: string[] = [];
  await each(views, async ([question, day]) => {
    const rows = parse(await page(`/api/questions/${question}.csv?at=${day}`), { columns: true, bom: true }) as Row[];
    const states = new Map<string, string>();
    for (const row of rows) {
      if (states.has(row["jurisdiction"] ?? "")) wrong.push(`${question} ${day} ${row["jurisdiction"]} twice`);
      states.set(row["jurisdiction"] ?? "", row["standing"] === "not-known" ? "" : row["standing"] === "not-coded" ? "–" : (row["answer"] ?? ""));
    }
    for (const { id } of places) if (!states.has(id)) wrong.push(`${question} ${day} ${id} has no state`);
    const all = expected(question, day);
    for (const [code, state] of states) if (state !== (all.get(code) ?? "–")) wrong.push(`${question} ${day} ${code}: ${state}, not ${all.get(code)}`);
  });
  expect(wrong).toEqual([]);
});

describe.each(["en", "fr"])("in %s", (locale) => {
  test("a page of the past shows what its download holds, and says that it is the past", async () => {
    const wrong: string[] = [];
    await each(views.slice(0, 40), async ([question, day]) => {
      const html = mainOf(await page(`/${locale}/questions/${question}?at=${day}`));
      if (!html.includes('class="datebar"')) wrong.push(`${question} ${day} does not say its day`);
      const rows = (parse(await page(`/api/questions/${question}.csv?at=${day}&lang=${locale}`), { columns: true, bom: true }) as Row[]).filter(
        (one) => one["standing"] !== "not-coded",
      );
      const shown = new Map<string, string>();
      for (const row of rowsOf(html.slice(html.indexOf('id="answers"'))))
        for (const code of linked(row, locale, "jurisdictions")) shown.set(code, /class="chip s-([a-z-]+)"/.exec(row)?.[1] ?? "");
      for (const row of rows)
        if (shown.get(row["jurisdiction"] ?? "") !== row["standing"])
          wrong.push(`${question} ${day} ${row["jurisdiction"]}: ${shown.get(row["jurisdiction"] ?? "")}`);
      if (shown.size !== rows.length) wrong.push(`${question} ${day}: ${shown.size} rows for ${rows.length}`);
    });
    expect(wrong).toEqual([]);
  });

  test("the two times stay in every link to the record, in the forms, the languages and the downloads", async () => {
    for (const path of [
      "/jurisdictions/DE",
      "/questions/def-grooming",
      "/instruments",
      "/treaties/lanzarote",
      "/topics/age-assurance",
      "/positions",
      "/search?q=grooming",
      "",
    ]) {
      const html = await page(`/${locale}${path}${path.includes("?") ? "&" : "?"}at=2020-12-20&known=1`);
      const links = [...html.matchAll(/<(?:a|link)\s[^>]*href="(\/(?:en|fr|api)(?=[/?"])[^"#]*)/g)].map((one) => (one[1] ?? "").replaceAll("&amp;", "&"));
      // Feeds, alerts and corrections are about what comes.
      const record = links.filter((one) => !/^\/(?:[a-z]{2}\/(?:alerts|feedback)\?|api\/[a-z]+\.atom)/.test(one));
      const lost = record.filter((one) => !(one.includes("at=") && one.includes("known=1")));
      const back = words(html).includes(locale === "en" ? "back to today" : "revenir à aujourd’hui") ? 1 : 0;
      // Only "back to today" may lose the day; a step to another day keeps what is known.
      expect([path, lost.length]).toEqual([path, back]);
    }
  });
});

test("a day or a state of knowledge that there is not is refused, in the API with its field", async () => {
  for (const [parameters, field] of [
    ["at=2021-02-29", "at"],
    ["at=yesterday", "at"],
    ["known=2001-01-01", "known"],
    ["known=99999", "known"],
    ["known=soon", "known"],
  ] as const)
    for (const path of ["/api/questions/def-grooming.json", "/api/jurisdictions/DE.csv", "/en/questions/def-grooming", "/fr/instruments"]) {
      const answer = await ask(`${path}?${parameters}`);
      expect([path, parameters, answer.status]).toEqual([path, parameters, 400]);
      if (path.startsWith("/api")) expect(JSON.parse(answer.body)).toMatchObject({ status: 400, field });
      else expect(answer.body).toMatch(new RegExp(`name="${field}"[^>]* aria-invalid="true" aria-describedby="e-${field}"`));
    }
});
