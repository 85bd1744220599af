import type { Coding } from "../domain/coding.ts";
import type { Day } from "../domain/date.ts";
import type { SiteLocale } from "../domain/locale.ts";
import type { State } from "../domain/question.ts";
import type { Kind } from "../domain/record.ts";
import type { Observation, Row } from "../domain/statistic.ts";
import type { TreatyStatus } from "../domain/treaty.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Cause } from "./projection.ts";

/** The state of the record that a page was made from. */
export interface Revision {
  /** Number of the latest changeset; 0 for an empty store. */
  readonly id: number;
  /** When it was recorded, ISO 8601. */
  readonly recorded: string;
  /** Hash of the files that it came from. */
  readonly digest: string;
}

/** How one jurisdiction stands on one question on one day. A pair without any coding has no Answer at all: "not coded". */
export interface Answer {
  readonly jurisdiction: string;
  readonly question: string;
  /** The coding that speaks for the day; null means "not known for that day". */
  readonly coding: Coding | null;
  /** The next coding that starts after the day. */
  readonly next: Coding | null;
  /** The first day for which any coding of the pair speaks. */
  readonly since: Day;
}

/** One coding of a pair with the days for which it speaks, both included. */
export interface AnswerSpan {
  readonly jurisdiction: string;
  readonly question: string;
  readonly coding: Coding;
  /** Null when the coding speaks for no certain day. */
  readonly from: Day | null;
  /** Null while it lasts. */
  readonly to: Day | null;
}

/** Which pairs are meant: those of these questions, of these jurisdictions, or of both together. */
export interface PairFilter {
  readonly questions?: readonly string[];
  readonly jurisdictions?: readonly string[];
}

/** Numbers of jurisdictions by the state of their answer; a state that nobody has is left out. */
export type StateCounts = Readonly<Partial<Record<State, number>>>;

/** A day on which a coding starts to speak or no longer does. */
export interface ChangeDay {
  readonly day: Day;
  /** Whether the law is known to have changed; otherwise the record only begins to speak. */
  readonly law: boolean;
}

/** How the answers to one question came and went, by year. */
export interface QuestionYears {
  readonly question: string;
  /** Jurisdictions with a coding of any time. Those that are in none of the counts of a day are "not known" for it. */
  readonly coded: number;
  /** Oldest first: years at whose end the counts are others than a year before, with the counts on 31 December. */
  readonly years: ReadonlyArray<{ readonly year: number; readonly counts: StateCounts }>;
  /** The counts on the day that was asked about. */
  readonly on: StateCounts;
}

/** What is recorded about one place: answers of all whose law reaches it, its own treaty statuses and figures. */
export interface PlaceRows {
  readonly answers: readonly Answer[];
  readonly statuses: readonly TreatyStatus[];
  readonly observations: readonly Observation[];
}

export interface ObservationFilter {
  readonly dataset?: string;
  readonly jurisdiction?: string;
  readonly measure?: string;
  /** Any of these; all when left out. */
  readonly jurisdictions?: readonly string[];
  readonly measures?: readonly string[];
  readonly platforms?: readonly string[];
}

/** What occurs in the figures of a dataset, each value once, in code-unit order. */
export interface Extent {
  readonly measures: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly platforms: readonly string[];
  readonly categories: readonly string[];
  readonly periods: readonly string[];
}

/** One line of "what changed lately". */
export interface Change {
  readonly changeset: number;
  readonly recorded: string;
  readonly reason: string;
  readonly kind: Kind;
  readonly id: string;
  readonly action: "added" | "changed" | "removed";
}

/** One version of a record. */
export interface Version {
  readonly changeset: number;
  readonly recorded: string;
  readonly until: string | null;
  readonly role: string;
  readonly reason: string;
  readonly cause: Cause;
  /** The body as recorded; null when this version removed the record. */
  readonly body: unknown;
}

