import { describe, expect, it } from "vitest";
import type { AtlasRecord } from "../../domain/record.ts";
import type { Testimony } from "../../domain/testimony.ts";
import { Fault } from "../fault.ts";
import { FRAME, inquiryInto, place, question, type Sample } from "../sample.ts";
import { testimonyFeed } from "./feed.ts";
import { testimonyResource } from "./resource.ts";
import { testimoniesAbout, testimonyChoices, testimonyList, testimonyView } from "./view.ts";

const citations = [{ source: "law", read: "2026-11-01", instrument: "", provision: "", note: "" }];

function testimony(part: Partial<Testimony> & Pick<Testimony, "id" | "date">): AtlasRecord {
  const body: Testimony = {
    kind: "oral-testimony",
    title: `Title of ${part.id}`,
    speakers: [{ name: "N", role: "head", organisation: "Org" }],
    body: "Committee",
    occasion: "",
    invitation: "",
    jurisdictions: ["AA"],
    topics: ["offences"],
    questions: [],
    positions: [],
    instruments: [],
    updates: [],
    summary: "In short.",
    documents: [{ label: "Document", source: "law" }],
    statements: [],
    citations,
    confidence: "partly",
    review: "unreviewed",
    flags: [],
    doubt: "",
    ...part,
  };
  return { kind: "testimony", id: part.id, body };
}

const statement = { id: "first", text: "It is so.", place: "page 1", topic: "offences", questions: ["q"], claims: [], datasets: [] };
const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    question({ id: "q" }),
    testimony({ id: "old", date: "2020", speakers: [{ name: "", role: "", organisation: "Other" }] }),
    testimony({ id: "new", date: "2024-03-12", occasion: "Hearing", questions: ["q"], statements: [statement, { ...statement, id: "second", questions: [] }] }),
    testimony({ id: "guide", date: "2024-05", kind: "guidance", body: "", jurisdictions: ["BB"] }),
    testimony({ id: "same", date: "2024-03-12", occasion: "Hearing" }),
    testimony({ id: "later", date: "2024-04-01", occasion: "Hearing", body: "Another committee" }),
  ],
  answers: [],
};

describe("the library of testimony", () => {
  it("is newest first and filters by each parameter; a value that is none is refused", () => {
    const ids = (query: Record<string, string> = {}) => testimonyList(inquiryInto(sample, query)).map((one) => one.id);
    expect(ids()).toEqual(["guide", "later", "new", "same", "old"]);
    expect(ids({ kind: "guidance" })).toEqual(["guide"]);
    expect(ids({ place: "BB" })).toEqual(["guide"]);
    expect(ids({ question: "q" })).toEqual(["new"]);
    expect(ids({ organisation: "Other" })).toEqual(["old"]);
    expect(ids({ body: "Another committee" })).toEqual(["later"]);
    expect(ids({ year: "2020" })).toEqual(["old"]);
    for (const name of ["kind", "place", "topic", "question", "organisation", "body", "year", "position", "claim", "instrument"])
      expect(() => ids({ [name]: "x" }), name).toThrow(Fault);
  });

  it("offers only what occurs, years newest first", () => {
    expect(testimonyChoices(inquiryInto(sample))).toMatchObject({
      bodies: ["Another committee", "Committee"],
      organisations: ["Org", "Other"],
      years: ["2024", "2020"],
    });
  });

  it("knows what is about a question, and what was said on the same occasion to the same body", () => {
    expect(testimoniesAbout(inquiryInto(sample), { question: "q" }).map((one) => one.id)).toEqual(["new"]);
    expect(testimoniesAbout(inquiryInto(sample), {})).toEqual([]);
    expect(testimonyView(inquiryInto(sample), "new")?.beside.map((one) => one.id)).toEqual(["same"]);
    expect(testimonyView(inquiryInto(sample), "old")?.beside).toEqual([]);
    expect(testimonyView(inquiryInto(sample), "none")).toBeNull();
  });

  it("is a feed with the parameters of its list, whose dates are whole days", async () => {
    const { id, path, entries } = await testimonyFeed(inquiryInto(sample, { year: "2020" }));
    expect({ id, path }).toEqual({ id: "feed testimony year=2020", path: "/testimony?year=2020" });
    expect(entries.map((one) => [one.id, one.published])).toEqual([["testimony old", "2020-01-01T00:00:00.000Z"]]);
  });

  it("exports one row a statement, and one for a document without any", async () => {
    const { table } = await testimonyResource.list(inquiryInto(sample));
    expect(table.rows).toHaveLength(6);
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
    expect(table.rows.filter((row) => row.testimony === "new").map((row) => [row.statement, row.questions])).toEqual([
      ["first", "q"],
      ["second", null],
    ]);
    expect(table.rows.find((row) => row.testimony === "old")).toMatchObject({ statement: null, text: null, speakers: "Other" });
  });
});
