import { describe, expect, test } from "vitest";
import type { Instrument } from "../../domain/instrument.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import type { Update } from "../../domain/update.ts";
import { Fault } from "../fault.ts";
import { coding, FRAME, inquiryInto, place, question, type Sample } from "../sample.ts";
import { dossierResource } from "./resource.ts";
import { dossierList, dossierView } from "./view.ts";

const cite = (instrument = "") => [{ source: "law", read: "2026-11-01", instrument, provision: "", note: "" }];

function law(part: Partial<Instrument> & Pick<Instrument, "id" | "stages">): AtlasRecord {
  const body: Instrument = {
    jurisdiction: "EU",
    title: part.id,
    original: "",
    kind: "regulation",
    status: "in-force",
    topics: ["offences"],
    identifiers: [],
    summary: "S.",
    source: "law",
    citations: cite(),
    confidence: "looked-up",
    review: "unreviewed",
    flags: [],
    doubt: "",
    ...part,
  };
  return { kind: "instrument", id: part.id, body };
}

function update(part: Partial<Update> & Pick<Update, "id" | "kind">): AtlasRecord {
  const body: Update = {
    date: "2024-01-01",
    jurisdictions: ["EU"],
    topics: ["offences"],
    title: part.id,
    summary: "S.",
    opens: "",
    closes: "",
    zone: "",
    respondents: "",
    actors: [],
    questions: [],
    outcome: null,
    figures: [],
    links: [],
    instruments: [],
    citations: cite(),
    flags: [],
    doubt: "",
    ...part,
  };
  return { kind: "update", id: part.id, body };
}

function argument(id: string, stance: "for" | "against", position: string): AtlasRecord {
  return {
    kind: "argument",
    id,
    body: {
      id,
      position,
      stance,
      holder: "H",
      holderKind: "ngo",
      claim: "C.",
      evidence: "",
      date: stance === "against" ? "2024-02" : "",
      citations: cite(),
      confidence: "looked-up",
    },
  };
}

function position(id: string, order: number, topics: string[], asks: string[]): AtlasRecord {
  return { kind: "position", id, body: { id, order, organisation: "O", title: id, claim: "C.", topics, addresses: ["platforms"], asks, citations: cite() } };
}

const sample: Sample = {
  records: [
    ...FRAME,
    place("EU", { kind: "supranational" }),
    place("COE", { kind: "supranational" }),
    place("US"),
    { kind: "topic", id: "other", body: { id: "other", order: 2, parent: "", title: "Other", description: "" } },
    question({ id: "derogation" }),
    question({ id: "ask", kind: "ask", position: "near", same: "derogation" }),
    question({ id: "far-ask", kind: "ask", position: "far" }),
    law({ id: "proposal", status: "proposed", stages: [{ date: "2022-05-11", stage: "introduced", note: "" }] }),
    law({
      id: "interim",
      status: "expired",
      dossier: "proposal",
      stages: [
        { date: "2021-08-02", stage: "in-force", note: "" },
        { date: "2026-04-03", stage: "expired", note: "" },
      ],
    }),
    law({ id: "code", dossier: "proposal", stages: [{ date: "2018-12-11", stage: "adopted", note: "" }] }),
    law({ id: "neighbour", stages: [] }),
    law({ id: "alone", jurisdiction: "US", topics: ["other"], stages: [{ date: "2027-03-01", stage: "applies", note: "" }] }),
    position("shared", 1, ["offences"], []),
    position("near", 2, ["other"], ["ask"]),
    position("far", 3, ["other"], ["far-ask"]),
    argument("one", "for", "near"),
    argument("two", "against", "near"),
    update({ id: "consultation", kind: "consultation", instruments: ["proposal"], opens: "2024-01-01", closes: "2027-02-01" }),
    update({ id: "petition", kind: "petition", instruments: ["interim", "neighbour"], figures: [{ label: "Signatures", value: "36,738" }] }),
    update({ id: "ruling", kind: "ruling", jurisdictions: ["COE"] }),
    update({ id: "elsewhere", kind: "ruling", jurisdictions: ["US"] }),
    {
      kind: "claim",
      id: "drop",
      body: {
        id: "drop",
        order: 1,
        statement: "It fell.",
        who: "W",
        when: "2021",
        figures: [{ value: "58%", definition: "D", denominator: "", by: "B" }],
        table: null,
        series: [],
        evidence: "E",
        assessment: "A",
        settle: "S",
        citations: cite(),
        updates: ["petition"],
        datasets: [],
      },
    },
  ],
  answers: [
    {
      jurisdiction: "EU",
      question: "derogation",
      coding: coding({ id: "d1", jurisdiction: "EU", question: "derogation", answer: "yes", from: "2021-08-02", to: "2026-04-03", citations: cite("interim") }),
      next: coding({
        id: "d2",
        jurisdiction: "EU",
        question: "derogation",
        answer: "no",
        from: "2026-04-04",
        citations: [...cite("interim"), ...cite("neighbour")],
      }),
      since: "2021-08-02",
    },
  ],
};

