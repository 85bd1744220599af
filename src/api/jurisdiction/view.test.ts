import { describe, expect, it } from "vitest";
import type { Observation } from "../../domain/statistic.ts";
import { answer, FRAME, inquiryInto, place, question, type Sample, stance, union } from "../sample.ts";
import { REPORTS, SPLIT, TYPES } from "./figures.ts";
import { jurisdictionList } from "./list.ts";
import { jurisdictionResource } from "./resource.ts";
import { jurisdictionView } from "./view.ts";

const figure = (part: Partial<Observation>): Observation => ({
  dataset: REPORTS,
  row: "r",
  jurisdiction: "AA",
  period: "2022",
  start: "2022-01-01",
  end: "2022-12-31",
  platform: "",
  category: "",
  measure: "reports",
  unit: "reports",
  value: 5,
  words: "",
  status: "exact",
  bound: "",
  note: "",
  source: "law",
  ...part,
});
const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB", { region: "002" }),
    place("AA-X", { kind: "subdivision", parent: "AA" }),
    place("EU", { kind: "supranational" }),
    place("ZZ", { kind: "statistical", region: "" }),
    ...union(["AA", "2004-05-01"], ["BB", "1973-01-01", "2020-01-31"]),
    question({ id: "crime" }),
    question({ id: "empty" }),
    question({ id: "ask-own", kind: "ask", position: "stance" }),
    question({ id: "ask-crime", kind: "ask", position: "stance", same: "crime" }),
    stance(["ask-own", "ask-crime"]),
  ],
  answers: [
    answer("AA", "crime", "yes"),
    answer("AA", "ask-own", "no"),
    answer("AA", "ask-crime", "partial"),
    answer("EU", "crime", "no"),
    answer("BB", "ask-crime", "no"),
  ],
  observations: [
    figure({}),
    figure({ period: "2024", status: "derived" }),
    figure({ dataset: SPLIT, period: "2024", measure: "referrals" }),
    figure({ dataset: TYPES, period: "2024", measure: "online-enticement", value: null, status: "suppressed", bound: "<50" }),
  ],
};

describe("a jurisdiction", () => {
  it("puts a second reading under the codebook question and counts it nowhere twice", async () => {
    const view = await jurisdictionView(inquiryInto(sample), "AA");
    const crime = view?.topics[0]?.answered[0];
    expect(crime?.readings.map((one) => one.question.id)).toEqual(["ask-crime"]);
    expect(view?.positions[0]?.answered.map((one) => one.question.id)).toEqual(["ask-own"]);
    expect(view?.topics[0]?.blanks.map((one) => one.id)).toEqual(["empty"]);
    expect(view?.counts).toEqual({ codebook: 1, ask: 2, treaty: 0 });
  });

  it("puts a second reading under its position where the codebook question has no answer", async () => {
    const view = await jurisdictionView(inquiryInto(sample), "BB");
    expect(view?.positions[0]?.answered.map((one) => one.question.id)).toEqual(["ask-crime"]);
    expect(view?.topics[0]?.blanks.map((one) => one.id)).toEqual(["crime", "empty"]);
  });

  it("is reached by the law of the EU only while it is a member, and a part also by the law of its state", async () => {
    const reach = async (code: string, at: string) =>
      (await jurisdictionView(inquiryInto(sample, {}, at), code))?.reach.map((one) => [one.from, one.why, one.since]);
    expect(await reach("AA", "2026-11-22")).toEqual([["EU", "member", "2004-05-01"]]);
    expect(await reach("AA", "2003-01-01")).toEqual([]);
    expect(await reach("BB", "2026-11-22")).toEqual([]);
    expect(await reach("BB", "2019-01-01")).toEqual([["EU", "member", "1973-01-01"]]);
    expect((await reach("AA-X", "2026-11-22"))?.map(([from]) => from)).toEqual(["AA", "EU"]);
  });

  it("never puts 2024 into the series of reports, and keeps a suppressed figure without a number", async () => {
    const figures = (await jurisdictionView(inquiryInto(sample), "AA"))?.figures;
    expect(figures?.reports.map((one) => one.period)).toEqual(["2022"]);
    expect(figures?.types[0]).toMatchObject({ value: null, bound: "<50" });
  });

  it("is null for a code that the record does not hold", async () => {
    expect(await jurisdictionView(inquiryInto(sample), "QQ")).toBeNull();
    expect(await jurisdictionView(inquiryInto(sample), "aa")).toBeNull();
  });

  it("exports every question once for itself, blanks included, and what reaches it under its own code", async () => {
    const rows = (await jurisdictionResource.one?.(inquiryInto(sample), "AA"))?.table.rows ?? [];
    expect(rows.filter((one) => one.jurisdiction === "AA").map((one) => [one.question, one.standing])).toEqual([
      ["crime", "yes"],
      ["empty", "not-coded"],
      ["ask-own", "no"],
      ["ask-crime", "partial"],
    ]);
    expect(rows.filter((one) => one.jurisdiction === "EU").map((one) => one.question)).toEqual(["crime"]);
  });
});

describe("the list of jurisdictions", () => {
  const codes = async (query: Record<string, string>) =>
    (await jurisdictionList(inquiryInto(sample, query))).groups.flatMap((one) => one.lines.map((line) => line.jurisdiction.id));

  it("holds every place but the headings of figures, parts after their state", async () => {
    expect(await codes({})).toEqual(["BB", "AA", "AA-X", "EU"]);
  });

  it("filters by words, region, group of the day and by answers about the law", async () => {
    expect(await codes({ q: "aa" })).toEqual(["AA", "AA-X"]);
    expect(await codes({ region: "002" })).toEqual(["BB"]);
    expect(await codes({ group: "eu" })).toEqual(["AA"]);
    expect(await codes({ law: "yes" })).toEqual(["BB", "AA", "EU"]);
    await expect(codes({ region: "999" })).rejects.toMatchObject({ status: 400, field: "region" });
  });
});
