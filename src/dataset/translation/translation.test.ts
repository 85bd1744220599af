import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlCleanupInputProvider, xmlRegisterInputProvider } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import type { AtlasRecord } from "../../domain/record.ts";
import { textHash } from "../../domain/text.ts";
import { fromXliff } from "./import.ts";
import { messageProblems, pluralForms } from "./message.ts";
import { statusOf } from "./status.ts";
import { type Interface, type Unit, unitName, unitsOf } from "./unit.ts";
import { seenAt, toXliff } from "./xliff.ts";

const caveat = (text: string): AtlasRecord => ({ kind: "caveat", id: "volume", body: { id: "volume", text, citations: [], order: 1, datasets: [] } as never });
const translated = (text: string, of: string, state: "machine" | "reviewed"): AtlasRecord => ({
  kind: "text",
  id: "fr.caveat.volume.text",
  body: { id: "fr.caveat.volume.text", locale: "fr", kind: "caveat", record: "volume", field: "text", text, of: textHash(of), state },
});
const ENGLISH = "Reports are not children.";
const interfaceOf = (messages: Record<string, string>, english: Record<string, string>): Interface => ({
  english: new Map(Object.entries(english)),
  messages: new Map(Object.entries(messages)),
  ages: new Map(Object.keys(messages).map((key) => [key, { of: textHash(english[key] ?? ""), state: "machine" }])),
});
const words = interfaceOf({ "frame.site": "L’Atlas" }, { "frame.site": "The Atlas", "frame.count": "{count, plural, one {# entry} other {# entries}}" });
const units = (records: readonly AtlasRecord[]): Unit[] => unitsOf(records, words, "fr");
const stateOf = (records: readonly AtlasRecord[], name: string) => units(records).find((one) => unitName(one) === name)?.state;

describe("states", () => {
  test("a translation turns stale when its English changes, and only that one", () => {
    const before = [caveat(ENGLISH), translated("Les signalements ne sont pas des enfants.", ENGLISH, "reviewed")];
    expect(stateOf(before, "caveat/volume/text")).toBe("reviewed");
    const after = [caveat("Reports are neither children nor cases."), before[1] as AtlasRecord];
    expect(stateOf(after, "caveat/volume/text")).toBe("stale");
    expect(stateOf(after, "message/frame/site")).toBe("machine");
    expect(stateOf([caveat(ENGLISH)], "caveat/volume/text")).toBe("missing");
  });

  test("the count of every kind adds up, and says what a language is meant to have", () => {
    const lines = statusOf(units([caveat(ENGLISH)]), "fr");
    expect(lines).toEqual([
      { locale: "fr", home: "message", texts: 2, reviewed: 0, machine: 1, stale: 0, missing: 1, wanted: true },
      { locale: "fr", home: "caveat", texts: 1, reviewed: 0, machine: 0, stale: 0, missing: 1, wanted: true },
    ]);
  });
});

describe("messages", () => {
  test("plural forms are those that whole numbers take in the language", () => {
    expect([...pluralForms("ar")].sort()).toEqual(["few", "many", "one", "other", "two", "zero"]);
    expect([...pluralForms("ru")].sort()).toEqual(["few", "many", "one"]);
    expect([...pluralForms("ja")]).toEqual(["other"]);
    expect([...pluralForms("fr")].sort()).toEqual(["one", "other"]);
  });

  test.each([
    ["{count, plural, one {# entry} other {# entries}}", "{count, plural, other {# entrées}}", "fr", "the plural of {count} lacks the form “one”"],
    [
      "{count, plural, one {# entry} other {# entries}}",
      "{count, plural, one {#} two {#} other {#}}",
      "fr",
      "the plural of {count} has the form “two”, which fr does not have",
    ],
    ["As of {day}", "Au {jour}", "fr", "the placeholder {day} is missing"],
    ["As of {day}", "Au {day} {heure}", "fr", "the placeholder {heure} is not in the English"],
    ["As of {day}", "Au {day", "fr", "it cannot be read"],
    ["{dir, select, up {more} other {less}}", "{dir, select, haut {plus} other {moins}}", "fr", "the choices of {dir} are not other, up"],
  ] as const)("%s as %s is refused", (english, text, locale, problem) => {
    expect(messageProblems(english, text, locale).join("; ")).toContain(problem);
  });

  test("words may stand in another order, and a language with one form needs one", () => {
    expect(messageProblems("{count, plural, one {# entry} other {# entries}} of {day}", "{day}：{count, plural, other {#件}}", "ja")).toEqual([]);
    expect(
      messageProblems(
        "{count, plural, one {# entry} other {# entries}}",
        "{count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}",
        "ru",
      ),
    ).toEqual([]);
  });
});

