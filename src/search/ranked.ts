import type { Statement } from "../store/sql.ts";

const WEIGHTS = "'{0.05,0.2,0.45,1}'";

/**
 * The ranked hits with all counts, in one statement. Parameters: 1 locale, 2 query as typed, 3 query with synonyms,
 * 4 single demands (null: all must be met), 5 how many of them must be met, 6 places, 7 places with their subdivisions,
 * 8 the places' names as a query, 9 kinds named, 10 key of the query, 11 kinds, 12 jurisdictions and 13 topics chosen
 * (null: all), 14 limit, 15 offset, 16 any of the words as typed.
 *
 * Each facet's counts leave that facet's own choice aside, so that a reader sees what another choice would give.
 */
function ranked(name: string, from: string, matches: string, rank: string): Statement {
  return {
    name,
    text: `
WITH found AS MATERIALIZED (
  SELECT d.id, d.kind, d.jurisdictions, d.topics,
    ($11::text[] IS NULL OR d.kind = ANY ($11)) AS k,
    ($12::text[] IS NULL OR d.jurisdictions && $12) AS j,
    ($13::text[] IS NULL OR d.topics && $13) AS t,
    d.weight * (${rank})
      * (CASE WHEN d.kind = ANY ($9::text[]) OR d.kind || '/' || d.sort = ANY ($9) THEN 2.5 ELSE 1 END)
      * (CASE WHEN cardinality($6::text[]) = 0 OR d.jurisdictions && $6 THEN 1 ELSE 0.5 END)
      + (CASE WHEN $10 = ANY (d.keys) THEN 10 * d.weight WHEN starts_with(d.keys[1], $10 || ' ') THEN d.weight ELSE 0 END) AS score
  FROM ${from} d
  WHERE d.locale = $1 AND ${matches}
), page AS (
  SELECT id, score FROM found WHERE k AND j AND t ORDER BY score DESC, id LIMIT $14 OFFSET $15
)
SELECT
  (SELECT count(*) FROM found WHERE k AND j AND t)::int AS total,
  (SELECT json_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM found WHERE j AND t GROUP BY kind) c) AS kinds,
  (SELECT json_object_agg(code, n) FROM (SELECT code, count(*) AS n FROM found, unnest(jurisdictions) AS code WHERE k AND t GROUP BY code) c) AS jurisdictions,
  (SELECT json_object_agg(topic, n) FROM (SELECT topic, count(*) AS n FROM found, unnest(topics) AS topic WHERE k AND j GROUP BY topic) c) AS topics,
  (SELECT json_agg(json_build_object('kind', d.kind, 'id', d.record_id, 'of', d.owner, 'jurisdictions', d.jurisdictions,
     'title', d.title, 'body', d.body, 'lang', d.lang) ORDER BY p.score DESC, p.id)
   FROM page p JOIN record.search_document d ON d.id = p.id) AS hits`,
  };
}

/** Records that meet the words, in the places named if there are any. */
export const RANKED_BY_WORDS: Statement = ranked(
  "search-words",
  "record.search_matches($1, $3::tsquery)",
  `($4::text[] IS NULL OR (SELECT count(*) FROM unnest($4) AS one WHERE d.tsv @@ one::tsquery) >= $5)
    AND (cardinality($7::text[]) = 0 OR d.jurisdictions && $7 OR (d.jurisdictions = '{}' AND d.tsv @@ $8::tsquery))`,
  // Near each other (cover density), in which fields at all, and at last by a synonym.
  `ts_rank_cd(${WEIGHTS}, d.tsv, $2::tsquery, 1) + ts_rank(${WEIGHTS}, d.tsv, $16::tsquery, 1) + 0.6 * ts_rank_cd(${WEIGHTS}, d.tsv, $3::tsquery, 1)`,
);

/** Everything in the places named, when nothing else was asked for: the queries are empty then. */
export const RANKED_BY_PLACE: Statement = ranked(
  "search-place",
  "record.search_document",
  `d.jurisdictions && $7::text[] AND ($2::text || $3::text || $16::text = '' OR d.tsv @@ $8::tsquery) AND $4::text[] IS NULL AND $5::int = 0`,
  "1",
);
