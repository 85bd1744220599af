import { beforeAll, describe, expect, test } from "vitest";
import { diskFiles } from "../../dataset/disk.ts";
import { observationsOf } from "../../dataset/observation.ts";
import { readFiles } from "../../dataset/read.ts";
import type { Dataset, Observation } from "../../domain/statistic.ts";
import { csvOf } from "../csv.ts";
import { Fault } from "../fault.ts";
import type { Inquiry } from "../inquiry.ts";
import { inquiryInto, type Sample, sampleWords } from "../sample.ts";
import { figureResource } from "./resource.ts";
import { type FigureRow, figureView } from "./view.ts";

/** The record's own figures, places and groups, read once: the numbers of the record are what is tested here. */
let sample: Sample;

beforeAll(async () => {
  const disk = diskFiles("data");
  const wanted = /^(?:statistics|jurisdictions)\/|^(?:memberships|sources)\.csv$/;
  const files = { list: async () => (await disk.list()).filter((path) => wanted.test(path)), read: disk.read };
  const { records } = await readFiles(files);
  const datasets = new Map(records.flatMap((one) => (one.kind === "dataset" ? [[one.id, one.body as Dataset] as const] : [])));
  const observations: Observation[] = [];
  for (const one of records) {
    const dataset = one.kind === "row" ? datasets.get(one.body.dataset) : undefined;
    if (one.kind === "row" && dataset) for (const each of observationsOf(one.body, dataset)) observations.push(each);
  }
  sample = { records: records.filter((one) => one.kind !== "row"), answers: [], observations };
});

const ask = (query: Record<string, string>, locale: "en" | "fr" = "en"): Inquiry => ({ ...inquiryInto(sample, query), locale, t: sampleWords(locale) });
const view = (query: Record<string, string>, locale: "en" | "fr" = "en") => figureView(ask(query, locale));
const LIST = "cybertipline-by-country";
const TYPES = "cybertipline-by-country-incident-type-2024";

async function values(query: Record<string, string>, pick: (row: FigureRow) => number | null = (row) => row.value): Promise<Record<string, number | null>> {
  const { rows, series } = await view(query);
  expect(series).toHaveLength(1);
  return Object.fromEntries(rows.map((row) => [row.period, pick(row)]));
}

async function refused(query: Record<string, string>): Promise<string> {
  const fault = await view(query).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(fault instanceof Fault)) throw new Error(`${JSON.stringify(query)} was not refused.`);
  expect(fault.status).toBe(400);
  return fault.field;
}

