import { z } from "zod";
import { Day } from "./date.ts";
import { Id, JurisdictionCode, MaybeWords, Words } from "./id.ts";

/** Where to get help or to report. A number is unconfirmed until an editor has confirmed it. */
export const Service = z.strictObject({
  id: Id,
  jurisdiction: JurisdictionCode,
  organisation: Words,
  kind: z.string().regex(/^[a-z-]+$/),
  url: z.union([z.url({ protocol: /^https?$/ }), z.literal("")]),
  phone: MaybeWords,
  languages: z.array(z.string()),
  inhope: z.enum(["yes", "no", ""]),
  confirmed: z.union([Day, z.literal("")]).describe("day on which an editor confirmed it with its operator"),
  source: Id,
  read: Day,
  flags: z.array(Id),
  note: MaybeWords,
});
export type Service = z.infer<typeof Service>;
