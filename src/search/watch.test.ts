import { expect, test } from "vitest";
import type { AtlasRecord } from "../domain/record.ts";
import { buildCatalogue } from "../store/catalogue.ts";
import { readWatch, termsToMeet } from "./watch.ts";

const place = (id: string, name: string): AtlasRecord[] => [
  { kind: "jurisdiction", id, body: { id, kind: "state", parent: "", alpha3: "", numeric: "", region: "", subregion: "", status: "" } },
  { kind: "name", id: `${id}.en`, body: { id: `${id}.en`, of: id, locale: "en", name, origin: "cldr" } },
];
const catalogue = buildCatalogue([
  ...place("BR", "Brazil"),
  ...place("FR", "France"),
  ...place("DE", "Germany"),
  { kind: "topic", id: "removal", body: { id: "removal", order: 1, parent: "", title: "Removal", description: "" } },
]);
const read = (given: Record<string, string> | string, locale: "en" | "fr" | "ja" = "en") => readWatch(catalogue, given, locale);

test("a place that the words name becomes the place that is watched", () => {
  const { watches } = read({ q: "Grooming laws in Brazil" });
  expect(watches).toHaveLength(1);
  expect(watches[0]).toMatchObject({ query: "q=grooming&place=BR", anchor: "word:grooming" });
  // What is kept reads as the same watch.
  expect(read(watches[0]?.query ?? "").watches).toEqual(watches);
});

test("several places are watched each on its own", () => {
  expect(read({ q: "removal France Germany" }).watches.map((one) => one.query)).toEqual(["q=removal&place=FR", "q=removal&place=DE"]);
  expect(read({ q: "France", place: "BR" }).watches[0]?.needs).toContain("place:BR");
});

test("a text has the terms that the words of a search need, in any script", () => {
  for (const [words, text] of [
    ["removal orders", "An order for the removal of material"],
    ["性的虐待", "児童の性的虐待に関する法律"],
    ["2021/1232", "Regulation (EU) 2021/1232 on a derogation"],
  ] as const) {
    const meets = new Set(termsToMeet(text).map((one) => `word:${one}`));
    for (const need of read({ q: words }).watches[0]?.needs ?? ["none"]) expect([...meets]).toContain(need);
  }
});

test("what the record does not hold cannot be watched", () => {
  expect(read({ place: "XX", topic: "removal" })).toMatchObject({ watches: [], unknown: ["place"] });
  expect(read({ kind: "nothing" }).unknown).toEqual(["kind"]);
  expect(read({}).watches).toEqual([]);
});
