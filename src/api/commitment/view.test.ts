import { describe, expect, it } from "vitest";
import type { Commitment } from "../../domain/commitment.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import { Fault } from "../fault.ts";
import { FRAME, inquiryInto, place, type Sample } from "../sample.ts";
import { commitmentResource } from "./resource.ts";
import { commitmentList, commitmentView } from "./view.ts";

const citations = [{ source: "law", read: "2026-11-01", instrument: "", provision: "", note: "" }];

function commitment(part: Partial<Commitment> & Pick<Commitment, "id" | "date" | "company">): AtlasRecord {
  const body: Commitment = {
    title: `Title of ${part.id}`,
    text: "To do it.",
    jurisdictions: ["AA"],
    topics: ["offences"],
    instruments: [],
    updates: [],
    due: "",
    later: [],
    citations,
    confidence: "partly",
    review: "unreviewed",
    flags: [],
    doubt: "",
    ...part,
  };
  return { kind: "commitment", id: part.id, body };
}

const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    commitment({ id: "open", date: "2024-01-31", company: "Société A" }),
    commitment({
      id: "withdrawn",
      date: "2021-08-05",
      company: "B and C",
      later: [
        { date: "2022-12-07", record: "withdrawn", text: "It will not do it.", citations },
        { date: "2021-09", record: "reported", text: "It waits.", citations },
        { date: "2026-02", record: "reported", text: "It is sued.", citations },
      ],
    }),
  ],
  answers: [],
};

describe("commitments of companies", () => {
  it("say what became of them last, and keep what sources said in the order of its dates", () => {
    const lines = commitmentList(inquiryInto(sample));
    expect(lines.map((line) => [line.commitment.id, line.standing])).toEqual([
      ["open", "none"],
      ["withdrawn", "withdrawn"],
    ]);
    expect(commitmentView(inquiryInto(sample), "withdrawn")?.later.map(({ entry, index }) => [entry.date, index])).toEqual([
      ["2021-09", 1],
      ["2022-12-07", 0],
      ["2026-02", 2],
    ]);
    expect(commitmentView(inquiryInto(sample), "none")).toBeNull();
  });

  it("are found by a part of the company's name, without accents, by topic and by the latest record", () => {
    const ids = (query: Record<string, string>) => commitmentList(inquiryInto(sample, query)).map((line) => line.commitment.id);
    expect(ids({ company: "societe" })).toEqual(["open"]);
    expect(ids({ record: "withdrawn" })).toEqual(["withdrawn"]);
    expect(ids({ record: "none" })).toEqual(["open"]);
    expect(ids({ topic: "offences" })).toHaveLength(2);
    expect(() => ids({ record: "broken" })).toThrow(Fault);
  });

  it("export one row a later entry, and one for a commitment without any", async () => {
    const { table } = await commitmentResource.list(inquiryInto(sample));
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
    expect(table.rows.map((row) => [row.commitment, row.entry, row.record])).toEqual([
      ["open", null, null],
      ["withdrawn", 2, "reported"],
      ["withdrawn", 1, "withdrawn"],
      ["withdrawn", 3, "reported"],
    ]);
  });
});
