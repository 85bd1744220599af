import type { Day } from "../../domain/date.ts";
import type { Observation } from "../../domain/statistic.ts";
import type { TreatyStatus } from "../../domain/treaty.ts";
import type { PlaceRows } from "../reader.ts";
import type { Sql, Statement } from "../sql.ts";
import { answersIn } from "./answers.ts";
import type { Bodies } from "./body.ts";
import { OBSERVED } from "./figures.ts";
import { keptIn } from "./keep.ts";

/** What is recorded about a place whatever the day is. */
export type Dayless = Omit<PlaceRows, "answers">;

// In one row, as JSON: one way to the server and back costs less than two, and so does one parse.
const DAYLESS: Statement = {
  name: "place",
  text: `SELECT
    (SELECT coalesce(json_agg(v.body ORDER BY v.record_id), '[]')
       FROM record.treaty_status s JOIN record.version v ON v.id = s.version WHERE s.jurisdiction = $1) AS statuses,
    (SELECT coalesce(json_agg(o), '[]') FROM (${OBSERVED} WHERE jurisdiction = $1 ORDER BY dataset, row_id, part) o) AS observations`,
};

/** Most places of which statuses and figures are kept. */
const MOST_KEPT = 500;

/** Treaty statuses and figures by place, kept for one revision: readers step from day to day, and these stay. */
export type Places = Map<string, Promise<Dayless>>;

/** Answers of the jurisdictions in `reach` on a day; treaty statuses and figures of `code`. */
export async function place(sql: Sql, bodies: Bodies, places: Places, code: string, reach: readonly string[], at: Day): Promise<PlaceRows> {
  const [answers, rest] = await Promise.all([answersIn(sql, bodies, reach, at), keptIn(places, code, MOST_KEPT, () => readDayless(sql, code))]);
  return { answers, ...rest };
}

async function readDayless(sql: Sql, code: string): Promise<Dayless> {
  const [row] = await sql.all<{ statuses: TreatyStatus[]; observations: Observation[] }>(DAYLESS, [code]);
  return row ?? { statuses: [], observations: [] };
}
