import { z } from "zod";
import { Id, MaybeWords, Words } from "./id.ts";
import { Citations } from "./source.ts";

/** A disputed figure or statement, with the rival figures side by side. */
export const Claim = z.strictObject({
  id: Id,
  order: z.number().int().nonnegative(),
  statement: Words,
  who: Words.describe("who said it"),
  when: Words.describe("when it was said"),
  figures: z
    .array(
      z.strictObject({
        value: Words,
        definition: Words.describe("what is counted"),
        denominator: MaybeWords.describe("out of what"),
        by: Words,
      }),
    )
    .min(1)
    .describe("the rival figures"),
  table: z
    .strictObject({
      columns: z.array(Words),
      rows: z.array(z.array(z.number().nullable())),
    })
    .nullable()
    .describe("figures side by side, when that helps"),
  evidence: Words.describe("what is known"),
  settle: Words.describe("what would settle it"),
  citations: Citations,
  updates: z.array(Id),
  datasets: z.array(Id),
});
export type Claim = z.infer<typeof Claim>;