/** What was recorded at once: who changed the record in which role, why, and how much of it. */
export interface Changeset {
  readonly id: number;
  readonly recorded: string;
  readonly role: string;
  readonly reason: string;
  readonly cause: Cause;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Which changes are meant. What is left out does not matter. */
export interface ChangeFilter {
  /** Kind of the records that changed. */
  readonly kind?: Kind | undefined;
  readonly cause?: Cause | undefined;
  /**
   * amendment: the changeset was recorded because the law changed, or an answer in it says so of itself; recoding: because
   * it was read again. The first load, which added everything, is neither.
   */
  readonly change?: "amendment" | "recoding" | undefined;
}

/** A record that a changeset touched. The bodies are null where there was none, and when they were not asked for. */
export interface ChangedRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly action: Change["action"];
  /** What a coding says of itself: first, amendment, recoding. Null for every other kind, and for a removal. */
  readonly change: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** How many records of a kind a changeset added, changed or removed. */
export interface ChangeCount {
  readonly kind: Kind;
  readonly action: Change["action"];
  readonly count: number;
}

export interface Counts {
  /** Current records of each kind. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Codings by kind of question. Treaty codings are made from the statuses. */
  readonly codings: { readonly codebook: number; readonly ask: number; readonly treaty: number };
  /** Jurisdictions with at least one such coding. */
  readonly coded: { readonly codebook: number; readonly ask: number; readonly treaty: number };
  readonly observations: number;
}

export interface SearchQuery {
  readonly words: string;
  readonly locale: SiteLocale;
  /** Restrict to kinds, jurisdictions, topics. Place names found in the words are added by the search itself. */
  readonly kinds: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly topics: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

export interface Hit {
  readonly kind: string;
  readonly id: string;
  /** The question of a coding, the position of an ask or argument, the instrument of an obligation; else empty. */
  readonly of: string;
  readonly jurisdiction: string;
  readonly title: string;
  /** Parts of the passage; every second part (1, 3, …) is a match to highlight. */
  readonly passage: readonly string[];
  readonly lang: string;
}

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly Hit[];
  /** Facets of the whole result, with counts. */
  readonly facets: {
    readonly kinds: ReadonlyMap<string, number>;
    readonly jurisdictions: ReadonlyMap<string, number>;
    readonly topics: ReadonlyMap<string, number>;
  };
  /** What the query was understood as: places taken as filters, words corrected. */
  readonly places: readonly string[];
  readonly corrected: ReadonlyArray<readonly [typed: string, read: string]>;
  readonly words: readonly string[];
}

/** The days nearest to a day on which the law is known to have changed: before it, and after it. */
export interface LawSteps {
  readonly before?: Day | undefined;
  readonly after?: Day | undefined;
}

/** Kinds of records that say several dates, each of which may have come to be known on another day. */
export type DatedKind = "coding" | "instrument" | "treaty-status";

/** The one door out: everything that the site, the API and the command line read. */
export interface Reader {
  revision(): Promise<Revision>;
  catalogue(): Promise<Catalogue>;
  /** Answers of these jurisdictions to all questions on a day. */
  answersIn(jurisdictions: readonly string[], at: Day): Promise<Answer[]>;
  /** Answers of all jurisdictions to these questions on a day. */
  answersTo(questions: readonly string[], at: Day): Promise<Answer[]>;
  /** Every coding of every time of these pairs, by jurisdiction, question and start; those that speak for no day first. */
  spans(of: PairFilter): Promise<AnswerSpan[]>;
  /** How the answers to every question came and went, by year, and how they stand on a day: all questions that are coded, in the order of their ids. */
  adoption(at: Day): Promise<QuestionYears[]>;
  /** The days on which a coding of the question starts to speak or no longer does, oldest first. */
  changeDays(question: string): Promise<ChangeDay[]>;
  /** The days nearest to a day on which the law is known to have changed for any of these questions. */
  lawSteps(questions: readonly string[], at: Day): Promise<LawSteps>;
  /** How many jurisdictions have a coding, by question. */
  coverage(): Promise<ReadonlyMap<string, number>>;
  /** Answers of the jurisdictions in `reach` on a day, with the treaty statuses and the figures of `code`: all at once. */
  place(code: string, reach: readonly string[], at: Day): Promise<PlaceRows>;
  statuses(filter: { treaty?: string; jurisdiction?: string }): Promise<TreatyStatus[]>;
  observations(filter: ObservationFilter): Promise<Observation[]>;
  /** What occurs in the figures of a dataset; read once a revision. */
  extent(dataset: string): Promise<Extent>;
  /** Rows of a statistics file as they stand in it. `limit` 0 gives all. */
  rows(dataset: string, limit: number, offset: number): Promise<{ total: number; rows: Row[] }>;
  changes(limit: number): Promise<Change[]>;
  /** Changesets, newest first; `total` counts all that fit. `limit` 0 gives all. */
  changesets(filter: ChangeFilter, limit: number, offset: number): Promise<{ total: number; changesets: Changeset[] }>;
  /** One changeset; null when there is none of this number. */
  changeset(id: number): Promise<Changeset | null>;
  /** How many records of each kind a changeset touched. */
  changeCounts(changeset: number, filter: ChangeFilter): Promise<ChangeCount[]>;
  /** Records that a changeset touched, with their bodies before and after, in the record's order. */
  changedRecords(changeset: number, filter: ChangeFilter, limit: number, offset: number): Promise<ChangedRecord[]>;
  /** All records that a changeset touched, without bodies. */
  changedIds(changeset: number, filter: ChangeFilter): Promise<ChangedRecord[]>;
  /** Every version of a record, oldest first; empty when there never was one. */
  history(kind: Kind, id: string): Promise<Version[]>;
  /**
   * When the record first said each date of these records, ISO 8601, by the words that name it: `<id> <from>` and
   * `<id> <to> ends` of codings, `<id> <date> <stage>` of instruments, `<id> <date>` of treaty statuses.
   */
  saidSince(kind: DatedKind, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** When these records were last written, ISO 8601, by id. */
  recordedOn(kind: Kind, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  counts(): Promise<Counts>;
  /** The revision that stood at the end of a day (UTC), or the one of this number; null when there was none. */
  revisionOn(known: Day | number): Promise<Revision | null>;
  /** The record as it stood at an earlier revision. */
  asKnown(revision: Revision): Reader;
}