describe("sums and shares, as NCMEC and the Commission published them", () => {
  // NCMEC, CyberTipline reports by country 2019–2023, and its totals; 2024: made available to law enforcement, by agency served.
  const WORLD = { 2019: 16_987_361, 2020: 21_751_085, 2021: 29_397_681, 2022: 32_059_029, 2023: 36_210_368, 2024: 21_179_239 };

  test("the country lists add up to the world", async () => {
    expect(await values({ dataset: LIST, group: "world" })).toEqual(WORLD);
  });
  test("and to the published totals up to 2023; in 2024 the list counts 666,436 more, and says so", async () => {
    const totals = await values({ dataset: "cybertipline-totals", measure: "reports", from: "2019", to: "2024" });
    expect(totals).toEqual({ ...WORLD, 2024: 20_512_803 });
    expect(WORLD[2024] - (totals["2024"] ?? 0)).toBe(666_436);
  });
  test("EU-27: 725,232 in 2019 (Commission: more than 725,000), and the years after it", async () => {
    expect(await values({ dataset: LIST, group: "eu", to: "2023" })).toEqual({
      2019: 725_232,
      2020: 1_046_349,
      2021: 555_834,
      2022: 1_503_431,
      2023: 1_343_857,
    });
  });
  test("with the membership of each year 2019 has the United Kingdom: 799,562 (Commission: 800,000), with a warning", async () => {
    const then = await view({ dataset: LIST, group: "eu", members: "then", to: "2020" });
    expect(then.rows.map((row) => row.value)).toEqual([799_562, 1_046_349]);
    expect(then.warnings.find((one) => one.id === "members-eu")?.text).toContain("United Kingdom");
  });
  test("2020 to 2021: −47 % with Poland, −22 % without; Poland alone is 70 % of the fall", async () => {
    const changes = await values({ dataset: LIST, group: "eu", scale: "change", from: "2020", to: "2021" });
    expect(changes["2021"]).toBeCloseTo(-46.879, 3);
    const eu = await values({ dataset: LIST, group: "eu" });
    const pl = await values({ dataset: LIST, place: "PL" });
    expect([pl["2020"], pl["2021"]]).toEqual([381_254, 37_758]);
    const without = (year: string): number => (eu[year] ?? 0) - (pl[year] ?? 0);
    expect([without("2020"), without("2021")]).toEqual([665_095, 518_076]);
    expect(Math.round((without("2021") / without("2020") - 1) * 100)).toBe(-22);
    expect(Math.round((((pl["2020"] ?? 0) - (pl["2021"] ?? 0)) / ((eu["2020"] ?? 0) - (eu["2021"] ?? 0))) * 100)).toBe(70);
  });
  test("the incident types of each year add up to the world total", async () => {
    const totals = await values({ dataset: "cybertipline-totals", measure: "reports" });
    const types = (await view({ dataset: "cybertipline-by-incident-type" })).dataset.measures.map((one) => one.id).filter((id) => !THEMES.has(id));
    const { rows } = await view({ dataset: "cybertipline-by-incident-type", measure: types.join(","), from: "2020", to: "2024", every: "year" });
    for (const year of ["2020", "2021", "2022", "2023", "2024"])
      expect([year, rows.filter((row) => row.period === year).reduce((sum, row) => sum + (row.value ?? 0), 0)]).toEqual([year, totals[year]]);
  });
  const THEMES = new Set(["financial-sextortion", "sadistic-online-exploitation", "generative-ai"]);

  test("providers add up to the published total of providers; two names of one service are added", async () => {
    const all = (await view({ dataset: "cybertipline-by-platform" })).dataset.id;
    const platforms = new Set(sample.observations?.filter((one) => one.dataset === all && !/ · total$/.test(one.category)).map((one) => one.platform));
    const parts = sample.observations?.filter((one) => one.dataset === all && platforms.has(one.platform) && one.period === "2023") ?? [];
    expect(parts.reduce((sum, one) => sum + (one.value ?? 0), 0)).toBe(35_944_826);
    expect((await values({ dataset: all, platform: "Twitter / X" }))["2023"]).toBe(597_087 + 273_416);
  });
  test("EU-27 referrals of 2024: 1,188,760 in the list against 840,900 on the policy platform, both shown with the reason", async () => {
    const { rivals, warnings } = await view({ dataset: "cybertipline-by-country-2024-split", measure: "referrals", group: "eu" });
    expect(rivals).toMatchObject([{ group: "eu", value: 1_188_760, rival: { value: 840_900 } }]);
    expect(rivals[0]?.reason).toContain("double counting");
    expect(warnings.map((one) => one.id)).toContain("rivals");
    const nl = await view({ dataset: LIST, place: "NL" });
    expect(nl.rivals[0]?.rival.value).toBe(58_000);
  });
});

describe("scales", () => {
  test("a rate states its population and the year of it; without a population there is none", async () => {
    const rate = await view({ dataset: LIST, place: "DE,AX", scale: "rate", from: "2023", to: "2023" });
    const [de, ax] = rate.rows;
    expect(de).toMatchObject({ populationYear: "2023", status: "derived" });
    expect(de?.value).toBeCloseTo(((de?.count ?? 0) / (de?.population ?? 1)) * 100_000, 9);
    expect(ax).toMatchObject({ value: null, status: "missing", population: null });
    expect(rate.unit).toBe("reports per 100,000 residents");
    expect(rate.caveats.map((one) => one.id)).toContain("rates-divide-by-residents");
  });
  test("nothing is compared across 2023 and 2024 of the country list", async () => {
    for (const scale of ["change", "index"]) {
      const { rows } = await view({ dataset: LIST, place: "BR", scale });
      expect(rows.find((row) => row.period === "2024")).toMatchObject({ value: null, status: "not-comparable" });
      expect(rows.find((row) => row.period === "2023")?.value).toEqual(expect.any(Number));
    }
    const absolute = await view({ dataset: LIST, place: "BR" });
    expect(absolute.rows.map((row) => row.segment)).toEqual([0, 0, 0, 0, 0, 1]);
    expect(absolute.warnings.map((one) => one.id)).toContain("break-country-list-counts-agencies-2024");
    expect((await view({ dataset: LIST, place: "BR", to: "2023" })).warnings.map((one) => one.id)).not.toContain("break-country-list-counts-agencies-2024");
  });
  test("the law of the European Union breaks the series of its members, not those of others", async () => {
    const breaks = async (place: string) => (await view({ dataset: LIST, place })).breaks.map((one) => one.id);
    expect(await breaks("FR")).toContain("messaging-under-eprivacy");
    expect(await breaks("BR")).not.toContain("messaging-under-eprivacy");
  });
});

