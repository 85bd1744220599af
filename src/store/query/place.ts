import type { Day } from "../../domain/date.ts";
import type { Observation } from "../../domain/statistic.ts";
import type { TreatyStatus } from "../../domain/treaty.ts";
import type { PlaceRows } from "../reader.ts";
import type { Sql, Statement } from "../sql.ts";
import { ANSWERS_IN, answerOf, type PairRow } from "./answers.ts";
import { OBSERVED } from "./figures.ts";

// Everything in one row, as JSON: one way to the server and back costs less than three, and so does one parse.
const PLACE: Statement = {
  name: "place",
  text: `SELECT
    (SELECT coalesce(json_agg(a), '[]') FROM (${ANSWERS_IN}) a) AS answers,
    (SELECT coalesce(json_agg(v.body ORDER BY v.record_id), '[]')
       FROM record.treaty_status s JOIN record.version v ON v.id = s.version WHERE s.jurisdiction = $3) AS statuses,
    (SELECT coalesce(json_agg(o), '[]') FROM (${OBSERVED} WHERE jurisdiction = $3 ORDER BY dataset, row_id, part) o) AS observations`,
};

interface Row {
  readonly answers: PairRow[];
  readonly statuses: TreatyStatus[];
  readonly observations: Observation[];
}

/** Answers of the jurisdictions in `reach` on a day; treaty statuses and figures of `code`. */
export async function place(sql: Sql, code: string, reach: readonly string[], at: Day): Promise<PlaceRows> {
  const [row] = await sql.all<Row>(PLACE, [reach, at, code]);
  if (!row) return { answers: [], statuses: [], observations: [] };
  return { ...row, answers: row.answers.map(answerOf) };
}
