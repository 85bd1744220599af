import type { Cell } from "../copy.ts";
import type { Tx } from "../sql.ts";

/** From so many rows on it is quicker to make the indexes of an empty table after them. */
const MANY = 100_000;

/** Memory for the making of one index; it is given back with the end of the transaction. */
const MEMORY = "256MB";

/** The indexes of a table, without those that a constraint keeps. */
const INDEXES = `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i
   WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
   ORDER BY 1`;

/**
 * Copies rows into a table that is empty and that nobody else writes. With `many` rows its indexes are made afterwards;
 * readers of the table wait for the end of the transaction then. Gives the number of rows.
 */
export async function copyIntoEmpty(tx: Tx, table: string, columns: readonly string[], rows: Iterable<readonly Cell[]>, many: boolean): Promise<number> {
  if (!many) return tx.copy(table, columns, rows);
  const indexes = await tx.all<{ name: string; definition: string }>(INDEXES, [table]);
  // A table that is emptied in the same transaction needs no log of what is written into it, where none is kept for others.
  await tx.all(`TRUNCATE ${table}`);
  for (const { name } of indexes) await tx.all(`DROP INDEX ${name}`);
  const count = await tx.copy(table, columns, rows);
  await tx.all(`SET LOCAL maintenance_work_mem = '${MEMORY}'`);
  for (const { definition } of indexes) await tx.all(definition);
  return count;
}

/** Whether there are so many changes that `copyIntoEmpty` is worth it. */
export function areMany(changes: Iterable<unknown>): boolean {
  if (Array.isArray(changes)) return changes.length >= MANY;
  let count = 0;
  for (const _ of changes) {
    count += 1;
    if (count >= MANY) return true;
  }
  return false;
}
