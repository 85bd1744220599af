import type { TreatyStatus } from "../../domain/treaty.ts";
import type { Sql } from "../sql.ts";

const STATUSES = {
  name: "statuses",
  text: `SELECT v.body FROM record.treaty_status s JOIN record.version v ON v.id = s.version
     WHERE ($1::text IS NULL OR s.treaty = $1) AND ($2::text IS NULL OR s.jurisdiction = $2)
     ORDER BY v.record_id`,
};

/** Treaty statuses of a treaty, of a jurisdiction, or all. */
export async function statuses(sql: Sql, filter: { treaty?: string; jurisdiction?: string }): Promise<TreatyStatus[]> {
  const rows = await sql.all<{ body: TreatyStatus }>(STATUSES, [filter.treaty ?? null, filter.jurisdiction ?? null]);
  return rows.map((row) => row.body);
}
