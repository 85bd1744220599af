import { z } from "zod";
import { describe } from "../dataset/meaning.ts";
import { PUBLIC } from "../dataset/release.ts";
import { bare, fieldsOf, isBody } from "../dataset/shape.ts";
import { type Kind, SCHEMAS } from "../domain/record.ts";

/** What a field holds, as far as it may leave and is not empty. */
export type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

/** One field in which two bodies differ. Null on one side: the field is empty there, or the record was not there. */
export interface FieldDifference {
  /** Where it stands: names with a dot between, list entries by what names them, such as `options.yes.label`. */
  readonly path: string;
  /** The same without the entries, such as `options.label`: the name that the data dictionary knows. */
  readonly field: string;
  /** What names the entry of the list that the field belongs to; empty outside lists. */
  readonly entry: string;
  readonly before: Value | null;
  readonly after: Value | null;
}

/** What names an entry of a list of this name, the surest first: two entries are one when these fields agree. */
const NAMED_BY: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = {
  citations: [["source", "provision"], ["source"]],
  stages: [["stage", "date"], ["stage"], ["date"]],
  options: [["id"]],
  measures: [["id"]],
  columns: [["name"]],
  rules: [["answer"]],
  identifiers: [["scheme", "value"], ["scheme"]],
  figures: [["label"], ["definition"]],
  links: [["source"], ["label"]],
  avoid: [["word"]],
  licenses: [["name"]],
  resources: [["name"]],
  fields: [["name"]],
};

interface Place {
  readonly kind: Kind;
  readonly path: string;
  readonly field: string;
  readonly entry: string;
}

/**
 * How two bodies of a record differ, field by field. Null stands for a record that was
 * not there. Equal fields are left out, and so is everything that is not on the list of what may leave.
 */
export function differences(kind: Kind, before: unknown, after: unknown): FieldDifference[] {
  const found: FieldDifference[] = [];
  const top = { kind, path: "", field: "", entry: "" };
  compareBodies(found, top, shown(kind, "", before), shown(kind, "", after));
  return found;
}

/** What the data dictionary says that a field means; empty where it says nothing. */
export function fieldMeaning(kind: Kind, field: string): string {
  let schema: unknown = SCHEMAS[kind];
  const names = field.split(".");
  for (const name of names) {
    const [, next] = fieldsOf(element(schema)).find(([known]) => known === name) ?? [];
    if (next === undefined) return "";
    schema = next;
  }
  return describe(schema, names.at(-1)).meaning;
}

function element(schema: unknown): unknown {
  let inner = bare(schema);
  while (inner instanceof z.ZodArray) inner = bare(inner.element);
  return inner;
}

/** A value without its empty fields and without what may not leave; null when nothing is left. */
function shown(kind: Kind, field: string, value: unknown): Value | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value === "" ? null : value;
  if (Array.isArray(value)) {
    // An empty cell of a table keeps its place.
    const parts = value.map((one) => shown(kind, field, one) ?? "");
    return parts.length > 0 ? parts : null;
  }
  if (!isBody(value)) return null;
  const fields: Record<string, Value> = {};
  for (const [name, part] of Object.entries(value)) {
    const path = below(field, name);
    const left = mayLeave(kind, path) ? shown(kind, path, part) : null;
    if (left !== null) fields[name] = left;
  }
  return Object.keys(fields).length > 0 ? fields : null;
}

/** The cells of a row are named by the columns of its dataset, which are listed. */
function mayLeave(kind: Kind, field: string): boolean {
  return PUBLIC[kind].has(field) || (kind === "row" && field.startsWith("cells."));
}

function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function compare(found: FieldDifference[], place: Place, before: Value | null, after: Value | null): void {
  if (same(before, after)) return;
  // The cells of a row that came or went stand one by one, as those do that changed.
  if ((isBody(before) && isBody(after)) || place.field === "cells") compareBodies(found, place, before, after);
  else if ((isList(before) || before === null) && (isList(after) || after === null)) compareLists(found, place, before ?? [], after ?? []);
  else found.push(entryOf(place, before, after));
}

function entryOf({ path, field, entry }: Place, before: Value | null, after: Value | null): FieldDifference {
  return { path, field, entry, before, after };
}

function compareBodies(found: FieldDifference[], place: Place, before: Value | null, after: Value | null): void {
  const one = isBody(before) ? before : {};
  const other = isBody(after) ? after : {};
  const names = [...Object.keys(other), ...Object.keys(one).filter((name) => !(name in other))];
  for (const name of inOrder(place, names)) {
    const inner = { ...place, path: below(place.path, name), field: below(place.field, name) };
    compare(found, inner, (one[name] ?? null) as Value | null, (other[name] ?? null) as Value | null);
  }
}