describe("suppressed and missing", () => {
  test("a suppressed figure has a bound and no value; a sum over it is a lower bound and says what it leaves out", async () => {
    const { rows, warnings } = await view({ dataset: TYPES, measure: "child-sex-trafficking", place: "AD", group: "eu" });
    expect(rows[0]).toMatchObject({ jurisdiction: "AD", value: null, count: null, status: "suppressed", bound: "<50" });
    expect(rows[1]).toMatchObject({ group: "eu", status: "rounded", atLeast: true });
    expect(rows[1]?.note).toMatch(/suppressed/);
    expect(warnings.map((one) => one.id)).toEqual(expect.arrayContaining(["at-least", "rounded", "suppressed"]));
  });
  test("the tidy table leaves both empty and says which is which; JSON carries definition, breaks and caveats", async () => {
    const download = await figureResource.list(ask({ dataset: TYPES, measure: "child-sex-trafficking", place: "AD" }));
    const lines = csvOf(download.table).trim().split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(download.table.rows[0]).toMatchObject({ value: null, count: null, status: "suppressed", bound: "<50" });
    expect(download.data).toMatchObject({ definition: expect.any(String), breaks: expect.any(Array), caveats: expect.any(Array), asOf: "2025-09-04" });
  });
});

describe("questions that have no answer", () => {
  test.each([
    [{ dataset: "nothing" }, "dataset"],
    [{ dataset: LIST, measure: "nothing" }, "measure"],
    [{ dataset: "cybertipline-totals", measure: "reports,files-images" }, "measure"],
    [{ dataset: LIST, place: "QQQ" }, "place"],
    [{ dataset: LIST, group: "nothing" }, "group"],
    [{ dataset: "cybertipline-totals", place: "BR" }, "place"],
    [{ dataset: "cybertipline-totals", scale: "rate" }, "scale"],
    [{ dataset: "eu-eprivacy-before-after", measure: "change-in-eu-related-reports", scale: "log" }, "scale"],
    [{ dataset: LIST, place: "BR", scale: "index", base: "1999" }, "base"],
    [{ dataset: LIST, from: "2023", to: "2020" }, "to"],
    [{ dataset: LIST, from: "soon" }, "from"],
    [{ dataset: TYPES, picture: "line" }, "picture"],
    [{ dataset: "cybertipline-totals", picture: "map" }, "picture"],
  ])("%j is refused at %s", async (query, field) => {
    expect(await refused(query as Record<string, string>)).toBe(field);
  });
});

test("every data set has a view in both languages, and each row of a view is finite, empty, or words", async () => {
  for (const { id, body } of sample.records.filter((one) => one.kind === "dataset")) {
    const units = new Set((body as Dataset).measures.map((one) => one.unit));
    if (units.size === 1 && units.has("words")) continue;
    for (const locale of ["en", "fr"] as const) {
      const found = await view({ dataset: id }, locale);
      expect([id, found.rows.length > 0]).toEqual([id, true]);
      expect(found.title).not.toMatch(/undefined|NaN/);
      for (const row of found.rows) {
        if (row.value !== null) expect(Number.isFinite(row.value)).toBe(true);
        if (row.status === "suppressed" || row.status === "missing") expect(row.value).toBeNull();
      }
    }
  }
});
