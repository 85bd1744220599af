import { expect, test } from "vitest";
import type { Campaign } from "../../domain/campaign.ts";
import { watchOf, watchParameters } from "../../domain/watch.ts";
import { FRAME, inquiryInto, instrument, place, type Sample, update } from "../sample.ts";
import { previewOf } from "./preview.ts";

const LETTER: Campaign = {
  id: "letter",
  title: "Letter",
  summary: "A letter.",
  organisations: ["Org"],
  opens: "2026-03-01",
  closes: "",
  archived: false,
  jurisdictions: ["BB"],
  topics: ["offences"],
  instruments: [],
  positions: [],
  updates: [],
  letter: null,
  petition: null,
  appeal: null,
  shares: [],
  counts: [],
  later: [],
  citations: [],
  confidence: "looked-up",
  review: "unreviewed",
  flags: [],
  doubt: "",
};
const sample: Sample = {
  records: [
    ...FRAME,
    place("AA"),
    place("BB"),
    instrument({
      id: "act",
      jurisdiction: "AA",
      stages: [
        { date: "2025-11-01", stage: "introduced", note: "" },
        { date: "2026-06-01", stage: "adopted", note: "" },
        { date: "2027-01-01", stage: "in-force", note: "" },
      ],
    }),
    { kind: "campaign", id: LETTER.id, body: LETTER },
    update({ id: "call", date: "2026-05-01", opens: "2026-05-01", closes: "2026-07-01", jurisdictions: ["AA", "BB"] }),
  ],
  answers: [],
};

const found = async (...asked: ReadonlyArray<Readonly<Record<string, string>>>): Promise<string[]> => {
  const watches = asked.flatMap((one) => watchOf(watchParameters(one), []) ?? []);
  const { events } = await previewOf(inquiryInto(sample), watches);
  return events.map((one) => `${one.date} ${one.id} ${"what" in one ? one.what : one.kind}`);
};

test("a preview holds what the last 12 months would have given, each thing once, newest first", async () => {
  expect(await found({ place: "AA" })).toEqual(["2026-06-01 act adopted", "2026-05-01 call opens"]);
  expect(await found({ place: "BB" })).toEqual(["2026-05-01 call opens", "2026-03-01 letter campaign"]);
  expect(await found({ instrument: "act" })).toEqual(["2026-06-01 act adopted"]);
  expect(await found({ place: "AA", kind: "update" }, { place: "BB", kind: "update" })).toEqual(["2026-05-01 call opens"]);
  expect(await found()).toEqual([]);
});
