import { describe, expect, it } from "vitest";
import { Fault } from "../fault.ts";
import { citation, coding, FRAME, inquiryInto, instrument, place, question, type Sample, union } from "../sample.ts";
import { identifierLink } from "./identifier.ts";
import { instrumentResource } from "./resource.ts";
import { instrumentList, instrumentView } from "./view.ts";

const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    place("EU", { kind: "supranational" }),
    ...union(["AA", "2004-05-01"]),
    question({ id: "crime" }),
    instrument({
      id: "old",
      jurisdiction: "AA",
      title: "Penal Code, Évidence",
      stages: [
        { date: "2019", stage: "adopted", note: "" },
        { date: "2027-01-01", stage: "applies", note: "" },
      ],
    }),
    instrument({ id: "bill", jurisdiction: "AA", kind: "bill", status: "proposed", stages: [{ date: "2026-03-05", stage: "introduced", note: "" }] }),
    instrument({ id: "regulation", jurisdiction: "EU", kind: "regulation", stages: [{ date: "2021-07-14", stage: "adopted", note: "" }] }),
    instrument({ id: "undated", jurisdiction: "BB" }),
  ],
  answers: [
    {
      jurisdiction: "AA",
      question: "crime",
      coding: coding({
        jurisdiction: "AA",
        question: "crime",
        answer: "yes",
        citations: [citation({ instrument: "regulation", provision: "Art. 1" })],
      }),
      next: null,
      since: "2021-01-01",
    },
  ],
};
const ids = (query: Record<string, string>) => instrumentList(inquiryInto(sample, query)).lines.map((line) => line.instrument.id);

describe("the list of instruments", () => {
  it("filters by place, kind, status, words and date of the last stage", () => {
    expect(ids({})).toHaveLength(4);
    expect(ids({ place: "AA" })).toEqual(["bill", "old"]);
    expect(ids({ kind: "bill" })).toEqual(["bill"]);
    expect(ids({ q: "evidence PENAL" })).toEqual(["old"]);
    expect(ids({ from: "2026-01-01" })).toEqual(["bill"]);
    expect(ids({ to: "2019-06-30" })).toEqual(["old"]);
    expect(ids({ from: "2019-06-30", to: "2019-06-30" })).toEqual(["old"]);
  });

  it("says how much law reaches a place from above", () => {
    expect(instrumentList(inquiryInto(sample, { place: "AA" })).above).toEqual([{ jurisdiction: "EU", count: 1 }]);
    expect(instrumentList(inquiryInto(sample, { place: "BB" })).above).toEqual([]);
  });

  it("refuses values that are none, with the field", () => {
    for (const [name, value] of [
      ["place", "XX"],
      ["kind", "laws"],
      ["status", "x"],
      ["from", "2019"],
      ["topic", "x"],
    ] as const)
      expect(() => ids({ [name]: value })).toThrow(Fault);
  });

  it("keeps what is ahead apart from what has happened", () => {
    const line = instrumentList(inquiryInto(sample, { q: "penal" })).lines[0];
    expect(line?.last?.date).toBe("2019");
    expect(line?.next?.date).toBe("2027-01-01");
  });

  it("exports one row each, with every column and empty cells where nothing is known", async () => {
    const { table } = await instrumentResource.list(inquiryInto(sample));
    expect(table.rows).toHaveLength(4);
    expect(table.rows.find((row) => row.instrument === "undated")).toMatchObject({
      last_stage: null,
      last_stage_date: null,
      review: "unreviewed",
      source_url: "https://law.example/1",
    });
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
  });
});

describe("an instrument", () => {
  it("finds answers of members that rest on it", async () => {
    const view = await instrumentView(inquiryInto(sample), "regulation");
    expect(view?.resting.map((one) => one.coding.jurisdiction)).toEqual(["AA"]);
    expect((await instrumentView(inquiryInto(sample), "old"))?.resting).toEqual([]);
    expect(await instrumentView(inquiryInto(sample), "nothing")).toBeNull();
  });
});

describe("identifiers", () => {
  it("lead somewhere only where the scheme gives an address", () => {
    expect(identifierLink("celex", "32024R1689", "fr")).toBe("https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32024R1689");
    expect(identifierLink("eli", "http://data.europa.eu/eli/reg/2024/1689/oj", "en")).toBe("http://data.europa.eu/eli/reg/2024/1689/oj");
    expect(identifierLink("eli", "javascript:alert(1)", "en")).toBeNull();
    expect(identifierLink("bill", "H.R. 1", "en")).toBeNull();
  });
});
