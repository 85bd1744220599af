import { describe, expect, it } from "vitest";
import { FRAME, inquiryInto, type Sample } from "../sample.ts";
import { claimResource } from "./resource.ts";
import { claimView } from "./view.ts";

const citations = [{ source: "law", read: "2026-11-01", instrument: "", provision: "", note: "" }];
const sample: Sample = {
  records: [
    ...FRAME,
    {
      kind: "claim",
      id: "rival",
      body: {
        id: "rival",
        order: 1,
        statement: "So many.",
        who: "A",
        when: "2020",
        figures: [
          { value: "10%", definition: "passed on", denominator: "all", by: "A" },
          { value: "63%", definition: "shows abuse", denominator: "", by: "B" },
        ],
        table: { columns: ["Year", "Count"], rows: [[2020, null]], note: "" },
        series: [],
        evidence: "Both may be true.",
        assessment: "They count different things.",
        settle: "One grid.",
        citations,
        updates: [],
        datasets: [],
      },
    },
  ],
  answers: [],
};

describe("disputed claims", () => {
  it("export one row a figure; what is not stated is empty, a missing yearly figure is null", async () => {
    const { table, data } = (await claimResource.one?.(inquiryInto(sample), "rival")) ?? { table: { columns: [], rows: [] }, data: null };
    expect(table.rows.map((row) => row.denominator)).toEqual(["all", null]);
    expect(data).toMatchObject({ table: { rows: [[2020, null]] } });
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
    expect(await claimView(inquiryInto(sample), "nothing")).toBeNull();
  });
});
