import { z } from "zod";
import { Day, FuzzyDate } from "./date.ts";
import { Id, JurisdictionCode, MaybeWords, Words } from "./id.ts";
import { Citations } from "./source.ts";

export const UPDATE_KINDS = [
  "emerging-issue",
  "consultation",
  "hearing",
  "testimony",
  "ruling",
  "entry-into-force",
  "guidance",
  "statement",
  "campaign",
  "open-letter",
  "petition",
  "data-release",
  "fact-check",
] as const;

/** A dated note on what happened, or is about to. */
export const Update = z.strictObject({
  id: Id,
  date: Day,
  jurisdictions: z.array(JurisdictionCode).min(1),
  topics: z.array(Id).min(1),
  kind: z.enum(UPDATE_KINDS),
  title: Words,
  summary: Words,
  opens: z.union([Day, z.literal("")]).describe("first day of a consultation"),
  closes: z.union([Day, z.literal("")]).describe("last day of a consultation"),
  zone: MaybeWords.describe("IANA time zone in which the first and the last day are counted, when the page names it"),
  respondents: MaybeWords.describe("who may answer a consultation"),
  actors: z.array(Words).describe("who acted"),
  figures: z.array(z.strictObject({ label: Words, value: Words })).describe("numbers that the note itself states"),
  links: z.array(z.strictObject({ label: Words, source: Id })).describe("pages to read, by source"),
  instruments: z.array(Id).describe("instruments of the record that it concerns"),
  questions: z.array(Id).describe("questions of the codebook whose answers help to follow it or to respond to it"),
  outcome: z
    .strictObject({ date: FuzzyDate, text: Words, citations: Citations })
    .nullable()
    .describe("what came of it, where no dated step of an instrument says so"),
  citations: Citations,
  flags: z.array(Id),
  doubt: MaybeWords,
});
export type Update = z.infer<typeof Update>;
