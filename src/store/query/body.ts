import type { Coding } from "../../domain/coding.ts";
import type { Sql, Statement } from "../sql.ts";

/** Names one coding: its version, and its number among the codings that are made from that version. */
export interface CodingKey {
  readonly version: number;
  readonly part: number;
}

/** Codings by what names them. */
export interface Bodies {
  /**
   * The codings of these keys in their order, read from the database unless they are kept already.
   * Null when one of them is gone: a changeset came in between, and the keys must be read again.
   */
  of(keys: readonly CodingKey[]): Promise<readonly Coding[] | null>;
  /** Forgets all: for a new revision. */
  forget(): void;
}

/** Most codings that a program keeps; one takes about 2 kB. */
const MOST_KEPT = 20_000;

/** More than the codings that are made from one version: a treaty status gives two at most. */
const PARTS = 16;

const BODIES: Statement = {
  name: "bodies",
  text: `SELECT a.version, a.part, coalesce(a.body, v.body) AS body
    FROM unnest($1::bigint[], $2::smallint[]) k (version, part)
    JOIN record.answer a ON a.version = k.version AND a.part = k.part
    JOIN record.version v ON v.id = a.version`,
};

/**
 * Keeps the codings that were read. A version never changes, so most pages find theirs without asking again;
 * only a coding that is made from a treaty status depends on its treaty too, and goes with the revision.
 */
export function keepBodies(sql: Sql): Bodies {
  let kept = new Map<number, Coding>();
  return {
    async of(keys) {
      const mine = kept;
      const missing = keys.filter((one) => !mine.has(numberOf(one)));
      const fresh = new Map<number, Coding>();
      if (missing.length > 0) {
        const rows = await sql.all<CodingKey & { body: Coding }>(BODIES, [missing.map((one) => one.version), missing.map((one) => one.part)]);
        for (const row of rows) fresh.set(numberOf(row), row.body);
      }
      const found = keys.flatMap((one) => fresh.get(numberOf(one)) ?? mine.get(numberOf(one)) ?? []);
      if (mine.size + fresh.size > MOST_KEPT) mine.clear();
      for (const [key, coding] of fresh) if (mine.size < MOST_KEPT) mine.set(key, coding);
      return found.length === keys.length ? found : null;
    },
    forget() {
      kept = new Map();
    },
  };
}

function numberOf(key: CodingKey): number {
  return key.version * PARTS + key.part;
}
