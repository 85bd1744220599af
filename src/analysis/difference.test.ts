import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PUBLIC } from "../dataset/release.ts";
import { KINDS } from "../domain/record.ts";
import { differences, fieldMeaning } from "./difference.ts";
import { replacement } from "./replacement.ts";

const citation = (source: string, part: object = {}) => ({ source, read: "2026-01-10", instrument: "", provision: "art. 1", note: "", ...part });

describe("differences", () => {
  test("equal bodies do not differ, whatever the order of their fields and however an empty field is written", () => {
    expect(differences("coding", { id: "a", note: "", flags: [], answer: "yes" }, { answer: "yes", id: "a", doubt: null })).toEqual([]);
    expect(differences("coding", null, null)).toEqual([]);
  });

  test("a field that changed, came or went", () => {
    const before = { id: "a", answer: "no", from: "1990", note: "old" };
    const after = { id: "a", answer: "yes", from: "1990", doubt: "new" };
    expect(differences("coding", before, after)).toEqual([
      { path: "answer", field: "answer", entry: "", before: "no", after: "yes" },
      { path: "note", field: "note", entry: "", before: "old", after: null },
      { path: "doubt", field: "doubt", entry: "", before: null, after: "new" },
    ]);
  });

  test("0 and false are values, not blanks", () => {
    expect(differences("scale", { min: null }, { min: 0 })).toEqual([{ path: "min", field: "min", entry: "", before: null, after: 0 }]);
  });

  test("citations are matched by source and provision, not by place", () => {
    const before = { citations: [citation("law"), citation("guide")] };
    const after = { citations: [citation("new"), citation("guide"), citation("law", { read: "2026-02-01" })] };
    expect(differences("coding", before, after).map((one) => [one.path, one.field, one.entry, one.before, one.after])).toEqual([
      ["citations.new:art. 1", "citations", "new, art. 1", null, { source: "new", read: "2026-01-10", provision: "art. 1" }],
      ["citations.law:art. 1.read", "citations.read", "law, art. 1", "2026-01-10", "2026-02-01"],
    ]);
    const moved = differences("coding", { citations: [citation("law")] }, { citations: [citation("law", { provision: "art. 2" })] });
    expect(moved.map((one) => [one.field, one.before, one.after])).toEqual([["citations.provision", "art. 1", "art. 2"]]);
  });

  test("a stage whose date becomes known is the same stage", () => {
    const stage = (stage: string, date: string) => ({ date, stage, note: "" });
    const before = { stages: [stage("introduced", "2024"), stage("adopted", "2025-03")] };
    const after = { stages: [stage("introduced", "2024"), stage("adopted", "2025-03-04"), stage("in-force", "2025-06-01")] };
    expect(differences("instrument", before, after).map((one) => [one.field, one.entry, one.before, one.after])).toEqual([
      ["stages.date", "adopted, 2025-03-04", "2025-03", "2025-03-04"],
      ["stages", "in-force, 2025-06-01", null, { date: "2025-06-01", stage: "in-force" }],
    ]);
  });

  test("options are matched by id, words of lists by themselves, sentences by their place", () => {
    const scale = (label: string) => ({
      options: [
        { id: "no", label: "No", state: "no" },
        { id: "yes", label, state: "yes" },
      ].reverse(),
    });
    expect(differences("scale", scale("Yes"), scale("Yes, always")).map((one) => [one.path, one.before, one.after])).toEqual([
      ["options.yes.label", "Yes", "Yes, always"],
    ]);
    expect(differences("update", { topics: ["a", "b"] }, { topics: ["b", "c", "a"] }).map((one) => [one.before, one.after])).toEqual([[null, "c"]]);
    expect(differences("dataset", { notes: ["Made so.", "Checked."] }, { notes: ["Made thus.", "Checked."] }).map((one) => [one.before, one.after])).toEqual([
      ["Made so.", "Made thus."],
    ]);
  });

  test("a list of words, and the cells of a row, that come or go with their record", () => {
    expect(differences("coding", null, { flags: ["weak-source", "survey"] })).toEqual([
      { path: "flags", field: "flags", entry: "", before: null, after: ["weak-source", "survey"] },
    ]);
    expect(differences("row", { id: "r", cells: { year: "2024", reports: "" } }, null).map((one) => [one.path, one.before, one.after])).toEqual([
      ["id", "r", null],
      ["cells.year", "2024", null],
    ]);
  });

  test("another order alone is said as such", () => {
    expect(differences("update", { topics: ["a", "b"] }, { topics: ["b", "a"] })).toEqual([
      { path: "topics", field: "topics", entry: "", before: ["a", "b"], after: ["b", "a"] },
    ]);
  });

  test("the cells of a row are compared by column; a suppressed figure is not 0", () => {
    const row = (reports: string) => ({ id: "reports/BR/2025", dataset: "reports", cells: { jurisdiction: "BR", reports } });
    expect(differences("row", row(""), row("<50"))).toEqual([{ path: "cells.reports", field: "cells.reports", entry: "", before: null, after: "<50" }]);
  });

  test("what may not leave is never shown, at any depth", () => {
    expect(differences("coding", null, { id: "a", secret: "x", citations: [{ source: "law", editor: "somebody" }] })).toEqual([
      { path: "id", field: "id", entry: "", before: null, after: "a" },
      { path: "citations.law", field: "citations", entry: "law", before: null, after: { source: "law" } },
    ]);
    expect(differences("package", { id: "p" }, { id: "p", licences: [{ z: 1 }] })).toEqual([]);
  });

  test("exchanging the two sides exchanges before and after", () => {
    const text = fc.constantFrom("", "a", "b", "c d");
    const body = fc.record({
      answer: text,
      note: text,
      flags: fc.array(text),
      citations: fc.array(fc.record({ source: text, provision: text, note: text }), { maxLength: 4 }),
    });
    const found = (one: object, other: object, swap: boolean) =>
      differences("coding", one, other)
        .filter((each) => !Array.isArray(each.before))
        .map((each) => JSON.stringify(swap ? [each.field, each.after, each.before] : [each.field, each.before, each.after]))
        .sort();
    fc.assert(
      fc.property(body, body, (one, other) => {
        expect(differences("coding", one, one)).toEqual([]);
        // Lists may be paired otherwise from the other side; single fields may not.
        const single = (rows: string[]) => rows.filter((row) => /^\["(answer|note)"/.test(row));
        expect(single(found(one, other, false))).toEqual(single(found(other, one, true)));
      }),
    );
  });
});

test("every field that may leave has words in the data dictionary or in a schema around it", () => {
  expect(fieldMeaning("coding", "change")).toBe("amendment: the law changed; recoding: we read it again");
  expect(fieldMeaning("scale", "options.state")).toBe("how the answer is drawn and counted");
  expect(fieldMeaning("coding", "nothing.there")).toBe("");
  for (const kind of KINDS) for (const field of PUBLIC[kind]) expect(typeof fieldMeaning(kind, field)).toBe("string");
});

test("what a wording replaced, in whole words", () => {
  expect(replacement("The law says no to it.", "The law says yes to it.")).toEqual({ start: "The law says ", before: "no ", after: "yes ", end: "to it." });
  expect(replacement("a", "a b")).toEqual({ start: "", before: "a", after: "a b", end: "" });
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const { start, before, after, end } = replacement(one, other);
      expect([start + before + end, start + after + end]).toEqual([one, other]);
    }),
  );
});
