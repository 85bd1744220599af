import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a translated message translates, and whether a person has read it. */
export interface Age {
  /** Hash of the English message that it translates. */
  readonly of: string;
  readonly state: "machine" | "reviewed";
}

/** Name of the file that stands beside the messages of a language. */
export const AGE_FILE = "age.csv";
const LINE = /^([^,]+),([0-9a-f]{12}),(machine|reviewed)$/;

/** Reads how old the messages of a language are. Throws on a line that cannot be read, by its number. */
export function readAges(folder: string, locale: string): ReadonlyMap<string, Age> {
  const path = join(folder, locale, AGE_FILE);
  const ages = new Map<string, Age>();
  if (!existsSync(path)) return ages;
  for (const [index, line] of readFileSync(path, "utf8").trimEnd().split("\n").entries()) {
    if (index === 0) continue;
    const [, key = "", of = "", state] = LINE.exec(line) ?? [];
    if (state !== "machine" && state !== "reviewed")
      throw new Error(
        `${locale}/${AGE_FILE}, line ${index + 1}: “${line.slice(0, 60)}” cannot be read. Write key,hash,state with the state machine or reviewed.`,
      );
    ages.set(key, { of, state });
  }
  return ages;
}

/** The file that says how old the messages of a language are, ordered by key. */
export function ageFile(ages: ReadonlyMap<string, Age>): string {
  const lines = [...ages].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, { of, state }]) => `${key},${of},${state}\n`);
  return `key,of,state\n${lines.join("")}`;
}
