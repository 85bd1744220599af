import { describe, expect, it } from "vitest";
import { answer, coding, FRAME, inquiryInto, instrument, place, question, type Sample } from "../sample.ts";
import { changeFeed } from "./feed.ts";
import { changeResource } from "./resource.ts";

const codings = [
  coding({ id: "aa-old", jurisdiction: "AA", question: "q", answer: "no", from: "2010-01-01", to: "2019-12-31" }),
  coding({ id: "aa-new", jurisdiction: "AA", question: "q", answer: "yes", from: "2020-01-01" }),
  coding({ id: "bb-reread", jurisdiction: "BB", question: "q", answer: "yes", from: "2021-01-01", change: "recoding" }),
  coding({ id: "cc-undated", jurisdiction: "CC", question: "q", answer: "yes", from: "" }),
];
const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    place("CC"),
    question({ id: "q" }),
    instrument({
      id: "law",
      stages: [
        { date: "2019-06", stage: "adopted", note: "" },
        { date: "2027-01-01", stage: "applies", note: "" },
      ],
    }),
  ],
  answers: codings.map((one) => ({ ...answer(one.jurisdiction, "q", one.answer), coding: one })),
};
const feed = (query: Record<string, string> = {}, at?: string) => changeFeed(inquiryInto(sample, query, at));

describe("changes of the law", () => {
  it("are steps and answers with a known day that has come; second readings and undated answers are not among them", async () => {
    const { entries } = await feed();
    expect(entries.map((one) => one.id)).toEqual(["answer aa-new 2020-01-01", "stage law 2019-06 adopted", "answer aa-old 2010-01-01"]);
    expect(entries[0]).toMatchObject({ published: "2020-01-01T00:00:00.000Z", updated: "2026-11-22T00:00:00Z", path: "/questions/q" });
    expect(entries[0]?.title.text).toBe("AA: About q? → Yes");
  });

  it("come when their day comes, and put themselves before what the record knew", async () => {
    const { entries } = await feed({}, "2027-02-01");
    expect(entries[0]).toMatchObject({ id: "stage law 2027-01-01 applies", updated: "2027-01-01T00:00:00.000Z" });
  });

  it("are filtered by place, question, instrument and words, each feed under a name of its own", async () => {
    expect((await feed({ place: "BB" })).entries).toEqual([]);
    expect((await feed({ instrument: "law" })).entries.map((one) => one.id)).toEqual(["stage law 2019-06 adopted"]);
    expect((await feed({ question: "q" })).entries).toHaveLength(2);
    expect((await feed({ q: "nothing such" })).entries).toEqual([]);
    const queries: Array<Record<string, string>> = [{}, { place: "AA" }, { change: "recoding" }];
    const names = await Promise.all(queries.map(async (query) => (await feed(query)).id));
    expect(new Set(names).size).toBe(3);
    expect((await feed({ change: "amendment" })).id).toBe(names[0]);
    await expect(feed({ change: "both" })).rejects.toThrow("not a value");
  });

  it("leave as a table with the same parameters", async () => {
    const { table } = await changeResource.list(inquiryInto(sample));
    expect(table.rows).toHaveLength(3);
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
  });
});

describe("second readings", () => {
  it("are entries by the day on which they were recorded, apart from changes of the law", async () => {
    const inquiry = inquiryInto(sample, { change: "recoding" });
    const after = coding({ id: "bb-reread", jurisdiction: "BB", question: "q", answer: "yes", change: "recoding" });
    const changeset = {
      id: 7,
      recorded: "2026-11-20T10:00:00.000Z",
      role: "editor",
      reason: "read again",
      cause: "correction" as const,
      added: 0,
      changed: 1,
      removed: 0,
    };
    const reader = {
      ...inquiry.reader,
      changesets: async () => ({ total: 1, changesets: [changeset] }),
      changedRecords: async () => [
        { kind: "coding" as const, id: after.id, action: "changed" as const, change: "recoding", before: { ...after, answer: "no" }, after },
      ],
    };
    const { entries } = await changeFeed({ ...inquiry, reader });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ id: "recoding 7 bb-reread", updated: changeset.recorded, path: "/history?kind=coding&id=bb-reread" });
    expect(entries[0]?.summary.text).toContain("No");
  });
});