describe("a dossier", () => {
  test("gathers the laws that belong together under their leader, whichever is named", async () => {
    for (const id of ["proposal", "interim"]) {
      const view = await dossierView(inquiryInto(sample), id);
      expect(view?.members.map((one) => `${one.instrument.id} ${one.status ?? ""}`)).toEqual(["proposal proposed", "code in-force", "interim expired"]);
      expect(view?.stages.map((one) => one.stage.date)).toEqual(["2018-12-11", "2021-08-02", "2022-05-11", "2026-04-03"]);
    }
    expect(await dossierView(inquiryInto(sample), "none")).toBeNull();
  });

  test("joins positions through asks that the law answers and through topics, nearest first", async () => {
    const view = await dossierView(inquiryInto(sample), "proposal");
    expect(view?.debates.map((one) => one.position.id)).toEqual(["near", "shared"]);
    expect(view?.debates[0]?.asks.map((one) => one.id)).toEqual(["ask"]);
    expect(view?.debates[0]?.arguments.for).toHaveLength(1);
    expect(view?.debates[0]?.arguments.against).toHaveLength(1);
  });

  test("holds updates by kind, those on its topics apart, and the claims that hang on them", async () => {
    const view = await dossierView(inquiryInto(sample), "proposal");
    expect(view?.updates.get("consultations")?.map((one) => one.id)).toEqual(["consultation"]);
    expect(view?.updates.get("campaigns")?.map((one) => one.id)).toEqual(["petition"]);
    expect(view?.updates.get("rulings")).toEqual([]);
    expect(view?.around.map((one) => one.id)).toEqual(["ruling"]);
    expect(view?.claims.map((one) => one.id)).toEqual(["drop"]);
  });

  test("answers of every time, laws near it, and what comes next", async () => {
    const view = await dossierView(inquiryInto(sample), "proposal");
    expect(view?.resting.map((one) => one.span.coding.id)).toEqual(["d1", "d2"]);
    expect(view?.near.map((one) => [one.instrument.id, one.updates, one.answers])).toEqual([["neighbour", 1, 1]]);
    expect(view?.next.map((one) => `${one.date} ${one.what}`)).toEqual(["2027-02-01 closes"]);
  });

  test("any law has one", async () => {
    const view = await dossierView(inquiryInto(sample), "alone");
    expect(view?.members).toHaveLength(1);
    expect(view?.next.map((one) => one.date)).toEqual(["2027-03-01"]);
  });

  test("on a past day a law stands where it stood then", async () => {
    const view = await dossierView(inquiryInto(sample, {}, "2026-04-03"), "proposal");
    expect(view?.members.find((one) => one.instrument.id === "interim")?.status).toBe("in-force");
  });

  test("on a past day nothing has happened or been said that is dated after it", async () => {
    const view = await dossierView(inquiryInto(sample, {}, "2023-12-31"), "proposal");
    expect([...(view?.updates.values() ?? [])].flat()).toEqual([]);
    expect(view?.next.map((one) => `${one.date} ${one.id} ${one.what}`)).toContain("2024-01-01 petition noted");
    const near = view?.debates.find((one) => one.position.id === "near");
    expect(near?.arguments.against).toEqual([]);
    expect(near?.arguments.for).toHaveLength(1);
  });

  test("the download has every part", async () => {
    const download = await dossierResource.one?.(inquiryInto(sample), "proposal");
    const parts = new Map<unknown, number>();
    for (const row of download?.table.rows ?? []) parts.set(row.part, (parts.get(row.part) ?? 0) + 1);
    expect(Object.fromEntries(parts)).toEqual({
      instrument: 3,
      stage: 4,
      position: 2,
      argument: 2,
      update: 2,
      "update-on-topic": 1,
      claim: 1,
      answer: 2,
      related: 1,
    });
    expect(download?.table.rows.find((row) => row.record === "petition")?.value).toBe("Signatures: 36,738");
  });
});

describe("the list of dossiers", () => {
  test("holds those that bring something together, and takes a place", () => {
    expect(dossierList(inquiryInto(sample)).map((one) => one.lead.id)).toEqual(["proposal", "neighbour"]);
    expect(dossierList(inquiryInto(sample, { place: "US" }))).toEqual([]);
    expect(() => dossierList(inquiryInto(sample, { place: "XX" }))).toThrow(Fault);
  });
});
