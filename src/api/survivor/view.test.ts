import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { Fault } from "../fault.ts";
import { answer, FRAME, inquiryInto, place, question, type Sample } from "../sample.ts";
import { survivorResource } from "./resource.ts";
import { survivorView } from "./view.ts";

const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    place("AA-X", { kind: "subdivision", parent: "AA" }),
    place("XX", { kind: "statistical" }),
    question({ id: "sol-abolished-criminal" }),
    question({ id: "sol-start-age", scale: "years" }),
    question({ id: "remedy-removal" }),
    question({ id: "grooming-criminalised" }),
  ],
  answers: [
    answer("AA", "sol-abolished-criminal", "partial"),
    answer("AA", "sol-start-age", "18"),
    answer("AA", "grooming-criminalised", "yes"),
    answer("AA-X", "sol-abolished-criminal", "no"),
    answer("BB", "remedy-removal", null),
  ],
};
const words = async (code: string) => {
  const view = await survivorView(inquiryInto(sample, { place: code }));
  return {
    said: view.answers.map((one) => [one.answer.jurisdiction, one.question.id, one.plain]),
    blank: view.blanks.map((one) => one.question.id),
  };
};

describe("plain words for survivors", () => {
  it("say what each answer means, and name what nobody has read", async () => {
    expect(await words("AA")).toEqual({
      said: [
        ["AA", "sol-abolished-criminal", expect.stringMatching(/^For some crimes/)],
        ["AA", "sol-start-age", "When the person who was harmed reaches the age of 18."],
      ],
      blank: ["remedy-removal"],
    });
  });

  it("take the law of the state where a part of it has none of its own", async () => {
    expect((await words("AA-X")).said.map(([from, id]) => `${from} ${id}`)).toEqual(["AA-X sol-abolished-criminal", "AA sol-start-age"]);
  });

  it("never make a no of what is not known for the day", async () => {
    expect((await words("BB")).said).toEqual([["BB", "remedy-removal", "We do not know what held on that day."]]);
  });

  it("have no answers without a place, and refuse a place that is none", async () => {
    expect(await survivorView(inquiryInto(sample))).toMatchObject({ place: "", answers: [] });
    await expect(survivorView(inquiryInto(sample, { place: "XX" }))).rejects.toThrow(Fault);
  });

  it("are a table, with blanks as not coded; of every place when none is named", async () => {
    const { table } = await survivorResource.list(inquiryInto(sample, { place: "AA" }));
    expect(table.rows.map((row) => [row.question, row.standing, row.plain === null])).toEqual([
      ["sol-abolished-criminal", "partial", false],
      ["sol-start-age", "number", false],
      ["remedy-removal", "not-coded", true],
    ]);
    for (const row of table.rows) expect(Object.keys(row)).toEqual([...table.columns]);
    expect((await survivorResource.list(inquiryInto(sample))).table.rows).toHaveLength(4);
  });
});

test("the English is plain: short sentences of short words", () => {
  const messages = JSON.parse(readFileSync(join(import.meta.dirname, "../../web/message/en/survivor.json"), "utf8")) as Record<string, string>;
  const text = Object.entries(messages)
    .filter(([key, message]) => !/title|description/.test(key) && /[.?]$/.test(message))
    .map(([, message]) => message.replace(/\{\w+\}/g, "Chile"))
    .join(" ");
  const sentences = text.split(/[.?:;]\s/).length;
  const all = text.match(/[A-Za-z’]+/g) ?? [];
  const syllables = all.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/e$/, "")
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  );
  // The grade of Flesch and Kincaid: years at school after which a text is understood.
  expect(0.39 * (all.length / sentences) + 11.8 * (syllables / all.length) - 15.59).toBeLessThan(6);
});
