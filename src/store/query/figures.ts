import type { Observation, Row } from "../../domain/statistic.ts";
import type { Extent, ObservationFilter } from "../reader.ts";
import type { Sql } from "../sql.ts";

/** The figures, with the names that the domain gives them. */
export const OBSERVED = `SELECT dataset, row_id AS row, jurisdiction, period, start, "end", platform, category, measure, unit,
           value, words, status, bound, note, source
      FROM record.observation`;

const OBSERVATIONS = {
  name: "observations",
  text: `${OBSERVED}
     WHERE ($1::text IS NULL OR dataset = $1) AND ($2::text IS NULL OR jurisdiction = $2) AND ($3::text IS NULL OR measure = $3)
       AND ($4::text[] IS NULL OR jurisdiction = ANY ($4)) AND ($5::text[] IS NULL OR measure = ANY ($5)) AND ($6::text[] IS NULL OR platform = ANY ($6))
     ORDER BY dataset, row_id, part`,
};

/** Figures that fit the filter, in the order of their files. */
export function observations(sql: Sql, filter: ObservationFilter): Promise<Observation[]> {
  return sql.all<Observation>(OBSERVATIONS, [
    filter.dataset ?? null,
    filter.jurisdiction ?? null,
    filter.measure ?? null,
    filter.jurisdictions ?? null,
    filter.measures ?? null,
    filter.platforms ?? null,
  ]);
}

const EXTENT = {
  name: "extent",
  text: `SELECT coalesce(array_agg(DISTINCT measure), '{}') AS measures, coalesce(array_agg(DISTINCT jurisdiction), '{}') AS jurisdictions,
                coalesce(array_agg(DISTINCT platform COLLATE "C"), '{}') AS platforms, coalesce(array_agg(DISTINCT category COLLATE "C"), '{}') AS categories,
                coalesce(array_agg(DISTINCT period COLLATE "C"), '{}') AS periods
           FROM record.observation WHERE dataset = $1`,
};

/** What occurs in the figures of a dataset; what a figure does not have is left out. */
export async function extent(sql: Sql, dataset: string): Promise<Extent> {
  const [found] = await sql.all<Extent>(EXTENT, [dataset]);
  return extentFrom(found ?? { measures: [], jurisdictions: [], platforms: [], categories: [], periods: [] });
}

/** What occurs among figures. */
export function extentOf(observations: readonly Observation[]): Extent {
  const each = (pick: (one: Observation) => string): string[] => [...new Set(observations.map(pick))].sort();
  return extentFrom({
    measures: each((one) => one.measure),
    jurisdictions: each((one) => one.jurisdiction),
    platforms: each((one) => one.platform),
    categories: each((one) => one.category),
    periods: each((one) => one.period),
  });
}

function extentFrom(all: Extent): Extent {
  const filled = (values: readonly string[]): string[] => values.filter((one) => one !== "");
  return {
    measures: filled(all.measures),
    jurisdictions: filled(all.jurisdictions),
    platforms: filled(all.platforms),
    categories: filled(all.categories),
    periods: filled(all.periods),
  };
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
