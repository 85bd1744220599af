import { z } from "zod";
import { FLAGS } from "../domain/flag.ts";
import { Id, JurisdictionCode } from "../domain/id.ts";

/** A field in words: its type, what it means, and the values it can have when they are few. */
export interface Meaning {
  readonly type: string;
  readonly meaning: string;
  readonly values: readonly string[];
  /** Whether it may be left empty. */
  readonly optional: boolean;
}

/** What fields of these names mean wherever a schema says nothing else. */
const COMMON: Readonly<Record<string, string>> = {
  id: "permanent identifier",
  order: "place in lists",
  jurisdiction: "code of the jurisdiction",
  topics: "ids of topics, the main one first",
  source: "id of the source",
  read: "day on which the source was read",
  citations: "where it stands: source, day of reading and place",
  review: "whether a lawyer of the jurisdiction has checked it",
  flags: `doubts of a known sort: ${FLAGS.join(", ")}`,
  doubt: "what is open",
  note: "what a reader must know besides",
};

/** What a field is: from its schema, or from its name where the schema gives no meaning. */
export function describe(schema: unknown, name = ""): Meaning {
  const found = explained(schema);
  return found.meaning ? found : { ...found, meaning: COMMON[name] ?? "" };
}

function explained(schema: unknown): Meaning {
  let inner = schema;
  let meaning = meaningOf(inner);
  let optional = false;
  while (inner instanceof z.ZodNullable || inner instanceof z.ZodDefault || inner instanceof z.ZodOptional) {
    inner = inner.unwrap();
    optional = true;
    meaning ||= meaningOf(inner);
  }
  if (inner instanceof z.ZodUnion) {
    const branches = inner.options.filter((one) => !(one instanceof z.ZodLiteral && one.value === ""));
    const parts = branches.map(explained);
    return {
      type: parts.map((part) => part.type).join(" or "),
      meaning: meaning || (parts[0]?.meaning ?? ""),
      values: parts.flatMap((part) => part.values),
      optional: optional || branches.length < inner.options.length,
    };
  }
  if (inner instanceof z.ZodArray) {
    const part = explained(inner.element);
    return { type: `list of ${part.type}`, meaning: meaning || part.meaning, values: part.values, optional: optional || inner.safeParse([]).success };
  }
  const values =
    inner instanceof z.ZodEnum ? inner.options.map(String).filter((one) => one !== "") : inner instanceof z.ZodLiteral ? [String(inner.value)] : [];
  if (inner instanceof z.ZodType && inner.safeParse("").success) optional = true;
  return { type: typeOf(inner), meaning, values, optional };
}

function typeOf(schema: unknown): string {
  if (schema instanceof z.ZodString && schema.safeParse("2008-11-26").success && !schema.safeParse("abc").success) {
    // A description makes a copy of the schema, so dates are known by what they accept.
    return schema.safeParse("2008").success ? "date (year, month or day)" : "day";
  }
  if (sameForm(schema, Id)) return "identifier";
  if (sameForm(schema, JurisdictionCode)) return "jurisdiction code";
  if (schema instanceof z.ZodObject) return "set of fields";
  if (schema instanceof z.ZodRecord) return "cells by column";
  if (schema instanceof z.ZodNumber) return schema.format === "safeint" ? "whole number" : "number";
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return "word";
  if (schema instanceof z.ZodURL) return "web address";
  return "text";
}

/** A schema with a description is a copy; its pattern is still the same. */
function sameForm(schema: unknown, known: z.ZodString): boolean {
  if (schema === known) return true;
  return schema instanceof z.ZodString && String(patternOf(schema)) === String(patternOf(known)) && patternOf(schema) !== undefined;
}

function patternOf(schema: z.ZodString): RegExp | undefined {
  for (const check of schema.def.checks ?? []) {
    const { def } = check._zod;
    if ("pattern" in def && def.pattern instanceof RegExp) return def.pattern;
  }
  return undefined;
}

function meaningOf(schema: unknown): string {
  return schema instanceof z.ZodType ? (schema.description ?? "") : "";
}
