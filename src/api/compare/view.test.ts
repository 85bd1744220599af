import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Coding } from "../../domain/coding.ts";
import { type Day, shiftDay } from "../../domain/date.ts";
import { answerSpan, answersOn } from "../../store/span.ts";
import type { Inquiry } from "../inquiry.ts";
import { jurisdictionView } from "../jurisdiction/view.ts";
import { coding, FRAME, inquiryInto, place, question } from "../sample.ts";
import { CompareFault } from "./asked.ts";
import { compareResource } from "./resource.ts";
import { suggestionsFor } from "./suggestion.ts";
import { compareView, keptOf } from "./view.ts";

const PLACES = ["AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH", "II"];
const records = [
  ...FRAME,
  { kind: "topic" as const, id: "age", body: { id: "age", order: 2, parent: "", title: "Age", description: "" } },
  ...PLACES.map((id) => place(id)),
  place("ZZ", { kind: "statistical" }),
  { kind: "name" as const, id: "AA.fr", body: { id: "AA.fr", of: "AA", locale: "fr" as const, name: "Éa", origin: "cldr" as const } },
  question({ id: "crime" }),
  question({ id: "years", scale: "years", topic: "age" }),
  question({ id: "ask-own", kind: "ask", position: "stance" }),
  question({ id: "ask-crime", kind: "ask", position: "stance", same: "crime" }),
  question({ id: "party", kind: "treaty", treaty: "treaty" }),
  {
    kind: "position" as const,
    id: "stance",
    body: {
      id: "stance",
      order: 1,
      organisation: "Org",
      title: "Stance",
      claim: "Do.",
      topics: ["offences"],
      addresses: ["governments" as const],
      asks: ["ask-own", "ask-crime"],
      citations: [],
    },
  },
];

/** An inquiry on a day into a record of these codings, read as the store reads. */
function inquiry(codings: readonly Coding[], query: Readonly<Record<string, string>>, at?: Day): Inquiry {
  const made = inquiryInto({ records, answers: [] }, query, at);
  const spans = codings.map(answerSpan);
  const on = (places: readonly string[], day: Day) =>
    answersOn(
      spans.filter((one) => places.includes(one.jurisdiction)),
      day,
    );
  return {
    ...made,
    reader: {
      ...made.reader,
      answersIn: async (places, day) => on(places, day),
      place: async (_, reach, day) => ({ answers: on(reach, day), statuses: [], observations: [] }),
    },
  };
}

const CODINGS = [
  coding({ jurisdiction: "AA", question: "crime", answer: "no", id: "a-old", from: "1990-01-01", to: "2009-12-31" }),
  coding({ jurisdiction: "AA", question: "crime", answer: "yes", id: "a-new", from: "2010-01-01" }),
  coding({ jurisdiction: "BB", question: "crime", answer: "yes", from: "2015-01-01" }),
  coding({ jurisdiction: "AA", question: "years", answer: "18" }),
];

