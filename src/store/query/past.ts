import { observationsOf } from "../../dataset/observation.ts";
import type { Coding } from "../../domain/coding.ts";
import { type State, stateOf } from "../../domain/question.ts";
import { type AtlasRecord, KINDS, type Kind, type Kinds } from "../../domain/record.ts";
import type { Observation, Row } from "../../domain/statistic.ts";
import { codingsOf, type TreatyStatus } from "../../domain/treaty.ts";
import { CATALOGUE_KINDS, type Catalogue } from "../catalogue.ts";
import type { AnswerSpan, Counts, PairFilter, Reader, Revision } from "../reader.ts";
import { answerSpan, answersOn, inOrder, lawDays, stepsAmong } from "../span.ts";
import type { Sql } from "../sql.ts";
import { adoptionOf, daysOf } from "./adoption.ts";
import { changeCounts, changedIds, changedRecords, changeset, changesets } from "./changeset.ts";
import { extentOf } from "./figures.ts";
import { changes, history, revisionOn } from "./history.ts";
import { catalogueOf } from "./records.ts";
import { recordedOn, saidSince } from "./said.ts";

/** The versions that stood when a changeset had been recorded. `$1` is its number. */
const STOOD = `record.version v
    JOIN record.changeset known ON known.id = $1
   WHERE v.recorded_from <= known.recorded AND (v.recorded_to IS NULL OR v.recorded_to > known.recorded) AND v.body IS NOT NULL`;

/**
 * The record as it stood at an earlier revision. It is read from the versions and worked out by the same rules that make
 * the tables of today, so it costs more than reading today's; what it keeps is gone when it is.
 */
