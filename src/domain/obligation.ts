import { z } from "zod";
import { Day } from "./date.ts";
import { Confidence, Id, JurisdictionCode, MaybeWords, Review, Words } from "./id.ts";
import { Citations } from "./source.ts";

export const DUTIES = [
  "detect",
  "report",
  "remove",
  "preserve",
  "notify",
  "assess-risk",
  "design",
  "verify-age",
  "obtain-consent",
  "appoint-contact",
  "publish-report",
] as const;
export const ACTORS = [
  "hosting",
  "social",
  "messaging",
  "interpersonal-communication",
  "search",
  "app-store",
  "generative-ai",
  "livestreaming",
  "gaming",
  "adult-content",
  "isp",
  "device",
] as const;

/** What can happen at a service. A duty without any of these stands whatever happens. */
export const EVENTS = ["material-found", "notice-received", "enticement-seen", "report-sent", "feature-planned"] as const;
export type Event = (typeof EVENTS)[number];

/** From what a deadline runs. Only the first two give a date to whoever knows when something happened. */
export const COUNTED = ["event", "report", "period", "start"] as const;

/** What limits a duty to some services, beside their kind. Which ones stands in the words of the condition. */
const LIMITS = ["size", "designation"] as const;

/** "as-soon-as-reasonably-possible" is what a law says when it names no time; it is never turned into a number. */
const Deadline = z
  .string()
  .regex(
    /^(?:as-soon-as-reasonably-possible|P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?)?)$/,
    "not a deadline: write an ISO 8601 duration such as PT24H or P1Y, or as-soon-as-reasonably-possible",
  );

/** A duty of a platform, as a rule. */
export const Obligation = z.strictObject({
  id: Id,
  instrument: Id,
  jurisdiction: JurisdictionCode,
  duty: z.enum(DUTIES).describe("what must be done"),
  actors: z.array(z.enum(ACTORS)).min(1).describe("kinds of service that carry the duty"),
  trigger: Words.describe("what makes the duty apply"),
  events: z.array(z.enum(EVENTS)).describe("what sets the duty off, as the trigger says it; empty when it stands all the time"),
  deadline: Deadline.describe("ISO 8601 duration, or as-soon-as-reasonably-possible"),
  counted: z
    .union([z.enum(COUNTED), z.literal("")])
    .describe(
      "from what the deadline runs: event = what sets the duty off; report = the report that was sent; period = it comes round again; start = the law's own start; empty when the law names no time",
    ),
  recipient: MaybeWords.describe("to whom"),
  condition: MaybeWords.describe("limits and exceptions"),
  limits: z.array(z.enum(LIMITS)).describe("what the condition limits the duty by: the size of the service, or its designation by an authority"),
  penalty: MaybeWords,
  from: z.union([Day, z.literal("")]).describe("first day of application; empty when not known"),
  to: z.union([Day, z.literal("")]).describe("last day of application; empty while it lasts"),
  provision: MaybeWords,
  citations: Citations,
  confidence: Confidence,
  review: Review,
  flags: z.array(Id),
  doubt: MaybeWords,
});
export type Obligation = z.infer<typeof Obligation>;

/** Whether a duty applies on a day: "start-not-known" when its first day is not in the record. */
export const APPLIES = ["yes", "not-yet", "ended", "start-not-known"] as const;
export type Applies = (typeof APPLIES)[number];

/** Whether a duty applies on a day. An end without a start still ends it. */
export function appliesOn(duty: Pick<Obligation, "from" | "to">, on: Day): Applies {
  if (duty.to !== "" && duty.to < on) return "ended";
  if (duty.from === "") return "start-not-known";
  return duty.from <= on ? "yes" : "not-yet";
}
