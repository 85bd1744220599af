import { z } from "zod";

export type Body = Readonly<Record<string, unknown>>;

/** The schema without the wrappers that only say that a value may be absent. */
export function bare(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodNullable || inner instanceof z.ZodDefault || inner instanceof z.ZodOptional) inner = inner.unwrap();
  return inner;
}

/** The fields of an object schema, in its order; empty for another schema. */
export function fieldsOf(schema: unknown): ReadonlyArray<readonly [name: string, schema: unknown]> {
  const inner = bare(schema);
  return inner instanceof z.ZodObject ? Object.entries(inner.shape) : [];
}

/** The same value with keys in the schema's order and without empty fields, as YAML files hold it. */
export function lean(schema: unknown, value: unknown): unknown {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => lean(inner.element, one));
  if (!(inner instanceof z.ZodObject) || !isBody(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [name, field] of fieldsOf(inner)) if (!isEmpty(value[name])) result[name] = lean(field, value[name]);
  // Fields that the schema does not name have no order of their own.
  for (const name of Object.keys(value).sort()) if (!(name in inner.shape) && !isEmpty(value[name])) result[name] = sorted(value[name]);
  return result;
}

/** The same value with the empty fields that a file leaves out: "" or [] or null, as the schema allows. */
export function full(schema: unknown, value: unknown): unknown {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => full(inner.element, one));
  if (!(inner instanceof z.ZodObject) || !isBody(value)) return value;
  const result: Record<string, unknown> = { ...value };
  for (const [name, field] of fieldsOf(inner)) {
    const given = value[name];
    if (given === undefined || given === null) {
      const empty = emptyOf(field);
      if (empty === undefined) delete result[name];
      else result[name] = Array.isArray(empty) ? [] : empty;
    } else if (typeof given === "object") result[name] = full(field, given);
  }
  return result;
}

/** Tells whether the value is an object with named fields. */
export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

const EMPTIES = new WeakMap<z.ZodType, unknown>();

function emptyOf(schema: unknown): unknown {
  if (!(schema instanceof z.ZodType)) return undefined;
  if (!EMPTIES.has(schema)) EMPTIES.set(schema, findEmpty(schema));
  return EMPTIES.get(schema);
}

function findEmpty(schema: z.ZodType): unknown {
  // An empty list is offered even where one entry is needed: the schema's own message then says what is missing.
  if (bare(schema) instanceof z.ZodArray && !(schema instanceof z.ZodOptional)) return [];
  for (const empty of ["", null]) if (schema.safeParse(empty).success) return empty;
  return undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isBody(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}
