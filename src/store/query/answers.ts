import type { Day } from "../../domain/date.ts";
import type { Answer, AnswerSpan, PairFilter } from "../reader.ts";
import { NEVER } from "../span.ts";
import type { Sql, Statement } from "../sql.ts";
import type { Bodies, CodingKey } from "./body.ts";

/** A pair as the database gives it: who, what, since when, and which codings speak on the day and next. */
type PairRow = readonly [
  jurisdiction: string,
  question: string,
  since: string | null,
  version: number | null,
  part: number | null,
  nextVersion: number | null,
  nextPart: number | null,
];

// The coding that starts last stands beside its pair; only for a day before its start are the periods looked at. Ranges of
// a pair never overlap, so the latest start that is not after the day is the only candidate. Comparing rows keeps the
// planner to the ordered index: the one that forbids overlaps would serve too, at three times the price.
const SELECT = `
  SELECT json_agg(json_build_array(p.jurisdiction_id, p.question_id, p.since,
      CASE WHEN p.last > $2 THEN cur.version WHEN p.last_end IS NULL OR p.last_end > $2 THEN p.last_version END,
      CASE WHEN p.last > $2 THEN cur.part ELSE p.last_part END, nxt.version, nxt.part) ORDER BY p.key) AS pairs
    FROM pairs p
    LEFT JOIN LATERAL (
      SELECT c.version, c.part
        FROM (SELECT a.key, a.version, a.part, a.valid FROM record.answer a
               WHERE p.last > $2 AND p.since <= $2 AND (a.key, lower(a.valid)) <= (p.key, $2) ORDER BY a.key DESC, lower(a.valid) DESC LIMIT 1) c
       WHERE c.key = p.key AND c.valid @> $2::date) cur ON true
    LEFT JOIN LATERAL (
      SELECT c.version, c.part
        FROM (SELECT a.key, a.version, a.part FROM record.answer a
               WHERE p.last > $2 AND (a.key, lower(a.valid)) > (p.key, $2) ORDER BY a.key, lower(a.valid) LIMIT 1) c
       WHERE c.key = p.key) nxt ON true`;

/**
 * Answers of the jurisdictions $1 on the day $2. The list is hidden in a subquery: a planner that sees how short it is
 * finds every plan that it keeps too dear beside it, and plans anew for each page, which costs as much as the reading.
 */
const ANSWERS_IN = `WITH pairs AS MATERIALIZED (
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
export function answersIn(sql: Sql, bodies: Bodies, jurisdictions: readonly string[], at: Day): Promise<Answer[]> {
  return withBodies(bodies, () => pairs(sql, IN, jurisdictions, at));
}

/** Answers of all jurisdictions to these questions on a day. */
export function answersTo(sql: Sql, bodies: Bodies, questions: readonly string[], at: Day): Promise<Answer[]> {
  return withBodies(bodies, () => pairs(sql, TO, questions, at));
}

async function pairs(sql: Sql, statement: Statement, of: readonly string[], at: Day): Promise<readonly PairRow[]> {
  // In one row, as JSON: a row a pair would cost more to take apart than all of them together.
  const [found] = await sql.all<{ pairs: readonly PairRow[] | null }>(statement, [of, at]);
  return found?.pairs ?? [];
}

/** Times that pairs are read anew when a changeset comes between them and their codings. */
const ATTEMPTS = 5;
const RESTLESS = "The record changed faster than it could be read. Ask again.";

/** Reads pairs, and joins their codings. A pair whose codings speak for no certain day at all is coded, yet never known. */
async function withBodies(bodies: Bodies, read: () => Promise<readonly PairRow[]>): Promise<Answer[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const rows = await read();
    const keys: CodingKey[] = [];
    for (const [, , , version, part, nextVersion, nextPart] of rows) {
      if (version !== null) keys.push({ version, part: part ?? 0 });
      if (nextVersion !== null) keys.push({ version: nextVersion, part: nextPart ?? 0 });
    }
    const codings = await bodies.of(keys);
    if (codings) {
      let taken = 0;
      return rows.map(([jurisdiction, question, since, version, , nextVersion]) => ({
        jurisdiction,
        question,
        since: since ?? NEVER,
        coding: version === null ? null : (codings[taken++] ?? null),
        next: nextVersion === null ? null : (codings[taken++] ?? null),
      }));
    }
  }
  throw new Error(RESTLESS);
}

const SPANS: Statement = {
  name: "spans",
  text: `SELECT json_build_array(j.id, q.id, lower(a.valid), upper(a.valid) - 1, a.version, a.part) AS span
    FROM record.pair p
    JOIN record.question_number q ON q.no = p.question
    JOIN record.jurisdiction_number j ON j.no = p.key >> 16
    JOIN record.answer a ON a.key = p.key
   WHERE ($1::text[] IS NULL OR q.id = ANY ($1)) AND ($2::text[] IS NULL OR j.id = ANY ($2))
   ORDER BY j.id COLLATE "C", q.id COLLATE "C", lower(a.valid) NULLS FIRST`,
};

type SpanRow = readonly [jurisdiction: string, question: string, from: Day | null, to: Day | null, version: number, part: number];

/** Every coding of every time of these pairs. */
export async function spans(sql: Sql, bodies: Bodies, of: PairFilter): Promise<AnswerSpan[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const rows = (await sql.all<{ span: SpanRow }>(SPANS, [of.questions ?? null, of.jurisdictions ?? null])).map((row) => row.span);
    const codings = await bodies.of(rows.map(([, , , , version, part]) => ({ version, part })));
    if (codings)
      return rows.flatMap(([jurisdiction, question, from, to], index) => {
        const coding = codings[index];
        return coding ? [{ jurisdiction, question, coding, from, to }] : [];
      });
  }
  throw new Error(RESTLESS);
}

/** How many jurisdictions have a coding, by question. */
export async function coverage(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.all<{ id: string; count: number }>(
    "SELECT q.id, count(*) AS count FROM record.pair p JOIN record.question_number q ON q.no = p.question GROUP BY q.id",
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}
