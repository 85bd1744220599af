import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, termsOf, tokenize } from "./token.ts";

test("case, accents and width do not matter", () => {
  expect(fold("Ｌ’ÉVÊQUE")).toBe("l’eveque");
  expect(termsOf("Œuvre ŁÓDŹ Straße")).toEqual(termsOf("oeuvre lodz strasse"));
  expect(termsOf("Bre\u0301sil")).toEqual(termsOf("Brésil"));
});

test("elisions and possessives leave the word", () => {
  expect(termsOf("l'enfant d’abus qu'elle")).toEqual(["enfant", "abus", "elle"]);
  expect(termsOf("children's")).toEqual(["child"]);
});

test("light inflection agrees between singular and plural, in English and French", () => {
  for (const [one, many] of [
    ["law", "laws"],
    ["service", "services"],
    ["box", "boxes"],
    ["duty", "duties"],
    ["party", "parties"],
    ["partie", "parties"],
    ["child", "children"],
    ["tribunal", "tribunaux"],
    ["réseau", "réseaux"],
    ["enfant", "enfants"],
    ["mineure", "mineures"],
    ["mineur", "mineure"],
    ["sexuel", "sexuelles"],
    ["loi", "lois"],
    ["contenu", "contenus"],
    ["process", "processes"],
    ["recherche", "recherches"],
    ["image", "images"],
    ["offence", "offenses"],
  ] as const) {
    expect(termsOf(many), many).toEqual(termsOf(one));
  }
  expect(termsOf("minor")).not.toEqual(termsOf("minority"));
});

test("numbers of laws stay whole, and are found however they are written", () => {
  expect(tokenize("(EU) 2021/1232").at(-1)).toMatchObject({ term: "2021/1232", parts: ["2021", "1232"] });
  expect(termsOf("15.211")).toEqual(termsOf("15211"));
  expect(tokenize("Lei 15.211/2025")[1]).toMatchObject({ term: "15211/2025", parts: ["15211", "2025"] });
  expect(termsOf("18 U.S.C. § 2258A")).toEqual(["18", "usc", "2258a"]);
  expect(termsOf("HB161")).toEqual(termsOf("HB 161"));
  expect(termsOf("C-63")).toEqual(termsOf("c63"));
  expect(termsOf("under-16s")).toEqual(["under", "16"]);
});

test("Arabic, Hindi, Chinese, Japanese and Thai", () => {
  expect(fold("أُمّ")).toBe("ام");
  expect(fold("حمايـــة")).toBe("حمايه");
  expect(termsOf("البرازيل")).toEqual(termsOf("برازيل"));
  expect(fold("क़ानून")).toBe("कानून");
  expect(termsOf("儿童保护法").length).toBeGreaterThan(1);
  expect(termsOf("児童ポルノ")).toContain(termsOf("児童")[0]);
  expect(termsOf("กฎหมายเด็ก").length).toBeGreaterThan(1);
});

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.constantFrom("l'enfant", "15.211/2025", "U.S.C.", "2258A", "Brésil", "児童ポルノ", "الأطفال", " ", "-", "«", "can’t", "e2ee"), { maxLength: 12 })
    .map((parts) => parts.join("")),
);

test("tokens stand in order, inside the text, without overlap", () => {
  fc.assert(
    fc.property(text, (given) => {
      let last = 0;
      for (const token of tokenize(given)) {
        expect(token.start).toBeGreaterThanOrEqual(last);
        expect(token.end).toBeLessThanOrEqual(given.length);
        expect(token.end).toBeGreaterThanOrEqual(token.start);
        expect(token.term).not.toBe("");
        expect(token.term).not.toMatch(/\s/u);
        last = token.end;
      }
    }),
  );
});

test("the same text always gives the same terms, in either normal form and with spaces around", () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(termsOf(given)).toEqual(termsOf(given));
      expect(termsOf(` ${given} `)).toEqual(termsOf(given));
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom("é", "à", "ç", "a", "b", "ñ", "ö", " ", "s", "e"), { maxLength: 20 }), (letters) => {
      const given = letters.join("");
      expect(termsOf(given.normalize("NFD"))).toEqual(termsOf(given.normalize("NFC")));
      expect(termsOf(given.toUpperCase())).toEqual(termsOf(given));
    }),
  );
});
