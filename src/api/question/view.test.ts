import { describe, expect, it } from "vitest";
import { Fault } from "../fault.ts";
import { answer, FRAME, inquiryInto, place, question, type Sample, stance } from "../sample.ts";
import { questionResource } from "./resource.ts";
import { questionList, questionView } from "./view.ts";

const sample: Sample = {
  records: [
    ...FRAME,
    ...["AA", "BB", "CC", "DD"].map((id) => place(id)),
    place("TT", { kind: "territory" }),
    place("EU", { kind: "supranational" }),
    place("AA-X", { kind: "subdivision", parent: "AA" }),
    question({ id: "crime" }),
    question({ id: "age", scale: "years" }),
    question({ id: "empty" }),
    question({ id: "ask-crime", kind: "ask", position: "stance", same: "crime" }),
    stance(["ask-crime"]),
  ],
  answers: [
    answer("AA", "crime", "yes"),
    answer("BB", "crime", "no"),
    answer("CC", "crime", null),
    answer("EU", "crime", "partial"),
    answer("AA", "age", "16"),
    answer("BB", "age", "18"),
  ],
};

describe("the list of questions", () => {
  it("counts the jurisdictions that have a coding, and shows questions without any", async () => {
    const { groups, total } = await questionList(inquiryInto(sample));
    expect(total).toBe(4);
    expect(groups[0]?.questions.map((one) => [one.question.id, one.coded])).toEqual([
      ["crime", 4],
      ["age", 2],
      ["empty", 0],
      ["ask-crime", 0],
    ]);
  });

  it("filters by kind, and names the allowed values when a filter is wrong", async () => {
    expect((await questionList(inquiryInto(sample, { kind: "ask" }))).total).toBe(1);
    await expect(questionList(inquiryInto(sample, { kind: "asks" }))).rejects.toMatchObject({ status: 400, allowed: ["codebook", "ask", "treaty"] });
    await expect(questionList(inquiryInto(sample, { topic: "x" }))).rejects.toBeInstanceOf(Fault);
  });
});

describe("a question", () => {
  it("gives every state and territory one standing; a blank is never a no", async () => {
    const view = await questionView(inquiryInto(sample), "crime");
    expect(Object.fromEntries(view?.counts ?? [])).toEqual({
      yes: 1,
      partial: 0,
      no: 1,
      number: 0,
      unclear: 0,
      "not-applicable": 0,
      "not-known": 1,
      "not-coded": 2,
    });
    expect([...(view?.counts.values() ?? [])].reduce((a, b) => a + b, 0)).toBe(5);
    expect(view?.blanks).toEqual(["DD", "TT"]);
    expect(view?.others).toBe(1);
    expect(view?.uses.map((one) => one.ask.id)).toEqual(["ask-crime"]);
  });

  it("exports every jurisdiction, blanks with their own standing and without an answer", async () => {
    const inquiry = inquiryInto(sample);
    const download = await questionResource.one?.(inquiry, "crime");
    const rows = download?.table.rows ?? [];
    expect(rows).toHaveLength(6);
    expect(rows.find((one) => one.jurisdiction === "DD")).toMatchObject({ standing: "not-coded", answer: null });
    expect(rows.find((one) => one.jurisdiction === "CC")).toMatchObject({ standing: "not-known", answer: null });
    expect(rows.find((one) => one.jurisdiction === "AA")).toMatchObject({
      standing: "yes",
      answer: "yes",
      source_url: "https://law.example/1",
      review: "unreviewed",
    });
    for (const row of rows) expect(Object.keys(row)).toEqual([...(download?.table.columns ?? [])]);
  });

  it("puts numbers into classes and knows no question that is not there", async () => {
    expect((await questionView(inquiryInto(sample), "age"))?.classes).toEqual([
      { from: 16, to: 16 },
      { from: 18, to: 18 },
    ]);
    expect(await questionView(inquiryInto(sample), "nothing")).toBeNull();
  });
});
