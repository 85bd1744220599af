import { z } from "zod";
import type { Coding } from "./coding.ts";
import { Day, FuzzyDate, shiftDay } from "./date.ts";
import { Id, JurisdictionCode, MaybeWords, Words } from "./id.ts";

/** A treaty whose parties the record follows. */
export const Treaty = z.strictObject({
  id: Id,
  order: z.number().int().nonnegative(),
  title: Words,
  short: Words.describe("name for tables"),
  topics: z.array(Id),
  adopted: FuzzyDate,
  inForce: z.union([FuzzyDate, z.literal("")]),
  depositary: Words,
  source: Id,
  question: Id.describe("the question that its statuses answer"),
  note: MaybeWords,
  caveat: MaybeWords.describe("how complete the status list is"),
});
export type Treaty = z.infer<typeof Treaty>;

/** How a jurisdiction stands to a treaty. */
export const TreatyStatus = z.strictObject({
  id: Id,
  treaty: Id,
  jurisdiction: JurisdictionCode,
  status: z.enum(["party", "signatory", "not-party", "unconfirmed"]).describe("unconfirmed: sources do not say, or disagree"),
  signed: z.union([FuzzyDate, z.literal("")]),
  ratified: z.union([FuzzyDate, z.literal("")]).describe("ratification, acceptance, approval, accession or succession"),
  asOf: z.union([FuzzyDate, z.literal("")]).describe("date of the edition that was read"),
  note: MaybeWords,
  source: Id,
  read: Day,
});
export type TreatyStatus = z.infer<typeof TreatyStatus>;

/**
 * The codings that a treaty status amounts to: what it was from the signature to the day before the
 * ratification, and what it has been since. A party without a date speaks from the edition that was read.
 */
export function codingsOf(status: TreatyStatus, question: string): Coding[] {
  const base = {
    jurisdiction: status.jurisdiction,
    question,
    before: "",
    basis: "",
    confidence: "" as const,
    review: "unreviewed" as const,
    flags: [],
    note: status.note,
    doubt: "",
    citations: [{ source: status.source, read: status.read, instrument: "", provision: "", note: "" }],
  };
  const codings: Coding[] = [];
  const { signed, ratified } = status;
  const bothDays = signed.length === 10 && ratified.length === 10 && signed < ratified;
  if (status.status === "party" && bothDays) {
    codings.push({
      ...base,
      id: `${status.id}-signed`,
      answer: "signatory",
      from: signed,
      to: shiftDay(ratified, -1),
      current: "",
      change: "amendment",
    });
  }
  const from = status.status === "party" ? ratified : status.status === "signatory" ? signed : "";
  codings.push({
    ...base,
    id: status.id,
    answer: status.status,
    from,
    to: "",
    current: status.asOf,
    change: from ? "amendment" : "first",
  });
  return codings;
}
