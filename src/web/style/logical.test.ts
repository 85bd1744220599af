import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const FOLDER = import.meta.dirname;
const SHEETS = readdirSync(FOLDER).filter((name) => name.endsWith(".css"));

/** Ways to name a side of the screen in place of a side of the text. */
const PHYSICAL: readonly RegExp[] = [
  /(?:^|[\s;{(])(?:(?:scroll-)?(?:margin|padding)-|border-|inset-)?(?:left|right)(?:-[a-z]+)*\s*:/,
  /(?:^|[\s;{])border-(?:top|bottom)-(?:left|right)-radius\s*:/,
  /(?:^|[\s;{])(?:float|clear|text-align(?:-last)?|caption-side|resize|justify-[a-z]+)\s*:\s*(?:left|right)\b/,
  /(?:^|[\s;{])(?:background(?:-position(?:-x)?)?|object-position|transform-origin|perspective-origin|mask(?:-position)?)\s*:[^;]*\b(?:left|right)\b/,
  /\btranslate(?:X|3d)?\(/,
  /(?:^|[\s;{])(?:min-|max-)?(?:width|height)\s*:/,
];
/** Four values of which the second and the fourth, right and left, differ. */
const FOUR = /(?:^|[\s;{])((?:scroll-)?(?:margin|padding)|inset|border-(?:width|style|color|radius))\s*:\s*([^;}]+)/g;

function uneven(sheet: string): string[] {
  return [...sheet.matchAll(FOUR)].flatMap(([, property = "", value = ""]) => {
    const parts = value.trim().match(/(?:[^\s(]|\([^()]*\))+/g) ?? [];
    if (property === "border-radius") return parts.length > 1 ? [`${property}: ${value}`] : [];
    return parts.length === 4 && parts[1] !== parts[3] ? [`${property}: ${value}`] : [];
  });
}

describe.each(SHEETS)("%s", (name) => {
  // The conditions of media queries are about the screen, not about the text.
  const sheet = readFileSync(join(FOLDER, name), "utf8")
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/@media[^{]*/g, "");

  test("names sides of the text, never of the screen", () => {
    const lines = sheet.split("\n");
    expect(lines.filter((line) => PHYSICAL.some((one) => one.test(line)))).toEqual([]);
    expect(uneven(sheet)).toEqual([]);
  });
});

test("sides of the screen are found in all their forms", () => {
  for (const line of ["a { margin-left: 1rem; }", "a { float: right; }", "a { right: 0; }", "a { width: 3rem; }", "a { background: url(x) left; }"])
    expect(PHYSICAL.some((one) => one.test(line))).toBe(true);
  expect(uneven("a { padding: 0 1rem 0 0; }")).toHaveLength(1);
  expect(uneven("a { margin: 0 1rem 2rem 1rem; padding: 1rem 0 2rem; }")).toEqual([]);
});
