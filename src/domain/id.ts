import { z } from "zod";

/** A permanent identifier in kebab-case: lower-case letters, digits, single hyphens. */
export const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "not an identifier: use lower-case letters, digits and single hyphens");

/** ISO 3166-1 alpha-2, ISO 3166-2, or one of EU, XK, UN, COE, INT. */
export const JurisdictionCode = z
  .string()
  .regex(/^[A-Z]{2,3}(?:-[A-Z0-9]{1,3})?$/, "not a jurisdiction code: use ISO 3166-1 alpha-2 or ISO 3166-2, such as BR or US-CA");

/** Text of at least one character, without spaces at its ends. */
export const Words = z
  .string()
  .min(1, "must not be empty")
  .refine((text) => text === text.trim(), { message: "starts or ends with a space; remove it" });

/** Text that may be empty. */
export const MaybeWords = z.string().refine((text) => text === text.trim(), { message: "starts or ends with a space; remove it" });

/** How well a row was read. */
export const Confidence = z.enum(["looked-up", "partly", "background"]).describe("looked-up: the text was read; partly: some of it; background: not opened");
export type Confidence = z.infer<typeof Confidence>;

/** Whether a lawyer of the jurisdiction has checked the row. */
export const Review = z.enum(["unreviewed", "reviewed"]);
export type Review = z.infer<typeof Review>;
