import { describe, expect, test } from "vitest";
import type { Instrument, Stage } from "./instrument.ts";
import { ends, phasesOf, statusOn } from "./life.ts";

const TODAY = "2026-11-22";

function law(status: Instrument["status"], ...stages: ReadonlyArray<readonly [date: string, stage: Stage["stage"]]>): Pick<Instrument, "status" | "stages"> {
  return { status, stages: stages.map(([date, stage]) => ({ date, stage, note: "" })) };
}

const derogation = law(
  "expired",
  ["2020-09-10", "introduced"],
  ["2021-07-14", "adopted"],
  ["2021-08-02", "in-force"],
  ["2024-04-29", "extended"],
  ["2026-03-26", "rejected"],
  ["2026-04-03", "expired"],
);

describe("the phases of a law", () => {
  test("on its way, in force to its last day, then over", () => {
    expect(phasesOf(derogation)).toEqual([
      { phase: "making", from: "2020-09-10", to: "2021-08-01" },
      { phase: "force", from: "2021-08-02", to: "2026-04-03" },
      { phase: "over", from: "2026-04-04", to: null },
    ]);
  });

  test("an act without an entry into force begins where it applies, or else where it was made", () => {
    expect(phasesOf(law("in-force", ["2016-04-27", "adopted"], ["2018-05-25", "applies"]))[1]?.from).toBe("2018-05-25");
    expect(phasesOf(law("in-force", ["2008-10-13", "adopted"], ["2018-12-21", "amended"]))).toEqual([{ phase: "force", from: "2008-10-13", to: null }]);
    expect(phasesOf(law("proposed", ["2026-03-05", "introduced"], ["2026-06-22", "amended"]))).toEqual([{ phase: "making", from: "2026-03-05", to: null }]);
  });

  test("a bill that lapsed was never in force; a law that was replaced ends the day before", () => {
    expect(phasesOf(law("failed", ["2023-02-14", "introduced"], ["2025-01-03", "expired"]))).toEqual([
      { phase: "making", from: "2023-02-14", to: "2025-01-03" },
      { phase: "over", from: "2025-01-04", to: null },
    ]);
    expect(phasesOf(law("superseded", ["2010-01-01", "in-force"], ["2020-01-01", "superseded"]))[0]?.to).toBe("2019-12-31");
  });

  test("nothing dated: nothing drawn", () => {
    expect(phasesOf(law("in-force"))).toEqual([]);
  });

  test("a rejection ends only what failed", () => {
    expect(ends(derogation, "rejected")).toBe(false);
    expect(ends(law("failed"), "rejected")).toBe(true);
  });
});

describe("where a law stood on a day", () => {
  test.each([
    ["2020-09-09", null],
    ["2020-12-20", "proposed"],
    ["2021-07-14", "adopted"],
    ["2021-08-02", "in-force"],
    ["2026-03-27", "in-force"],
    ["2026-04-03", "in-force"],
    ["2026-04-04", "expired"],
    [TODAY, "expired"],
  ])("the EU derogation on %s: %s", (day, status) => {
    expect(statusOn(derogation, day, TODAY)).toBe(status);
  });

  test("where no step lies between, the record's own word counts", () => {
    expect(statusOn(law("adopted", ["2025-11-26", "adopted"]), TODAY, TODAY)).toBe("adopted");
    expect(statusOn(law("in-force"), "1990-01-01", TODAY)).toBe("in-force");
  });

  test("a bill with a revised text is still a bill", () => {
    expect(statusOn(law("proposed", ["2026-03-05", "committee"], ["2026-06-22", "amended"], ["2026-06-29", "passed-chamber"]), "2026-06-25", TODAY)).toBe(
      "proposed",
    );
  });

  test("what is planned is in force only from its day", () => {
    const planned = law("adopted", ["2026-11-01", "signed"], ["2027-01-01", "in-force"]);
    expect(statusOn(planned, TODAY, TODAY)).toBe("adopted");
    expect(statusOn(planned, "2027-01-01", TODAY)).toBe("in-force");
  });
});
