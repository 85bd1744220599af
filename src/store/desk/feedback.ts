import { randomInt } from "node:crypto";
import { StoreProblem } from "../problem.ts";
import type { Sql } from "../sql.ts";
import { type Desk, post } from "./desk.ts";
import type { Letters } from "./letter.ts";

/** What has become of something that a reader reported. */
export const FEEDBACK_STATES = ["open", "accepted", "declined", "spam"] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** Most characters of each field that a reader fills in. */
export const LONGEST = { what: 2000, suggested: 500, source: 500, email: 254, page: 500 } as const;
/** Most characters of what an editor writes for the log. */
const LONGEST_SAID = 600;

/** What a reader says is wrong. `kind` and `record` are empty when the page is not of one record. */
export interface Report {
  /** Path of the page, with its language. */
  readonly page: string;
  readonly kind: string;
  readonly record: string;
  readonly what: string;
  readonly suggested: string;
  readonly source: string;
  /** Where the answer goes; empty when none is wanted. */
  readonly email: string;
  readonly locale: string;
}

/** A report as an editor sees it. The address is never shown, only whether there is one. */
export interface Feedback extends Omit<Report, "email"> {
  readonly reference: string;
  readonly received: string;
  readonly state: FeedbackState;
  readonly decided: string | null;
  readonly summary: string;
  readonly decision: string;
  readonly changed: string | null;
  readonly revision: number | null;
  /** Whether the sender waits for an answer by mail. */
  readonly answer: boolean;
}

/** What an editor decides. `summary` is what was asked, in the editor's words; these words are public. */
export interface Decision {
  readonly state: FeedbackState;
  readonly summary: string;
  readonly decision: string;
  /** The changeset with which the record was corrected; null when there is none. */
  readonly revision: number | null;
}

/** Characters of a reference: no vowels and nothing that is read as something else. */
const LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";

/** Keeps a report; gives the reference by which its sender finds it again. It tells neither time nor number. */
export async function leaveFeedback(desk: Desk, report: Report, now: Date): Promise<string> {
  const { page, kind, record, what, suggested, source, email, locale } = report;
  const sealed = email === "" ? null : desk.seal.close(email);
  for (;;) {
    const reference = newReference();
    const rows = await desk.sql.all(
      `INSERT INTO desk.feedback (reference, page, kind, record_id, what, suggested, source, address, locale, received)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (reference) DO NOTHING RETURNING 1`,
      [reference, page, kind, record, what, suggested, source, sealed, locale, now.toISOString()],
    );
    if (rows.length > 0) return reference;
  }
}

