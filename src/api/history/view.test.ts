import { describe, expect, test } from "vitest";
import type { Coding } from "../../domain/coding.ts";
import type { ChangeFilter, Reader, Version } from "../../store/reader.ts";
import { Fault } from "../fault.ts";
import type { Inquiry } from "../inquiry.ts";
import { answer, coding, FRAME, inquiryInto, place, question } from "../sample.ts";
import { historyResource } from "./resource.ts";
import { changesetList, changesetView, historyView } from "./view.ts";

const old = coding({ jurisdiction: "FR", question: "q", answer: "no" });
const amended: Coding = { ...old, answer: "yes", change: "amendment", note: "The law of 2026." };
const recoded: Coding = { ...amended, answer: "partial", change: "recoding" };

const version = (changeset: number, cause: Version["cause"], body: unknown): Version => ({
  changeset,
  recorded: `2026-11-0${changeset}T10:00:00.000Z`,
  until: null,
  role: "editor",
  reason: `reason ${changeset}`,
  cause,
  body,
});

const VERSIONS = [
  version(1, "release", old),
  version(3, "amendment", amended),
  version(4, "correction", recoded),
  version(5, "release", null),
  version(7, "release", old),
];

function inquiry(query: Readonly<Record<string, string>> = {}, reader: Partial<Reader> = {}): Inquiry {
  const made = inquiryInto({ records: [...FRAME, place("FR"), question({ id: "q" })], answers: [answer("FR", "q", "yes")] }, query);
  return { ...made, reader: { ...made.reader, history: async (kind, id) => (kind === "coding" && id === old.id ? VERSIONS : []), ...reader } };
}

describe("the history of a record", () => {
  test("versions stand newest first, each with what it did and what is different", async () => {
    const view = await historyView(inquiry(), "coding", old.id);
    expect(view.versions.map((one) => [one.changeset, one.action, one.cause, one.change, one.previous, one.differences.map((each) => each.path)])).toEqual([
      [7, "added", "release", "first", null, expect.arrayContaining(["id", "answer"])],
      [5, "removed", "release", null, 4, expect.arrayContaining(["id", "answer", "note"])],
      [4, "changed", "correction", "recoding", 3, ["answer", "change"]],
      [3, "changed", "amendment", "amendment", 1, ["answer", "change", "note"]],
      [1, "added", "release", "first", null, expect.arrayContaining(["id", "answer"])],
    ]);
    expect([view.name.words, view.removed]).toEqual(["FR · About q?", false]);
  });

  test("the table has one row a field; what was added has no before, what was removed no after", async () => {
    const { table } = await historyResource.list(inquiry({ kind: "coding", id: old.id }));
    const of = (changeset: number) => table.rows.filter((row) => row["changeset"] === changeset);
    expect(of(3).map((row) => [row["role"], row["reason"], row["cause"], row["change"], row["field"], row["before"], row["after"]])).toEqual([
      ["editor", "reason 3", "amendment", "amendment", "answer", "no", "yes"],
      ["editor", "reason 3", "amendment", "amendment", "change", "first", "amendment"],
      ["editor", "reason 3", "amendment", "amendment", "note", null, "The law of 2026."],
    ]);
    expect(new Set(of(1).map((row) => row["before"]))).toEqual(new Set([null]));
    expect(new Set(of(5).map((row) => row["after"]))).toEqual(new Set([null]));
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
  });

  test.each([
    [{ id: "x" }, 400, "kind"],
    [{ id: "x", kind: "person" }, 400, "kind"],
    [{ id: "x", kind: "coding" }, 404, "id"],
    [{ id: "x".repeat(501), kind: "coding" }, 400, "id"],
    [{ changeset: "0" }, 400, "changeset"],
    [{ changeset: "9999999999" }, 400, "changeset"],
    [{ changeset: "12" }, 404, "changeset"],
    [{ change: "first" }, 400, "change"],
    [{ cause: "whim" }, 400, "cause"],
    [{ kind: "person" }, 400, "kind"],
  ])("%o is refused", async (query, status, field) => {
    await expect(historyResource.list(inquiry(query))).rejects.toSatisfy((error) => error instanceof Fault && error.status === status && error.field === field);
  });
});

describe("changesets", () => {
  const one = { id: 2, recorded: "2026-11-02T10:00:00.000Z", role: "editor", reason: "why", cause: "amendment", added: 1, changed: 60, removed: 0 } as const;

  test("filters and pages reach the reader; a page that is not there is refused", async () => {
    const asked: unknown[] = [];
    const changesets: Reader["changesets"] = async (filter, limit, offset) => {
      asked.push([filter, limit, offset]);
      return offset > 0 ? { total: 0, changesets: [] } : { total: 60, changesets: [one] };
    };
    const view = await changesetList(inquiry({ kind: "coding", change: "amendment" }, { changesets }));
    expect([view.total, view.pages]).toEqual([60, 2]);
    await expect(changesetList(inquiry({ page: "2" }, { changesets }))).rejects.toThrow("no page 2");
    await historyResource.list(inquiry({ cause: "correction" }, { changesets }));
    expect(asked).toEqual([
      [{ kind: "coding", cause: undefined, change: "amendment" } satisfies ChangeFilter, 50, 0],
      [{}, 50, 50],
      [{ cause: "correction" }, 0, 0],
    ]);
  });

  test("a changeset shows its records with their differences", async () => {
    const reader: Partial<Reader> = {
      changeset: async () => one,
      changeCounts: async () => [{ kind: "coding", action: "changed", count: 60 }],
      changedRecords: async () => [{ kind: "coding", id: old.id, action: "changed", change: "amendment", before: old, after: amended }],
    };
    const view = await changesetView(inquiry({}, reader), 2);
    expect([view.total, view.pages, view.records[0]?.differences.map((each) => each.field)]).toEqual([60, 3, ["answer", "change", "note"]]);
  });
});
