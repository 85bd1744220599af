import pg from "pg";
import { type AtlasRecord, KINDS } from "../../domain/record.ts";
import { StoreProblem } from "../problem.ts";
import type { Change, Note, Projection } from "../projection.ts";
import { catalogueOf, readCatalogue } from "../query/records.ts";
import { type Tx, transaction } from "../sql.ts";
import { countAdoption } from "./adoption.ts";
import { projectAnswers } from "./answers.ts";
import { syncCodebook } from "./codebook.ts";
import { projectFigures } from "./figures.ts";
import { gatherTranslations } from "./translations.ts";
import { type Effective, writeVersions } from "./versions.ts";

/** What a changeset did. `changeset` is 0 when there was nothing to do. */
export interface Publication {
  readonly changeset: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Told while a large changeset is written: what is being done, in words. */
export type Progress = (step: string) => void;

/** Name of the channel on which the number of every new changeset travels. */
export const CHANNEL = "atlas_revision";

const LOCK = 20261123;
const RANK = new Map(KINDS.map((kind, index) => [kind, index]));

/**
 * The only way into the record: writes the changes as one changeset, in one transaction, with all that is
 * made from them. Changes that change nothing are left out. An iterable that is not an array is read
 * several times and must give its changes in the order of KINDS.
 * @throws {StoreProblem} of sort `refused` when the record would break a rule; nothing is written then.
 */
export async function publish(
  pool: pg.Pool,
  changes: Iterable<Change>,
  note: Note,
  projections: readonly Projection[] = [],
  progress: Progress = () => {},
): Promise<Publication> {
  const ordered = Array.isArray(changes) ? inRecordOrder(changes) : changes;
  try {
    return await transaction(pool, (tx) => write(tx, ordered, note, projections, progress));
  } catch (error) {
    throw await explained(pool, error);
  }
}

async function write(tx: Tx, changes: Iterable<Change>, note: Note, projections: readonly Projection[], progress: Progress): Promise<Publication> {
  await tx.all("SELECT pg_advisory_xact_lock($1)", [LOCK]);
  await tx.all("SET CONSTRAINTS ALL DEFERRED");
  const [changeset] = await tx.all<{ id: number; recorded: string }>(
    // A clock that was set back must not make a version end before it began.
    `INSERT INTO record.changeset (id, recorded, role, reason, kind, digest)
     SELECT coalesce(max(id), 0) + 1, greatest(now(), max(recorded)), $1, $2, $3, $4 FROM record.changeset
     RETURNING id, recorded`,
    [note.role, note.reason, note.kind, note.digest],
  );
  if (!changeset) throw new Error("The database gave no number for the changeset.");
  progress("writing versions");
  const written = await writeVersions(tx, changes, changeset);
  const { added, changed, removed } = written;
  if (added + changed + removed === 0) {
    await tx.all("DELETE FROM record.changeset WHERE id = $1", [changeset.id]);
    return { changeset: 0, added, changed, removed };
  }
  await gatherTranslations(tx, written.effective());
  // In an empty store the record is what has just been written: it need not be read back.
  const catalogue = written.first ? catalogueOf(recordsOf(written.effective())) : await readCatalogue(tx);
  if (touches(written.effective(), ["scale", "question", "jurisdiction"])) await syncCodebook(tx, catalogue);
  progress("working out answers");
  const keys = await projectAnswers(tx, written, catalogue);
  progress("working out figures");
  await projectFigures(tx, written, catalogue);
  await tx.all("SET CONSTRAINTS ALL IMMEDIATE");
  if (added > 1000) {
    await tx.all(
      "ANALYZE record.version (kind, record_id, recorded_to, changeset), record.answer (version, key, valid), record.pair, record.treaty_status, record.observation",
    );
  }
  progress("counting how answers came and went");
  await countAdoption(tx, keys);
  for (const projection of projections) {
    progress(`bringing up to date: ${projection.name}`);
    await projection.apply(tx, { changeset: changeset.id, changes: { [Symbol.iterator]: () => changesOf(written.effective()) } }, catalogue);
  }
  await tx.all("UPDATE record.changeset SET added = $2, changed = $3, removed = $4 WHERE id = $1", [changeset.id, added, changed, removed]);
  await tx.all("SELECT pg_notify($1, $2)", [CHANNEL, String(changeset.id)]);
  return { changeset: changeset.id, added, changed, removed };
}

function inRecordOrder(changes: readonly Change[]): Change[] {
  const rank = (one: Change): number => RANK.get(one.kind) ?? 0;
  return [...changes].sort((one, other) => rank(one) - rank(other));
}

function touches(effective: Iterable<Effective>, kinds: readonly string[]): boolean {
  for (const { change } of effective) if (kinds.includes(change.kind)) return true;
  return false;
}

function* changesOf(effective: Iterable<Effective>): Generator<Change> {
  for (const one of effective) yield one.change;
}

function* recordsOf(effective: Iterable<Effective>): Generator<AtlasRecord> {
  for (const { change } of effective) if (change.body !== null) yield change;
}

/** Puts what the database refused into words. */
async function explained(pool: pg.Pool, error: unknown): Promise<unknown> {
  if (!(error instanceof pg.DatabaseError)) return error;
  const refused = (message: string): StoreProblem => new StoreProblem("refused", `${message} Nothing was changed.`, { cause: error });
  if (error.code === "23P01") {
    const pair = await pairOf(pool, error.detail ?? "");
    return refused(`Two codings ${pair}speak for the same day. End the earlier one on the day before the later one starts. ${error.detail ?? ""}.`);
  }
  if (error.code === "23514" && error.constraint === "answer_in_codebook") return refused(`${sentence(error.message)} Use an answer of the question's scale.`);
  if (error.code === "23505" && error.constraint === "version_latest") return refused(`A record is given twice: ${error.detail ?? ""}. Leave one of them out.`);
  if (error.code?.startsWith("23")) return refused(`The database refused the change: ${error.message}. ${error.detail ?? ""}`.trim());
  return error;
}

async function pairOf(pool: pg.Pool, detail: string): Promise<string> {
  const key = Number(/\)=\((\d+),/.exec(detail)?.[1] ?? Number.NaN);
  if (Number.isNaN(key)) return "";
  const found = await pool.query<{ jurisdiction: string; question: string }>(
    `SELECT j.id AS jurisdiction, q.id AS question FROM record.jurisdiction_number j, record.question_number q
      WHERE j.no = $1::integer >> 16 AND q.no = $1::integer & 65535`,
    [key],
  );
  const row = found.rows[0];
  return row ? `of ${row.jurisdiction} for ${row.question} ` : "";
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
