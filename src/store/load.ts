import { createHash } from "node:crypto";
import { diffRecords, recordKey } from "../dataset/diff.ts";
import { writeFiles } from "../dataset/write.ts";
import type { AtlasRecord, Kind } from "../domain/record.ts";
import type { Progress, Publication } from "./changeset/publish.ts";
import type { Store } from "./open.ts";
import type { Change } from "./projection.ts";

/** The digest of files: equal for equal paths with equal texts. */
export function digestOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) hash.update(`${path}\0${files.get(path) ?? ""}\0`);
  return hash.digest("hex");
}

/**
 * Brings the store in line with the records: nothing when their digest is the one last loaded, otherwise one
 * changeset of what differs. The caller has checked the records.
 * @throws {StoreProblem} when the database refuses them; nothing is changed then.
 */
export async function load(store: Store, records: readonly AtlasRecord[], digest: string, progress: Progress = () => {}): Promise<Publication> {
  const revision = await store.reader.revision();
  if (digest !== "" && revision.digest === digest) return { changeset: 0, added: 0, changed: 0, removed: 0 };
  const first = revision.id === 0;
  const changes = first ? records : await difference(store, records, progress);
  const reason = first ? "first load of the record" : "load of the record's files";
  return store.publish(changes, { role: "release", reason, kind: "release", digest }, progress);
}

async function difference(store: Store, records: readonly AtlasRecord[], progress: Progress): Promise<Change[]> {
  progress("comparing with the store");
  const rows = await store.sql.all<{ kind: Kind; id: string; hash: string }>("SELECT kind, record_id AS id, hash FROM record.latest");
  const known = new Map(rows.map((row) => [recordKey(row.kind, row.id), row.hash]));
  const { added, changed, removed } = diffRecords(known, records);
  return [...added, ...changed, ...removed.map(({ kind, id }) => ({ kind, id, body: null }))];
}

/** The files of the record as the store holds it, byte for byte as `load` reads them. */
export async function exportFiles(store: Store): Promise<Map<string, string>> {
  return writeFiles(await store.records());
}
