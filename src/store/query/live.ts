import type pg from "pg";
import type { Catalogue } from "../catalogue.ts";
import type { Counts, Extent, QuestionYears, Reader, Revision } from "../reader.ts";
import { sqlOf, transaction } from "../sql.ts";
import { adoption, changeDays, lawSteps } from "./adoption.ts";
import { answersIn, answersTo, coverage, spans } from "./answers.ts";
import { keepBodies } from "./body.ts";
import { changeCounts, changedIds, changedRecords, changeset, changesets } from "./changeset.ts";
import { counts } from "./counts.ts";
import { extent, observations, rows } from "./figures.ts";
import { changes, history, revision, revisionOn } from "./history.ts";
import { keptIn } from "./keep.ts";
import { pastReader } from "./past.ts";
import { type Places, place } from "./place.ts";
import { readCatalogue } from "./records.ts";
import { recordedOn, saidSince } from "./said.ts";
import { statuses } from "./statuses.ts";

/** Tells whether the last known revision may still be used without asking the database. */
export interface Freshness {
  /** True while the connection that listens for changesets stands. */
  readonly listening: () => boolean;
  /** Number that grows with every changeset heard of. */
  readonly heard: () => number;
}

interface AtRevision {
  readonly revision: Revision;
  readonly places: Places;
  /** Counts of answers by year, by the day about which was asked. */
  readonly curves: Map<string, Promise<QuestionYears[]>>;
  readonly extents: Map<string, Promise<Extent>>;
  catalogue?: Promise<Catalogue>;
  counts?: Promise<Counts>;
  coverage?: Promise<ReadonlyMap<string, number>>;
}

/** Earlier revisions that are kept at hand; each holds a catalogue of its own. */
const MOST_PASTS = 3;

/** Datasets of which the extent is kept. */
const MOST_EXTENTS = 100;

/** Days of which the curves of all questions are kept. */
const MOST_DAYS = 20;

/** The reader of a running store. What is the same for all readers of a revision is worked out once. */
export function liveReader(pool: pg.Pool, freshness: Freshness): Reader {
  const sql = sqlOf(pool);
  const bodies = keepBodies(sql);
  /** Earlier revisions, least recently asked for first. What was recorded then never changes. */
  const pasts = new Map<number, Reader>();
  let known: { heard: number; at: AtRevision } | null = null;
  let asking: { heard: number; at: Promise<AtRevision> } | null = null;

  async function ask(heard: number): Promise<AtRevision> {
    const found = await revision(sql);
    const at = known && known.at.revision.id === found.id ? known.at : { revision: found, places: new Map(), curves: new Map(), extents: new Map() };
    if (at !== known?.at) bodies.forget();
    known = { heard, at };
    return at;
  }

  async function now(): Promise<AtRevision> {
    const heard = freshness.heard();
    if (known && freshness.listening() && known.heard === heard) return known.at;
    if (asking?.heard === heard) return asking.at;
    const mine = { heard, at: ask(heard) };
    asking = mine;
    return mine.at.finally(() => {
      if (asking === mine) asking = null;
    });
  }

  /** A value of this revision; a failed attempt is not kept. */
  async function once<K extends "catalogue" | "counts" | "coverage">(
    key: K,
    make: () => NonNullable<AtRevision[K]>,
  ): Promise<Awaited<NonNullable<AtRevision[K]>>> {
    const at = await now();
    const value = at[key] ?? make();
    at[key] = value;
    try {
      return await value;
    } catch (error) {
      delete at[key];
      throw error;
    }
  }

  return {
    revision: async () => (await now()).revision,
    catalogue: () => once("catalogue", () => transaction(pool, readCatalogue, "ISOLATION LEVEL REPEATABLE READ READ ONLY")),
    answersIn: (jurisdictions, at) => answersIn(sql, bodies, jurisdictions, at),
    answersTo: (questions, at) => answersTo(sql, bodies, questions, at),
    spans: (of) => spans(sql, bodies, of),
    adoption: async (at) => keptIn((await now()).curves, at, MOST_DAYS, () => adoption(sql, at)),
    changeDays: (question) => changeDays(sql, question),
    lawSteps: (questions, at) => lawSteps(sql, questions, at),
    coverage: () => once("coverage", () => coverage(sql)),
    place: async (code, reach, at) => place(sql, bodies, (await now()).places, code, reach, at),
    statuses: (filter) => statuses(sql, filter),
    observations: (filter) => observations(sql, filter),
    async extent(dataset) {
      return keptIn((await now()).extents, dataset, MOST_EXTENTS, () => extent(sql, dataset));
    },
    rows: (dataset, limit, offset) => rows(sql, dataset, limit, offset),
    changes: (limit) => changes(sql, limit),
    changesets: (filter, limit, offset) => changesets(sql, filter, limit, offset),
    changeset: (id) => changeset(sql, id),
    changeCounts: (id, filter) => changeCounts(sql, id, filter),
    changedRecords: (id, filter, limit, offset) => changedRecords(sql, id, filter, limit, offset),
    changedIds: (id, filter) => changedIds(sql, id, filter),
    history: (kind, id) => history(sql, kind, id),
    saidSince: (kind, ids) => saidSince(sql, kind, ids),
    recordedOn: (kind, ids) => recordedOn(sql, kind, ids),
    counts: () => once("counts", () => counts(sql)),
    revisionOn: (known) => revisionOn(sql, known),
    asKnown: (past) => {
      const kept = pasts.get(past.id) ?? pastReader(sql, past);
      pasts.delete(past.id);
      if (pasts.size >= MOST_PASTS) pasts.delete(pasts.keys().next().value ?? 0);
      pasts.set(past.id, kept);
      return kept;
    },
  };
}
