import type { Tx } from "../sql.ts";

/** The part of a pair's key that is the number of its question. */
const QUESTION = 65_535;

/** Counts anew how answers came and went, for the questions of these pairs. */
export async function countAdoption(tx: Tx, keys: Iterable<number>): Promise<void> {
  const questions = new Set<number>();
  for (const key of keys) questions.add(key & QUESTION);
  if (questions.size > 0) await tx.all("SELECT record.count_adoption($1::integer[])", [[...questions]]);
}
