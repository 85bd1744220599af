import { z } from "zod";
import { Day } from "./date.ts";
import { Id, JurisdictionCode, MaybeWords, Review, Words } from "./id.ts";
import { POINT } from "./series.ts";
import { Citations } from "./source.ts";
import { OBSERVATION_STATUSES } from "./statistic.ts";

/** What a worked-out value is of the values that it names, in their order. */
const RULES = ["change", "share", "difference", "sum", "monthly"] as const;

const Statement = z.strictObject({ text: Words, citations: Citations }).describe("one sentence or two, with what it rests on");
export type Statement = z.infer<typeof Statement>;

const Derived = z.strictObject({
  id: Id,
  label: Words,
  rule: z
    .enum(RULES)
    .describe(
      "change: percent from the first to the second; share: the first in percent of the second; difference: the first less the second; sum: of all; monthly: the first divided by months",
    ),
  of: z.array(Id).min(1).describe("ids of values of this snapshot"),
  months: z.number().int().positive().nullable().describe("for monthly: the months that the value covers"),
  value: z.number().describe("as worked out; percentages to one decimal, all else to whole numbers"),
});
export type Derived = z.infer<typeof Derived>;

const SnapshotFigure = z.strictObject({
  id: Id,
  title: Words.describe("what the figure shows, as a sentence"),
  dataset: Id,
  measures: z.array(Id).min(1).describe("measures of the dataset that its values are of"),
  places: z.array(JurisdictionCode).describe("places that the values are of"),
  group: z.union([Id, z.literal("")]).describe("group whose members the values are sums of"),
  categories: z.array(Words).describe("categories of the rows, such as an incident type"),
  periods: z.array(Words).min(1).describe("periods of the rows, in order"),
  points: z
    .array(
      z.strictObject({
        id: Id,
        ...POINT,
        value: z.number().describe("the value on the day of the snapshot"),
        status: z.enum(OBSERVATION_STATUSES).describe("how the value stood; a sum of several rows is derived"),
      }),
    )
    .min(1),
  derived: z.array(Derived).describe("values worked out from those above"),
  caveats: z.array(Id).describe("caveats that must stand beside it, the weightiest first"),
  breaks: z.array(Id).describe("breaks of the series inside its periods"),
  note: MaybeWords,
});
export type SnapshotFigure = z.infer<typeof SnapshotFigure>;

/** An editor's text with figures pinned to a day and a version of the data. */
export const Snapshot = z.strictObject({
  id: Id,
  order: z.number().int().nonnegative(),
  title: Words,
  date: Day.describe("day on which the figures stood so"),
  version: Words.describe("version of the data on that day"),
  summary: Words,
  sections: z.array(z.strictObject({ title: Words, statements: z.array(Statement).min(1), figures: z.array(SnapshotFigure) })).min(1),
  can: z.array(Statement).min(1).describe("what can be said"),
  cannot: z.array(Statement).min(1).describe("what cannot be said"),
  claims: z.array(Id).describe("disputed claims that it bears on"),
  citations: Citations,
  review: Review,
  flags: z.array(Id),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** All figures of a snapshot, in the order of its sections. */
export function figuresOf(snapshot: Snapshot): SnapshotFigure[] {
  return snapshot.sections.flatMap((section) => section.figures);
}

/**
 * What the rule of a derived value gives for the values that it names: percentages to one decimal, all else to whole
 * numbers. Null when a value is missing or would be divided by zero.
 */
export function derive({ rule, of, months }: Pick<Derived, "rule" | "of" | "months">, values: ReadonlyMap<string, number>): number | null {
  const given = of.map((id) => values.get(id));
  const [first, second] = given;
  if (first === undefined || given.includes(undefined)) return null;
  switch (rule) {
    case "sum":
      return given.reduce<number>((total, one) => total + (one ?? 0), 0);
    case "monthly":
      return months ? Math.round(first / months) : null;
    default:
      break;
  }
  if (second === undefined) return null;
  if (rule === "difference") return first - second;
  const divisor = rule === "change" ? first : second;
  if (divisor === 0) return null;
  const percent = rule === "change" ? (second / first - 1) * 100 : (first / second) * 100;
  return Math.round(percent * 10) / 10;
}

/** Every value of a snapshot by its id: the pinned ones, and the derived ones as they stand in it. */
export function valuesOf(snapshot: Snapshot): Map<string, number> {
  return new Map(figuresOf(snapshot).flatMap((figure) => [...figure.points, ...figure.derived].map((one) => [one.id, one.value] as const)));
}
