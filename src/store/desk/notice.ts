import type { Tx } from "../sql.ts";

/** amendment: the law changed; recoding: we read it again, or the record was mended; update: something happened, or is about to. */
export type NoticeChange = "amendment" | "recoding" | "update";

/** What a letter says of a change, in no language: ids, codes, answers and days. The words come from the record and the program. */
export interface Said {
  /** Places that it is about, as codes. */
  readonly places: readonly string[];
  readonly question: string;
  /** Sort within the kind, such as `consultation` or `bill`. */
  readonly sort: string;
  /** The English title, for a record that has been taken out since. */
  readonly title: string;
  /** Answers by the question's scale; empty when there is none. For an instrument the step that is new, for an update the first and the last day. */
  readonly before: string;
  readonly after: string;
  /** Since when it is so, or when it happened: a day, a month or a year; empty when that is not known. */
  readonly day: string;
  /** The day on which a consultation ends; empty for everything else. */
  readonly closes: string;
  /** Page of the record below the locale, with its anchor. */
  readonly path: string;
  /** First source, as its id. */
  readonly source: string;
  readonly provision: string;
}

/** A change that somebody may want to hear of. */
export interface Notice {
  readonly change: NoticeChange;
  readonly kind: string;
  readonly id: string;
  /** What it can be found by; see src/domain/watch.ts. */
  readonly features: readonly string[];
  readonly said: Said;
}

/** How many were written, and how many people and receivers wait for them. */
export interface Matched {
  readonly notices: number;
  readonly waiting: number;
  readonly deliveries: number;
}

// The watches that hang on a feature of the notice are found by their anchor; who needs nothing else is met already.
// The people are held: who is just ending their alerts is waited for and left out, and does not make the publication fail.
const WAIT = `
  WITH met AS MATERIALIZED (
    SELECT DISTINCT ON (w.person, n.id) w.person, n.id AS notice, w.id AS watch
      FROM desk.notice n
     CROSS JOIN unnest(n.features) AS f (feature)
      JOIN desk.watch w ON w.anchor = f.feature COLLATE "C"
     WHERE n.changeset = $1 AND w.confirmed IS NOT NULL AND (n.change <> 'recoding' OR w.recodings) AND (cardinality(w.needs) = 1 OR w.needs <@ n.features)
     ORDER BY w.person, n.id, w.id),
  here AS MATERIALIZED (SELECT id FROM desk.person WHERE id IN (SELECT person FROM met) FOR KEY SHARE)
  INSERT INTO desk.waiting (person, notice, watch)
  SELECT met.person, met.notice, met.watch FROM met JOIN here ON here.id = met.person
  ON CONFLICT DO NOTHING RETURNING 1`;

// Programs are told of amendments, and of recodings where they asked for them; people of updates too.
const DELIVER = `
  INSERT INTO desk.delivery (webhook, key, body)
  SELECT w.id, 'notice ' || n.id,
         jsonb_build_object('event', n.change, 'notice', n.id, 'changeset', n.changeset, 'kind', n.kind, 'id', n.record_id, 'recorded', n.created, 'said', n.said)
    FROM desk.notice n
    JOIN desk.webhook w ON w.needs <@ n.features
   WHERE n.changeset = $1 AND w.active AND (n.change = 'amendment' OR n.change = 'recoding' AND w.recodings)
     FOR KEY SHARE OF w
  ON CONFLICT DO NOTHING RETURNING 1`;

/**
 * Writes the notices of a changeset, and who is to be told of them: people with a confirmed watch whose needs are met, and
 * active webhooks. One statement each, however many watches there are.
 */
export async function writeNotices(tx: Tx, changeset: number, notices: readonly Notice[]): Promise<Matched> {
  if (notices.length === 0) return { notices: 0, waiting: 0, deliveries: 0 };
  await tx.copy("desk.notice", ["changeset", "change", "kind", "record_id", "features", "said"], rowsOf(changeset, notices));
  const [waiting] = await tx.all<{ count: number }>(`WITH told AS (${WAIT}) SELECT count(*) AS count FROM told`, [changeset]);
  const [deliveries] = await tx.all<{ count: number }>(`WITH told AS (${DELIVER}) SELECT count(*) AS count FROM told`, [changeset]);
  return { notices: notices.length, waiting: waiting?.count ?? 0, deliveries: deliveries?.count ?? 0 };
}

function* rowsOf(changeset: number, notices: readonly Notice[]): Generator<string[]> {
  for (const { change, kind, id, features, said } of notices) {
    yield [String(changeset), change, kind, id, `{${features.map((one) => `"${one.replace(/["\\]/g, "\\$&")}"`).join(",")}}`, JSON.stringify(said)];
  }
}

/** A notice as it was written down. */
export interface KeptNotice extends Omit<Notice, "id" | "features"> {
  readonly no: number;
  readonly record: string;
}
