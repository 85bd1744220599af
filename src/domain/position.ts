import { z } from "zod";
import { FuzzyDate } from "./date.ts";
import { Confidence, Id, MaybeWords, Words } from "./id.ts";
import { Citations } from "./source.ts";

/** What a named organisation wants the law to be. */
export const Position = z.strictObject({
  id: Id,
  order: z.number().int().nonnegative(),
  organisation: Words,
  title: Words,
  claim: Words.describe("what it wants, in our words"),
  topics: z.array(Id).min(1),
  addresses: z
    .array(z.enum(["governments", "platforms", "courts", "app-stores", "organisations"]))
    .min(1)
    .describe("who is asked to act"),
  asks: z.array(Id).min(1).describe("questions of kind ask, in order"),
  citations: Citations,
});
export type Position = z.infer<typeof Position>;

/** What a named holder says for or against a position, or with reservations. */
export const Argument = z.strictObject({
  id: Id,
  position: Id,
  stance: z.enum(["for", "against", "reservation"]).describe("for the position, against it, or with reservations"),
  holder: Words.describe("who says it"),
  holderKind: z.enum(["ngo", "survivor-group", "academic", "industry", "company", "government", "regulator", "intergovernmental"]),
  claim: Words.describe("what is said, in our words"),
  evidence: MaybeWords.describe("what it rests on"),
  date: z.union([FuzzyDate, z.literal("")]).describe("of the argument, as far as its page shows it"),
  citations: Citations,
  confidence: Confidence,
});
export type Argument = z.infer<typeof Argument>;
