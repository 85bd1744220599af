import type { Day } from "../../domain/date.ts";
import type { Kind } from "../../domain/record.ts";
import type { Change, Revision, Version } from "../reader.ts";
import type { Sql } from "../sql.ts";

// ISO 8601 with the zone, whatever the server's settings are.
export const ISO = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The latest changeset; 0 for an empty store. */
export async function revision(sql: Sql): Promise<Revision> {
  const [row] = await sql.all<Revision>({
    name: "revision",
    text: `SELECT id, ${ISO("recorded")} AS recorded, digest FROM record.changeset ORDER BY id DESC LIMIT 1`,
  });
  return row ?? { id: 0, recorded: "", digest: "" };
}

/** The revision of a number, or the one that stood at the end of a day (UTC). */
export async function revisionOn(sql: Sql, known: Day | number): Promise<Revision | null> {
  const [row] = await sql.all<Revision>(
    {
      name: "revision-on",
      text: `SELECT id, ${ISO("recorded")} AS recorded, digest FROM record.changeset
        WHERE ($1::integer IS NULL OR id = $1) AND ($2::date IS NULL OR (recorded AT TIME ZONE 'UTC')::date <= $2) ORDER BY id DESC LIMIT 1`,
    },
    [typeof known === "number" ? known : null, typeof known === "string" ? known : null],
  );
  return row ?? null;
}

/** The latest number that a changeset can have. */
export const LAST = 2_147_483_647;

/** The latest changes up to a revision, newest first. Of the first load, which added everything, nothing is listed. */
export function changes(sql: Sql, limit: number, upTo = LAST): Promise<Change[]> {
  return sql.all<Change>(
    {
      name: "changes",
      text: `SELECT c.id AS changeset, ${ISO("c.recorded")} AS recorded, c.reason, v.kind, v.record_id AS id, v.action
         FROM record.changeset c JOIN record.version v ON v.changeset = c.id
        WHERE c.id > 1 AND c.id <= $2 ORDER BY c.id DESC, v.kind, v.record_id LIMIT $1`,
    },
    [limit, upTo],
  );
}

/** Every version of a record up to a revision, oldest first. What came later does not show, not even as the end of a version. */
export function history(sql: Sql, kind: Kind, id: string, upTo = LAST): Promise<Version[]> {
  return sql.all<Version>(
    {
      name: "history",
      text: `SELECT v.changeset, ${ISO("v.recorded_from")} AS recorded, lead(${ISO("v.recorded_from")}) OVER (ORDER BY v.changeset) AS until,
              c.role, c.reason, c.kind AS cause, v.body
         FROM (SELECT * FROM record.version WHERE kind = $1 AND record_id = $2 AND recorded_to IS NULL
               UNION ALL
               SELECT * FROM record.version WHERE kind = $1 AND record_id = $2 AND recorded_to IS NOT NULL) v
         JOIN record.changeset c ON c.id = v.changeset
        WHERE c.id <= $3
        ORDER BY v.changeset`,
    },
    [kind, id, upTo],
  );
}
