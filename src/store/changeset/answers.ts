import { type Coding, spanOf, startBasis } from "../../domain/coding.ts";
import { stateOf } from "../../domain/question.ts";
import { codingsOf, type TreatyStatus } from "../../domain/treaty.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Cell } from "../copy.ts";
import { StoreProblem } from "../problem.ts";
import type { Tx } from "../sql.ts";
import { refreshStates } from "./codebook.ts";
import type { Written } from "./versions.ts";

const COLUMNS = ["version", "part", "key", "valid", "answer", "state", "body", "dated"];

/** From this many codings on, an empty table is filled without its constraint, which is then built at once. */
const BULK = 50_000;

/** Brings answers, pairs and treaty statuses in line with the changes; gives the keys of the pairs whose answers are others now. */
export async function projectAnswers(tx: Tx, written: Written, catalogue: Catalogue): Promise<ReadonlySet<number>> {
  const keys = new Set<number>();
  const treaties = changedIds(written, "treaty");
  const forget = async (versions: readonly number[]): Promise<void> => {
    const gone = await tx.all<{ key: number }>("DELETE FROM record.answer WHERE version = ANY ($1::bigint[]) RETURNING key", [versions]);
    for (const { key } of gone) keys.add(key);
    await tx.all("DELETE FROM record.treaty_status WHERE version = ANY ($1::bigint[])", [versions]);
  };
  if (!written.first) {
    await forget(written.closed);
    // A treaty's question may be another one now: its statuses are projected anew.
    const standing = await tx.all<{ version: number }>("SELECT version FROM record.treaty_status WHERE treaty = ANY ($1::text[])", [treaties]);
    await forget(standing.map((one) => one.version));
    for (const key of await refreshStates(tx)) keys.add(key);
  }
  const again = written.first || treaties.length === 0 ? [] : await statusesOf(tx, treaties);
  const numbers = await numbersOf(tx);

  function* statuses(): Generator<{ version: number; status: TreatyStatus }> {
    yield* again;
    for (const { change, version } of written.effective()) {
      if (change.kind !== "treaty-status" || change.body === null) continue;
      if (written.first || !treaties.includes(change.body.treaty)) yield { version, status: change.body };
    }
  }

  function row(version: number, part: number, coding: Coding, own: boolean): Cell[] {
    const jurisdiction = numbers.jurisdictions.get(coding.jurisdiction);
    const question = numbers.questions.get(coding.question);
    if (jurisdiction === undefined || question === undefined) {
      const what = jurisdiction === undefined ? `jurisdiction ${coding.jurisdiction}` : `question ${coding.question}`;
      throw new StoreProblem(
        "refused",
        `The coding ${coding.id} names the ${what}, which the record does not hold. Correct it, or add the ${what}. Nothing was changed.`,
      );
    }
    const key = jurisdiction * 65536 + question;
    keys.add(key);
    const span = spanOf(coding);
    const valid = span === null ? "empty" : `[${span.from},${span.to ?? ""}${span.to === null ? ")" : "]"}`;
    const scale = catalogue.scales.get(catalogue.questions.get(coding.question)?.scale ?? "");
    const state = (scale && stateOf(scale, coding.answer)) ?? "unclear";
    return [version, part, key, valid, coding.answer, state, own ? null : JSON.stringify(coding), startBasis(coding) === "start"];
  }

  function* rows(): Generator<Cell[]> {
    for (const { change, version } of written.effective()) {
      if (change.kind === "coding" && change.body !== null) yield row(version, 0, change.body, true);
    }
    for (const { version, status } of statuses()) {
      const question = catalogue.treaties.get(status.treaty)?.question ?? "";
      let part = 0;
      for (const coding of codingsOf(status, question)) {
        yield row(version, part, coding, false);
        part += 1;
      }
    }
  }

  function* statusRows(): Generator<Cell[]> {
    for (const { version, status } of statuses()) yield [version, status.treaty, status.jurisdiction];
  }

  const fill = (): Promise<number> => tx.copy("record.answer", COLUMNS, rows());
  if (written.first && written.added > BULK) await withoutOverlapCheck(tx, fill);
  else await fill();
  await tx.copy("record.treaty_status", ["version", "treaty", "jurisdiction"], statusRows());
  await refreshPairs(tx, [...keys]);
  return keys;
}

function changedIds(written: Written, kind: string): string[] {
  const ids: string[] = [];
  for (const { change } of written.effective()) if (change.kind === kind) ids.push(change.id);
  return ids;
}

async function statusesOf(tx: Tx, treaties: readonly string[]): Promise<Array<{ version: number; status: TreatyStatus }>> {
  const rows = await tx.all<{ version: number; status: TreatyStatus }>("SELECT id AS version, body AS status FROM record.latest WHERE kind = 'treaty-status'");
  return rows.filter((row) => treaties.includes(row.status.treaty));
}

async function numbersOf(tx: Tx): Promise<{ jurisdictions: Map<string, number>; questions: Map<string, number> }> {
  const read = async (table: string): Promise<Map<string, number>> =>
    new Map((await tx.all<{ id: string; no: number }>(`SELECT id, no FROM record.${table}`)).map((row) => [row.id, row.no]));
  return { jurisdictions: await read("jurisdiction_number"), questions: await read("question_number") };
}

/** Building the exclusion constraint over all rows costs far less than checking each row against it. */
async function withoutOverlapCheck(tx: Tx, fill: () => Promise<number>): Promise<void> {
  const [constraint] = await tx.all<{ definition: string }>(
    "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'answer_no_overlap' AND conrelid = 'record.answer'::regclass",
  );
  const [index] = await tx.all<{ definition: string }>("SELECT pg_get_indexdef('record.answer_start'::regclass) AS definition");
  if (!constraint || !index) throw new Error("The table of answers has lost its constraint or its index. Run the migrations on an empty database.");
  await tx.all("ALTER TABLE record.answer DROP CONSTRAINT answer_no_overlap");
  await tx.all("DROP INDEX record.answer_start");
  await fill();
  await tx.all("SET LOCAL maintenance_work_mem = '512MB'");
  await tx.all(index.definition);
  await tx.all(`ALTER TABLE record.answer ADD CONSTRAINT answer_no_overlap ${constraint.definition}`);
}

async function refreshPairs(tx: Tx, keys: readonly number[]): Promise<void> {
  await tx.all("DELETE FROM record.pair WHERE key = ANY ($1::integer[])", [keys]);
  await tx.all(
    `INSERT INTO record.pair (key, since, last, last_end, last_version, last_part)
     SELECT p.key, p.since, p.last, upper(a.valid), a.version, a.part
       FROM (SELECT key, min(lower(valid)) AS since, max(lower(valid)) AS last FROM record.answer WHERE key = ANY ($1::integer[]) GROUP BY key) p
       LEFT JOIN record.answer a ON a.key = p.key AND lower(a.valid) = p.last`,
    [keys],
  );
}