function newReference(): string {
  const text = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

const COLUMNS = `reference, page, kind, record_id AS record, what, suggested, source, locale, received, state, decided, summary, decision, changed, revision,
  address IS NOT NULL AS answer`;

/** Reports, the oldest first; of one state or of all. */
export function listFeedback(sql: Sql, state: FeedbackState | ""): Promise<Feedback[]> {
  return sql.all<Feedback>(`SELECT ${COLUMNS} FROM desk.feedback WHERE $1 = '' OR state = $1 ORDER BY received, id`, [state]);
}

/** One report; null when there is none of this reference. Letter case and spaces at the ends do not matter. */
export async function feedbackOf(sql: Sql, reference: string): Promise<Feedback | null> {
  const [found] = await sql.all<Feedback>(`SELECT ${COLUMNS} FROM desk.feedback WHERE reference = $1`, [reference.trim().toUpperCase()]);
  return found ?? null;
}

/**
 * Writes down what was decided, and puts the answer into the outbox for a sender who wants one. The sender's address is
 * deleted with that; the mail that waits has its own.
 * @throws {StoreProblem} when there is no such report or revision, or a word for the log is missing or too long.
 */
export async function decideFeedback(desk: Desk, reference: string, { state, summary, decision, revision }: Decision, now: Date): Promise<Feedback> {
  const refuse = (words: string): never => {
    throw new StoreProblem("refused", words);
  };
  const public_ = state === "accepted" || state === "declined";
  if (public_ && (summary === "" || decision === "")) refuse("What was asked and what was decided are both needed: they stand in the public log.");
  if (Math.max(summary.length, decision.length) > LONGEST_SAID) refuse(`The words for the log are too long: at most ${LONGEST_SAID} characters each.`);
  return desk.transaction(async (tx) => {
    const changeset =
      revision === null ? undefined : (await tx.all<{ recorded: string }>("SELECT recorded FROM record.changeset WHERE id = $1", [revision]))[0];
    if (revision !== null && !changeset) refuse(`There is no revision ${revision}. \`atlas history\` lists those that there are.`);
    const [row] = await tx.all<{ id: number; page: string; locale: string; address: Buffer | null }>(
      "SELECT id, page, locale, address FROM desk.feedback WHERE reference = $1 FOR UPDATE",
      [reference.trim().toUpperCase()],
    );
    if (!row) return refuse(`There is no feedback ${reference}. \`atlas feedback list\` lists what there is.`);
    await tx.all(
      `UPDATE desk.feedback SET state = $2, summary = $3, decision = $4, revision = $5, changed = $6, decided = $7,
         address = CASE WHEN $2 = 'open' THEN address END WHERE id = $1`,
      [row.id, state, summary, decision, revision, changeset?.recorded ?? null, state === "open" ? null : now.toISOString()],
    );
    const after = (await feedbackOf(tx, reference)) ?? refuse("The feedback was taken out meanwhile.");
    if (row.address && (state === "accepted" || state === "declined")) {
      // Of the address only what names the record: the rest may be words that the sender made up, for a mailbox that is not theirs.
      const page = after.kind ? row.page.split(/[?/]/, 4).join("/") : `/${row.locale}/corrections`;
      const said: Letters["answer"] = { reference: after.reference, page, state, summary, decision };
      await post(tx, { key: `answer ${row.id}`, kind: "answer", locale: row.locale, address: row.address, person: null, said });
    }
    return after;
  });
}

/** What the public log says of one report: an editor's words, dates, and the record. */
export interface Correction extends Pick<Feedback, "reference" | "kind" | "record" | "summary" | "decision" | "revision"> {
  readonly state: Exclude<FeedbackState, "spam">;
  readonly received: string;
  readonly decided: string | null;
  readonly changed: string | null;
}

/** Open reports of which no editor has written yet, counted by record; those about pages of no record are counted together. */
export interface Waiting {
  readonly kind: string;
  readonly record: string;
  readonly count: number;
}

export interface CorrectionLog {
  /** Newest first. */
  readonly corrections: readonly Correction[];
  readonly waiting: readonly Waiting[];
}

/** The public log: nothing of it is a sender's word. */
export async function correctionLog(sql: Sql): Promise<CorrectionLog> {
  const corrections = await sql.all<Correction>(
    `SELECT reference, kind, record_id AS record, summary, decision, revision, state, received, decided, changed
     FROM desk.feedback WHERE summary <> '' AND state <> 'spam' ORDER BY coalesce(decided, received) DESC, id DESC`,
  );
  const waiting = await sql.all<Waiting>(
    `SELECT kind, record_id AS record, count(*) AS count FROM desk.feedback WHERE summary = '' AND state = 'open'
     GROUP BY kind, record_id ORDER BY count(*) DESC, kind COLLATE "C", record_id COLLATE "C"`,
  );
  return { corrections, waiting };
}

const DAY = 86_400_000;
/** How long a sender's words are kept after the decision, and what nobody decided about, in days. */
export const FEEDBACK_KEPT = { spam: 30, words: 365, open: 730 } as const;

/** Deletes spam, a sender's words some time after the decision, and what has been open for years. What the log says stays. */
export async function forgetFeedback(sql: Sql, now: Date): Promise<void> {
  const before = (days: number): string => new Date(now.getTime() - days * DAY).toISOString();
  await sql.all("DELETE FROM desk.feedback WHERE state = 'spam' AND decided < $1", [before(FEEDBACK_KEPT.spam)]);
  await sql.all("DELETE FROM desk.feedback WHERE state = 'open' AND received < $1", [before(FEEDBACK_KEPT.open)]);
  // What follows the path of a page can be anything that its sender typed.
  await sql.all(
    "UPDATE desk.feedback SET what = '', suggested = '', source = '', page = split_part(page, '?', 1) WHERE state IN ('accepted', 'declined') AND decided < $1 AND what <> ''",
    [before(FEEDBACK_KEPT.words)],
  );
}
