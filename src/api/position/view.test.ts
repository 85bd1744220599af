import { describe, expect, it } from "vitest";
import type { AtlasRecord } from "../../domain/record.ts";
import { Fault } from "../fault.ts";
import { answer, citation, coding, FRAME, inquiryInto, instrument, place, question, type Sample, stance } from "../sample.ts";
import { positionResource } from "./resource.ts";
import { positionList, positionView } from "./view.ts";

const RULES = [
  { answer: "yes", alignment: "met" as const },
  { answer: "partial", alignment: "partly" as const },
  { answer: "no", alignment: "not-met" as const },
];

function argument(id: string, stance: "for" | "against" | "reservation", date = ""): AtlasRecord {
  return {
    kind: "argument",
    id,
    body: {
      id,
      position: "stance",
      stance,
      holder: "Holder",
      holderKind: "ngo",
      claim: "Says so.",
      evidence: "",
      date,
      citations: [citation()],
      confidence: "looked-up",
    },
  };
}

const cited = coding({
  jurisdiction: "BB",
  question: "own",
  answer: "no",
  citations: [citation({ instrument: "cited-law" })],
});
const sample: Sample = {
  records: [
    ...FRAME,
    ...["AA", "BB", "CC", "DD"].map((id) => place(id)),
    place("EU", { kind: "supranational" }),
    question({ id: "crime" }),
    question({ id: "same-ask", kind: "ask", position: "stance", same: "crime", rules: RULES }),
    question({ id: "own", kind: "ask", position: "stance", rules: RULES }),
    stance(["same-ask", "own"]),
    argument("old", "for", "2019"),
    argument("new", "for", "2024-05"),
    argument("undated", "for"),
    argument("contra", "against", "2020"),
    instrument({ id: "topic-law", topics: ["offences"] }),
    instrument({ id: "cited-law", topics: ["elsewhere"] }),
    instrument({ id: "other-law", topics: ["elsewhere"] }),
  ],
  answers: [
    answer("AA", "crime", "yes"),
    answer("BB", "crime", "no"),
    answer("CC", "crime", null),
    answer("EU", "crime", "partial"),
    answer("AA", "same-ask", "no"),
    { jurisdiction: "BB", question: "own", coding: cited, next: null, since: "2020-01-01" },
  ],
};

describe("the list of positions", () => {
  it("counts asks and arguments by stance", () => {
    expect(positionList(inquiryInto(sample))[0]).toMatchObject({ asks: 2, stances: { for: 3, against: 1, reservation: 0 } });
    expect(() => positionList(inquiryInto(sample, { topic: "none" }))).toThrow(Fault);
  });
});

describe("a position", () => {
  it("uses the codebook's answers through the rules and sets second readings aside", async () => {
    const view = await positionView(inquiryInto(sample), "stance");
    const [same, own] = view?.asks ?? [];
    expect(same?.counted.id).toBe("crime");
    expect(same?.counts).toMatchObject({ met: 1, partly: 1, "not-met": 1, "not-known": 1, "not-coded": 1 });
    expect(same?.second.map((one) => one.jurisdiction)).toEqual(["AA"]);
    expect(same?.blanks).toEqual(["DD"]);
    expect(own?.counts).toMatchObject({ "not-met": 1, "not-coded": 3 });
    expect(own?.second).toEqual([]);
  });

  it("orders arguments by date, undated last, and puts cited law first", async () => {
    const view = await positionView(inquiryInto(sample), "stance");
    expect(view?.arguments.for.map((one) => one.id)).toEqual(["new", "old", "undated"]);
    expect(view?.law.map((one) => [one.instrument.id, one.cited])).toEqual([
      ["cited-law", true],
      ["topic-law", false],
    ]);
  });

  it("exports every answer and every blank, and marks second readings as not counted", async () => {
    const download = await positionResource.one?.(inquiryInto(sample), "stance");
    const rows = download?.table.rows ?? [];
    const same = rows.filter((row) => row.ask === "same-ask");
    expect(same.filter((row) => row.counted === "yes")).toHaveLength(5);
    expect(same.find((row) => row.jurisdiction === "DD")).toMatchObject({ alignment: "not-coded", standing: "not-coded", answer: null });
    expect(same.find((row) => row.counted === "no")).toMatchObject({ jurisdiction: "AA", alignment: null, question: "same-ask" });
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...(download?.table.columns ?? [])].sort());
    expect(await positionView(inquiryInto(sample), "nothing")).toBeNull();
  });
});