describe("what can be compared", () => {
  const read = (query: Record<string, string>, at?: Day) => compareView(inquiry(CODINGS, query, at));
  const verdicts = async (query: Record<string, string>, at?: Day) => (await read(query, at)).comparison.rows.map((row) => [row.question.id, row.verdict]);

  it("asks the codebook, asks that nobody else asks, and treaties, which come last", async () => {
    expect(await verdicts({ place: "AA,BB" })).toEqual([
      ["years", "incomplete"],
      ["crime", "equal"],
      ["ask-own", "blank"],
      ["party", "blank"],
    ]);
    expect(await verdicts({ place: "AA,BB", topic: "age" })).toEqual([["years", "incomplete"]]);
    expect((await verdicts({ place: "AA,BB" }, "2012-01-01")).slice(0, 2)).toEqual([
      ["crime", "incomplete"],
      ["ask-own", "blank"],
    ]);
  });

  it("sets one jurisdiction beside itself on another day", async () => {
    const { columns, comparison, asked } = await read({ place: "AA", to: "2010-01-01" }, "2009-12-31");
    expect(columns).toEqual([
      { jurisdiction: "AA", day: "2009-12-31" },
      { jurisdiction: "AA", day: "2010-01-01" },
    ]);
    expect(comparison.rows[0]?.cells.map((one) => one?.coding?.answer)).toEqual(["no", "yes"]);
    expect(keptOf(asked)).toEqual({ place: "AA", to: "2010-01-01" });
  });

  it("takes codes and names, each once", async () => {
    expect((await read({ place: "éa, bb;BB,AA" })).asked.places).toEqual(["AA", "BB"]);
  });

  it.each([
    [{ place: PLACES.join(",") }, "place", "many", /9 jurisdictions.*at most 8/],
    [{ place: "AA,XX" }, "place", "unknown", /“XX” is not a jurisdiction/],
    [{ place: "AA,ZZ" }, "place", "unknown", /“ZZ”/],
    [{}, "place", "none", /two to 8/],
    [{ place: "AA" }, "place", "second", /Name a second one/],
    [{ place: "AA", to: "2019-02-29" }, "to", "day", /“2019-02-29” is not a day/],
    [{ place: "AA", to: "2026-11-21" }, "to", "order", /not after the first/],
    [{ place: "AA", to: "2026-11-22" }, "to", "order", /not after the first/],
    [{ place: "AA,BB", to: "2027-01-01" }, "to", "several", /one jurisdiction only/],
    [{ place: "AA,BB", topic: "nonsense" }, "topic", "topic", /“nonsense” is not a topic/],
  ])("says what is wrong with %o", async (query, field, sort, message) => {
    const fault: unknown = await read(query).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(CompareFault);
    expect(fault).toMatchObject({ status: 400, field, sort, message: expect.stringMatching(message) as string });
  });
});

test("the download has one row for each question and column, blanks included, and counts as the view does", async () => {
  const { table, data } = await compareResource.list(inquiry(CODINGS, { place: "AA,BB" }));
  expect(table.rows).toHaveLength(4 * 2);
  expect(table.rows.slice(0, 2).map((row) => [row["comparison"], row["jurisdiction"], row["standing"], row["answer"], row["source_url"]])).toEqual([
    ["incomplete", "AA", "number", "18", "https://law.example/1"],
    ["incomplete", "BB", "not-coded", null, null],
  ]);
  expect(data).toMatchObject({ counts: { differ: 0, incomplete: 1, equal: 1, blank: 2 } });
});

test("what could stand beside them: the same region, none of those that stand there", async () => {
  const found = await suggestionsFor(inquiry(CODINGS, {}), ["AA", "BB"], undefined);
  expect(found).toEqual([{ why: "region", of: "150", places: PLACES.slice(2) }]);
});

test("a comparison is the single views side by side, for any places and days", async () => {
  const span = fc.record({
    place: fc.constantFrom(...PLACES.slice(0, 4)),
    question: fc.constantFrom("crime", "ask-own"),
    start: fc.nat(4000),
    days: fc.nat(1500),
    answer: fc.constantFrom("yes", "no", "partial"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(span, { maxLength: 8, selector: (one) => `${one.place} ${one.question}` }),
      fc.uniqueArray(fc.constantFrom(...PLACES.slice(0, 5)), { minLength: 2, maxLength: 5 }),
      fc.nat(6000),
      async (spans, places, offset) => {
        const at = shiftDay("2008-01-01", offset);
        const codings = spans.map((one) =>
          coding({
            id: `${one.place}-${one.question}`.toLowerCase(),
            jurisdiction: one.place,
            question: one.question,
            answer: one.answer,
            from: shiftDay("2008-01-01", one.start),
            to: shiftDay("2008-01-01", one.start + one.days),
          }),
        );
        const { columns, comparison } = await compareView(inquiry(codings, { place: places.join(",") }, at));
        for (const [index, { jurisdiction }] of columns.entries()) {
          const single = await jurisdictionView(inquiry(codings, {}, at), jurisdiction);
          const alone = new Map(
            [...(single?.topics ?? []), ...(single?.positions ?? [])].flatMap((one) => one.answered.map((row) => [row.question.id, row.answer])),
          );
          for (const row of comparison.rows) expect(row.cells[index]).toEqual(alone.get(row.question.id));
        }
      },
    ),
  );
});
