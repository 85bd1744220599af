import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AtlasRecord, SCHEMAS } from "../domain/record.ts";
import { readCsv, writeCsv } from "./csv.ts";
import { memoryFiles } from "./disk.ts";
import { readFiles } from "./read.ts";
import { full, lean } from "./shape.ts";
import { writeFiles } from "./write.ts";
import { readYaml, writeYaml } from "./yaml.ts";

// Characters that CSV and YAML treat specially, beside any other.
const special = fc.constantFrom(
  ",",
  '"',
  "\n",
  ";",
  "|",
  " ",
  ":",
  "#",
  "- ",
  "no",
  "~",
  "'",
  "é",
  "«",
  "م",
  "0",
  "1e3",
  "&a",
  "*a",
  "!",
  "%",
  "@",
  "`",
  "{",
  "]",
  "? ",
  "> ",
);
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(special).map((parts) => parts.join("")),
  fc.lorem({ maxCount: 60, mode: "words" }),
);
const words = text.map((one) => one.trim()).filter((one) => one !== "");
const maybe = text.map((one) => one.trim());
const line = maybe.map((one) => one.replace(/\s+/g, " ").trim());
const plain = line.map((one) => one.replaceAll("|", "/"));
const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,2}$/);
const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10));
const citation = fc.record({ source: id, read: day, instrument: fc.oneof(id, fc.constant("")), provision: plain, note: line });

const coding = fc.record({
  id,
  jurisdiction: fc.constantFrom("BR", "US-CA", "EU"),
  question: id,
  answer: words,
  from: fc.oneof(day, fc.constant("")),
  to: fc.constant(""),
  current: fc.constantFrom("", "2020", "2021-05"),
  before: maybe,
  basis: maybe,
  change: fc.constantFrom("first" as const, "amendment" as const),
  confidence: fc.constantFrom("" as const, "partly" as const),
  review: fc.constant("unreviewed" as const),
  flags: fc.array(id, { maxLength: 3 }),
  note: maybe,
  doubt: maybe,
  citations: fc.array(citation, { minLength: 1, maxLength: 3 }),
});

const claim = fc.record({
  id,
  order: fc.nat(),
  statement: words,
  who: words,
  when: words,
  figures: fc.array(fc.record({ value: words, definition: words, denominator: maybe, by: words }), { minLength: 1, maxLength: 3 }),
  table: fc.option(
    fc.record({ columns: fc.array(words, { maxLength: 3 }), rows: fc.array(fc.array(fc.option(fc.nat()), { maxLength: 3 }), { maxLength: 3 }), note: maybe }),
  ),
  series: fc.array(
    fc.record({
      title: words,
      dataset: id,
      measures: fc.array(id, { minLength: 1, maxLength: 2 }),
      points: fc.array(fc.record({ label: words, rows: fc.array(words, { minLength: 1, maxLength: 2 }), after: fc.oneof(id, fc.constant("")) }), {
        minLength: 1,
        maxLength: 2,
      }),
      caveats: fc.array(id, { maxLength: 2 }),
      note: maybe,
    }),
    { maxLength: 2 },
  ),
  evidence: words,
  assessment: words,
  settle: words,
  citations: fc.array(citation, { minLength: 1, maxLength: 3 }),
  updates: fc.array(id, { maxLength: 3 }),
  datasets: fc.array(id, { maxLength: 3 }),
});

describe("what is written is read again", () => {
  test("CSV, any cells", () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1 }), (rows) => {
        expect(readCsv(writeCsv(rows)).map((row) => row.cells)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  test("CSV lines are counted through cells of several lines", () => {
    const rows = readCsv('a,b\n"1\n2",x\ny,"q""q"\n');
    expect(rows.map((row) => row.line)).toEqual([1, 2, 4]);
  });

  test("YAML, any values", () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(id, fc.oneof(text, fc.integer(), fc.array(text)))), (value) => {
        expect(readYaml(writeYaml(value)).value).toEqual(value.map((one) => ({ ...one })));
      }),
      { numRuns: 500 },
    );
  });

  test("leaving out empty fields loses nothing", () => {
    fc.assert(
      fc.property(claim, (one) => {
        expect(full(SCHEMAS.claim, lean(SCHEMAS.claim, one))).toEqual(one);
      }),
    );
  });

  test("codings and claims, through their files", async () => {
    const unique = { selector: (one: { id: string }) => one.id };
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(coding, unique), fc.uniqueArray(claim, unique), async (codings, claims) => {
        const records: AtlasRecord[] = [
          ...codings.map((body) => ({ kind: "coding" as const, id: body.id, body })),
          ...claims.map((body) => ({ kind: "claim" as const, id: body.id, body })),
        ];
        const files = writeFiles(records);
        const read = await readFiles(memoryFiles(files));
        expect(read.problems).toEqual([]);
        expect(new Map(read.records.map((one) => [`${one.kind} ${one.id}`, one]))).toEqual(new Map(records.map((one) => [`${one.kind} ${one.id}`, one])));
        expect(writeFiles(read.records)).toEqual(files);
      }),
      { numRuns: 200 },
    );
  });
});

test("no is a word in YAML, and a key that stands twice is refused", () => {
  expect(readYaml("- id: no\n").value).toEqual([{ id: "no" }]);
  expect(() => readYaml("- id: a\n  id: b\n")).toThrow("a key stands twice");
});
