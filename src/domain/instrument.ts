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

type Status = Instrument["status"];

/** Where an instrument stands once it has reached a stage; a stage that says nothing about that is not named. */
const STATUS_AFTER: Readonly<Partial<Record<Stage["stage"], Status>>> = {
  "consultation-opened": "proposed",
  "consultation-closed": "proposed",
  introduced: "proposed",
  committee: "proposed",
  trilogue: "proposed",
  "passed-chamber": "proposed",
  rejected: "failed",
  adopted: "adopted",
  signed: "adopted",
  "in-force": "in-force",
  applies: "in-force",
  amended: "in-force",
  extended: "in-force",
  superseded: "superseded",
  expired: "expired",
};

/**
 * Where an instrument stood on a day. Where none of its steps lies between the day and today, that is what the record says;
 * otherwise its latest step by then tells. Null when it had no step yet, or the step tells nothing.
 */
export function statusOn(instrument: Pick<Instrument, "status" | "stages">, day: Day, today: Day): Status | null {
  const [first, last] = day < today ? [day, today] : [today, day];
  if (!instrument.stages.some((one) => firstDay(one.date) > first && firstDay(one.date) <= last)) return instrument.status;
  let latest: Stage | null = null;
  for (const one of instrument.stages) if (firstDay(one.date) <= day && (!latest || firstDay(one.date) >= firstDay(latest.date))) latest = one;
  return latest ? (STATUS_AFTER[latest.stage] ?? null) : null;
}

/** Whether an instrument had begun its life by a day. One without dated steps is taken to have. */
export function begunBy(instrument: Pick<Instrument, "stages">, day: Day): boolean {
  return instrument.stages.length === 0 || instrument.stages.some((one) => firstDay(one.date) <= day);
}
