import { z } from "zod";
import { type Day, FuzzyDate } from "./date.ts";
import { Id, type JurisdictionCode, MaybeWords, Words } from "./id.ts";
import { Citations } from "./source.ts";

/** What a column of a statistics file holds. */
export const Column = z.strictObject({
  name: z.string().regex(/^[a-z_]+$/),
  role: z
    .enum([
      "jurisdiction",
      "period",
      "period-start",
      "period-end",
      "platform",
      "category",
      "measure",
      "attribute",
      "value",
      "unit",
      "status",
      "bound",
      "note",
      "source",
    ])
    .describe("what the column is for"),
  measure: z.union([Id, z.literal("")]).describe("for a value column that holds one fixed measure"),
  label: Words.describe("heading for readers"),
});
export type Column = z.infer<typeof Column>;

/** What is measured, and in what unit. */
export const Measure = z.strictObject({
  id: Id,
  label: Words,
  unit: Words.describe("what is counted; words: the values are not numbers"),
  definition: MaybeWords,
});
export type Measure = z.infer<typeof Measure>;

/** A set of figures of one kind, with all that a reader must know before using one. */
export const Dataset = z.strictObject({
  id: Id,
  order: z.number().int().nonnegative(),
  title: Words,
  description: Words,
  publisher: Words,
  terms: Words.describe("terms of use, as its publisher states them"),
  asOf: FuzzyDate.describe("date of the figures"),
  columns: z.array(Column).min(2).describe("columns of its file, in order"),
  measures: z.array(Measure).min(1),
  caveats: z.array(Id),
  breaks: z.array(Id),
  notes: z.array(Words).describe("how the file was made and checked, and its limits"),
  citations: Citations,
});
export type Dataset = z.infer<typeof Dataset>;

/** Something that a figure does not mean. It travels with every figure of its datasets. */
export const Caveat = z.strictObject({ id: Id, order: z.number().int().nonnegative(), text: Words });
export type Caveat = z.infer<typeof Caveat>;

/** A day or time at which a series changed its meaning. */
export const Break = z.strictObject({
  id: Id,
  from: FuzzyDate,
  to: z.union([FuzzyDate, z.literal("")]),
  what: Words.describe("what changed"),
  effect: Words.describe("what it does to the series"),
  scope: z.array(Words).describe("world, eu, platform, country, incident-type, theme"),
});
export type Break = z.infer<typeof Break>;

export const OBSERVATION_STATUSES = ["exact", "rounded", "suppressed", "derived", "missing"] as const;

/** One row of a statistics file: the place in its dimensions and the values. */
export const Row = z.strictObject({
  id: Words.describe("dataset/dimension/dimension…"),
  dataset: Id,
  cells: z.record(z.string(), z.string()).describe("the cells as the file has them"),
});
export type Row = z.infer<typeof Row>;

/** One figure. A suppressed or missing one has no value, and is never 0. */
export interface Observation {
  readonly dataset: string;
  readonly row: string;
  readonly jurisdiction: z.infer<typeof JurisdictionCode> | "";
  readonly period: string;
  readonly start: z.infer<typeof Day>;
  readonly end: z.infer<typeof Day>;
  readonly platform: string;
  readonly category: string;
  readonly measure: string;
  readonly unit: string;
  /** The number; null when suppressed, missing or not a number. */
  readonly value: number | null;
  /** The value when it is words, such as a published headline. */
  readonly words: string;
  readonly status: (typeof OBSERVATION_STATUSES)[number];
  readonly bound: string;
  readonly note: string;
  readonly source: string;
}
