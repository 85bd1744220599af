import { z } from "zod";
import { FuzzyDate } from "./date.ts";
import { Id, JurisdictionCode, MaybeWords, Words } from "./id.ts";
import { LOCALES } from "./locale.ts";

/** A place or body with law of its own. */
export const Jurisdiction = z.strictObject({
  id: JurisdictionCode,
  kind: z
    .enum(["state", "territory", "subdivision", "supranational", "organisation", "statistical"])
    .describe("statistical: a heading that only published figures use, such as 'no country listed'"),
  parent: z.union([JurisdictionCode, z.literal("")]).describe("the state it belongs to"),
  alpha3: z
    .string()
    .regex(/^([A-Z]{3})?$/)
    .describe("ISO 3166-1 alpha-3"),
  numeric: z
    .string()
    .regex(/^(\d{3})?$/)
    .describe("ISO 3166-1 numeric"),
  region: z
    .string()
    .regex(/^(\d{3})?$/)
    .describe("UN M49 region"),
  subregion: z
    .string()
    .regex(/^(\d{3})?$/)
    .describe("UN M49 sub-region"),
  status: MaybeWords.describe("note on a disputed or special status"),
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;

/** The name of a jurisdiction or region in a language. */
export const Name = z.strictObject({
  id: Words.describe("code.locale"),
  of: z.string().describe("jurisdiction code or M49 region"),
  locale: z.enum(LOCALES),
  name: Words,
  origin: z.enum(["cldr", "override"]).describe("cldr: from Unicode CLDR; override: chosen here"),
});
export type Name = z.infer<typeof Name>;

/** A group of jurisdictions, such as the European Union or the Council of Europe. */
export const Group = z.strictObject({
  id: Id,
  name: Words,
  jurisdiction: z.union([JurisdictionCode, z.literal("")]).describe("the code under which the group itself makes law"),
  published: z.number().int().nonnegative().nullable().describe("number of members that the group itself states"),
  note: MaybeWords,
});
export type Group = z.infer<typeof Group>;

/** The time during which a jurisdiction belonged to a group. The law of the EU reaches a member only then. */
export const Membership = z.strictObject({
  id: Id,
  group: Id,
  jurisdiction: JurisdictionCode,
  from: z.union([FuzzyDate, z.literal("")]),
  to: z.union([FuzzyDate, z.literal("")]).describe("last day; empty while it lasts"),
  source: Id,
  read: z.string(),
  note: MaybeWords,
});
export type Membership = z.infer<typeof Membership>;
