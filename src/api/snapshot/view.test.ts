import { describe, expect, test } from "vitest";
import type { Snapshot } from "../../domain/snapshot.ts";
import type { Dataset, Observation } from "../../domain/statistic.ts";
import { citation, FRAME, inquiryInto } from "../sample.ts";
import { snapshotResource } from "./resource.ts";
import { snapshotList, snapshotsAbout, snapshotsOf, snapshotView } from "./view.ts";

const dataset: Dataset = {
  id: "reports",
  order: 1,
  title: "Reports",
  description: "D",
  publisher: "P",
  terms: "T",
  asOf: "2026-11-21",
  columns: [
    { name: "year", role: "period", measure: "", label: "Year" },
    { name: "reports", role: "value", measure: "reports", label: "Reports" },
  ],
  measures: [{ id: "reports", label: "Reports", unit: "reports", definition: "" }],
  caveats: ["volume"],
  breaks: ["recount"],
  notes: [],
  citations: [citation()],
};

const observation = (part: Partial<Observation> & Pick<Observation, "row" | "value">): Observation => ({
  dataset: "reports",
  jurisdiction: "",
  period: "2020",
  start: "2020-01-01",
  end: "2020-12-31",
  platform: "",
  category: "",
  measure: "reports",
  unit: "reports",
  words: "",
  status: "exact",
  bound: "",
  note: "",
  source: "law",
  ...part,
});

const point = (id: string, rows: readonly string[], value: number, after = "") => ({ id, label: id, rows: [...rows], after, value, status: "exact" as const });

const snapshot: Snapshot = {
  id: "gap",
  order: 1,
  title: "The gap",
  date: "2026-11-22",
  version: "0.1.0",
  summary: "It fell.",
  sections: [
    {
      title: "Sums",
      statements: [{ text: "It fell by 50%.", citations: [citation()] }],
      figures: [
        {
          id: "years",
          title: "Reports by year",
          dataset: "reports",
          measures: ["reports"],
          places: [],
          group: "",
          categories: [],
          periods: ["2020"],
          points: [
            point("same", ["reports/a", "reports/b"], 30),
            point("other", ["reports/a"], 9, "recount"),
            point("hidden", ["reports/a", "reports/c"], 12),
            point("gone", ["reports/z"], 7),
          ],
          derived: [{ id: "fall", label: "Fall", rule: "change", of: ["same", "other"], months: null, value: -70 }],
          caveats: ["volume"],
          breaks: [],
          note: "",
        },
      ],
    },
  ],
  can: [{ text: "It fell.", citations: [citation()] }],
  cannot: [{ text: "Why.", citations: [citation()] }],
  claims: ["drop"],
  citations: [citation()],
  review: "unreviewed",
  flags: [],
};

const inquiry = inquiryInto({
  records: [
    ...FRAME,
    { kind: "caveat", id: "volume", body: { id: "volume", order: 1, text: "Not prevalence." } },
    { kind: "break", id: "recount", body: { id: "recount", from: "2024", to: "", what: "W", effect: "E", scope: ["world"] } },
    { kind: "dataset", id: "reports", body: dataset },
    { kind: "snapshot", id: "gap", body: snapshot },
  ],
  answers: [],
  observations: [
    observation({ row: "reports/a", value: 10 }),
    observation({ row: "reports/b", value: 20 }),
    observation({ row: "reports/c", value: null, status: "suppressed", bound: "<50" }),
  ],
});

describe("a snapshot", () => {
  test("keeps its values, and says where the record has moved on", async () => {
    const view = await snapshotView(inquiry, "gap");
    const points = view?.figures[0]?.[0]?.drawn.points ?? [];
    expect(points.map((one) => [one.value, one.now, one.moved])).toEqual([
      [30, 30, false],
      [9, 10, true],
      // Part of a sum is no sum: a suppressed part leaves nothing to compare with.
      [12, null, true],
      [7, null, true],
    ]);
    expect([view?.pinned, view?.moved]).toEqual([4, 3]);
    expect(points[1]?.after?.id).toBe("recount");
    expect(view?.figures[0]?.[0]?.drawn.breaks.map((one) => one.id)).toEqual(["recount"]);
  });

  test("is found by its claim and its dataset, and there is none of another id", async () => {
    expect(snapshotList(inquiry).map((one) => one.id)).toEqual(["gap"]);
    expect(snapshotsAbout(inquiry, "drop").map((one) => one.id)).toEqual(["gap"]);
    expect(snapshotsAbout(inquiry, "rise")).toEqual([]);
    expect([snapshotsOf(inquiry, "reports").length, snapshotsOf(inquiry, "rainfall").length]).toEqual([1, 0]);
    expect(await snapshotView(inquiry, "nothing")).toBeNull();
  });

  test("goes out with every value on a row of its own, and its caveats", async () => {
    const one = await snapshotResource.one?.(inquiry, "gap");
    expect(one?.table.rows.map((row) => [row["value_id"], row["kind"], row["value"], row["unit"], row["now"], row["moved"]])).toEqual([
      ["same", "pinned", 30, "reports", 30, "no"],
      ["other", "pinned", 9, "reports", 10, "yes"],
      ["hidden", "pinned", 12, "reports", null, "yes"],
      ["gone", "pinned", 7, "reports", null, "yes"],
      ["fall", "derived", -70, "percent", null, null],
    ]);
    expect(one?.caveats).toEqual(["Not prevalence."]);
    for (const row of one?.table.rows ?? []) expect(Object.keys(row).sort()).toEqual([...(one?.table.columns ?? [])].sort());
    expect((await snapshotResource.list(inquiry)).table.rows).toMatchObject([{ id: "gap", figures: 1, values: 5 }]);
  });
});
