import type { Tx } from "../sql.ts";
import type { Effective } from "./versions.ts";

/** Gathers anew the translations of those languages and kinds of record of which one changed. The versions must be written. */
export async function gatherTranslations(tx: Tx, effective: Iterable<Effective>): Promise<void> {
  const names = new Set<string>();
  for (const { change } of effective) if (change.kind === "text") names.add(change.id.split(".", 2).join("."));
  if (names.size > 0) await tx.all("SELECT record.gather_translations($1::text[])", [[...names]]);
}
