import { expect, test } from "vitest";
import { FRAME, inquiryInto, instrument, place } from "./sample.ts";
import { pageBody, pathOfRecord, subjectOf } from "./subject.ts";

const inquiry = inquiryInto({ records: [...FRAME, place("AA"), instrument({ id: "act", jurisdiction: "AA" })], answers: [] });
const of = (address: string) => subjectOf(inquiry, address, "https://atlas.example");

test("the address of a page names its record and the place", () => {
  expect(of("/en/instruments/act")).toEqual({ page: "/en/instruments/act", kind: "instrument", record: "act", place: "AA" });
  expect(of("https://atlas.example/fr/dossiers/act?at=2020-01-01")).toMatchObject({
    page: "/fr/dossiers/act?at=2020-01-01",
    kind: "instrument",
    record: "act",
  });
  expect(of("/ar/jurisdictions/AA/timeline")).toMatchObject({ kind: "jurisdiction", record: "AA", place: "AA" });
  expect(of("/en/search?q=x")).toEqual({ page: "/en/search?q=x", kind: "", record: "", place: "" });
  expect(of("/en/instruments/none")).toMatchObject({ kind: "", record: "" });
});

test("only addresses of this site are taken", () => {
  for (const foreign of [
    "",
    "https://elsewhere.example/en/about",
    "//elsewhere.example/en",
    "/\\elsewhere.example/en",
    "javascript:alert(1)",
    "https://atlas.example@elsewhere.example/en",
    "https://atlas.example.elsewhere.example/en",
    "/xx/about",
    "/api/questions",
    "/en/about\r\nBcc: a@example.org",
    `/en/${"a".repeat(500)}`,
  ])
    expect([foreign, of(foreign)]).toEqual([foreign, null]);
});

test("a record leads back to its page", () => {
  expect(pathOfRecord("instrument", "act")).toBe("/instruments/act");
  expect(pathOfRecord("coding", "x")).toBe("");
  expect(pageBody(inquiry.catalogue, "instrument", "act")).toMatchObject({ jurisdiction: "AA" });
  expect(pageBody(inquiry.catalogue, "instrument", "none")).toBeUndefined();
});
