import { expect, test } from "vitest";
import { FRAME, inquiryInto, place } from "../../../api/sample.ts";
import { visitOf } from "../../visitor.ts";
import { askedOf, BROAD, faultOf } from "./asked.ts";

const assets = { style: "", script: "", sprite: "", places: {}, files: new Map(), methods: async () => [] };
const asked = (query: Readonly<Record<string, string>>) =>
  askedOf(visitOf(inquiryInto({ records: [...FRAME, place("AA")], answers: [] }, query), { assets, path: "/alerts", origin: "", params: {} }));

test("what is not asked for has a plain beginning: amendments only, once a day, in the language of the page", () => {
  expect(asked({ place: "AA" })).toMatchObject({ recodings: false, rhythm: "daily", locale: "en", broad: false, address: "" });
  expect(asked({ place: "AA", recodings: "yes", rhythm: "weekly", language: "ar" })).toMatchObject({ recodings: true, rhythm: "weekly", locale: "ar" });
  expect(asked({ place: "AA", rhythm: "hourly", language: "xx" })).toMatchObject({ rhythm: "daily", locale: "en" });
});

test("a watch that gives a lot must be meant, and nobody can watch nothing or what the record does not hold", () => {
  const field = (query: Readonly<Record<string, string>>, count: number): string | undefined =>
    faultOf(asked({ address: "a@example.org", ...query }), count)?.field;
  expect(field({ place: "AA" }, BROAD)).toBeUndefined();
  expect(field({ place: "AA" }, BROAD + 1)).toBe("broad");
  expect(field({ place: "AA", broad: "yes" }, BROAD + 1)).toBeUndefined();
  expect(field({}, 0)).toBe("watch");
  expect(field({ place: "ZZ" }, 0)).toBe("watch");
  expect(field({ place: "AA", address: "a@example.org, b@example.org" }, 0)).toBe("address");
});
