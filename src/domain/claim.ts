import { z } from "zod";
import { Id, MaybeWords, Words } from "./id.ts";
import { Series } from "./series.ts";
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
      note: MaybeWords,
    })
    .nullable()
    .describe("figures side by side, when that helps"),
  series: z.array(Series).describe("figures of the record that bear on it"),
  evidence: Words.describe("what is known"),
  assessment: Words.describe("what can be said of the statement, in one measured sentence"),
  settle: Words.describe("what would settle it"),
  citations: Citations,
  updates: z.array(Id),
  datasets: z.array(Id),
});
export type Claim = z.infer<typeof Claim>;
