import { expect, test } from "vitest";
import { cameFrom } from "./come.ts";

const asked = (header?: string) => new Request("http://atlas.test/", header ? { headers: { "x-forwarded-for": header } } : {});

test("without a proxy the socket's address counts, whatever the request says", () => {
  const come = cameFrom(false);
  const request = asked("203.0.113.9");
  come.note(request, "127.0.0.1");
  expect(come.from(request)).toBe("127.0.0.1");
  expect(come.from(asked())).toBe("");
});

test("behind a proxy its own entry counts, the last one", () => {
  const come = cameFrom(true);
  const request = asked("198.51.100.1, 203.0.113.9");
  come.note(request, "127.0.0.1");
  expect(come.from(request)).toBe("203.0.113.9");
  const bare = asked();
  come.note(bare, "127.0.0.1");
  expect(come.from(bare)).toBe("127.0.0.1");
});
