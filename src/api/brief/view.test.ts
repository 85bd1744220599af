import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instrument } from "../../domain/instrument.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import { Fault } from "../fault.ts";
import { answer, coding, FRAME, inquiryInto, place, question, type Sample } from "../sample.ts";
import { briefAsked, briefComplete, MOST_TOPICS } from "./asked.ts";
import { briefResource } from "./resource.ts";
import { briefView } from "./view.ts";

const citations = [{ source: "law", read: "2026-11-01", instrument: "", provision: "", note: "" }];
const RULES = [
  { answer: "yes", alignment: "met" as const },
  { answer: "partial", alignment: "partly" as const },
  { answer: "no", alignment: "not-met" as const },
];
const QUESTIONS = ["q1", "q2", "q3", "counted"];
const VALUES = ["yes", "partial", "no", null, undefined] as const;
type Value = (typeof VALUES)[number];

function topic(id: string, parent = ""): AtlasRecord {
  return { kind: "topic", id, body: { id, order: 1, parent, title: id, description: "" } };
}

function law(part: Partial<Instrument> & Pick<Instrument, "id">): AtlasRecord {
  const body: Instrument = {
    jurisdiction: "AA",
    title: part.id,
    original: "",
    kind: "act",
    status: "in-force",
    topics: ["offences"],
    stages: [],
    identifiers: [],
    summary: "S.",
    source: "law",
    citations,
    confidence: "looked-up",
    review: "unreviewed",
    flags: [],
    doubt: "",
    ...part,
  };
  return { kind: "instrument", id: part.id, body };
}

function argument(id: string, stance: "for" | "against" | "reservation"): AtlasRecord {
  return {
    kind: "argument",
    id,
    body: { id, position: "stance", stance, holder: id, holderKind: "ngo", claim: "C.", evidence: "", date: "", citations, confidence: "looked-up" },
  };
}

const RECORDS: readonly AtlasRecord[] = [
  ...FRAME,
  topic("grooming", "offences"),
  topic("empty"),
  ...["AA", "BB", "CC", "DD", "EE", "FF", "GG"].map((id) => place(id)),
  place("EU", { kind: "supranational" }),
  place("HEAD", { kind: "statistical" }),
  ...QUESTIONS.map((id) => question({ id })),
  question({ id: "ask", kind: "ask", position: "stance", same: "counted", rules: RULES }),
  question({ id: "own", kind: "ask", position: "stance", topic: "grooming", rules: RULES }),
  {
    kind: "position",
    id: "stance",
    body: {
      id: "stance",
      order: 1,
      organisation: "Org",
      title: "Stance",
      claim: "Do.",
      topics: ["offences"],
      addresses: ["governments"],
      asks: ["ask", "own"],
      citations,
    },
  },
  ...["f1", "f2", "f3", "f4", "f5"].map((id) => argument(id, "for")),
  argument("a1", "against"),
];

function sampleOf(values: readonly Value[], more: readonly AtlasRecord[] = [], places: readonly string[] = ["AA"]): Sample {
  const ids = [...QUESTIONS, "own"];
  return {
    records: [...RECORDS, ...more],
    answers: places.flatMap((code) => ids.flatMap((id, index) => (values[index] === undefined ? [] : [answer(code, id, values[index] ?? null)]))),
  };
}

const ASKED = { place: "AA", topic: "offences", position: "stance" };
const anyValues = fc.array(fc.constantFrom(...VALUES), { minLength: 5, maxLength: 5 });

describe("what a brief is about", () => {
  it("is a place with topics, repeated or divided by commas, or with a position that brings its own", () => {
    const inquiry = inquiryInto(sampleOf([]), { place: "AA", topic: "empty,offences" });
    inquiry.query.append("topic", "grooming");
    expect(briefAsked(inquiry)).toEqual({ place: "AA", topics: ["offences", "grooming", "empty"], position: "" });
    expect(briefComplete(inquiryInto(sampleOf([]), { place: "AA", position: "stance" })).topics).toEqual(["offences"]);
  });

  it.each([
    ["place", { topic: "offences" }],
    ["place", { place: "ZZ", topic: "offences" }],
    ["place", { place: "HEAD", topic: "offences" }],
    ["topic", { place: "AA" }],
    ["topic", { place: "AA", topic: "offences,none" }],
    ["position", { place: "AA", position: "none" }],
  ])("says what is wrong with %s", async (field, query) => {
    const error = await briefView(inquiryInto(sampleOf([]), query)).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(Fault);
    expect(error).toMatchObject({ status: 400, field });
  });

  it("is refused with more topics than fit", () => {
    const many = Array.from({ length: MOST_TOPICS + 1 }, (_, index) => topic(`t${index}`));
    const inquiry = inquiryInto({ records: [...RECORDS, ...many], answers: [] }, { place: "AA", topic: many.map((one) => one.id).join(",") });
    expect(() => briefAsked(inquiry)).toThrow(Fault);
  });
});

