import { describe, expect, it } from "vitest";
import type { Instrument, Stage } from "../domain/instrument.ts";
import type { Update } from "../domain/update.ts";
import { matterOf, resultOf } from "./matter.ts";

const update = (part: Partial<Update> & Pick<Update, "id" | "date">): Update => ({
  jurisdictions: ["AA"],
  topics: ["offences"],
  kind: "consultation",
  title: part.id,
  summary: part.id,
  opens: "",
  closes: "",
  zone: "",
  respondents: "",
  actors: [],
  figures: [],
  links: [],
  instruments: ["bill"],
  questions: [],
  outcome: null,
  citations: [],
  flags: [],
  doubt: "",
  ...part,
});

const bill = (...stages: Array<[date: string, stage: Stage["stage"]]>): Instrument => ({
  id: "bill",
  jurisdiction: "AA",
  title: "bill",
  original: "",
  kind: "bill",
  status: "proposed",
  topics: ["offences"],
  stages: stages.map(([date, stage]) => ({ date, stage, note: "" })),
  identifiers: [],
  summary: "bill",
  source: "law",
  citations: [],
  confidence: "looked-up",
  review: "unreviewed",
  flags: [],
  doubt: "",
});

const asked = update({ id: "asked", date: "2026-01-01", opens: "2026-01-01", closes: "2026-02-01" });

describe("what came of a consultation", () => {
  it("is nothing yet before it opens and while it is open, on its last day too", () => {
    expect(resultOf(asked, [], "2025-12-31")).toEqual({ kind: "upcoming", until: "2026-02-01" });
    for (const day of ["2026-01-01", "2026-02-01"]) expect(resultOf(asked, [], day)).toEqual({ kind: "open", until: "2026-02-01" });
  });

  it("is not known when nothing that came after is in the record, and never a guess", () => {
    expect(resultOf(asked, [], "2026-02-02")).toEqual({ kind: "not-known" });
    expect(resultOf(asked, [bill(["2025-06-01", "introduced"], ["2026-02-01", "consultation-closed"])], "2026-11-22")).toEqual({ kind: "not-known" });
    expect(resultOf(asked, [bill(["2025-06-01", "adopted"])], "2026-11-22")).toEqual({ kind: "not-known" });
  });

  it("is running while its bill takes steps without a decision", () => {
    const law = bill(["2026-03-01", "introduced"], ["2026-04-01", "committee"], ["2027-01-01", "in-force"]);
    expect(resultOf(asked, [law], "2026-11-22")).toMatchObject({ kind: "running", latest: { stage: "committee" }, ahead: { stage: "in-force" } });
    expect(resultOf(asked, [bill(["2026-03-01", "introduced"])], "2026-11-22")).toMatchObject({
      kind: "running",
      latest: { stage: "introduced" },
      ahead: null,
    });
  });

  it("is the first decision on its instrument afterwards, and the end that followed, with date", () => {
    const law = bill(["2026-03-01", "adopted"], ["2026-04-01", "in-force"], ["2026-10-01", "expired"]);
    expect(resultOf(asked, [law], "2026-05-01")).toMatchObject({ kind: "known", decisions: [{ stage: "adopted", date: "2026-03-01" }] });
    expect(resultOf(asked, [law], "2026-11-22")).toMatchObject({ decisions: [{ stage: "adopted" }, { stage: "expired", date: "2026-10-01" }] });
    expect(resultOf(asked, [law], "2026-02-15").kind).toBe("running");
  });

  it("takes a decision that is known to the year for one that came after, when it can have", () => {
    expect(resultOf(asked, [bill(["2026", "rejected"])], "2026-11-22")).toMatchObject({ kind: "known", decisions: [{ stage: "rejected", date: "2026" }] });
    expect(resultOf(asked, [bill(["2025", "rejected"])], "2026-11-22")).toEqual({ kind: "not-known" });
  });

  it("is what the update says of itself, from that day on", () => {
    const said = { date: "2026-06-01", text: "The report is tabled.", citations: [] };
    expect(resultOf({ ...asked, outcome: said }, [], "2026-06-01")).toEqual({ kind: "known", said, decisions: [] });
    expect(resultOf({ ...asked, outcome: said }, [], "2026-05-31")).toEqual({ kind: "not-known" });
  });
});

describe("what came of a petition about a law that is made", () => {
  it("is not that the law began to apply, but that it was extended or ended", () => {
    const petition = update({ id: "petition", date: "2026-03-01", kind: "petition" });
    const law = bill(["2025-06-01", "adopted"], ["2026-04-01", "applies"]);
    expect(resultOf(petition, [law], "2026-11-22").kind).toBe("not-known");
    expect(resultOf(petition, [bill(["2025-06-01", "adopted"], ["2026-04-01", "applies"], ["2026-06-01", "extended"])], "2026-11-22")).toMatchObject({
      kind: "known",
      decisions: [{ stage: "extended" }],
    });
  });
});

describe("what came of a note", () => {
  it("that reports a step of the law is that step; a statement of the same day has no part in it", () => {
    const law = bill(["2026-03-01", "amended"]);
    const note = update({ id: "note", date: "2026-03-01", kind: "emerging-issue" });
    expect(resultOf(note, [law], "2026-11-22")).toMatchObject({ kind: "known", decisions: [{ stage: "amended" }] });
    expect(resultOf({ ...note, kind: "statement" }, [law], "2026-11-22")).toEqual({ kind: "not-known" });
  });

  it("that announces a day is upcoming until then", () => {
    expect(resultOf(update({ id: "hearing", date: "2026-12-01", kind: "hearing" }), [], "2026-11-22")).toMatchObject({ kind: "upcoming" });
  });
});

describe("a matter", () => {
  it("holds stages, updates on the same instruments and the update's own days in the order of time", () => {
    const law = bill(["2026-04-01", "introduced"], ["2026-12-24", "in-force"]);
    const vote = update({ id: "vote", date: "2026-05-01", kind: "emerging-issue" });
    const other = update({ id: "other", date: "2026-05-01", instruments: ["else"] });
    const { steps } = matterOf(asked, [law], [vote, other, asked], "2026-11-22");
    expect(steps.map((one) => [one.date, one.what, one.id, one.own, one.ahead])).toEqual([
      ["2026-01-01", "update", "asked", true, false],
      ["2026-02-01", "closes", "asked", true, false],
      ["2026-04-01", "stage", "bill", false, false],
      ["2026-05-01", "update", "vote", false, false],
      ["2026-12-24", "stage", "bill", false, true],
    ]);
  });
});
