import fc from "fast-check";
import { expect, test } from "vitest";
import { hears, WATCH_PARAMETERS, watchOf, watchParameters, watchQuery } from "./watch.ts";

const of = (given: Record<string, string>, terms: string[] = []) => watchOf(watchParameters(given), terms);

test("a watch needs all that its parameters name, the rarest first", () => {
  const watch = of({ kind: "consultation", place: "BR", q: "removal orders", topic: "removal" }, ["remov", "orders"]);
  expect(watch).toEqual({
    query: "q=removal+orders&place=BR&topic=removal&kind=consultation",
    parameters: { q: "removal orders", place: "BR", topic: "removal", question: "", instrument: "", kind: "consultation" },
    needs: ["word:orders", "word:remov", "place:BR", "topic:removal", "kind:consultation"],
    anchor: "word:orders",
  });
  expect(of({ question: "def-csam", instrument: "x" })?.anchor).toBe("instrument:x");
  expect(of({ question: "def-csam", place: "FR" })?.anchor).toBe("question:def-csam");
  expect(of({ topic: "removal", kind: "coding" })?.anchor).toBe("topic:removal");
});

test("nobody can watch everything", () => {
  expect(of({})).toBeNull();
  expect(of({ q: "the of" }, [])).toBeNull();
  expect(of({ page: "2", lang: "fr" })).toBeNull();
});

test("the order of parameters does not matter, nor do others; a kept query reads as what it was made from", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...WATCH_PARAMETERS, "page", "lang"), fc.string()), (given) => {
      const parameters = watchParameters(given);
      expect(watchParameters(Object.fromEntries(Object.entries(given).reverse()))).toEqual(parameters);
      expect(watchParameters(watchQuery(parameters))).toEqual(parameters);
      expect(watchQuery(parameters)).not.toMatch(/[\r\n\s]/);
    }),
  );
});

test("a change is heard of when it has all that is needed", () => {
  const watch = { needs: ["place:FR", "topic:removal"] };
  expect(hears(watch, new Set(["place:FR", "topic:removal", "kind:coding"]))).toBe(true);
  expect(hears(watch, new Set(["place:FR", "kind:coding"]))).toBe(false);
});
