import { describe, expect, test } from "vitest";
import type { Dataset } from "../domain/statistic.ts";
import { observationsOf, periodOf } from "./observation.ts";

const shared = { order: 1, title: "T", description: "D", publisher: "P", terms: "free", asOf: "2025", caveats: [], breaks: [], notes: [], citations: [] };
const column = (name: string, role: Dataset["columns"][number]["role"], measure = "") => ({ name, role, measure, label: name });
const measure = (id: string, unit: string) => ({ id, label: id, unit, definition: "" });

const tall: Dataset = {
  ...shared,
  id: "tall",
  columns: [
    column("jurisdiction", "jurisdiction"),
    column("period", "period"),
    column("what", "measure"),
    column("kind", "attribute"),
    column("value", "value"),
    column("status", "status"),
    column("less_than", "bound"),
    column("note", "note"),
    column("source", "source"),
  ],
  measures: [measure("reports", "reports"), measure("finding", "words")],
};
const wide: Dataset = {
  ...shared,
  id: "wide",
  columns: [
    column("platform", "platform"),
    column("start", "period-start"),
    column("end", "period-end"),
    column("sent", "value", "notices"),
    column("days", "value", "delay"),
  ],
  measures: [measure("notices", "notices"), measure("delay", "days")],
};

const row = (dataset: Dataset, cells: Record<string, string>) => ({
  id: `${dataset.id}/x`,
  dataset: dataset.id,
  cells: { ...Object.fromEntries(dataset.columns.map((one) => [one.name, ""])), ...cells },
});
const base = { jurisdiction: "BR", period: "2024-H1", what: "reports", kind: "referral", source: "s" };

describe("periodOf", () => {
  test.each([
    ["2024", "2024-01-01", "2024-12-31"],
    ["2024-H1", "2024-01-01", "2024-06-30"],
    ["2024-H2", "2024-07-01", "2024-12-31"],
    ["2018-Q3", "2018-07-01", "2018-09-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2024-02-10", "2024-02-10", "2024-02-10"],
    ["2025-01/2025-04", "2025-01-01", "2025-04-30"],
  ])("%s", (text, start, end) => {
    expect(periodOf(text)).toEqual({ start, end });
  });

  test.each(["", "2024-H3", "2024-Q5", "2024-13", "last year", "2025/2024", "2024/2025/2026", "2024/"])("%s is none", (text) => {
    expect(periodOf(text)).toBeNull();
  });
});

describe("observationsOf", () => {
  test("a row with a measure column is one figure", () => {
    expect(observationsOf(row(tall, { ...base, value: "12.5", status: "rounded", note: "n" }), tall)).toEqual([
      {
        dataset: "tall",
        row: "tall/x",
        jurisdiction: "BR",
        period: "2024-H1",
        start: "2024-01-01",
        end: "2024-06-30",
        platform: "",
        category: "referral",
        measure: "reports",
        unit: "reports",
        value: 12.5,
        words: "",
        status: "rounded",
        bound: "",
        note: "n",
        source: "s",
      },
    ]);
  });

  test("without a status a number is exact, and an empty cell is missing, never 0", () => {
    expect(observationsOf(row(tall, { ...base, value: "0" }), tall)[0]).toMatchObject({ value: 0, status: "exact" });
    expect(observationsOf(row(tall, base), tall)[0]).toMatchObject({ value: null, status: "missing" });
    expect(observationsOf(row(tall, { ...base, status: "exact" }), tall)[0]).toMatchObject({ value: null, status: "missing" });
  });

  test("a suppressed figure has a bound and no value", () => {
    const hidden = { value: null, words: "", status: "suppressed", bound: "<50" };
    expect(observationsOf(row(tall, { ...base, status: "suppressed", less_than: "<50" }), tall)[0]).toMatchObject(hidden);
    expect(observationsOf(row(tall, { ...base, less_than: "<50" }), tall)[0]).toMatchObject(hidden);
    expect(observationsOf(row(tall, { ...base, value: "<50" }), tall)[0]).toMatchObject(hidden);
    // A file with such a defect does not pass the check; the number still must not come out.
    expect(observationsOf(row(tall, { ...base, value: "7", status: "suppressed" }), tall)[0]).toMatchObject({ value: null, status: "suppressed" });
  });

  test("a finding in words has no number, even where it looks like one", () => {
    expect(observationsOf(row(tall, { ...base, what: "finding", value: "yes" }), tall)[0]).toMatchObject({ value: null, words: "yes", status: "exact" });
    expect(observationsOf(row(tall, { ...base, what: "finding", value: "5" }), tall)[0]).toMatchObject({ value: null, words: "5" });
  });

  test("a row with several value columns is several figures", () => {
    const found = observationsOf(row(wide, { platform: "X", start: "2023-01-01", end: "2023-12-31", sent: "3" }), wide);
    expect(found.map(({ measure: id, unit, value, status }) => ({ id, unit, value, status }))).toEqual([
      { id: "notices", unit: "notices", value: 3, status: "exact" },
      { id: "delay", unit: "days", value: null, status: "missing" },
    ]);
    expect(found[0]).toMatchObject({ platform: "X", period: "2023", start: "2023-01-01", end: "2023-12-31" });
  });

  test("days that are no known period are written with a slash", () => {
    expect(observationsOf(row(wide, { start: "2020-12-21", end: "2021-01-10", sent: "3" }), wide)[0]?.period).toBe("2020-12-21/2021-01-10");
  });

  test("a period that cannot be read is refused", () => {
    expect(() => observationsOf(row(tall, { ...base, period: "soon" }), tall)).toThrow(/atlas check/);
  });
});