/** Fields in the order of the list of what may leave, which is that of the schemas; the cells of a row as they stand. */
function inOrder({ kind, field }: Place, names: readonly string[]): string[] {
  const listed = [...PUBLIC[kind]];
  const rank = (name: string): number => listed.indexOf(below(field, name));
  return [...names].sort((one, other) => rank(one) - rank(other));
}

function compareLists(found: FieldDifference[], place: Place, before: readonly Value[], after: readonly Value[]): void {
  const parts = [...before, ...after];
  // A list of words that came or went is one thing.
  if ((before.length === 0 || after.length === 0) && !parts.some(isBody)) {
    found.push(entryOf(place, before.length > 0 ? before : null, after.length > 0 ? after : null));
    return;
  }
  const name = place.field.split(".").at(-1) ?? "";
  const named = parts.every(isBody) ? NAMED_BY[name] : undefined;
  const pairs = named ? matchByName(before, after, named) : matchByValue(before, after);
  // A citation that gives way to another is not the same citation with another source.
  if (name !== "citations") matchByPlace(pairs, before, after);
  const changed: FieldDifference[] = [];
  for (const [index, one] of after.entries()) {
    const earlier = pairs.get(index);
    const inner = entryPlace(place, one, index, named);
    if (earlier === undefined) changed.push(entryOf(inner, null, one));
    else compare(changed, inner, before[earlier] ?? null, one);
  }
  const kept = new Set(pairs.values());
  for (const [index, one] of before.entries()) if (!kept.has(index)) changed.push(entryOf(entryPlace(place, one, index, named), one, null));
  // Nothing but the order has changed.
  if (changed.length === 0) changed.push(entryOf(place, namesOf(before, named), namesOf(after, named)));
  found.push(...changed);
}

type Named = ReadonlyArray<readonly string[]> | undefined;

function entryPlace(place: Place, one: Value, index: number, named: Named): Place {
  const name = named?.[0] ? nameOf(one, named[0], ", ") : "";
  const key = named?.[0] ? nameOf(one, named[0], ":") : String(index);
  return { ...place, path: below(place.path, key), entry: place.entry && name ? `${place.entry} / ${name}` : name || place.entry };
}

function namesOf(list: readonly Value[], named: Named): Value {
  const first = named?.[0];
  return first ? list.map((one) => nameOf(one, first, ", ")) : list;
}

function nameOf(one: Value, fields: readonly string[], between: string): string {
  const body = isBody(one) ? one : {};
  return fields.flatMap((name) => (body[name] === undefined ? [] : String(body[name]))).join(between);
}

/** Pairs entries that the same fields name, surest names first. Gives the earlier index by the later one. */
function matchByName(before: readonly Value[], after: readonly Value[], named: ReadonlyArray<readonly string[]>): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const fields of named) matchBy(pairs, before, after, (one) => nameOf(one, fields, "\0"));
  return pairs;
}

function matchByValue(before: readonly Value[], after: readonly Value[]): Map<number, number> {
  const pairs = new Map<number, number>();
  matchBy(pairs, before, after, (one) => JSON.stringify(one));
  return pairs;
}

function matchBy(pairs: Map<number, number>, before: readonly Value[], after: readonly Value[], nameIt: (one: Value) => string): void {
  const taken = new Set(pairs.values());
  const free = new Map<string, number[]>();
  for (const [index, one] of before.entries()) {
    if (taken.has(index)) continue;
    const name = nameIt(one);
    free.set(name, [...(free.get(name) ?? []), index]);
  }
  for (const [index, one] of after.entries()) {
    if (pairs.has(index)) continue;
    const name = nameIt(one);
    const earlier = name === "" ? undefined : free.get(name)?.shift();
    if (earlier !== undefined) pairs.set(index, earlier);
  }
}

/** Pairs what is left where both lists have an entry without a partner in the same place. */
function matchByPlace(pairs: Map<number, number>, before: readonly Value[], after: readonly Value[]): void {
  const taken = new Set(pairs.values());
  for (const index of after.keys()) if (!pairs.has(index) && index < before.length && !taken.has(index)) pairs.set(index, index);
}

function isList(value: Value | null): value is readonly Value[] {
  return Array.isArray(value);
}

/** Equal without regard to the order of names. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((part, index) => same(part, other[index]));
  if (!isBody(one) || !isBody(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => name in other && same(one[name], other[name]));
}
