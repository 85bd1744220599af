import type { Catalogue } from "../catalogue.ts";
import type { Tx } from "../sql.ts";

/** Brings the database's own codebook, and the numbers of jurisdictions and questions, in line with the record. */
export async function syncCodebook(tx: Tx, catalogue: Catalogue): Promise<void> {
  const scales = [...catalogue.scales.values()];
  const options = scales.flatMap((scale) => scale.options.map((option) => ({ scale: scale.id, answer: option.id, state: option.state })));
  await tx.all(
    `INSERT INTO record.scale AS s (id, type, min, max)
     SELECT id, type, min, max FROM json_to_recordset($1) AS n(id text, type text, min double precision, max double precision)
     ON CONFLICT (id) DO UPDATE SET type = excluded.type, min = excluded.min, max = excluded.max
       WHERE (s.type, s.min, s.max) IS DISTINCT FROM (excluded.type, excluded.min, excluded.max)`,
    [JSON.stringify(scales)],
  );
  await tx.all(
    `WITH given AS (SELECT * FROM json_to_recordset($1) AS n(scale text, answer text, state text)),
       gone AS (DELETE FROM record.scale_option o WHERE NOT EXISTS (SELECT FROM given g WHERE g.scale = o.scale AND g.answer = o.answer))
     INSERT INTO record.scale_option AS o (scale, answer, state) SELECT scale, answer, state FROM given
     ON CONFLICT (scale, answer) DO UPDATE SET state = excluded.state WHERE o.state <> excluded.state`,
    [JSON.stringify(options)],
  );
  const questions = [...catalogue.questions.values()].map((one) => ({ id: one.id, kind: one.kind, scale: one.scale }));
  await tx.all(
    `INSERT INTO record.question_number AS q (no, id, kind, scale)
     SELECT coalesce((SELECT max(no) FROM record.question_number), 0) + row_number() OVER (ORDER BY n.place), n.id, n.kind, n.scale
       FROM (SELECT id, kind, scale, row_number() OVER () AS place FROM json_to_recordset($1) AS g(id text, kind text, scale text)) n
      WHERE NOT EXISTS (SELECT FROM record.question_number k WHERE k.id = n.id)`,
    [JSON.stringify(questions)],
  );
  await tx.all(
    `UPDATE record.question_number q SET kind = coalesce(n.kind, q.kind), scale = n.scale
       FROM record.question_number k LEFT JOIN json_to_recordset($1) AS n(id text, kind text, scale text) ON n.id = k.id
      WHERE q.no = k.no AND (q.scale IS DISTINCT FROM n.scale OR q.kind <> coalesce(n.kind, q.kind))`,
    [JSON.stringify(questions)],
  );
  await tx.all("DELETE FROM record.scale WHERE id <> ALL ($1::text[])", [scales.map((scale) => scale.id)]);
  await tx.all(
    `INSERT INTO record.jurisdiction_number (no, id)
     SELECT coalesce((SELECT max(no) FROM record.jurisdiction_number), 0) + row_number() OVER (ORDER BY n.id COLLATE "C"), n.id
       FROM unnest($1::text[]) AS n(id)
      WHERE NOT EXISTS (SELECT FROM record.jurisdiction_number k WHERE k.id = n.id)`,
    [[...catalogue.jurisdictions.keys()]],
  );
}

/** How answers that stand are drawn may change with their scale. Gives the keys of the pairs whose answers are drawn in another way now. */
export async function refreshStates(tx: Tx): Promise<number[]> {
  const rows = await tx.all<{ key: number }>(
    `UPDATE record.answer a SET state = o.state
       FROM record.question_number q JOIN record.scale_option o ON o.scale = q.scale
      WHERE q.no = a.key & 65535 AND o.answer = a.answer AND a.state <> o.state
     RETURNING a.key`,
  );
  return rows.map((row) => row.key);
}
