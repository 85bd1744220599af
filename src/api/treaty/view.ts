import { codingsOf, type Treaty, type TreatyStatus } from "../../domain/treaty.ts";
import { answerOn, answerSpan } from "../../store/span.ts";
import type { Inquiry } from "../inquiry.ts";
import { choice } from "../inquiry.ts";
import { byName } from "../order.ts";

/** How a row of a status list stands on a day; "not-known" before the first day for which it speaks. */
export const TREATY_STATUSES = ["party", "signatory", "not-party", "unconfirmed", "not-known"] as const;
export type TreatyStanding = (typeof TREATY_STATUSES)[number];
type StatusCounts = Readonly<Record<TreatyStanding, number>>;

/** A row of a status list with how it stands on the inquiry's day. */
export type StandingStatus = TreatyStatus & { readonly on: TreatyStanding };

export interface TreatyLine {
  readonly treaty: Treaty;
  readonly counts: StatusCounts;
  /** Rows of the status list. */
  readonly rows: number;
  /** Dates of the status lists that were read, oldest first; a treaty's rows can come from several. */
  readonly asOf: readonly string[];
}

/** The treaties in the record's order. Parameter: topic. */
export async function treatyList(inquiry: Inquiry): Promise<TreatyLine[]> {
  const { catalogue, reader, query } = inquiry;
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const byTreaty = groupBy((await reader.statuses({})).map((one) => standing(inquiry, one)));
  return [...catalogue.treaties.values()]
    .filter((treaty) => !topic || treaty.topics.includes(topic))
    .map((treaty) => lineOf(treaty, byTreaty.get(treaty.id) ?? []));
}

/** For today the list itself says it; for another day its dates do. */
function standing({ at, today }: Inquiry, status: TreatyStatus): StandingStatus {
  if (at === today) return { ...status, on: status.status };
  const { coding } = answerOn(codingsOf(status, status.treaty).map(answerSpan), at);
  return { ...status, on: TREATY_STATUSES.find((one) => one === coding?.answer) ?? "not-known" };
}

function groupBy(statuses: readonly StandingStatus[]): Map<string, StandingStatus[]> {
  const groups = new Map<string, StandingStatus[]>();
  for (const one of statuses) {
    const group = groups.get(one.treaty);
    if (group) group.push(one);
    else groups.set(one.treaty, [one]);
  }
  return groups;
}

function lineOf(treaty: Treaty, statuses: readonly StandingStatus[]): TreatyLine {
  const counts = { party: 0, signatory: 0, "not-party": 0, unconfirmed: 0, "not-known": 0 };
  for (const one of statuses) counts[one.on]++;
  return { treaty, counts, rows: statuses.length, asOf: [...new Set(statuses.map((one) => one.asOf).filter(Boolean))].sort() };
}

export interface TreatyView extends TreatyLine {
  /** All rows of the status list, by name of the jurisdiction. */
  readonly statuses: readonly StandingStatus[];
  /** Rows with a note that is not shared by most others: reservations, declarations, doubts. */
  readonly noted: number;
}

/** One treaty with its whole status list; null when there is none of this id. */
export async function treatyView(inquiry: Inquiry, id: string): Promise<TreatyView | null> {
  const treaty = inquiry.catalogue.treaties.get(id);
  if (!treaty) return null;
  const order = byName(inquiry);
  const statuses = (await inquiry.reader.statuses({ treaty: id })).map((one) => standing(inquiry, one)).sort((a, b) => order(a.jurisdiction, b.jurisdiction));
  return { ...lineOf(treaty, statuses), statuses, noted: statuses.filter((one) => one.note !== "").length };
}
