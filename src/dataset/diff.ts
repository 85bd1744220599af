import { hash } from "node:crypto";
import { type AtlasRecord, KINDS, type Kind } from "../domain/record.ts";
import { byText } from "./layout.ts";

/** What differs between two states of the record. Everything is in the order of the kinds. */
export interface Difference {
  readonly added: AtlasRecord[];
  readonly changed: AtlasRecord[];
  readonly removed: ReadonlyArray<{ readonly kind: Kind; readonly id: string }>;
}

/** The name of a record among all: its kind and id, with a colon between. */
export function recordKey(kind: Kind, id: string): string {
  return `${kind}:${id}`;
}

/** SHA-256 of the record's canonical JSON, in hexadecimal. The order of keys does not count. */
export function recordHash(record: { readonly body: unknown }): string {
  return hash("sha256", canonicalJson(record.body), "hex");
}

/** Compares the hashes that are known (by `recordKey`) with the records as they now are. */
export function diffRecords(before: ReadonlyMap<string, string>, after: Iterable<AtlasRecord>): Difference {
  const added: AtlasRecord[] = [];
  const changed: AtlasRecord[] = [];
  const gone = new Set(before.keys());
  for (const record of after) {
    const key = recordKey(record.kind, record.id);
    const known = before.get(key);
    gone.delete(key);
    if (known === undefined) added.push(record);
    else if (known !== recordHash(record)) changed.push(record);
  }
  const removed = [...gone].map((key) => {
    const colon = key.indexOf(":");
    return { kind: key.slice(0, colon) as Kind, id: key.slice(colon + 1) };
  });
  removed.sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || byText(one.id, other.id));
  return { added, changed, removed };
}

/** JSON with the keys of every object in code-unit order and no spaces. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let json = "";
  if (Array.isArray(value)) {
    for (const one of value) json += json === "" ? canonicalJson(one) : `,${canonicalJson(one)}`;
    return `[${json}]`;
  }
  for (const [name, label] of sortedKeys(value)) {
    const one = (value as Readonly<Record<string, unknown>>)[name];
    if (one !== undefined) json += `${json === "" ? "" : ","}${label}${canonicalJson(one)}`;
  }
  return `{${json}}`;
}

type Keys = ReadonlyArray<readonly [name: string, label: string]>;

// Records of a kind have the same keys: they are sorted once, not a million times.
const KEYS = new Map<string, Keys>();
const KEYS_LIMIT = 1000;

function sortedKeys(value: object): Keys {
  const names = Object.keys(value);
  const shape = names.join("\0");
  const known = KEYS.get(shape);
  if (known) return known;
  const keys = names.sort(byText).map((name) => [name, `${JSON.stringify(name)}:`] as const);
  if (KEYS.size >= KEYS_LIMIT) KEYS.clear();
  KEYS.set(shape, keys);
  return keys;
}
