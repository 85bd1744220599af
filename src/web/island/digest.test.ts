import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { headOf } from "./digest.ts";

test("the head of a hash is the one of SHA-256", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w:-]{0,55}$/), (text) => {
      expect(headOf(text)).toBe(createHash("sha256").update(text).digest().readUInt32BE(0));
    }),
  );
});
