import { recordHash } from "../../dataset/diff.ts";
import type { Kind } from "../../domain/record.ts";
import type { Cell } from "../copy.ts";
import type { Change } from "../projection.ts";
import type { Tx } from "../sql.ts";
import { areMany, copyIntoEmpty } from "./bulk.ts";

/** A change that has an effect, with the number of the version that it makes. */
export interface Effective {
  readonly change: Change;
  readonly version: number;
}

/** The versions that a changeset wrote. */
export interface Written {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Versions that are no longer the latest, by number. */
  readonly closed: readonly number[];
  /** The changes that had an effect; may be called again and gives the same each time. */
  effective(): Iterable<Effective>;
  /** The current body of a changed record's previous version is gone; this tells whether the store was empty before. */
  readonly first: boolean;
  /** Whether it was empty and there are so many versions that what is made from them is best written in bulk. */
  readonly many: boolean;
}

interface Latest {
  readonly id: number;
  readonly kind: Kind;
  readonly record_id: string;
  readonly hash: string;
}

/** Closes the versions that the changes replace, and writes the new ones. */
export async function writeVersions(tx: Tx, changes: Iterable<Change>, changeset: { id: number; recorded: string }): Promise<Written> {
  const [state] = await tx.all<{ next: number }>("SELECT coalesce(max(id), 0) + 1 AS next FROM record.version");
  const next = state?.next ?? 1;
  const first = next === 1;
  const latest = first ? new Map<string, Latest>() : await latestOf(tx, changes);
  const closed = first ? [] : await close(tx, changes, latest, changeset.recorded);

  function* effective(): Generator<Effective> {
    let version = next;
    for (const change of changes) {
      // Hashing costs: in an empty store every record is new.
      if (first ? change.body === null : hashOf(change) === (latest.get(keyOf(change))?.hash ?? "")) continue;
      yield { change, version };
      version += 1;
    }
  }

  const count = { added: 0, changed: 0, removed: 0 };
  function* rows(): Generator<Cell[]> {
    for (const { change, version } of effective()) {
      const known = (latest.get(keyOf(change))?.hash ?? "") !== "";
      const action = change.body === null ? "removed" : known ? "changed" : "added";
      count[action] += 1;
      yield [
        version,
        change.kind,
        change.id,
        action,
        changeset.id,
        changeset.recorded,
        // In an empty store each record is hashed once: remembering a million hashes would cost more than they do.
        first && change.body !== null ? recordHash(change) : hashOf(change),
        change.body === null ? null : JSON.stringify(change.body),
      ];
    }
  }
  const many = first && areMany(changes);
  const columns = ["id", "kind", "record_id", "action", "changeset", "recorded_from", "hash", "body"];
  await (first ? copyIntoEmpty(tx, "record.version", columns, rows(), many) : tx.copy("record.version", columns, rows()));
  return { ...count, closed, effective, first, many };
}

/** The latest versions of the records that the changes concern. A removed record has an empty hash. */
async function latestOf(tx: Tx, changes: Iterable<Change>): Promise<Map<string, Latest>> {
  await tx.all(`CREATE TEMP TABLE incoming (kind text COLLATE "C", record_id text COLLATE "C") ON COMMIT DROP`);
  await tx.copy("incoming", ["kind", "record_id"], identities(changes));
  await tx.all("ANALYZE incoming");
  const rows = await tx.all<Latest>(
    "SELECT v.id, v.kind, v.record_id, v.hash FROM incoming i JOIN record.version v USING (kind, record_id) WHERE v.recorded_to IS NULL",
  );
  return new Map(rows.map((row) => [`${row.kind} ${row.record_id}`, row]));
}

async function close(tx: Tx, changes: Iterable<Change>, latest: ReadonlyMap<string, Latest>, recorded: string): Promise<number[]> {
  const closed: number[] = [];
  for (const change of changes) {
    const known = latest.get(keyOf(change));
    if (known && known.hash !== hashOf(change)) closed.push(known.id);
  }
  await tx.all("UPDATE record.version SET recorded_to = $2 WHERE id = ANY ($1::bigint[])", [closed, recorded]);
  return closed;
}

function* identities(changes: Iterable<Change>): Generator<Cell[]> {
  for (const change of changes) yield [change.kind, change.id];
}

function keyOf(change: Change): string {
  return `${change.kind} ${change.id}`;
}

const HASHES = new WeakMap<Change, string>();

/** The hash of a change's record; empty for a removal. */
function hashOf(change: Change): string {
  if (change.body === null) return "";
  const known = HASHES.get(change);
  if (known !== undefined) return known;
  const hash = recordHash(change);
  HASHES.set(change, hash);
  return hash;
}