describe("a brief", () => {
  it("has every question once: answered, or among the blanks, which are never a no", async () => {
    await fc.assert(
      fc.asyncProperty(anyValues, async (values) => {
        const view = await briefView(inquiryInto(sampleOf(values), ASKED));
        const said = view.topics.flatMap((one) => one.lines.map((line) => line.question.id));
        const asked = view.asks.flatMap((one) => (one.answer?.coding ? [one.counted.id] : []));
        const blank = view.blanks.map((one) => one.question.id);
        expect([...said, ...asked, ...blank].sort()).toEqual([...QUESTIONS, "own"].sort());
        expect(view.counts.questions).toBe(5);
        expect(view.counts.answered).toBe(values.filter((one) => one !== null && one !== undefined).length);
        expect(view.counts.notKnown).toBe(values.filter((one) => one === null).length);
        expect(view.counts.notCoded).toBe(values.filter((one) => one === undefined).length);
        for (const one of view.asks) if (!one.answer?.coding) expect(one.alignment).toMatch(/^not-(?:coded|known)$/);
      }),
    );
  });

  it("leaves with the same sentences; each has a source, unless it is a blank", async () => {
    await fc.assert(
      fc.asyncProperty(anyValues, async (values) => {
        const inquiry = inquiryInto(sampleOf(values), ASKED);
        const view = await briefView(inquiry);
        const { rows, columns } = (await briefResource.list(inquiry)).table;
        const of = (section: string) => rows.filter((row) => row["section"] === section);
        expect(of("law")).toHaveLength(view.topics.reduce((sum, one) => sum + one.lines.length, 0));
        expect(of("ask")).toHaveLength(view.asks.length);
        expect(of("blank")).toHaveLength(view.blanks.length);
        for (const row of of("blank")) expect([row["answer"], row["standing"]]).toEqual([null, expect.stringMatching(/^not-(?:coded|known)$/)]);
        for (const row of rows) {
          expect(Object.keys(row)).toEqual([...columns]);
          if (row["answer"] !== null || row["section"] === "argument" || row["section"] === "example") expect(row["source_url"]).toBe("https://law.example/1");
        }
      }),
    );
  });

  it("asks the topic above where the codebook asks nothing under a topic alone, and says so", async () => {
    const [only] = (await briefView(inquiryInto(sampleOf(["yes", "no"]), { place: "AA", topic: "grooming" }))).topics;
    expect(only?.above?.id).toBe("offences");
    expect(only?.lines.map((one) => one.question.id)).toEqual(["q1", "q2"]);
    const [top] = (await briefView(inquiryInto(sampleOf(["yes"]), { place: "AA", topic: "empty" }))).topics;
    expect([top?.above, top?.lines, top?.blanks]).toEqual([null, [], []]);
  });

  it("names up to five others that meet an ask, never the place itself, and gives every side the same room", async () => {
    const all = ["AA", "BB", "CC", "DD", "EE", "FF", "GG"];
    const view = await briefView(inquiryInto(sampleOf(["yes", "yes", "yes", "yes", "yes"], [], all), ASKED));
    expect(view.asks[0]?.examples.map((one) => one.answer.jurisdiction)).toEqual(["BB", "CC", "DD", "EE", "FF"]);
    expect(view.asks[0]?.counts.met).toBe(7);
    expect(view.sides.map((side) => [side.stance, side.shown.length, side.total])).toEqual([
      ["for", 3, 5],
      ["against", 1, 1],
      ["reservation", 0, 0],
    ]);
  });

  it("shows law that reaches the place beside its own, and counts it nowhere", async () => {
    const body = { id: "eu-AA", group: "eu", jurisdiction: "AA", from: "", to: "", source: "law", read: "2026-11-01", note: "" };
    const membership: AtlasRecord = { kind: "membership", id: "eu-AA", body };
    const sample = sampleOf([], [membership]);
    const view = await briefView(inquiryInto({ ...sample, answers: [answer("EU", "q1", "yes"), answer("EU", "counted", "yes")] }, ASKED));
    expect(view.topics[0]?.reach.get("EU")?.map((one) => one.question.id)).toEqual(["q1"]);
    expect(view.asks[0]).toMatchObject({ alignment: "not-coded", reach: [{ from: "EU", alignment: "met" }] });
    expect(view.counts.answered).toBe(0);
  });

  it("knows what comes next, in order, and what is under way without a date", async () => {
    const next = coding({ jurisdiction: "AA", question: "q1", answer: "no", from: "2027-06" });
    const more = [
      law({ id: "later", stages: [{ date: "2027-01-01", stage: "applies", note: "" }] }),
      law({ id: "bill", status: "proposed", stages: [{ date: "2026-02-01", stage: "introduced", note: "" }] }),
      law({ id: "elsewhere", jurisdiction: "BB", stages: [{ date: "2027-01-01", stage: "applies", note: "" }] }),
      law({ id: "past", stages: [{ date: "2020-01-01", stage: "applies", note: "" }] }),
    ];
    const sample = { records: [...RECORDS, ...more], answers: [{ ...answer("AA", "q1", "yes"), next }] };
    const steps = (await briefView(inquiryInto(sample, ASKED))).next;
    expect(steps.map((one) => [one.sort, one.date])).toEqual([
      ["stage", "2027-01-01"],
      ["answer", "2027-06"],
      ["pending", "2026-02-01"],
    ]);
    for (const step of steps) expect(step.citations.length).toBeGreaterThan(0);
  });
});
