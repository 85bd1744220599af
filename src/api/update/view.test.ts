import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shiftDay } from "../../domain/date.ts";
import { Fault } from "../fault.ts";
import { FRAME, inquiryInto, instrument, place, type Sample, update } from "../sample.ts";
import { updateResource } from "./resource.ts";
import { standingOf, updateList, updateView } from "./view.ts";

const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    instrument({ id: "bill", kind: "bill", status: "proposed", stages: [{ date: "2026-12-01", stage: "committee", note: "" }] }),
    update({ id: "closed", date: "2026-01-01", opens: "2026-01-01", closes: "2026-02-01", instruments: ["bill"] }),
    update({ id: "open", date: "2026-11-01", closes: "2026-12-31" }),
    update({ id: "sooner", date: "2026-10-01", closes: "2026-11-22" }),
    update({ id: "upcoming", date: "2026-11-10", opens: "2027-01-01", closes: "2027-02-01" }),
    update({ id: "undated", date: "2025-01-01" }),
    update({ id: "ruling", date: "2026-06-01", kind: "ruling", jurisdictions: ["BB", "AA"], instruments: ["bill"] }),
  ],
  answers: [],
};

describe("the list of updates", () => {
  it("is newest first, with what is open or about to open by its last day", () => {
    const { lines, closing } = updateList(inquiryInto(sample));
    expect(lines.map((line) => line.update.id)).toEqual(["upcoming", "open", "sooner", "ruling", "closed", "undated"]);
    expect(closing.map((line) => line.update.id)).toEqual(["sooner", "open", "upcoming"]);
  });

  it("filters, and refuses values that are none", () => {
    const ids = (query: Record<string, string>) => updateList(inquiryInto(sample, query)).lines.map((line) => line.update.id);
    expect(ids({ place: "BB" })).toEqual(["ruling"]);
    expect(ids({ kind: "ruling" })).toEqual(["ruling"]);
    expect(ids({ from: "2026-01-01", to: "2026-06-01" })).toEqual(["ruling", "closed"]);
    for (const [name, value] of [
      ["kind", "x"],
      ["place", "x"],
      ["from", "x"],
    ] as const)
      expect(() => ids({ [name]: value })).toThrow(Fault);
  });

  it("exports one row each with every column", async () => {
    const { table } = await updateResource.list(inquiryInto(sample));
    expect(table.rows).toHaveLength(6);
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
    expect(table.rows.find((row) => row.update === "undated")).toMatchObject({ consultation: "undated", closes: null, next: null });
  });
});

describe("the archive", () => {
  it("keeps updates by year, counts what the other filters leave, and finds words", () => {
    const { lines, years } = updateList(inquiryInto(sample, { year: "2025" }));
    expect(lines.map((line) => line.update.id)).toEqual(["undated"]);
    expect(years).toEqual([
      { year: "2026", count: 5 },
      { year: "2025", count: 1 },
    ]);
    expect(updateList(inquiryInto(sample, { kind: "ruling" })).years).toEqual([{ year: "2026", count: 1 }]);
    expect(updateList(inquiryInto(sample, { q: "RULING" })).lines.map((line) => line.update.id)).toEqual(["ruling"]);
    expect(() => updateList(inquiryInto(sample, { year: "20x5" }))).toThrow(Fault);
  });

  it("ends every update whose last day has passed in what came of it, or in that it is not known", () => {
    for (const { update: one, result } of updateList(inquiryInto(sample)).lines)
      expect([one.id, ["open", "upcoming"].includes(result.kind)]).toEqual([one.id, (one.closes || one.date) >= "2026-11-22"]);
  });
});

describe("an update", () => {
  it("says what happens next, from its own dates or from its instruments", () => {
    expect(updateView(inquiryInto(sample), "upcoming")?.next).toMatchObject({ what: "opens", date: "2027-01-01" });
    expect(updateView(inquiryInto(sample), "closed")?.next).toMatchObject({ what: "stage", stage: "committee", date: "2026-12-01" });
    expect(updateView(inquiryInto(sample), "undated")?.next).toBeNull();
  });

  it("finds what came later and earlier on the same instruments", () => {
    expect(updateView(inquiryInto(sample), "closed")?.later.map((one) => one.id)).toEqual(["ruling"]);
    expect(updateView(inquiryInto(sample), "ruling")?.earlier.map((one) => one.id)).toEqual(["closed"]);
    expect(updateView(inquiryInto(sample), "nothing")).toBeNull();
  });
});

describe("a consultation", () => {
  it("is upcoming, then open on both its first and last day, then closed, on any calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: -500, max: 500 }), (start, length, offset) => {
        const opens = shiftDay("2026-01-01", start);
        const closes = shiftDay(opens, length);
        const today = shiftDay("2026-06-01", offset);
        expect(standingOf({ kind: "consultation", opens, closes }, today)).toBe(today < opens ? "upcoming" : today > closes ? "closed" : "open");
      }),
    );
  });
});
