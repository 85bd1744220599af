import { z } from "zod";
import { Id, MaybeWords, Words } from "./id.ts";
import { Citation } from "./source.ts";

/** A concept of the field: what it means here, and which words to use or to avoid. */
export const Term = z.strictObject({
  id: Id,
  term: Words,
  definition: Words,
  avoid: z.array(z.strictObject({ word: Words, reason: Words })).describe("words not to use, and why"),
  questions: z.array(Id).describe("questions that ask about this concept"),
  related: z.array(Id),
  note: MaybeWords,
  citations: z.array(Citation),
});
export type Term = z.infer<typeof Term>;
