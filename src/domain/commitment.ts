import { z } from "zod";
import { FuzzyDate } from "./date.ts";
import { Confidence, Id, JurisdictionCode, MaybeWords, Review, Words } from "./id.ts";
import { Citations } from "./source.ts";

/** What a later source says of a commitment. It judges the deed, not the company. */
export const RECORDS = ["kept", "partly-kept", "not-kept", "withdrawn", "reported", "disputed"] as const;

/** What a company said in public that it would do, with its later record. */
export const Commitment = z.strictObject({
  id: Id,
  company: Words,
  date: FuzzyDate,
  title: Words,
  text: Words.describe("what it said that it would do, in our words"),
  jurisdictions: z.array(JurisdictionCode).min(1),
  topics: z.array(Id).min(1),
  instruments: z.array(Id).describe("codes and principles that it signed, and laws that it was said about"),
  updates: z.array(Id),
  due: z.union([FuzzyDate, z.literal("")]).describe("by when, when it said so"),
  later: z
    .array(z.strictObject({ date: FuzzyDate, record: z.enum(RECORDS), text: Words, citations: Citations }))
    .describe("what sources said afterwards, oldest first"),
  citations: Citations,
  confidence: Confidence,
  review: Review,
  flags: z.array(Id),
  doubt: MaybeWords,
});
export type Commitment = z.infer<typeof Commitment>;
