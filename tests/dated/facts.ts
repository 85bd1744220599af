import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

const KINDS = ["answer", "duty", "member", "stage"] as const;

/** What the researched facts say must hold on a day. */
export interface Fact {
  readonly id: string;
  /** answer: to a question; duty: of platforms; member: of a group; stage: whether an instrument is in force. */
  readonly kind: (typeof KINDS)[number];
  readonly jurisdiction: string;
  /** A question, obligation, group or instrument. */
  readonly subject: string;
  readonly at: string;
  /** An answer of the scale, not-known or not-coded; applies or not-applying; member or not-member; in-force or not-in-force. */
  readonly expected: string;
  /** Where the facts have it from; empty for what no source was read about. */
  readonly source: string;
  readonly why: string;
}

/** The facts of the table, in its order. They were written down from the research alone, before the program was asked. */
export const FACTS = parse(readFileSync(fileURLToPath(new URL("facts.csv", import.meta.url))), { columns: true }) as Fact[];

/** The facts of one kind. */
export function factsOf(kind: Fact["kind"]): Fact[] {
  return FACTS.filter((one) => one.kind === kind);
}
