import { z } from "zod";
import { Day } from "./date.ts";
import { Words } from "./id.ts";

/** A column of a CSV file, as Table Schema describes it. */
export const TableField = z.looseObject({ name: Words, type: Words, description: z.string().optional() });

/** One file of the record, or several of one form. */
export const Resource = z.strictObject({
  name: Words,
  path: z.union([Words, z.array(Words).min(1)]).describe("a file, or files of one form"),
  title: Words.optional(),
  format: z.enum(["csv", "yaml"]),
  mediatype: z.enum(["text/csv", "application/yaml"]),
  encoding: z.literal("utf-8"),
  schema: z.strictObject({ fields: z.array(TableField).min(1) }).optional(),
});
export type Resource = z.infer<typeof Resource>;

/** The descriptor of the record's files, `datapackage.json` (Data Package 2.0). */
export const Package = z.looseObject({
  $schema: z.url().optional(),
  id: z.literal("safeguard-atlas"),
  name: z.literal("safeguard-atlas"),
  title: Words.optional(),
  description: Words.optional(),
  licenses: z.array(z.strictObject({ name: Words, path: z.url(), title: Words })).optional(),
  date: Day.describe("date of the data"),
  version: Words,
  resources: z.array(Resource).optional().describe("every file of the record, except this one"),
});
export type Package = z.infer<typeof Package>;

/** Every path that the descriptor lists, in its order. */
export function pathsOf(descriptor: Package): string[] {
  return (descriptor.resources ?? []).flatMap((resource) => resource.path);
}
