import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsv, writeCsv } from "./csv.ts";

/** What the library reads, without line numbers; null where it refuses the text. */
function byLibrary(text: string): string[][] | null {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: "\n" });
  } catch {
    return null;
  }
}

function byUs(text: string): Array<readonly string[]> | null {
  try {
    return readCsv(text).map((row) => row.cells);
  } catch {
    return null;
  }
}

test("any text is read as the library reads it, or refused as it does", () => {
  const pieces = fc.array(fc.constantFrom('"', '""', ",", "\n", "\r", "a", " ", "é", '"a"', '"a,b"', '"a\nb"'), { maxLength: 14 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      expect(byUs(text)).toEqual(byLibrary(text));
    }),
    { numRuns: 5000 },
  );
});

test("rows know the line on which they start", () => {
  const text = writeCsv([
    ["id", "note"],
    ["a", "one\ntwo\nthree"],
    ["b", ""],
    ["c", 'says "yes"'],
  ]);
  expect(readCsv(text).map((row) => row.line)).toEqual([1, 2, 5, 6]);
});
