import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { KINDS } from "../domain/record.ts";
import { dictionary } from "./dictionary.ts";

test("docs/data-dictionary.md is what the schemas make", async () => {
  const kept = await readFile(new URL("../../docs/data-dictionary.md", import.meta.url), "utf8");
  expect(kept === dictionary(), "docs/data-dictionary.md differs from the schemas; run npm run atlas -- dictionary").toBe(true);
});

test("every kind has its files and fields", () => {
  const text = dictionary();
  for (const kind of KINDS) expect(text).toMatch(new RegExp(`## ${kind}\\n\\n.+\\n\\nFiles?: \`[^\\n]+\\n\\n[^#]*\\| \`id\` \\|`));
});

test("types are told in words", () => {
  const text = dictionary();
  expect(text).toContain("| `read` | day |  | day on which it was last read |");
  expect(text).toContain("| `from` | date (year, month or day) | may be | since when this has been the law; empty when not known |");
  expect(text).toContain("| `order` | whole number |");
  expect(text).toContain("| `min` | number | may be |");
  expect(text).toContain("| `rules[].answer` | text |");
});
