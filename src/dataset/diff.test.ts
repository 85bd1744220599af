import { describe, expect, test } from "vitest";
import type { AtlasRecord } from "../domain/record.ts";
import { canonicalJson, diffRecords, recordHash, recordKey } from "./diff.ts";

const caveat = (id: string, text: string): AtlasRecord => ({ kind: "caveat", id, body: { id, order: 1, text } });
const hashes = (records: readonly AtlasRecord[]) => new Map(records.map((one) => [recordKey(one.kind, one.id), recordHash(one)]));

describe("diffRecords", () => {
  test("tells what was added, changed and removed", () => {
    const before = hashes([caveat("a", "one"), caveat("b", "two"), caveat("c", "three")]);
    const after = [caveat("a", "one"), caveat("b", "zwei"), caveat("d", "four")];
    expect(diffRecords(before, after)).toEqual({ added: [after[2]], changed: [after[1]], removed: [{ kind: "caveat", id: "c" }] });
  });

  test("finds nothing between equal states", () => {
    const state = [caveat("a", "one"), caveat("b", "two")];
    expect(diffRecords(hashes(state), state)).toEqual({ added: [], changed: [], removed: [] });
  });

  test("keeps ids that hold a colon", () => {
    expect(diffRecords(new Map([["row:set/12:30", "x"]]), []).removed).toEqual([{ kind: "row", id: "set/12:30" }]);
  });
});

test("the hash does not depend on the order of keys", () => {
  expect(recordHash({ body: { a: 1, b: [{ c: 2, d: 3 }] } })).toBe(recordHash({ body: { b: [{ d: 3, c: 2 }], a: 1 } }));
  expect(recordHash({ body: { a: 1 } })).not.toBe(recordHash({ body: { a: "1" } }));
  expect(canonicalJson({ b: null, a: undefined, c: ["é"] })).toBe('{"b":null,"c":["é"]}');
});
