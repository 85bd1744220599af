import { createHash } from "node:crypto";
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
  return createHash("sha256").update(canonicalJson(record.body), "utf8").digest("hex");
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
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([one], [other]) => byText(one, other));
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(",")}}`;
}
