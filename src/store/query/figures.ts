import type { Observation, Row } from "../../domain/statistic.ts";
import type { ObservationFilter } from "../reader.ts";
import type { Sql } from "../sql.ts";

/** The figures, with the names that the domain gives them. */
export const OBSERVED = `SELECT dataset, row_id AS row, jurisdiction, period, start, "end", platform, category, measure, unit,
           value, words, status, bound, note, source
      FROM record.observation`;

const OBSERVATIONS = {
  name: "observations",
  text: `${OBSERVED}
     WHERE ($1::text IS NULL OR dataset = $1) AND ($2::text IS NULL OR jurisdiction = $2) AND ($3::text IS NULL OR measure = $3)
     ORDER BY dataset, row_id, part`,
};

/** Figures that fit the filter, in the order of their files. */
export function observations(sql: Sql, filter: ObservationFilter): Promise<Observation[]> {
  return sql.all<Observation>(OBSERVATIONS, [filter.dataset ?? null, filter.jurisdiction ?? null, filter.measure ?? null]);
}

// "0" is the character after "/": the ids of a dataset's rows are exactly those between.
const RANGE = "kind = 'row' AND record_id >= $1::text || '/' AND record_id < $1::text || '0'";

/** Rows of a statistics file as they stand in it. `limit` 0 gives all. */
export async function rows(sql: Sql, dataset: string, limit: number, offset: number): Promise<{ total: number; rows: Row[] }> {
  const [count] = await sql.all<{ total: number }>({ name: "rows-total", text: `SELECT count(*) AS total FROM record.latest WHERE ${RANGE}` }, [dataset]);
  const found = await sql.all<{ body: Row }>({ name: "rows", text: `SELECT body FROM record.latest WHERE ${RANGE} ORDER BY record_id LIMIT $2 OFFSET $3` }, [
    dataset,
    limit > 0 ? limit : null,
    offset,
  ]);
  return { total: count?.total ?? 0, rows: found.map((one) => one.body) };
}
