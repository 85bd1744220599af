import { describe, expect, test } from "vitest";
import type { Answer } from "../../store/reader.ts";
import { coding, FRAME, inquiryInto, place, question, type Sample } from "../sample.ts";
import { adoptionResource } from "./resource.ts";
import { adoptionList, adoptionView, notKnown } from "./view.ts";

const given = (jurisdiction: string, answer: string, part: Partial<Parameters<typeof coding>[0]> = {}, of = "offence"): Answer => ({
  jurisdiction,
  question: of,
  coding: coding({ jurisdiction, question: of, answer, change: "amendment", ...part }),
  next: null,
  since: "1990-01-01",
});

const SAMPLE: Sample = {
  records: [
    ...FRAME,
    question({ id: "offence" }),
    question({ id: "age", scale: "years" }),
    question({ id: "silent" }),
    place("BR", { region: "019" }),
    place("FR"),
    place("DE"),
    place("PH", { region: "142" }),
    place("KE", { region: "002" }),
    place("EU", { kind: "supranational", region: "" }),
  ],
  answers: [
    given("BR", "yes", { from: "2008-11-26" }),
    given("FR", "partial", { from: "1998-06" }),
    given("DE", "yes", { from: "", current: "2014" }),
    given("PH", "yes", { from: "2009" }),
    given("EU", "yes", { from: "2021-08-02", to: "2026-04-03" }),
    given("FR", "15", { from: "2010-01-01" }, "age"),
    given("DE", "14", { from: "" }, "age"),
  ],
};

async function tableOf(id: string, query: Record<string, string> = {}) {
  const found = await adoptionResource.one?.(inquiryInto(SAMPLE, query), id);
  if (!found) throw new Error("nothing found");
  return found;
}

describe("one question", () => {
  test("every step holds all that are coded, and none that are not", async () => {
    const view = await adoptionView(inquiryInto(SAMPLE), "offence");
    expect(view?.curve.coded).toBe(5);
    expect(view?.notCoded).toBe(1);
    expect(view?.bands).toEqual(["yes", "partial", "not-known"]);
    for (const { counts } of view?.curve.steps ?? []) expect([...counts.values()].reduce((sum, one) => sum + one, 0)).toBe(5);
    expect(view?.regions.map(({ region, curve }) => [region, curve.coded])).toEqual([
      ["019", 1],
      ["142", 1],
      ["150", 2],
      ["", 1],
    ]);
  });

  test("adopters have a known start; who has none stands apart; a lapse is listed", async () => {
    const view = await adoptionView(inquiryInto(SAMPLE), "offence");
    expect(view?.adopters.map(({ state, found }) => [state, found.dated.map((one) => one.jurisdiction), found.undated])).toEqual([
      ["yes", ["BR", "PH", "EU"], ["DE"]],
      ["partial", ["FR"], []],
    ]);
    expect(view?.departures.map(({ day, move }) => [day, move.jurisdiction, move.to])).toEqual([["2026-04-04", "EU", "not-known"]]);
  });

  test("numbers are classes from low to high", async () => {
    const view = await adoptionView(inquiryInto(SAMPLE), "age");
    expect(view?.classes).toEqual([
      { from: 14, to: 14 },
      { from: 15, to: 15 },
    ]);
    expect(view?.bands).toEqual(["n2", "n1", "not-known"]);
    expect(view?.adopters.map(({ state, found }) => [state, found.dated.length, found.undated])).toEqual([["number", 1, ["DE"]]]);
  });

  test("a question without codings has no step; an unknown one is none", async () => {
    expect((await adoptionView(inquiryInto(SAMPLE), "silent"))?.curve).toEqual({ coded: 0, steps: [] });
    expect(await adoptionView(inquiryInto(SAMPLE), "no-such")).toBeNull();
  });
});

describe("as data", () => {
  test("steps are tidy: a row a day and band, whose sum is the number of coded", async () => {
    const { table } = await tableOf("offence");
    const sums = new Map<unknown, number>();
    for (const row of table.rows) sums.set(row["day"], (sums.get(row["day"]) ?? 0) + Number(row["count"]));
    expect([...sums]).toEqual(["1998-06-30", "2008-11-26", "2009-12-31", "2014-12-31", "2021-08-02", "2026-04-04"].map((day) => [day, 5]));
    expect(table.rows.every((row) => row["not_coded"] === 1 && row["coded"] === 5)).toBe(true);
    const numbers = (await tableOf("age")).table.rows.filter((row) => row["standing"] === "number");
    expect(new Set(numbers.map((row) => `${row["class_from"]}-${row["class_to"]}`))).toEqual(new Set(["14-14", "15-15"]));
  });

  test("adopters are a table of their own, with precision as recorded and blanks as blanks", async () => {
    const { table } = await tableOf("offence", { table: "adopters" });
    expect(table.rows.map((row) => [row["standing"], row["jurisdiction"], row["since"], row["counts_from"], row["start_known"]])).toEqual([
      ["yes", "BR", "2008-11-26", "2008-11-26", "yes"],
      ["yes", "PH", "2009", "2009-12-31", "yes"],
      ["yes", "EU", "2021-08-02", "2021-08-02", "yes"],
      ["yes", "DE", null, null, "no"],
      ["partial", "FR", "1998-06", "1998-06-30", "yes"],
    ]);
    expect(table.rows[0]).toMatchObject({ source: "law", source_url: "https://law.example/1", provision: "s. 1" });
    await expect(tableOf("offence", { table: "other" })).rejects.toThrow(/not a value of “table”/);
  });

  test("the list gives each question's years and the day itself", async () => {
    const { groups, total } = await adoptionList(inquiryInto(SAMPLE, {}, "2015-06-01"));
    expect(total).toBe(2);
    const line = groups[0]?.lines.find((one) => one.question === "offence");
    expect(line?.on).toEqual({ yes: 3, partial: 1 });
    expect(line && notKnown(line.coded, line.on)).toBe(1);
    const { table } = await adoptionResource.list(inquiryInto(SAMPLE, {}, "2015-06-01"));
    const days = new Map<string, number>();
    for (const row of table.rows) if (row["question"] === "offence") days.set(String(row["day"]), (days.get(String(row["day"])) ?? 0) + Number(row["count"]));
    expect([...days]).toEqual(["1998-12-31", "2008-12-31", "2009-12-31", "2014-12-31", "2015-06-01", "2021-12-31", "2026-12-31"].map((day) => [day, 5]));
    expect((await adoptionList(inquiryInto(SAMPLE, { kind: "treaty" }))).total).toBe(0);
    await expect(adoptionList(inquiryInto(SAMPLE, { kind: "treaties" }))).rejects.toThrow(/not a value of “kind”/);
  });
});
