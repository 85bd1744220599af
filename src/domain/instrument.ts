import { z } from "zod";
import { type Day, FuzzyDate, firstDay } from "./date.ts";
import { Confidence, Id, JurisdictionCode, MaybeWords, Review, Words } from "./id.ts";
import { Citations } from "./source.ts";

export const INSTRUMENT_KINDS = ["act", "bill", "regulation", "directive", "code", "standard", "guideline", "strategy", "treaty"] as const;
export const INSTRUMENT_STATUSES = ["proposed", "adopted", "in-force", "superseded", "expired", "failed"] as const;
const STAGES = [
  "consultation-opened",
  "consultation-closed",
  "introduced",
  "committee",
  "trilogue",
  "passed-chamber",
  "rejected",
  "adopted",
  "signed",
  "in-force",
  "applies",
  "amended",
  "extended",
  "superseded",
  "expired",
] as const;

/** One dated step in the life of an instrument. */
export const Stage = z.strictObject({
  date: FuzzyDate,
  stage: z.enum(STAGES),
  note: MaybeWords,
});
export type Stage = z.infer<typeof Stage>;

/** A law, bill, code, treaty or other text that binds or is meant to. */
export const Instrument = z.strictObject({
  id: Id,
  jurisdiction: JurisdictionCode,
  title: Words,
  original: MaybeWords.describe("title in its own language"),
  kind: z.enum(INSTRUMENT_KINDS),
  status: z.enum(INSTRUMENT_STATUSES).describe("where it stands at the date of the data"),
  dossier: Id.optional().describe("id of the instrument that leads the dossier to which this one belongs; left out when it leads or stands alone"),
  topics: z.array(Id).min(1),
  stages: z.array(Stage).describe("its dated steps, in order"),
  identifiers: z.array(z.strictObject({ scheme: Words, value: Words })).describe("CELEX, ELI, public law, bill number and the like"),
  summary: Words,
  source: Id.describe("source that holds the text of the instrument, or its official page"),
  citations: Citations,
  confidence: Confidence,
  review: Review,
  flags: z.array(Id),
  doubt: MaybeWords,
});
export type Instrument = z.infer<typeof Instrument>;

/** Whether an instrument had begun its life by a day. One without dated steps is taken to have. */
export function begunBy(instrument: Pick<Instrument, "stages">, day: Day): boolean {
  return instrument.stages.length === 0 || instrument.stages.some((one) => firstDay(one.date) <= day);
}
