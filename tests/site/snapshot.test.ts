import { beforeAll, describe, expect, test } from "vitest";
import { type Derived, derive, figuresOf, type Snapshot, valuesOf } from "../../src/domain/snapshot.ts";
import { mainOf, words } from "./html.ts";
import { json, page } from "./read.ts";
import { csv, type Files, files } from "./record.ts";

let record: Files;
let snapshots: Snapshot[];
beforeAll(async () => {
  record = await files();
  snapshots = record.of("snapshot");
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const percent = (from: number, to: number): number => Math.round((to / from - 1) * 1000) / 10;

/** Reports of a year by country, from the file itself. */
const COUNTRIES = csv("statistics/cybertipline-by-country.csv");
const reports = (places: readonly string[], year: number): number => {
  const rows = COUNTRIES.filter((row) => row["year"] === String(year) && places.includes(row["jurisdiction"] ?? ""));
  expect(new Set(rows.map((row) => row["jurisdiction"])).size).toBe(places.length);
  return sum(rows.map((row) => Number(row["reports"])));
};
/** The member states on the last day of a year, from the file of memberships. */
const members = (year: number): string[] =>
  csv("memberships.csv")
    .filter((row) => row["group"] === "eu" && (row["from"] ?? "") <= `${year}-12-31` && (!row["to"] || row["to"] >= `${year}-12-31`))
    .map((row) => row["jurisdiction"] ?? "");
const cell = (file: string, fits: (row: Record<string, string>) => boolean, column: string): number => {
  const rows = csv(`statistics/${file}.csv`).filter(fits);
  expect(rows).toHaveLength(1);
  return Number(rows[0]?.[column]);
};
const total = (period: string, measure: string): number =>
  cell("cybertipline-totals", (row) => row["period"] === period && row["measure"] === measure, "value");
const enticement = (period: string): number =>
  cell("cybertipline-by-incident-type", (row) => row["period"] === period && row["incident_type"] === "online-enticement", "reports");

const published = (end: string): number =>
  cell("eu-eprivacy-before-after", (row) => row["measure"] === "change-in-eu-related-reports" && row["period_end"] === end, "value");

describe("every pinned and worked-out value comes out of the files again", () => {
  test("EU reports and the ePrivacy gap", () => {
    const now = members(2025);
    expect(now).toHaveLength(27);
    expect(members(2019)).toHaveLength(28);
    for (const year of [2020, 2021, 2022, 2023]) expect(members(year).sort()).toEqual([...now].sort());
    const eu = (year: number): number => reports(now, year);
    const poland = (year: number): number => reports(["PL"], year);
    const world = (year: number): number => total(String(year), "reports");
    const us = (year: number): number => reports(["US"], year);
    const rest = (year: number): number => eu(year) - poland(year);
    const years = [2019, 2020, 2021, 2022, 2023];
    expect(Object.fromEntries(valuesOf(snapshots[0] as Snapshot))).toEqual({
      "weeks-3": published("2021-01-10"),
      "weeks-6": published("2021-01-31"),
      "weeks-18": published("2021-04-25"),
      "eu28-2019": reports(members(2019), 2019),
      ...Object.fromEntries([...years, 2024].map((year) => [`eu-${year}`, eu(year)])),
      "eu-change-2020": percent(eu(2019), eu(2020)),
      "eu-change-2021": percent(eu(2020), eu(2021)),
      "eu-change-2022": percent(eu(2021), eu(2022)),
      ...Object.fromEntries(years.map((year) => [`pl-${year}`, poland(year)])),
      "eu-fall": eu(2020) - eu(2021),
      "pl-fall": poland(2020) - poland(2021),
      "pl-share": Math.round(((poland(2020) - poland(2021)) / (eu(2020) - eu(2021))) * 1000) / 10,
      "eu-without-pl-2020": rest(2020),
      "eu-without-pl-2021": rest(2021),
      "eu-without-pl-change": percent(rest(2020), rest(2021)),
      "world-2020": world(2020),
      "world-2021": world(2021),
      "world-change": percent(world(2020), world(2021)),
      "us-2020": us(2020),
      "us-2021": us(2021),
      "us-change": percent(us(2020), us(2021)),
    });
    // The numbers that the record was built from, by hand.
    expect([eu(2019), reports(members(2019), 2019), eu(2020), eu(2021), eu(2022)]).toEqual([725_232, 799_562, 1_046_349, 555_834, 1_503_431]);
    expect([poland(2020), poland(2021), rest(2020), rest(2021)]).toEqual([381_254, 37_758, 665_095, 518_076]);
    expect([published("2021-01-10"), published("2021-01-31"), published("2021-04-25")]).toEqual([-46, -51, -58]);
  });

  test("REPORT Act: enticement reports", () => {
    const [early, late] = [total("2025-01/2025-04", "online-enticement-monthly-average"), total("2024-H2", "online-enticement-monthly-average")];
    const month = (period: string, months: number): number => Math.round(enticement(period) / months);
    const second = enticement("2024") - enticement("2024-H1");
    expect(Object.fromEntries(valuesOf(snapshots[1] as Snapshot))).toEqual({
      ...Object.fromEntries([2020, 2021, 2022, 2023, 2024].map((year) => [`year-${year}`, enticement(String(year))])),
      "change-2023": percent(enticement("2022"), enticement("2023")),
      "change-2024": percent(enticement("2023"), enticement("2024")),
      "month-2023": month("2023", 12),
      "half-2024": enticement("2024-H1"),
      "half-2025": enticement("2025-H1"),
      "half-change": percent(enticement("2024-H1"), enticement("2025-H1")),
      "half-2024-month": month("2024-H1", 6),
      "half-2025-month": month("2025-H1", 6),
      "second-half-2024": second,
      "second-half-2024-month": Math.round(second / 6),
      "late-2024": late,
      "early-2025": early,
      "early-on-late": percent(late, early),
      "early-on-first-half": percent(month("2024-H1", 6), early),
      "late-on-first-half": percent(month("2024-H1", 6), late),
    });
    expect([enticement("2023"), enticement("2024"), enticement("2024-H1"), enticement("2025-H1")]).toEqual([186_819, 546_333, 292_951, 518_720]);
    expect(Math.round(second / 6)).toBe(late);
  });

  test("a rule without its values gives nothing, and never divides by zero", () => {
    const rule = (one: Partial<Derived>) => derive({ rule: "change", of: ["a", "b"], months: null, ...one }, new Map([["a", 0], ["b", 5]])); // biome-ignore format: one line
    expect([rule({}), rule({ of: ["b", "c"] }), rule({ rule: "monthly", of: ["b"] }), rule({ rule: "share" }), rule({ rule: "sum" })]).toEqual([
      null,
      null,
      null,
      0,
      5,
    ]);
  });
});

test("every number in the text is one of the values, and every sentence says where it stands", () => {
  for (const one of snapshots) {
    const values = new Set([...valuesOf(one).values()].map(Math.abs));
    for (const said of [...one.sections.flatMap((section) => section.statements), ...one.can, ...one.cannot]) {
      expect(said.citations.length, said.text).toBeGreaterThan(0);
      const numbers = [...said.text.matchAll(/\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?=%)/g)].map(([found]) => Number(found.replaceAll(",", "")));
      for (const number of numbers) expect(values.has(number), `${number} in “${said.text}”`).toBe(true);
      expect(said.text).not.toMatch(/caused|because of/i);
    }
  }
});

describe.each(["en", "fr"] as const)("the pages in %s", (locale) => {
  test("show every value with its caveats, and that the record still says the same", async () => {
    const number = new Intl.NumberFormat(locale === "en" ? "en-GB" : locale, { maximumFractionDigits: 1 });
    for (const one of snapshots) {
      const shown = words(mainOf(await page(`/${locale}/snapshots/${one.id}`)));
      for (const value of valuesOf(one).values()) expect(shown, `${one.id} ${value}`).toContain(words(number.format(Math.abs(value))));
      for (const figure of figuresOf(one)) {
        for (const id of figure.caveats) {
          const caveat = record.of("caveat").find((each) => each.id === id);
          const french = record.of("text").find((each) => each.locale === "fr" && each.kind === "caveat" && each.record === id);
          expect(shown).toContain(words(locale === "fr" ? (french?.text ?? "") : (caveat?.text ?? "")));
        }
      }
    }
  });
});

test("the API gives the same values, with what the record says now", async () => {
  for (const one of snapshots) {
    const { data } = await json<{ pinned: number; moved: number }>(`/api/snapshots/${one.id}.json`);
    const points = figuresOf(one).flatMap((figure) => figure.points);
    expect(data).toMatchObject({ pinned: points.length, moved: 0 });
    const lines = (await page(`/api/snapshots/${one.id}.csv`)).trim().split("\n");
    expect(lines).toHaveLength(1 + valuesOf(one).size);
    expect(lines.filter((line) => line.includes(",pinned,")).every((line) => line.includes(",no,"))).toBe(true);
  }
});

test("claims draw their figures from the record", async () => {
  interface Series {
    readonly points: ReadonlyArray<{ readonly rows: readonly string[]; readonly value: number | null }>;
  }
  const values = async (id: string): Promise<Array<number | null>> =>
    (await json<{ series: Series[] }>(`/api/claims/${id}.json`)).data.series.flatMap((series) => series.points.map((point) => point.value));
  expect(await values("fall-in-reports-2023-2024")).toEqual([32_059_029, 36_210_368, 29_200_000, 20_512_803, 27_190_665, 30_658_047, 13_761_451]);
  expect(await values("ai-reports-up-6344-percent")).toEqual([6_835, 440_419, 30_759, 1_105_405]);
  expect(percent(6_835, 440_419)).toBe(6343.6);
  expect(await values("85-million-images-2021")).toEqual([84_991_735, 36_625_281, 22_005_389]);
  expect(await values("reports-2022-88-million")).toEqual([32_059_029, 88_377_207]);
  expect((await values("reports-lost-to-encryption")).slice(2, 5)).toEqual([1_389_618, 1_851_086, 2_355_302]);
  const swiss = words(mainOf(await page("/en/claims/swiss-relevance-of-reports")));
  for (const share of ["7.9", "6.7", "8.6", "14.8", "19.5", "16.1", "13.1"]) expect(swiss).toContain(share);
  expect(swiss).toContain("no figure");
});
