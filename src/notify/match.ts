import { isWatchable } from "../search/feature.ts";
import { noticesOf, type Touched } from "../search/notice.ts";
import { writeNotices } from "../store/desk/notice.ts";
import type { Cause, Change, Projection } from "../store/projection.ts";
import type { Tx } from "../store/sql.ts";

/**
 * Tells, in the transaction of each change, who wants to hear of it: what is published is queued, and what is queued was
 * published. The first load tells nobody of anything.
 */
export const notifyProjection: Projection = {
  name: "notify",
  async apply(tx, { changeset, changes }, catalogue) {
    if (changeset === 1) return;
    const touched: Change[] = [];
    for (const one of changes) if (isWatchable(one.kind)) touched.push(one);
    if (touched.length === 0) return;
    const [row] = await tx.all<{ kind: Cause }>("SELECT kind FROM record.changeset WHERE id = $1", [changeset]);
    if (!row || row.kind === "translation") return;
    await writeNotices(tx, changeset, noticesOf(catalogue, await withBefore(tx, changeset, touched), row.kind));
  },
};

/** The changes with what the records held until then. */
async function withBefore(tx: Tx, changeset: number, changes: readonly Change[]): Promise<Touched[]> {
  const rows = await tx.all<{ kind: string; id: string; body: Touched["before"] }>(
    `SELECT p.kind, p.record_id AS id, p.body
       FROM record.version v
       JOIN LATERAL (SELECT o.kind, o.record_id, o.body FROM record.version o
                      WHERE o.kind = v.kind AND o.record_id = v.record_id AND o.recorded_to IS NOT NULL AND o.id < v.id ORDER BY o.id DESC LIMIT 1) p ON true
      WHERE v.changeset = $1 AND v.action <> 'added' AND v.kind = ANY ($2::text[])`,
    [changeset, [...new Set(changes.map((one) => one.kind))]],
  );
  const before = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row.body]));
  return changes.flatMap(({ kind, id, body }) =>
    isWatchable(kind) ? [{ kind, id, before: before.get(`${kind} ${id}`) ?? null, after: body as Touched["after"] }] : [],
  );
}
