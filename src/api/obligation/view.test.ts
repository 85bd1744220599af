import { describe, expect, it } from "vitest";
import { Fault } from "../fault.ts";
import { FRAME, inquiryInto, obligation, place, type Sample } from "../sample.ts";
import { obligationResource } from "./resource.ts";
import { obligationList } from "./view.ts";

const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    obligation({ id: "now" }),
    obligation({ id: "ended", to: "2024-05-06" }),
    obligation({ id: "later", from: "2027-01-01", duty: "remove", actors: ["social", "search"] }),
    obligation({ id: "unknown", from: "", jurisdiction: "BB" }),
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
      ["applies", "maybe"],
      ["place", "?"],
    ] as const)
      expect(() => ids({ [name]: value })).toThrow(Fault);
  });

  it("says of each duty whether it applies on the day; an unknown first day is never taken for a start", () => {
    const on = (at: string) => Object.fromEntries(obligationList(inquiryInto(sample, {}, at)).lines.map((line) => [line.obligation.id, line.applies]));
    expect(on("2019-12-31")).toEqual({ now: "not-yet", ended: "not-yet", later: "not-yet", unknown: "start-not-known" });
    expect(on("2020-01-01")).toMatchObject({ now: "yes", ended: "yes" });
    expect(on("2024-05-06")).toMatchObject({ ended: "yes" });
    expect(on("2024-05-07")).toMatchObject({ ended: "ended" });
    expect(on("2027-01-01")).toEqual({ now: "yes", ended: "ended", later: "yes", unknown: "start-not-known" });
    expect(ids({ applies: "yes" })).toEqual(["now"]);
    expect(ids({ applies: "start-not-known" })).toEqual(["unknown"]);
  });

  it("exports one row each with every column; an unknown first day is an empty cell", async () => {
    const { table } = await obligationResource.list(inquiryInto(sample));
    expect(table.rows).toHaveLength(4);
    expect(table.rows.find((row) => row.obligation === "unknown")).toMatchObject({ from: null, applies: "start-not-known" });
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
  });
});
