import fc from "fast-check";
import { expect, test } from "vitest";
import { sealWith } from "./seal.ts";

const seal = sealWith("a secret of a site that is used in tests only");
const other = sealWith("another secret of a site, used in tests only");

test("what was sealed is opened with the same secret only, and not when a bit of it changed", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, at) => {
      const sealed = seal.close(text);
      expect(seal.open(sealed)).toBe(text);
      expect(() => other.open(sealed)).toThrow();
      const changed = Buffer.from(sealed);
      changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1;
      expect(() => seal.open(changed)).toThrow();
    }),
  );
});

test("the same address twice is sealed differently and marked alike", () => {
  expect(seal.close("a@example.org").equals(seal.close("a@example.org"))).toBe(false);
  expect(seal.mark(" A@Example.org ").equals(seal.mark("a@example.org"))).toBe(true);
  expect(seal.mark("a@example.org").equals(other.mark("a@example.org"))).toBe(false);
});

test("a signature is of one purpose and its parts in their order", () => {
  const signature = seal.sign("manage", 7, "x");
  expect(signature).toMatch(/^[\w-]{32}$/);
  expect(seal.signed(signature, "manage", 7, "x")).toBe(true);
  for (const parts of [[7], ["7x"], ["x", 7], [7, "x", ""], [8, "x"]]) expect(seal.signed(signature, "manage", ...parts)).toBe(false);
  expect(seal.signed(signature, "unsubscribe", 7, "x")).toBe(false);
  expect(seal.signed("", "manage", 7, "x")).toBe(false);
  expect(other.signed(signature, "manage", 7, "x")).toBe(false);
});

test("a short secret is refused", () => {
  expect(() => sealWith("short")).toThrow(/at least 32/);
});
