import fc from "fast-check";
import { expect, test } from "vitest";
import { mailboxOf } from "./mailbox.ts";

test("one address is taken, its domain as mail servers read it", () => {
  for (const one of ["a@example.org", "first.last+tag@mail.example.org", "o'neill@example.co.uk", "x_y@xn--bcher-kva.example"])
    expect(mailboxOf(` ${one} `)).toBe(one);
  expect(mailboxOf("a@Bücher.Example")).toBe("a@xn--bcher-kva.example");
  expect(mailboxOf("a@例え.テスト")).toBe("a@xn--r8jz45g.xn--zckzah");
});

test("anything else is refused", () => {
  const wrong = ["", "a", "a@", "@example.org", "a@localhost", "a@example", "a b@example.org", "a@b@example.org", "a@example.org,b@example.org"];
  wrong.push("a@example.org\r\nBcc: b@example.org", "a\u0000@example.org", "<a@example.org>", '"a b"@example.org', ".a@example.org", "a..b@example.org");
  wrong.push("a@127.0.0.1", "a@[127.0.0.1]", "a@-x.org", "a@x-.org", "a@ex%61mple.org", "a@exa\u2028mple.org", `${"a".repeat(65)}@example.org`);
  wrong.push(`a@${"b.".repeat(126)}org`, "名@example.org", "a@example.org.");
  for (const one of wrong) expect([one, mailboxOf(one)]).toEqual([one, null]);
});

test("whatever is taken is one line, of one sign, and taken again", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.tuple(fc.string(), fc.string()).map(([a, b]) => `${a}@${b}.org`),
    fc.emailAddress(),
  );
  fc.assert(
    fc.property(text, (given) => {
      const found = mailboxOf(given);
      if (found === null) return;
      expect(found).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/);
      expect(found.split("@")).toHaveLength(2);
      expect(found.length).toBeLessThanOrEqual(254);
      expect(mailboxOf(found)).toBe(found);
    }),
  );
});
