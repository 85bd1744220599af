import type { Coding } from "../../domain/coding.ts";
import type { Day } from "../../domain/date.ts";
import type { Answer } from "../reader.ts";
import type { Sql, Statement } from "../sql.ts";

/** A pair as the database gives it. */
export interface PairRow {
  readonly jurisdiction: string;
  readonly question: string;
  readonly since: string | null;
  readonly coding: Coding | null;
  readonly next: Coding | null;
}

// Ranges of a pair never overlap, so the latest start that is not after the day is the only candidate.
const SELECT = `
  SELECT p.jurisdiction_id AS jurisdiction, p.question_id AS question, p.since, cur.body AS coding, nxt.body AS next
    FROM pairs p
    LEFT JOIN LATERAL (
      SELECT coalesce(c.body, v.body) AS body
        FROM (SELECT a.version, a.body, a.valid FROM record.answer a
               WHERE a.key = p.key AND lower(a.valid) <= $2 ORDER BY lower(a.valid) DESC LIMIT 1) c
        LEFT JOIN record.version v ON v.id = c.version AND c.body IS NULL
       WHERE c.valid @> $2::date) cur ON true
    LEFT JOIN LATERAL (
      SELECT coalesce(c.body, v.body) AS body
        FROM (SELECT a.version, a.body FROM record.answer a
               WHERE p.last > $2 AND a.key = p.key AND lower(a.valid) > $2 ORDER BY lower(a.valid) LIMIT 1) c
        LEFT JOIN record.version v ON v.id = c.version AND c.body IS NULL) nxt ON true
   ORDER BY p.key`;

/**
 * Answers of the jurisdictions $1 on the day $2. The list is hidden in a subquery: a planner that sees how short it is
 * finds every plan that it keeps too dear beside it, and plans anew for each page, which costs as much as the reading.
 */
export const ANSWERS_IN = `WITH pairs AS MATERIALIZED (
    SELECT p.*, n.id AS jurisdiction_id, q.id AS question_id FROM record.jurisdiction_number n
      JOIN record.pair p ON p.key >= n.no * 65536 AND p.key < (n.no + 1) * 65536
      JOIN record.question_number q ON q.no = p.question
     WHERE n.id = ANY (ARRAY(SELECT unnest($1::text[])))) ${SELECT}`;

const IN: Statement = { name: "answers-in", text: ANSWERS_IN };

const TO: Statement = {
  name: "answers-to",
  text: `WITH pairs AS MATERIALIZED (
    SELECT p.*, j.id AS jurisdiction_id, n.id AS question_id FROM record.question_number n
      JOIN record.pair p ON p.question = n.no
      JOIN record.jurisdiction_number j ON j.no = p.key >> 16
     WHERE n.id = ANY ($1::text[])) ${SELECT}`,
};

/** Answers of these jurisdictions to all questions on a day, by jurisdiction and question number. */
export function answersIn(sql: Sql, jurisdictions: readonly string[], at: Day): Promise<Answer[]> {
  return answers(sql, IN, jurisdictions, at);
}

/** Answers of all jurisdictions to these questions on a day. */
export function answersTo(sql: Sql, questions: readonly string[], at: Day): Promise<Answer[]> {
  return answers(sql, TO, questions, at);
}

async function answers(sql: Sql, statement: Statement, of: readonly string[], at: Day): Promise<Answer[]> {
  const rows = await sql.all<PairRow>(statement, [of, at]);
  return rows.map(answerOf);
}

/** An answer as the database gives it. A pair whose codings speak for no certain day at all is coded, yet never known. */
export function answerOf(row: PairRow): Answer {
  return { ...row, since: row.since ?? "9999-12-31" };
}

/** How many jurisdictions have a coding, by question. */
export async function coverage(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.all<{ id: string; count: number }>(
    "SELECT q.id, count(*) AS count FROM record.pair p JOIN record.question_number q ON q.no = p.question GROUP BY q.id",
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}
