import { describe, expect, it } from "vitest";
import type { Obligation } from "../../domain/obligation.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import { Fault } from "../fault.ts";
import { FRAME, inquiryInto, place, type Sample } from "../sample.ts";
import { obligationResource } from "./resource.ts";
import { obligationList } from "./view.ts";

const citations = [{ source: "law", read: "2026-11-01", instrument: "", provision: "", note: "" }];

function duty(part: Partial<Obligation> & Pick<Obligation, "id">): AtlasRecord {
  const body: Obligation = {
    instrument: "law-a",
    jurisdiction: "AA",
    duty: "report",
    actors: ["hosting"],
    trigger: "Knowledge",
    events: [],
    deadline: "PT24H",
    counted: "event",
    recipient: "",
    condition: "",
    limits: [],
    penalty: "",
    from: "2020-01-01",
    to: "",
    provision: "",
    citations,
    confidence: "looked-up",
    review: "unreviewed",
    flags: [],
    doubt: "",
    ...part,
  };
  return { kind: "obligation", id: part.id, body };
}

const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    duty({ id: "now" }),
    duty({ id: "ended", to: "2024-05-06" }),
    duty({ id: "later", from: "2027-01-01", duty: "remove", actors: ["social", "search"] }),
    duty({ id: "unknown", from: "", jurisdiction: "BB" }),
  ],
  answers: [],
};
const ids = (query: Record<string, string>) => obligationList(inquiryInto(sample, query)).lines.map((line) => line.obligation.id);

describe("the list of duties", () => {
  it("filters by place, duty and actor", () => {
    expect(ids({})).toEqual(["ended", "now", "later", "unknown"]);
    expect(ids({ place: "BB" })).toEqual(["unknown"]);
    expect(ids({ duty: "remove" })).toEqual(["later"]);
    expect(ids({ actor: "search" })).toEqual(["later"]);
    for (const [name, value] of [
      ["duty", "x"],
      ["actor", "x"],
      ["on", "2024"],
      ["place", "?"],
    ] as const)
      expect(() => ids({ [name]: value })).toThrow(Fault);
  });

  it("keeps on a day what applies then, and what has no known first day, marked", () => {
    expect(ids({ on: "2024-05-06" })).toEqual(["ended", "now", "unknown"]);
    expect(ids({ on: "2024-05-07" })).toEqual(["now", "unknown"]);
    expect(obligationList(inquiryInto(sample, { on: "2027-01-01" })).lines.map((line) => line.force)).toEqual(["applies", "applies", "unknown"]);
  });

  it("exports one row each with every column; an unknown first day is an empty cell", async () => {
    const { table } = await obligationResource.list(inquiryInto(sample));
    expect(table.rows).toHaveLength(4);
    expect(table.rows.find((row) => row.obligation === "unknown")).toMatchObject({ from: null, force: "unknown" });
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
  });
});
