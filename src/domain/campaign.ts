import { z } from "zod";
import { FuzzyDate } from "./date.ts";
import { Confidence, Id, JurisdictionCode, MaybeWords, Review, Words } from "./id.ts";
import { Citation, Citations } from "./source.ts";

/** Who may put a name under an open letter. */
const SIGNERS = ["organisations", "persons"] as const;

/** What people can be asked to do. A part that a campaign does not have is null. */
const Letter = z.strictObject({
  addressees: z.array(Words).min(1),
  text: MaybeWords.describe("the letter, when its sender lets it be shown here; paragraphs are parted by an empty line"),
  signers: z.array(z.enum(SIGNERS)).describe("who can sign here while it is open; empty when it is signed elsewhere or is closed"),
  signatories: z.array(z.strictObject({ name: Words, kind: z.enum(SIGNERS) })).describe("who signed before, as the published letter names them"),
  citations: z.array(Citation).describe("where the letter was read; empty for one that is published here first"),
});
const Petition = z.strictObject({
  ask: Words.describe("what is asked for, in one sentence"),
  signed: z.boolean().describe("whether it can be signed here while it is open"),
});
const Appeal = z.strictObject({
  position: Id.describe("position whose asks the letter makes"),
  addressees: z.array(z.strictObject({ name: Words, role: MaybeWords, jurisdiction: JurisdictionCode })).describe("decision makers, by office"),
  opening: MaybeWords.describe("first paragraph, in our words"),
});
const Share = z.strictObject({
  id: Id.describe("unique in the campaign"),
  line: Words.max(140, "has more than 140 characters; shorten it").describe("the sentence on the picture, at most 140 characters"),
  figure: MaybeWords.describe("a figure to show large, as text"),
  caveat: Words.max(140, "has more than 140 characters; shorten it").describe("what must be said with it; stands in the picture, at most 140 characters"),
  text: Words.max(250, "has more than 250 characters; shorten it").describe("what to post with it, in our words, at most 250 characters"),
  citations: Citations.describe("what the line and the figure rest on; named on the picture"),
});

/** A call to act, of a named organisation: while it runs, and afterwards as an example. */
export const Campaign = z.strictObject({
  id: Id,
  title: Words,
  summary: Words.describe("in our words"),
  organisations: z.array(Words).min(1).describe("who calls"),
  opens: z.union([FuzzyDate, z.literal("")]),
  closes: z.union([FuzzyDate, z.literal("")]).describe("last day; empty when it has none or it is not known"),
  archived: z.boolean().describe("true: kept as an example; nothing can be signed here"),
  jurisdictions: z.array(JurisdictionCode).min(1),
  topics: z.array(Id).min(1),
  instruments: z.array(Id).describe("instruments that it is about"),
  positions: z.array(Id).describe("positions that it shares"),
  updates: z.array(Id).describe("dated notes about it"),
  letter: Letter.nullable().describe("an open letter"),
  petition: Petition.nullable(),
  appeal: Appeal.nullable().describe("a letter that readers write to decision makers"),
  shares: z.array(Share).describe("pictures and texts for social networks"),
  counts: z
    .array(z.strictObject({ label: Words, value: z.number().int().nonnegative(), date: FuzzyDate, citations: Citations }))
    .describe("published counts, each with its day"),
  later: z
    .array(z.strictObject({ date: FuzzyDate, text: Words, citations: Citations }))
    .describe("what happened afterwards, oldest first; never as its effect"),
  citations: Citations,
  confidence: Confidence,
  review: Review,
  flags: z.array(Id),
  doubt: MaybeWords,
});
export type Campaign = z.infer<typeof Campaign>;
export type Signer = (typeof SIGNERS)[number];