describe("XLIFF", () => {
  const records = [caveat('Reports & "cases": 1 < 2\nand ]]> is text'), translated("Des signalements", "An older text", "machine")];

  test("is valid by a schema that is stricter than the standard's, with context, address and length", () => {
    const text = toXliff(units(records), "fr");
    expect(validity(text)).toEqual([]);
    expect(text).toContain('<note category="context">caveat volume, field text</note>');
    expect(text).toContain('<note category="seen-at">/fr</note>');
    expect(text).toContain("a label: at most 17 characters");
    expect(validity(text.replace('state="translated"', 'state="done"')).length).toBeGreaterThan(0);
  });

  test("comes back as it went out: nothing changes", () => {
    const before = units(records);
    const { translations, faults } = fromXliff(toXliff(before, "fr"), () => before);
    expect(faults).toEqual([]);
    const known = new Map(before.map((one) => [unitName(one), one]));
    for (const one of translations)
      expect(one).toMatchObject({ text: known.get(unitName(one))?.text, of: known.get(unitName(one))?.of, state: known.get(unitName(one))?.by });
    expect(translations).toHaveLength(before.filter((one) => one.text !== null).length);
  });

  test("any text survives, whatever it holds", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
      .filter((one) => one.trim() === one && !/[\p{Cc}\p{Cn}\p{Cs}\ufffe\uffff]/u.test(one));
    fc.assert(
      fc.property(text, text, (source, target) => {
        const unit: Unit = { home: "caveat", record: "volume", field: "text", source, text: target, of: textHash(source), state: "machine", by: "machine" };
        expect(fromXliff(toXliff([unit], "fr"), () => [unit]).translations).toEqual([
          { home: "caveat", record: "volume", field: "text", text: target, of: textHash(source), state: "machine" },
        ]);
      }),
      { numRuns: 200 },
    );
  });

  const given = toXliff(units(records), "fr");
  const take = (text: string) => fromXliff(text, () => units(records));

  test("a reviewed text counts as read by a person; it translates the English in the file, also when that has changed since", () => {
    const [only] = take(given.replace(/state="initial" subState="atlas:stale"/, 'state="reviewed"').replace("Des signalements", "Relu")).translations.slice(-1);
    expect(only).toEqual({
      home: "caveat",
      record: "volume",
      field: "text",
      text: "Relu",
      of: textHash('Reports & "cases": 1 < 2\nand ]]> is text'),
      state: "reviewed",
    });
  });

  test.each([
    ["broken XML", (text: string) => text.replace("</unit>", "</unt>"), /not well-formed XML/],
    ["another format", (text: string) => text.replaceAll(":2.0", ":1.2"), /not an XLIFF 2 document/],
    ["another source language", (text: string) => text.replace('srcLang="en"', 'srcLang="de"'), /must be srcLang="en"/],
    ["a language that we do not have", (text: string) => text.replace('trgLang="fr"', 'trgLang="tlh"'), /trgLang="tlh" is not a language/],
    ["a text that does not exist", (text: string) => text.replace("message/frame/site", "message/frame/sight"), /message\/frame\/sight: there is no such text/],
    ["an empty translation that is called done", (text: string) => text.replace(">L’Atlas<", "><"), /its <target> is empty/],
    ["a space at the end", (text: string) => text.replace(">L’Atlas<", ">L’Atlas <"), /begins or ends with a space/],
    ["a split text", (text: string) => text.replace("</segment>", '</segment><segment state="initial"><source>x</source></segment>'), /exactly one <segment>/],
    ["inline elements", (text: string) => text.replace("L’Atlas", '<ph id="1"/>Atlas'), /inline elements/],
    [
      "a lost plural form",
      (text: string) =>
        text.replace(/(<source xml:space="preserve">\{count[^<]*<\/source>)/, '$1<target xml:space="preserve">{count, plural, other {# entrées}}</target>'),
      /lacks the form “one”/,
    ],
  ] as const)("%s is refused with its line, and nothing is taken", (_, spoil, reason) => {
    const { translations, faults } = take(spoil(given));
    expect(faults[0]?.what).toMatch(reason);
    expect(faults[0]?.line).toBeGreaterThan(0);
    expect(translations).toEqual([]);
  });

  test("a text can be seen at an address where there is a page for it", () => {
    expect(seenAt({ home: "question", record: "def-csam" }, "ar")).toBe("/ar/questions/def-csam");
    expect(seenAt({ home: "message", record: "duty" }, "ja")).toBe("/ja/duties");
    expect(seenAt({ home: "break", record: "x" }, "ja")).toBe("");
  });
});

/** Says what is wrong with a document by the schema beside this file. */
function validity(text: string): string[] {
  const xml =
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute></xs:schema>';
  xmlRegisterInputProvider(new XmlBufferInputProvider({ "xml.xsd": Buffer.from(xml) }));
  const schema = XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, "xliff.xsd")), { url: "xliff.xsd" });
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return [String(error)];
  } finally {
    document.dispose();
    validator.dispose();
    schema.dispose();
    xmlCleanupInputProvider();
  }
}
