import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftDay } from "../../src/domain/date.ts";
import { ask, json, page } from "./read.ts";

type Row = Readonly<Record<string, string | number | null>>;
interface Compared {
  readonly columns: ReadonlyArray<{ readonly jurisdiction: string; readonly day: string; readonly not_known: number; readonly not_coded: number }>;
  readonly counts: Readonly<Record<string, number>>;
  readonly answers: readonly Row[];
}

const PLACES = ["BR", "FR", "JP", "US", "DE", "GB", "AU", "EU", "IN", "KE", "US-CA", "TV"];

test("a comparison is the single views side by side, for any places and days", async () => {
  const places = fc.uniqueArray(fc.constantFrom(...PLACES), { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(places, fc.nat(14_000), async (codes, offset) => {
      const at = shiftDay("1990-01-01", offset);
      const { data } = await json<Compared>(`/api/compare.json?place=${codes.join(",")}&at=${at}`);
      expect(data.columns.map((one) => one.jurisdiction)).toEqual(codes);
      for (const column of data.columns) {
        const single = await json<{ answers: readonly Row[] }>(`/api/jurisdictions/${column.jurisdiction}.json?at=${at}`);
        const own = new Map(single.data.answers.filter((row) => row["jurisdiction"] === column.jurisdiction).map((row) => [row["question"], row]));
        const mine = data.answers.filter((row) => row["jurisdiction"] === column.jurisdiction);
        expect(mine.length).toBe(Object.values(data.counts).reduce((sum, one) => sum + one, 0));
        for (const { comparison: _, ...row } of mine) expect(row).toEqual(own.get(row["question"] ?? null));
        expect(mine.filter((row) => row["standing"] === "not-coded").length).toBe(column.not_coded);
        expect(mine.filter((row) => row["standing"] === "not-known").length).toBe(column.not_known);
      }
    }),
    { numRuns: 12 },
  );
});

test("the derogation of the European Union on two days: the page, the JSON and the CSV say the same", async () => {
  const query = "place=EU&at=2020-12-20&to=2020-12-21";
  const { data } = await json<Compared>(`/api/compare.json?${query}`);
  const rows = data.answers.filter((row) => row["question"] === "eu-privacy-derogation");
  expect(rows.map((row) => [row["comparison"], row["day"], row["answer"]])).toEqual([
    ["differ", "2020-12-20", "not-needed"],
    ["differ", "2020-12-21", "no"],
  ]);
  const csv = parse(await page(`/api/compare.csv?${query}`), { columns: true, bom: true }) as Row[];
  expect(csv).toHaveLength(data.answers.length);
  const html = await page(`/en/compare?${query}`);
  expect(html.slice(html.indexOf('id="differ"'), html.indexOf("</section>", html.indexOf('id="differ"')))).toContain("/en/questions/eu-privacy-derogation?");
});

test("a page says how many questions differ as the download does, and every answer leads to a source", async () => {
  const query = "place=BR,FR,JP,US,DE,GB,AU,EU";
  const { data } = await json<Compared>(`/api/compare.json?${query}`);
  const html = await page(`/en/compare?${query}`);
  const number = (count: number | undefined, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);
  expect(html).toContain(number(data.counts["differ"], "is answered differently", "are answered differently"));
  const known = data.answers.filter((row) => row["answer"] !== null);
  const linked = [...html.matchAll(/<small><a href="(https?:[^"]+)"/g)].length;
  expect(linked).toBe(known.length);
});

test.each([
  ["place=BR,FR,JP,US,DE,GB,AU,EU,IN", "place", "9 jurisdictions are chosen"],
  ["place=BR,Nowhere", "place", "“Nowhere” is not a jurisdiction"],
  ["place=&topic=definitions", "place", "Name the jurisdictions"],
  ["place=BR", "place", "nothing to be compared with"],
  ["place=BR&to=2021-02-29", "to", "“2021-02-29” is not a day"],
  ["place=EU&at=2020-12-21&to=2020-12-20", "to", "is not after the first"],
  ["place=BR,FR&to=2030-01-01", "to", "choose one jurisdiction only"],
  ["place=BR,FR&topic=nonsense", "topic", "“nonsense” is not a topic"],
])("%s: 400 in the API, and the message beside the field on the page", async (query, field, words) => {
  const api = await ask(`/api/compare?${query}`);
  expect([api.status, (JSON.parse(api.body) as { field: string }).field]).toEqual([400, field]);
  for (const locale of ["en", "fr"]) {
    const { status, body } = await ask(`/${locale}/compare?${query}`);
    expect(status).toBe(400);
    const message = new RegExp(`<span class="error" id="e-${field}" role="alert"><span>([^<]*)`).exec(body)?.[1] ?? "";
    if (locale === "en") expect(message).toContain(words);
    expect(message.length).toBeGreaterThan(20);
    expect(body).toContain(`aria-describedby="e-${field}"`);
  }
});
