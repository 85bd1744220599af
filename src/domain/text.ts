import { createHash } from "node:crypto";
import { z } from "zod";
import { Words } from "./id.ts";
import { LOCALES } from "./locale.ts";

/** The text of a field of a record in another language, and how old it is. */
export const Text = z.strictObject({
  id: Words.describe("locale.kind.record.field"),
  locale: z.enum(LOCALES),
  kind: Words.describe("kind of the record"),
  record: Words.describe("id of the record"),
  field: Words.describe("path of the field, such as title or stages.2.note"),
  text: Words,
  of: z
    .string()
    .regex(/^[0-9a-f]{12}$/, "not a hash: twelve hexadecimal digits")
    .describe("hash of the text that it translates"),
  state: z.enum(["machine", "reviewed"]).describe("machine: not yet read by a person; reviewed: read and corrected"),
});
export type Text = z.infer<typeof Text>;

/** State in which a reader meets a text. Stale: its source has changed since it was translated. */
export type TextState = "source" | "machine" | "reviewed" | "stale" | "missing";

/** The first twelve hexadecimal digits of the SHA-256 of a text. */
export function textHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 12);
}
