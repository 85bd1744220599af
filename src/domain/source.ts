import { z } from "zod";
import { Day } from "./date.ts";
import { Id, MaybeWords, Words } from "./id.ts";

/** Who speaks in a source, strongest first. It does not say whether the text is current. */
export const GRADES = [
  "primary-law",
  "official-summary",
  "intergovernmental",
  "expert-ngo",
  "academic",
  "law-firm",
  "press",
  "blog-or-copy",
] as const;
export const Grade = z.enum(GRADES);
export type Grade = z.infer<typeof Grade>;

/** A page or document that a statement of the record rests on. */
export const Source = z.strictObject({
  id: Id,
  url: z.url({ protocol: /^https?$/ }).describe("address at which it was read"),
  title: Words.describe("title of the page, often descriptive"),
  publisher: MaybeWords,
  language: z.string().regex(/^([a-z]{2,3}(-[A-Za-z0-9]+)*)?$/, "not a BCP 47 language").describe("BCP 47; empty when not known"),
  grade: Grade,
  reason: Words.describe("why it has this grade"),
  read: Day.describe("day on which it was last read"),
  note: MaybeWords,
});
export type Source = z.infer<typeof Source>;

/** Where a statement stands: a source, the day it was read, and the place in it. */
export const Citation = z.strictObject({
  source: Id.describe("id of the source"),
  read: Day.describe("day on which the source was read for this statement"),
  instrument: z.union([Id, z.literal("")]).default("").describe("id of the law, when the record holds it"),
  provision: MaybeWords.default("").describe("article, section or paragraph"),
  note: MaybeWords.default(""),
});
export type Citation = z.infer<typeof Citation>;

/** Citations of a record: none is not possible. */
export const Citations = z.array(Citation).min(1, "a citation is missing: name the source and the day it was read");
