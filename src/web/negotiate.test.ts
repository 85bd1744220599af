import { expect, test } from "vitest";
import { localeFor, rememberHeader } from "./negotiate.ts";

const headers = (cookie: string, accept = "fr-CH, fr;q=0.9, en;q=0.8") => new Headers({ "accept-language": accept, ...(cookie ? { cookie } : {}) });

test("an address without a language follows the reader's own choice, then the browser, then English", () => {
  expect(localeFor(headers(""))).toBe("fr");
  expect(localeFor(headers("language=en"))).toBe("en");
  expect(localeFor(headers("other=1; language=en"))).toBe("en");
  expect(localeFor(headers("", "tlh"))).toBe("en");
  expect(localeFor(headers("", ""))).toBe("en");
});

test("a remembered language that the site does not have, or a broken cookie, is passed over", () => {
  for (const cookie of ["language=xx", "language=", "language=en-GB", "language", "xlanguage=en"]) expect(localeFor(headers(cookie)), cookie).toBe("fr");
});

test("the cookie holds the language and nothing else, and is deleted on request", () => {
  expect(rememberHeader("fr", true)).toBe("language=fr; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure");
  expect(rememberHeader("", false)).toBe("language=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
});
