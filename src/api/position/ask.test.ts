import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALIGNED } from "../../analysis/alignment.ts";
import type { Position } from "../../domain/position.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import { Fault } from "../fault.ts";
import { answer, FRAME, inquiryInto, place, question, type Sample } from "../sample.ts";
import { askList, askPage } from "./ask.ts";
import { askResource } from "./ask-resource.ts";
import { gapView } from "./gap.ts";
import { gapResource } from "./gap-resource.ts";
import { otherPositions } from "./other.ts";
import { positionList } from "./view.ts";

const citations = [{ source: "law", read: "2026-11-01", instrument: "", provision: "", note: "" }];
const RULES = [
  { answer: "yes", alignment: "met" as const },
  { answer: "partial", alignment: "partly" as const },
  { answer: "no", alignment: "not-met" as const },
];
const CODES = ["AA", "BB", "CC", "DD", "EE"];

function position(part: Partial<Position> & Pick<Position, "id" | "asks">): AtlasRecord {
  const body: Position = { order: 1, organisation: "Org", title: part.id, claim: "Do.", topics: ["offences"], addresses: ["governments"], citations, ...part };
  return { kind: "position", id: part.id, body };
}

function sampleOf(values: ReadonlyArray<string | null | undefined>): Sample {
  return {
    records: [
      ...FRAME,
      ...CODES.map((id) => place(id)),
      question({ id: "crime" }),
      question({ id: "first", kind: "ask", position: "stance", same: "crime", rules: RULES }),
      question({ id: "second", kind: "ask", position: "stance", rules: RULES }),
      question({ id: "third", kind: "ask", position: "rival", rules: RULES }),
      position({ id: "stance", asks: ["first", "second"] }),
      position({ id: "rival", asks: ["third"], organisation: "Another" }),
    ],
    answers: CODES.flatMap((code, index) => {
      const value = values[index];
      return value === undefined ? [] : [answer(code, "crime", value)];
    }),
  };
}

const anyValues = fc.array(fc.constantFrom("yes", "partial", "no", "odd", null, undefined), { minLength: CODES.length, maxLength: CODES.length });

describe("an ask", () => {
  it("shows every jurisdiction once: in one group, or among the blanks", async () => {
    await fc.assert(
      fc.asyncProperty(anyValues, async (values) => {
        const page = await askPage(inquiryInto(sampleOf(values)), "stance", "first");
        const grouped = page?.groups.flatMap((group) => group.rows.map((row) => row.answer.jurisdiction)) ?? [];
        expect([...grouped, ...(page?.view.blanks ?? [])].sort()).toEqual(CODES);
        for (const group of page?.groups ?? []) expect(group.rows).toHaveLength(page?.view.counts[group.alignment] ?? -1);
        expect(page?.view.counts["not-coded"]).toBe(values.filter((one) => one === undefined).length);
        expect(page?.view.counts["not-met"]).toBe(values.filter((one) => one === "no").length);
      }),
    );
  });

  it("is found only under its own position, and refuses a filter that is none", async () => {
    const inquiry = inquiryInto(sampleOf(["yes"]));
    expect(await askPage(inquiry, "stance", "crime")).toBeNull();
    expect(await askPage(inquiry, "rival", "first")).toBeNull();
    await expect(askPage(inquiryInto(sampleOf([]), { alignment: "best" }), "stance", "first")).rejects.toThrow(Fault);
  });

  it("leaves as rows that agree with the page, and as one line of counts in the list", async () => {
    const values = ["yes", "no", null, undefined, "yes"];
    const download = await askResource.one?.(inquiryInto(sampleOf(values)), "first");
    const counted = download?.table.rows.filter((row) => row.counted === "yes") ?? [];
    expect(counted).toHaveLength(CODES.length);
    for (const row of counted) expect(ALIGNED).toContain(row.alignment);
    const met = await askResource.one?.(inquiryInto(sampleOf(values), { alignment: "met" }), "first");
    expect(met?.table.rows.map((row) => row.jurisdiction)).toEqual(["AA", "EE"]);
    const lines = await askList(inquiryInto(sampleOf(values)));
    expect(lines.map((line) => line.view.ask.id)).toEqual(["first", "second", "third"]);
    const rows = (await askResource.list(inquiryInto(sampleOf(values)))).table.rows;
    expect(rows[0]).toMatchObject({ met: 2, not_met: 1, not_known: 1, not_coded: 1, counted_question: "crime" });
  });
});

describe("a jurisdiction beside the positions", () => {
  it("has a row for every ask, and a blank is never “not met”", async () => {
    await fc.assert(
      fc.asyncProperty(anyValues, async (values) => {
        const view = await gapView(inquiryInto(sampleOf(values)), "AA");
        const row = view?.gaps[0]?.rows[0];
        const value = values[0];
        if (value === undefined) expect(row?.alignment).toBe("not-coded");
        else if (value === null) expect(row?.alignment).toBe("not-known");
        else expect(row?.alignment).not.toMatch(/not-coded|not-known/);
        if (value === null || value === undefined) expect(row?.alignment).not.toBe("not-met");
        expect(view?.asks).toBe(3);
        expect(view?.blanks).toBe(value === null || value === undefined ? 3 : 2);
      }),
    );
  });

  it("leaves with its blanks, and knows no score", async () => {
    const download = await gapResource.one?.(inquiryInto(sampleOf(["yes"])), "AA");
    expect(download?.table.rows.map((row) => row.alignment)).toEqual(["met", "not-coded", "not-coded"]);
    expect(download?.table.columns.join(" ")).not.toMatch(/score|rank|total/);
    expect(await gapView(inquiryInto(sampleOf([])), "ZZ")).toBeNull();
    await expect(gapView(inquiryInto(sampleOf([]), { position: "none" }), "AA")).rejects.toThrow(Fault);
  });
});

describe("positions on one topic", () => {
  it("can be listed by organisation", () => {
    expect(positionList(inquiryInto(sampleOf([]), { organisation: "Another" })).map((one) => one.position.id)).toEqual(["rival"]);
    expect(() => positionList(inquiryInto(sampleOf([]), { organisation: "Nobody" }))).toThrow(Fault);
  });

  it("are told apart by the organisation that holds them", () => {
    const { catalogue } = inquiryInto(sampleOf([]));
    const held = catalogue.positions.get("stance");
    if (!held) throw new Error("the sample has no position");
    const near = otherPositions(catalogue, held);
    expect(near.others.map((one) => one.position.id)).toEqual(["rival"]);
    expect(near.own).toEqual([]);
  });
});
