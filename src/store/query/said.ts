import type { Kind } from "../../domain/record.ts";
import type { DatedKind } from "../reader.ts";
import type { Sql, Statement } from "../sql.ts";
import { ISO, LAST } from "./history.ts";

const VERSIONS = "record.version v WHERE v.kind = $1 AND v.record_id = ANY ($2::text[]) AND v.changeset <= $3 AND v.body IS NOT NULL";

/** What is dated in a version, by kind of record: each with the words that stand for it among what its record says. */
const DATED: Readonly<Record<DatedKind, string>> = {
  coding: "CROSS JOIN LATERAL (VALUES (said.body->>'from'), (said.body->>'to' || ' ends')) one(said)",
  instrument: "CROSS JOIN LATERAL (SELECT stage->>'date' || ' ' || (stage->>'stage') FROM json_array_elements(said.body->'stages') stage) one(said)",
  "treaty-status": "CROSS JOIN LATERAL (VALUES (said.body->>'signed'), (said.body->>'ratified')) one(said)",
};

const statements = Object.fromEntries(
  Object.entries(DATED).map(([kind, dated]) => [
    kind,
    {
      name: `said-${kind}`,
      text: `SELECT said.record_id || ' ' || one.said AS key, ${ISO("min(said.recorded_from)")} AS recorded
        FROM (SELECT v.record_id, v.recorded_from, v.body FROM ${VERSIONS}) said ${dated} GROUP BY 1`,
    },
  ]),
) as Record<DatedKind, Statement>;

/** When these records first said each of their dates, up to a revision. */
export async function saidSince(sql: Sql, kind: DatedKind, ids: readonly string[], upTo = LAST): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.all<{ key: string; recorded: string }>(statements[kind], [kind, ids, upTo]);
  return new Map(rows.map(({ key, recorded }) => [key, recorded]));
}

const LATEST: Statement = {
  name: "latest-recorded",
  text: `SELECT v.record_id AS key, ${ISO("max(v.recorded_from)")} AS recorded FROM ${VERSIONS} GROUP BY 1`,
};

/** When these records were last written, up to a revision. */
export async function recordedOn(sql: Sql, kind: Kind, ids: readonly string[], upTo = LAST): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.all<{ key: string; recorded: string }>(LATEST, [kind, ids, upTo]);
  return new Map(rows.map(({ key, recorded }) => [key, recorded]));
}
