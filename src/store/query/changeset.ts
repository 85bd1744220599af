import type { ChangeCount, ChangedRecord, ChangeFilter, Changeset } from "../reader.ts";
import type { Sql, Statement } from "../sql.ts";
import { ISO, LAST } from "./history.ts";

/**
 * Whether a version `v` of a changeset `c` is one of those that are meant. `$1` is its kind, `$2` the changeset's cause,
 * `$3` amendment or recoding, `$4` the cause that comes to the same. Null stands for "any".
 */
const MEANT = `($1::text IS NULL OR v.kind = $1) AND ($2::text IS NULL OR c.kind = $2)
    AND ($3::text IS NULL OR c.id > 1 AND (c.kind = $4 OR v.kind = 'coding' AND v.body->>'change' = $3))`;

const COLUMNS = `c.id, ${ISO("c.recorded")} AS recorded, c.role, c.reason, c.kind AS cause, c.added, c.changed, c.removed`;

const CHANGESETS: Statement = {
  name: "changesets",
  text: `SELECT ${COLUMNS}, count(*) OVER () AS total FROM record.changeset c
    WHERE c.id <= $5 AND CASE WHEN $1::text IS NULL AND $3::text IS NULL THEN $2::text IS NULL OR c.kind = $2
                              ELSE EXISTS (SELECT FROM record.version v WHERE v.changeset = c.id AND ${MEANT}) END
    ORDER BY c.id DESC LIMIT $6 OFFSET $7`,
};

const CHANGESET: Statement = { name: "changeset", text: `SELECT ${COLUMNS} FROM record.changeset c WHERE c.id = $1 AND c.id <= $2` };

const CHANGED = `FROM record.version v JOIN record.changeset c ON c.id = v.changeset WHERE v.changeset = $5 AND c.id <= $6 AND ${MEANT}`;

const CHANGE_COUNTS: Statement = {
  name: "change-counts",
  text: `SELECT v.kind, v.action, count(*) AS count ${CHANGED} GROUP BY v.kind, v.action ORDER BY min(v.id)`,
};

const OWN_CHANGE = "CASE WHEN v.kind = 'coding' THEN v.body->>'change' END AS change";

const CHANGED_IDS: Statement = {
  name: "changed-ids",
  text: `SELECT v.kind, v.record_id AS id, v.action, ${OWN_CHANGE}, NULL AS before, NULL AS after ${CHANGED} ORDER BY v.id`,
};

const CHANGED_RECORDS: Statement = {
  name: "changed-records",
  text: `SELECT v.kind, v.record_id AS id, v.action, ${OWN_CHANGE}, v.body AS after,
      (SELECT p.body FROM record.version p
        WHERE p.kind = v.kind AND p.record_id = v.record_id AND p.recorded_to IS NOT NULL AND p.id < v.id ORDER BY p.id DESC LIMIT 1) AS before
    ${CHANGED} ORDER BY v.id LIMIT $7 OFFSET $8`,
};

function meant({ kind, cause, change }: ChangeFilter): Array<string | null> {
  const same = change === "amendment" ? "amendment" : change === "recoding" ? "correction" : null;
  return [kind ?? null, cause ?? null, change ?? null, same];
}

/** Changesets up to a revision, newest first. */
export async function changesets(
  sql: Sql,
  filter: ChangeFilter,
  limit: number,
  offset: number,
  upTo = LAST,
): Promise<{ total: number; changesets: Changeset[] }> {
  const rows = await sql.all<Changeset & { total: number }>(CHANGESETS, [...meant(filter), upTo, limit || null, offset]);
  return { total: rows[0]?.total ?? 0, changesets: rows.map(({ total: _, ...one }) => one) };
}

/** One changeset up to a revision. */
export async function changeset(sql: Sql, id: number, upTo = LAST): Promise<Changeset | null> {
  const [row] = await sql.all<Changeset>(CHANGESET, [id, upTo]);
  return row ?? null;
}

/** How many records of each kind a changeset touched. */
export function changeCounts(sql: Sql, id: number, filter: ChangeFilter, upTo = LAST): Promise<ChangeCount[]> {
  return sql.all<ChangeCount>(CHANGE_COUNTS, [...meant(filter), id, upTo]);
}

/** Records that a changeset touched, with their bodies. */
export function changedRecords(sql: Sql, id: number, filter: ChangeFilter, limit: number, offset: number, upTo = LAST): Promise<ChangedRecord[]> {
  return sql.all<ChangedRecord>(CHANGED_RECORDS, [...meant(filter), id, upTo, limit, offset]);
}

/** All records that a changeset touched, without bodies. */
export function changedIds(sql: Sql, id: number, filter: ChangeFilter, upTo = LAST): Promise<ChangedRecord[]> {
  return sql.all<ChangedRecord>(CHANGED_IDS, [...meant(filter), id, upTo]);
}