export function pastReader(sql: Sql, revision: Revision): Reader {
  const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | null = null;
    return () => {
      made ??= make().catch((error: unknown) => {
        made = null;
        throw error;
      });
      return made;
    };
  };
  const bodies = async <K extends Kind>(kind: K): Promise<Array<Kinds[K]>> =>
    (await sql.all<{ body: Kinds[K] }>(`SELECT v.body FROM ${STOOD} AND v.kind = $2 ORDER BY v.record_id`, [revision.id, kind])).map((row) => row.body);

  const catalogue = once(async () =>
    catalogueOf(
      (await sql.all<{ kind: Kind; id: string; body: Kinds[Kind] }>(`SELECT v.kind, v.record_id AS id, v.body FROM ${STOOD} AND v.kind = ANY ($2::text[])`, [
        revision.id,
        CATALOGUE_KINDS,
      ])) as AtlasRecord[],
    ),
  );
  const allStatuses = once(() => bodies("treaty-status"));
  const allObservations = once(async () => observed(await bodies("row"), await catalogue()));
  const counted = once(async () => counts(sql, revision, await spans({}), await allObservations(), await catalogue()));

  async function spans(of: PairFilter): Promise<AnswerSpan[]> {
    const { questions, treaties } = await catalogue();
    const rows = await sql.all<{ body: Coding }>(
      `SELECT v.body FROM ${STOOD} AND v.kind = 'coding'
          AND ($2::text[] IS NULL OR v.body->>'question' = ANY ($2)) AND ($3::text[] IS NULL OR v.body->>'jurisdiction' = ANY ($3))`,
      [revision.id, of.questions ?? null, of.jurisdictions ?? null],
    );
    const own = rows.map((row) => row.body);
    const made = (await allStatuses()).flatMap((one) => codingsOf(one, treaties.get(one.treaty)?.question ?? ""));
    const asked = (one: Coding): boolean =>
      (of.questions?.includes(one.question) ?? true) && (of.jurisdictions?.includes(one.jurisdiction) ?? true) && questions.has(one.question);
    return [...own, ...made].filter(asked).map(answerSpan).sort(inOrder);
  }

  const statuses = async (filter: { treaty?: string; jurisdiction?: string }): Promise<TreatyStatus[]> =>
    (await allStatuses()).filter((one) => fits(filter.treaty, one.treaty) && fits(filter.jurisdiction, one.jurisdiction));

  const observations: Reader["observations"] = async (filter) =>
    (await allObservations()).filter(
      (one) =>
        fits(filter.dataset, one.dataset) &&
        fits(filter.jurisdiction, one.jurisdiction) &&
        fits(filter.measure, one.measure) &&
        (filter.jurisdictions?.includes(one.jurisdiction) ?? true) &&
        (filter.measures?.includes(one.measure) ?? true) &&
        (filter.platforms?.includes(one.platform) ?? true),
    );

  return {
    revision: async () => revision,
    catalogue,
    spans,
    statuses,
    observations,
    extent: async (dataset) => extentOf(await observations({ dataset })),
    answersIn: async (jurisdictions, at) => answersOn(await spans({ jurisdictions }), at),
    answersTo: async (questions, at) => answersOn(await spans({ questions }), at),
    async adoption(at) {
      const { questions, scales } = await catalogue();
      const state = ({ question, answer }: Coding): State => {
        const scale = scales.get(questions.get(question)?.scale ?? "");
        return (scale && stateOf(scale, answer)) ?? "unclear";
      };
      return adoptionOf(await spans({}), state, at);
    },
    lawSteps: async (questions, at) => stepsAmong(lawDays(await spans({ questions })), at),
    changeDays: async (question) => daysOf(await spans({ questions: [question] })),
    async coverage() {
      const pairs = new Set((await spans({})).map((one) => `${one.question} ${one.jurisdiction}`));
      const numbers = new Map<string, number>();
      for (const pair of pairs) {
        const question = pair.slice(0, pair.indexOf(" "));
        numbers.set(question, (numbers.get(question) ?? 0) + 1);
      }
      return numbers;
    },
    async place(code, reach, at) {
      const [answers, own, figures] = await Promise.all([
        spans({ jurisdictions: reach }),
        statuses({ jurisdiction: code }),
        observations({ jurisdiction: code }),
      ]);
      return { answers: answersOn(answers, at), statuses: own, observations: figures };
    },
    async rows(dataset, limit, offset) {
      const held = (await bodies("row")).filter((one) => one.dataset === dataset);
      return { total: held.length, rows: held.slice(offset, limit > 0 ? offset + limit : undefined) };
    },
    changes: (limit) => changes(sql, limit, revision.id),
    changesets: (filter, limit, offset) => changesets(sql, filter, limit, offset, revision.id),
    changeset: (id) => changeset(sql, id, revision.id),
    changeCounts: (id, filter) => changeCounts(sql, id, filter, revision.id),
    changedRecords: (id, filter, limit, offset) => changedRecords(sql, id, filter, limit, offset, revision.id),
    changedIds: (id, filter) => changedIds(sql, id, filter, revision.id),
    history: (kind, id) => history(sql, kind, id, revision.id),
    saidSince: (kind, ids) => saidSince(sql, kind, ids, revision.id),
    recordedOn: (kind, ids) => recordedOn(sql, kind, ids, revision.id),
    counts: counted,
    revisionOn: (known) => revisionOn(sql, known),
    asKnown: (earlier) => pastReader(sql, earlier),
  };
}

/** Tells whether a value is the one asked for, or none is asked for. */
function fits(asked: string | undefined, value: string): boolean {
  return asked === undefined || asked === value;
}

function observed(rows: readonly Row[], catalogue: Catalogue): Observation[] {
  return rows.flatMap((row) => {
    const dataset = catalogue.datasets.get(row.dataset);
    return dataset ? [...observationsOf(row, dataset)] : [];
  });
}

async function counts(sql: Sql, revision: Revision, spans: readonly AnswerSpan[], observations: readonly Observation[], catalogue: Catalogue): Promise<Counts> {
  const rows = await sql.all<{ kind: Kind; count: number }>(`SELECT v.kind, count(*) AS count FROM ${STOOD} GROUP BY v.kind`, [revision.id]);
  const held = new Map(rows.map((row) => [row.kind, row.count]));
  const codings = { codebook: 0, ask: 0, treaty: 0 };
  const places = { codebook: new Set<string>(), ask: new Set<string>(), treaty: new Set<string>() };
  for (const one of spans) {
    const kind = catalogue.questions.get(one.question)?.kind;
    if (!kind) continue;
    codings[kind] += 1;
    places[kind].add(one.jurisdiction);
  }
  return {
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, held.get(kind) ?? 0])) as Record<Kind, number>,
    codings,
    coded: { codebook: places.codebook.size, ask: places.ask.size, treaty: places.treaty.size },
    observations: observations.length,
  };
}
