import { describe, expect, test } from "vitest";
import { type Coding, spanOf } from "../domain/coding.ts";
import type { AnswerSpan } from "../store/reader.ts";
import { ahead, answerEvents, clipped, type Event, lanesOf, newestFirst, reaching, treatyEvents, updateEvents } from "./timeline.ts";

const citations = [{ source: "law", read: "2026-11-01", instrument: "", provision: "", note: "" }];

function span(part: Partial<Coding> & Pick<Coding, "id" | "answer">): AnswerSpan {
  const coding: Coding = {
    jurisdiction: "EU",
    question: "derogation",
    from: "",
    to: "",
    current: "",
    before: "",
    basis: "",
    change: "amendment",
    confidence: "looked-up",
    review: "unreviewed",
    flags: [],
    note: "",
    doubt: "",
    citations,
    ...part,
  };
  const days = spanOf(coding);
  return { jurisdiction: coding.jurisdiction, question: coding.question, coding, from: days?.from ?? null, to: days?.to ?? null };
}

const told = (events: readonly Event[]) => events.map((one) => `${one.date} ${one.what}${one.before ? ` after ${one.before.answer}` : ""}`);

describe("answers through time", () => {
  const derogation = [
    span({ id: "b", answer: "no", from: "2020-12-21", to: "2021-08-01" }),
    span({ id: "a", answer: "not-needed", from: "2002-07-31", to: "2020-12-20" }),
    span({ id: "c", answer: "yes", from: "2021-08-02", to: "2026-04-03" }),
    span({ id: "d", answer: "no", from: "2026-04-04" }),
  ];

  test("each day of change is one event, with the answer before", () => {
    expect(told(answerEvents(derogation))).toEqual([
      "2002-07-31 starts",
      "2020-12-21 changes after not-needed",
      "2021-08-02 changes after no",
      "2026-04-04 changes after yes",
    ]);
  });

  test("an end that nothing follows is an end; after a gap an answer starts anew", () => {
    const gap = [span({ id: "a", answer: "yes", from: "2010-01-01", to: "2012-12-31" }), span({ id: "b", answer: "yes", from: "2015-01-01" })];
    expect(told(answerEvents(gap))).toEqual(["2010-01-01 starts", "2012-12-31 ends", "2015-01-01 starts"]);
  });

  test("the same answer on a new basis is no change", () => {
    const same = [span({ id: "a", answer: "fixed", from: "2021-08-02", to: "2024-05-13" }), span({ id: "b", answer: "fixed", from: "2024-05-14" })];
    expect(told(answerEvents(same))[1]).toBe("2024-05-14 continues after fixed");
  });

  test("a coding without a start of its own gives no start; a year counts as the year", () => {
    expect(answerEvents([span({ id: "a", answer: "yes", current: "2024-01-01" })])).toEqual([]);
    const year = [span({ id: "a", answer: "no", from: "2000", to: "2007-12-31" }), span({ id: "b", answer: "yes", from: "2008" })];
    expect(told(answerEvents(year))).toEqual(["2000 starts", "2008 changes after no"]);
  });

  test("lanes hold one pair each, in the order of time", () => {
    const lanes = lanesOf([...derogation, span({ id: "x", answer: "yes", question: "other", from: "2020-01-01" })]);
    expect(lanes.map((lane) => [lane.question, lane.spans.map((one) => one.coding.id).join("")])).toEqual([
      ["derogation", "abcd"],
      ["other", "x"],
    ]);
  });
});

describe("the law that reaches a place", () => {
  const member = [
    { jurisdiction: "GB", from: null, to: null },
    { jurisdiction: "EU", from: "1973-01-01", to: "2020-01-31" },
  ];

  test("counts only on the days of membership", () => {
    const events = answerEvents([span({ id: "a", answer: "yes", from: "2002-07-31", to: "2020-12-20" }), span({ id: "b", answer: "no", from: "2020-12-21" })]);
    expect(told(reaching(events, member))).toEqual(["2002-07-31 starts"]);
  });

  test("bars are cut at its first and last day", () => {
    const eu = { jurisdiction: "EU", from: "1973-01-01", to: "2020-01-31" };
    expect(clipped(eu, "2002-07-31", null)).toEqual({ from: "2002-07-31", to: "2020-01-31" });
    expect(clipped(eu, "1970-01-01", "1980-01-01")).toEqual({ from: "1973-01-01", to: "1980-01-01" });
    expect(clipped(eu, "2020-02-01", null)).toBeNull();
  });
});

describe("other dates", () => {
  const status = {
    id: "t-eu",
    treaty: "t",
    jurisdiction: "EU",
    status: "party",
    signed: "2007-10-25",
    ratified: "2012",
    asOf: "",
    note: "",
    source: "law",
    read: "2026-11-01",
  } as const;

  test("signature and ratification, each when it is dated", () => {
    expect(told(treatyEvents([status]))).toEqual(["2007-10-25 signed", "2012 ratified"]);
    expect(treatyEvents([{ ...status, signed: "", ratified: "" }])).toEqual([]);
  });

  test("a consultation opens and closes; its own day is not told twice", () => {
    const update = {
      id: "u",
      date: "2026-01-10",
      jurisdictions: ["EU"],
      topics: [],
      kind: "consultation" as const,
      title: "T",
      summary: "S",
      opens: "2026-01-10",
      closes: "2026-02-10",
      zone: "",
      respondents: "",
      actors: [],
      questions: [],
      outcome: null,
      figures: [],
      links: [],
      instruments: [],
      citations,
      flags: [],
      doubt: "",
    };
    expect(told(updateEvents([update], ["DE", "EU"]))).toEqual(["2026-01-10 opens", "2026-02-10 closes"]);
    expect(updateEvents([update], ["DE"])).toEqual([]);
  });

  test("newest first, and ahead is the soonest first, without what a year may already hold", () => {
    const events = treatyEvents([status, { ...status, id: "s-eu", signed: "2027-05-01", ratified: "2028" }]);
    expect(told(newestFirst(events)).at(0)).toBe("2028 ratified");
    expect(told(ahead(events, "2026-11-22"))).toEqual(["2027-05-01 signed", "2028 ratified"]);
    expect(told(ahead(events, "2028-06-01"))).toEqual([]);
  });
});
