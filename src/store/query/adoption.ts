import type { Coding } from "../../domain/coding.ts";
import { type Day, shiftDay } from "../../domain/date.ts";
import type { State } from "../../domain/question.ts";
import type { AnswerSpan, ChangeDay, LawSteps, QuestionYears, StateCounts } from "../reader.ts";
import { lawDays } from "../span.ts";
import type { Sql, Statement } from "../sql.ts";

type YearChange = readonly [year: number, state: State, change: number];
type Change = readonly [state: State, change: number];

const ADOPTION: Statement = {
  name: "adoption",
  text: `SELECT json_build_array(q.id, a.coded, y.changes, d.changes) AS question
    FROM record.adoption a
    JOIN record.question_number q ON q.no = a.question
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_array(year, state, change) ORDER BY year) AS changes FROM record.adoption_year WHERE question = a.question) y
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_array(state, change)) AS changes FROM record.adoption_day
       WHERE question = a.question AND day >= date_trunc('year', $1::date)::date AND day <= $1::date) d
   ORDER BY q.id COLLATE "C"`,
};

/** How the answers to every question came and went, read from what is counted with every changeset. */
export async function adoption(sql: Sql, at: Day): Promise<QuestionYears[]> {
  const rows = await sql.all<{ question: readonly [string, number, YearChange[] | null, Change[] | null] }>(ADOPTION, [at]);
  return rows.map(({ question: [question, coded, years, since] }) => counted(question, coded, years ?? [], since ?? [], at));
}

/** The same, worked out from the codings themselves: all spans of the questions, in any order. */
export function adoptionOf(spans: readonly AnswerSpan[], stateOf: (coding: Coding) => State, at: Day): QuestionYears[] {
  const questions = new Map<string, { coded: Set<string>; changes: Array<readonly [day: Day, state: State, change: number]> }>();
  for (const { question, jurisdiction, coding, from, to } of spans) {
    const known = questions.get(question) ?? { coded: new Set(), changes: [] };
    questions.set(question, known);
    known.coded.add(jurisdiction);
    if (from === null) continue;
    known.changes.push([from, stateOf(coding), 1]);
    if (to !== null) known.changes.push([shiftDay(to, 1), stateOf(coding), -1]);
  }
  return [...questions.keys()].sort().map((question) => {
    const { coded, changes } = questions.get(question) ?? { coded: new Set(), changes: [] };
    const years = changes.map(([day, state, change]): YearChange => [Number(day.slice(0, 4)), state, change]).sort(([a], [b]) => a - b);
    const since = changes.filter(([day]) => day.slice(0, 4) === at.slice(0, 4) && day <= at).map(([, state, change]): Change => [state, change]);
    return counted(question, coded.size, years, since, at);
  });
}

/** Adds changes up. `years` are by year, `since` those from the start of the year of `at` up to that day. */
function counted(question: string, coded: number, years: readonly YearChange[], since: readonly Change[], at: Day): QuestionYears {
  const counts = new Map<State, number>();
  const add = (state: State, change: number, into: Map<State, number>): void => {
    const sum = (into.get(state) ?? 0) + change;
    if (sum === 0) into.delete(state);
    else into.set(state, sum);
  };
  const ends: Array<{ year: number; counts: StateCounts }> = [];
  const on = new Map<State, number>();
  for (const [index, [year, state, change]] of years.entries()) {
    add(state, change, counts);
    if (year < Number(at.slice(0, 4))) add(state, change, on);
    if (years[index + 1]?.[0] === year) continue;
    const now: StateCounts = Object.fromEntries(counts);
    if (!same(ends.at(-1)?.counts ?? {}, now)) ends.push({ year, counts: now });
  }
  for (const [state, change] of since) add(state, change, on);
  return { question, coded, years: ends, on: Object.fromEntries(on) };
}

function same(one: StateCounts, other: StateCounts): boolean {
  const states = Object.keys({ ...one, ...other }) as State[];
  return states.every((state) => one[state] === other[state]);
}

const STEPS: Statement = {
  name: "law-steps",
  text: `SELECT
    (SELECT max(d.before) FROM record.question_number q CROSS JOIN LATERAL (
       SELECT max(day) AS before FROM record.adoption_day WHERE question = q.no AND dated AND day < $2) d WHERE q.id = ANY ($1)) AS before,
    (SELECT min(d.after) FROM record.question_number q CROSS JOIN LATERAL (
       SELECT min(day) AS after FROM record.adoption_day WHERE question = q.no AND dated AND day > $2) d WHERE q.id = ANY ($1)) AS after`,
};

/** The days nearest to a day on which the law is known to have changed for any of these questions. */
export async function lawSteps(sql: Sql, questions: readonly string[], at: Day): Promise<LawSteps> {
  const [row] = await sql.all<{ before: Day | null; after: Day | null }>(STEPS, [questions, at]);
  return { before: row?.before ?? undefined, after: row?.after ?? undefined };
}

const DAYS: Statement = {
  name: "change-days",
  text: `SELECT coalesce(json_agg(json_build_array(d.day, d.law) ORDER BY d.day), '[]') AS days FROM (
    SELECT a.day, bool_or(a.dated) AS law FROM record.question_number q JOIN record.adoption_day a ON a.question = q.no
     WHERE q.id = $1 GROUP BY a.day) d`,
};

/** The days on which a coding of the question starts to speak or no longer does. */
export async function changeDays(sql: Sql, question: string): Promise<ChangeDay[]> {
  const [row] = await sql.all<{ days: Array<readonly [day: Day, law: boolean]> }>(DAYS, [question]);
  return (row?.days ?? []).map(([day, law]) => ({ day, law }));
}

/** The same, from the codings themselves. */
export function daysOf(spans: readonly AnswerSpan[]): ChangeDay[] {
  const law = new Set(lawDays(spans));
  const days = new Set<Day>(law);
  for (const { from } of spans) if (from !== null) days.add(from);
  return [...days].sort().map((day) => ({ day, law: law.has(day) }));
}
