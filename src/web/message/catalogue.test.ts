import { expect, test } from "vitest";
import { SITE_LOCALES } from "../../domain/locale.ts";
import { textHash } from "../../domain/text.ts";
import { ageFile } from "./age.ts";
import { messageState, messagesOf, tallyOf } from "./catalogue.ts";

test("a message is stale when its English has changed, or when nobody wrote down what it translates", () => {
  const age = { of: textHash("Not coded"), state: "reviewed" } as const;
  expect(messageState(age, "Not coded")).toBe("reviewed");
  expect(messageState(age, "Not read yet")).toBe("stale");
  expect(messageState(undefined, "Not coded")).toBe("stale");
});

test("ages are written by key, one a line", () => {
  const ages = new Map([
    ["b.x", { of: "0123456789ab", state: "machine" as const }],
    ["a.y", { of: "ba9876543210", state: "reviewed" as const }],
  ]);
  expect(ageFile(ages)).toBe("key,of,state\na.y,ba9876543210,reviewed\nb.x,0123456789ab,machine\n");
});

test.each(SITE_LOCALES.filter((one) => one !== "en"))("%s: every message of the site, none older than its English, none without one", (locale) => {
  const english = messagesOf("en");
  expect([...messagesOf(locale).keys()].filter((key) => !english.has(key))).toEqual([]);
  const { missing, stale } = tallyOf(locale);
  expect({ missing, stale }).toEqual({ missing: 0, stale: 0 });
});
