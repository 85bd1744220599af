import { z } from "zod";
import { Day } from "./date.ts";
import { Id, JurisdictionCode, MaybeWords, Words } from "./id.ts";

/** Where to get help or to report. A number is unconfirmed until an editor has confirmed it. */
export const Service = z.strictObject({
  id: Id,
  jurisdiction: JurisdictionCode,
  organisation: Words,
  kind: z
    .string()
    .regex(/^[a-z-]+$/)
    .describe("such as hotline or helpline"),
  url: z.union([z.url({ protocol: /^https?$/ }), z.literal("")]),
  phone: MaybeWords.describe("unconfirmed unless confirmed has a day"),
  languages: z.array(z.string().regex(/^[^;]+$/, "is empty or holds a semicolon; give each language its own entry")).describe("as its source writes them"),
  inhope: z.enum(["yes", "no", ""]).describe("whether it is a member of INHOPE; empty when not known"),
  confirmed: z.union([Day, z.literal("")]).describe("day on which an editor confirmed it with its operator"),
  source: Id,
  read: Day,
  flags: z.array(Id),
  note: MaybeWords,
});
export type Service = z.infer<typeof Service>;
