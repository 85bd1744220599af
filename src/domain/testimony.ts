import { z } from "zod";
import { FuzzyDate } from "./date.ts";
import { Confidence, Id, JurisdictionCode, MaybeWords, Review, Words } from "./id.ts";
import { Citations } from "./source.ts";

export const TESTIMONY_KINDS = ["oral-testimony", "written-testimony", "consultation-reply", "comment", "guidance"] as const;

/** One statement of a document, in our words, with where it stands there. */
const Statement = z.strictObject({
  id: Id.describe("unique in the document"),
  text: Words.describe("what is said, in our words"),
  place: Words.describe("where in the document: page, paragraph, heading or minute"),
  topic: Id,
  questions: z.array(Id).describe("questions of the codebook that it is about"),
  claims: z.array(Id).describe("disputed claims of the record that it bears on"),
  datasets: z.array(Id).describe("data sets of the record that hold the figures that it states"),
});
export type Statement = z.infer<typeof Statement>;

/** What somebody said to a public body, or wrote to guide others: the document by link, its content taken apart. */
export const Testimony = z.strictObject({
  id: Id,
  date: FuzzyDate.describe("day on which it was given or published"),
  kind: z.enum(TESTIMONY_KINDS),
  title: Words,
  speakers: z
    .array(z.strictObject({ name: MaybeWords, role: MaybeWords, organisation: MaybeWords }))
    .min(1)
    .describe("who said it, as the public document names them"),
  body: MaybeWords.describe("public body to which it was said; empty for guidance to everybody"),
  occasion: MaybeWords.describe("hearing or consultation at which it was said"),
  invitation: MaybeWords.describe("on whose invitation; empty when the document does not say"),
  jurisdictions: z.array(JurisdictionCode).min(1),
  topics: z.array(Id).min(1),
  questions: z.array(Id).describe("questions of the codebook that it is about"),
  positions: z.array(Id).describe("positions that it argues for or against"),
  instruments: z.array(Id).describe("instruments of the record that it is about"),
  updates: z.array(Id).describe("dated notes about the same occasion"),
  summary: Words.describe("in our words"),
  documents: z
    .array(z.strictObject({ label: Words, source: Id }))
    .min(1)
    .describe("the document itself, by link"),
  statements: z.array(Statement),
  citations: Citations,
  confidence: Confidence,
  review: Review,
  flags: z.array(Id),
  doubt: MaybeWords,
});
export type Testimony = z.infer<typeof Testimony>;
