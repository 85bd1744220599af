import { KINDS, type Kind } from "../../domain/record.ts";
import type { Counts } from "../reader.ts";
import type { Sql } from "../sql.ts";

type QuestionKind = "codebook" | "ask" | "treaty";

/** How much the record holds now. */
export async function counts(sql: Sql): Promise<Counts> {
  const kinds = await sql.all<{ kind: Kind; count: number }>("SELECT kind, count(*) AS count FROM record.latest GROUP BY kind");
  const codings = await sql.all<{ kind: QuestionKind; codings: number; jurisdictions: number }>(
    `SELECT q.kind, count(*) AS codings, count(DISTINCT a.key >> 16) AS jurisdictions
       FROM record.answer a JOIN record.question_number q ON q.no = a.key & 65535 GROUP BY q.kind`,
  );
  const [figures] = await sql.all<{ count: number }>("SELECT count(*) AS count FROM record.observation");
  const byKind = new Map(kinds.map((row) => [row.kind, row.count]));
  const byQuestion = (pick: (row: { codings: number; jurisdictions: number }) => number): Record<QuestionKind, number> => {
    const all = { codebook: 0, ask: 0, treaty: 0 };
    for (const row of codings) all[row.kind] = pick(row);
    return all;
  };
  return {
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, byKind.get(kind) ?? 0])) as Record<Kind, number>,
    codings: byQuestion((row) => row.codings),
    coded: byQuestion((row) => row.jurisdictions),
    observations: figures?.count ?? 0,
  };
}
