import { type Commitment, RECORDS } from "../../domain/commitment.ts";
import { firstDay } from "../../domain/date.ts";
import type { Update } from "../../domain/update.ts";
import { choice, type Inquiry, text } from "../inquiry.ts";
import { folded, latestFirst } from "../order.ts";

/**
 * What became of a commitment: what the last source says that says more than that something was reported; "reported" when
 * no source says more, "none" when none has spoken.
 */
export const STANDINGS = [...RECORDS, "none"] as const;
export type Standing = (typeof STANDINGS)[number];

export type Later = Commitment["later"][number];

export interface CommitmentLine {
  readonly commitment: Commitment;
  /** What sources had said by the inquiry's day, oldest first, each with its place in the record. */
  readonly later: ReadonlyArray<{ readonly entry: Later; readonly index: number }>;
  readonly standing: Standing;
  /** The entry that the standing is from. */
  readonly latest: Later | null;
}

/** Commitments, newest first. Parameters: company (part of its name), topic, record. Throws a Fault for a value that is none. */
export function commitmentList(inquiry: Inquiry): CommitmentLine[] {
  const { catalogue, query, at, today } = inquiry;
  const company = folded(text(query, "company"));
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const record = choice(query, "record", STANDINGS);
  return [...catalogue.commitments.values()]
    .filter((one) => at >= today || firstDay(one.date) <= at)
    .sort(latestFirst)
    .map((one) => commitmentLine(inquiry, one))
    .filter(
      ({ commitment, standing }) =>
        (!company || folded(commitment.company).includes(company)) && (!topic || commitment.topics.includes(topic)) && (!record || standing === record),
    );
}

function commitmentLine({ at, today }: Pick<Inquiry, "at" | "today">, commitment: Commitment): CommitmentLine {
  const later = commitment.later
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => at >= today || firstDay(entry.date) <= at)
    .sort((a, b) => a.entry.date.localeCompare(b.entry.date) || a.index - b.index);
  const entries = later.map(({ entry }) => entry);
  const latest = entries.findLast((entry) => entry.record !== "reported") ?? entries.at(-1) ?? null;
  return { commitment, later, latest, standing: latest?.record ?? "none" };
}

/** Commitments about an instrument, newest first. */
export function commitmentsAbout(inquiry: Pick<Inquiry, "catalogue" | "at" | "today">, instrument: string): CommitmentLine[] {
  const { catalogue, at, today } = inquiry;
  return [...catalogue.commitments.values()]
    .filter((one) => one.instruments.includes(instrument) && (at >= today || firstDay(one.date) <= at))
    .sort(latestFirst)
    .map((one) => commitmentLine(inquiry, one));
}

export interface CommitmentView extends CommitmentLine {
  readonly updates: readonly Update[];
}

/** One commitment with what surrounds it; null when there is none of this id. */
export function commitmentView(inquiry: Inquiry, id: string): CommitmentView | null {
  const commitment = inquiry.catalogue.commitments.get(id);
  if (!commitment) return null;
  return { ...commitmentLine(inquiry, commitment), updates: commitment.updates.flatMap((one) => inquiry.catalogue.updates.get(one) ?? []) };
}
