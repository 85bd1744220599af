import { describe, expect, test } from "vitest";
import { Fault } from "../fault.ts";
import { coding, FRAME, inquiryInto, instrument, place, question, type Sample, union } from "../sample.ts";
import { reachSpans } from "./reach.ts";
import { timelineResource } from "./resource.ts";
import { timelineView } from "./view.ts";

const eu = (id: string, answer: string, from: string, to: string) => coding({ id, jurisdiction: "EU", question: "derogation", answer, from, to });

const sample: Sample = {
  records: [
    ...FRAME,
    place("GB"),
    place("EU", { kind: "supranational" }),
    ...union(["GB", "1973-01-01", "2020-01-31"]),
    question({ id: "derogation" }),
    instrument({
      id: "directive",
      jurisdiction: "EU",
      title: "Directive",
      kind: "directive",
      stages: [
        { date: "2002-07-12", stage: "adopted", note: "" },
        { date: "2002-07-31", stage: "in-force", note: "" },
        { date: "2027-01-01", stage: "applies", note: "Later part" },
      ],
    }),
  ],
  answers: [
    {
      jurisdiction: "EU",
      question: "derogation",
      coding: eu("a", "partial", "2002-07-31", "2020-12-20"),
      next: eu("b", "no", "2020-12-21", "2021-08-01"),
      since: "2002-07-31",
    },
    {
      jurisdiction: "EU",
      question: "derogation",
      coding: eu("c", "yes", "2021-08-02", "2026-04-03"),
      next: eu("d", "no", "2026-04-04", ""),
      since: "2002-07-31",
    },
  ],
  statuses: [
    {
      id: "t-gb",
      treaty: "t",
      jurisdiction: "GB",
      status: "party",
      signed: "2008",
      ratified: "2010-06-01",
      asOf: "",
      note: "",
      source: "law",
      read: "2026-11-01",
    },
  ],
};

describe("the time line of a place", () => {
  test("shows the gaps of the EU derogation as spans, and what comes next on top", async () => {
    const view = await timelineView(inquiryInto(sample), "EU");
    expect(view?.lanes[0]?.bars.map((bar) => `${bar.from} ${bar.to ?? ""} ${bar.state}`)).toEqual([
      "2002-07-31 2020-12-20 partial",
      "2020-12-21 2021-08-01 no",
      "2021-08-02 2026-04-03 yes",
      "2026-04-04  no",
    ]);
    expect(view?.lanes[0]?.moves).toBe(true);
    expect(view?.next.map((one) => `${one.date} ${one.what}`)).toEqual(["2027-01-01 applies"]);
    expect(view?.kinds.get("answer")).toBe(4);
    expect(view?.kinds.get("stage")).toBe(3);
  });

  test("seen from a past day, everything after it lies ahead", async () => {
    const view = await timelineView(inquiryInto(sample, {}, "2020-12-20"), "EU");
    expect(view?.next.map((one) => one.date)).toEqual(["2020-12-21", "2021-08-02", "2026-04-04", "2027-01-01"]);
  });

  test("law of the EU reaches a member only while it is one", async () => {
    const inquiry = inquiryInto(sample);
    expect(reachSpans(inquiry, "GB")).toEqual([
      { jurisdiction: "GB", from: null, to: null },
      { jurisdiction: "EU", from: "1973-01-01", to: "2020-01-31" },
    ]);
    const view = await timelineView(inquiry, "GB");
    expect(view?.lanes[0]?.bars).toEqual([{ from: "2002-07-31", to: "2020-01-31", state: "partial", answer: "partial", dated: true }]);
    expect(view?.laws[0]?.phases.at(-1)).toEqual({ phase: "force", from: "2002-07-31", to: "2020-01-31" });
    expect(view?.events.map((one) => `${one.date} ${one.what}`)).toEqual([
      "2020-01-31 leaves",
      "2010-06-01 ratified",
      "2008 signed",
      "2002-07-31 in-force",
      "2002-07-31 starts",
      "2002-07-12 adopted",
      "1973-01-01 joins",
    ]);
  });

  test("one kind on its own, a kind that is none, a place that is none", async () => {
    expect((await timelineView(inquiryInto(sample, { kind: "treaty" }), "GB"))?.events).toHaveLength(2);
    await expect(timelineView(inquiryInto(sample, { kind: "laws" }), "GB")).rejects.toThrow(Fault);
    expect(await timelineView(inquiryInto(sample), "XX")).toBeNull();
  });

  test("the download has a row for each event, with whose law it is, its answer and its source", async () => {
    const download = await timelineResource.one?.(inquiryInto(sample), "GB");
    expect(download?.table.rows).toHaveLength(7);
    const start = download?.table.rows.find((row) => row.what === "starts");
    expect(start).toMatchObject({
      jurisdiction: "EU",
      own_law: "no",
      answer: "partial",
      standing: "partial",
      ahead: "no",
      source_url: "https://law.example/1",
    });
    expect((await timelineResource.list(inquiryInto(sample))).table.rows).toEqual([
      { jurisdiction: "EU", jurisdiction_name: "EU", instruments: 1, stages: 3, obligations: 0, updates: 0 },
    ]);
  });
});
