import { z } from "zod";
import { Id, MaybeWords, Words } from "./id.ts";

/** Where a value of a figure stands in the record. */
const point = {
  label: Words.describe("what this value is of, such as a year"),
  rows: z.array(Words).min(1).describe("ids of the rows; the value is their sum"),
  after: z.union([Id, z.literal("")]).describe("id of the break that stands between this value and the one before it"),
};

/** Values of the record shown together as a small table and a picture, read anew from the record each time. */
export const Series = z.strictObject({
  title: Words.describe("what it shows"),
  dataset: Id,
  measures: z.array(Id).min(1).describe("measures of the dataset that its values are of"),
  points: z.array(z.strictObject(point)).min(1),
  caveats: z.array(Id).describe("caveats that must stand beside it, the weightiest first"),
  note: MaybeWords,
});
export type Series = z.infer<typeof Series>;

/** The fields of a point, for records that add to them. */
export const POINT = point;
