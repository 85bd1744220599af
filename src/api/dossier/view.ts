import { ahead, dutyEvents, type Event, stageEvents, updateEvents } from "../../analysis/timeline.ts";
import type { Claim } from "../../domain/claim.ts";
import { firstDay } from "../../domain/date.ts";
import type { Instrument, Stage } from "../../domain/instrument.ts";
import { inTime, type Phase, phasesOf, statusOn } from "../../domain/life.ts";
import type { Obligation } from "../../domain/obligation.ts";
import type { Question } from "../../domain/question.ts";
import type { UPDATE_KINDS, Update } from "../../domain/update.ts";
import type { AnswerSpan } from "../../store/reader.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { scopeOf } from "../instrument/view.ts";
import { byName, latestFirst } from "../order.ts";
import { type Debate, debatesOf } from "./debate.ts";
import { membersOf, type Near, nearOf } from "./members.ts";

/** An instrument of a dossier with its life. */
export interface Member {
  readonly instrument: Instrument;
  /** Where it stood on the day of the inquiry; null when it had no step yet. */
  readonly status: Instrument["status"] | null;
  readonly phases: readonly Phase[];
}

/** A step of one of the instruments. */
export interface MemberStage {
  readonly instrument: Instrument;
  readonly stage: Stage;
}

/** What a sort of update is for a reader who follows a law in the making. */
export const UPDATE_GROUPS = {
  consultations: ["consultation"],
  campaigns: ["open-letter", "petition", "campaign"],
  statements: ["statement"],
  hearings: ["hearing", "testimony"],
  rulings: ["ruling"],
  course: ["emerging-issue", "entry-into-force", "guidance"],
  data: ["data-release", "fact-check"],
} as const satisfies Readonly<Record<string, ReadonlyArray<(typeof UPDATE_KINDS)[number]>>>;
export type UpdateGroup = keyof typeof UPDATE_GROUPS;

/** An answer that rests on an instrument of the dossier, with the days for which it speaks. */
export interface RestingAnswer {
  readonly span: AnswerSpan;
  readonly question: Question;
}

export interface DossierView {
  readonly lead: Instrument;
  readonly members: readonly Member[];
  readonly topics: readonly string[];
  /** Steps of all instruments together, the oldest first. */
  readonly stages: readonly MemberStage[];
  /** What lies after the day of the inquiry, the soonest first. */
  readonly next: readonly Event[];
  readonly obligations: readonly Obligation[];
  readonly debates: readonly Debate[];
  /** Updates that name an instrument of the dossier, newest first, by group. */
  readonly updates: ReadonlyMap<UpdateGroup, readonly Update[]>;
  /** Updates that name no instrument, on a topic of the dossier, of its places or of a body above states. */
  readonly around: readonly Update[];
  readonly claims: readonly Claim[];
  readonly resting: readonly RestingAnswer[];
  readonly near: readonly Near[];
}

/** Everything in the record about a law and those that belong with it; null when there is no such instrument. */
export async function dossierView(inquiry: Inquiry, id: string): Promise<DossierView | null> {
  const { catalogue, reader, at, today } = inquiry;
  const members = membersOf(catalogue, id);
  const lead = members[0];
  if (!lead) return null;
  const own = new Set(members.map((one) => one.id));
  const resting = await restingOn(inquiry, members, own, reader);
  const updates = [...catalogue.updates.values()].filter((one) => one.instruments.some((instrument) => own.has(instrument))).sort(latestFirst);
  // Seen from a past day, what had not happened yet stands under what came next, not under what happened.
  const happened = updates.filter((one) => at >= today || one.date <= at);
  const around = aroundOf(inquiry, members).filter((one) => at >= today || one.date <= at);
  const obligations = [...catalogue.obligations.values()].filter((one) => own.has(one.instrument));
  const places = [...new Set([...members.map((one) => one.jurisdiction), ...updates.flatMap((one) => one.jurisdictions)])];
  return {
    lead,
    members: members.map((instrument) => ({ instrument, status: statusOn(instrument, at, today), phases: phasesOf(instrument) })),
    topics: [...catalogue.topics.keys()].filter((topic) => members.some((one) => one.topics.includes(topic))),
    stages: members
      .flatMap((instrument) => inTime(instrument.stages).map((stage) => ({ instrument, stage })))
      .sort((a, b) => compare(firstDay(a.stage.date), firstDay(b.stage.date))),
    next: ahead([...stageEvents(members), ...dutyEvents(obligations), ...updateEvents(updates, places)], at),
    obligations,
    debates: debatesOf(inquiry, members, new Set(resting.map((one) => one.question.id))),
    updates: grouped(happened),
    around,
    claims: [...catalogue.claims.values()].filter((claim) =>
      claim.updates.some((update) => happened.some((one) => one.id === update) || around.some((one) => one.id === update)),
    ),
    resting,
    near: nearOf(
      catalogue,
      members,
      happened,
      resting.map(({ span }) => span.coding),
    ),
  };
}

async function restingOn(inquiry: Inquiry, members: readonly Instrument[], own: ReadonlySet<string>, reader: Inquiry["reader"]): Promise<RestingAnswer[]> {
  const scope = [...new Set(members.flatMap((one) => scopeOf(inquiry, one.jurisdiction)))];
  const order = byName(inquiry);
  return (await reader.spans({ jurisdictions: scope }))
    .filter(({ coding }) => coding.citations.some((citation) => own.has(citation.instrument)))
    .flatMap((span) => {
      const question = inquiry.catalogue.questions.get(span.question);
      return question ? [{ span, question }] : [];
    })
    .sort((a, b) => order(a.span.jurisdiction, b.span.jurisdiction) || a.question.order - b.question.order || compare(a.span.from ?? "", b.span.from ?? ""));
}

/** Kinds of body above states other than the EU, whose rulings and statements reach into debates everywhere. */
const ABOVE: ReadonlySet<string> = new Set(["supranational", "organisation"]);

function aroundOf({ catalogue }: Inquiry, members: readonly Instrument[]): Update[] {
  const places = new Set(members.map((one) => one.jurisdiction));
  const topics = new Set(members.flatMap((one) => one.topics));
  return [...catalogue.updates.values()]
    .filter(
      (one) =>
        one.instruments.length === 0 &&
        one.topics.every((topic) => topics.has(topic)) &&
        one.jurisdictions.some((code) => places.has(code) || (ABOVE.has(catalogue.jurisdictions.get(code)?.kind ?? "") && code !== "EU")),
    )
    .sort(latestFirst);
}

function grouped(updates: readonly Update[]): Map<UpdateGroup, Update[]> {
  const groups = new Map<UpdateGroup, Update[]>();
  for (const group of Object.keys(UPDATE_GROUPS) as UpdateGroup[]) {
    const kinds: readonly string[] = UPDATE_GROUPS[group];
    groups.set(
      group,
      updates.filter((one) => kinds.includes(one.kind)),
    );
  }
  return groups;
}

/** A dossier in the list: its instruments, and how much the record holds about them. */
export interface DossierLine {
  readonly lead: Instrument;
  readonly members: readonly Instrument[];
  /** Where the leading one stood on the day of the inquiry; null when it had no step yet. */
  readonly status: Instrument["status"] | null;
  readonly updates: number;
  readonly obligations: number;
}

/** The first dossiers of the list: those that were put together by hand. */
const FIRST: readonly string[] = ["eu-csa-regulation-proposal", "us-report-act-2024", "us-take-it-down-act-2025"];

/** Dossiers with several instruments or with updates, the fullest first after the first three. Parameter: place. */
export function dossierList(inquiry: Inquiry): DossierLine[] {
  const { catalogue, query } = inquiry;
  const place = choice(query, "place", [...catalogue.jurisdictions.keys()]);
  const lines: DossierLine[] = [];
  for (const lead of catalogue.instruments.values()) {
    if (lead.dossier) continue;
    const members = membersOf(catalogue, lead.id);
    const own = new Set(members.map((one) => one.id));
    const updates = [...catalogue.updates.values()].filter((one) => one.instruments.some((id) => own.has(id))).length;
    const obligations = [...catalogue.obligations.values()].filter((one) => own.has(one.instrument)).length;
    if (members.length < 2 && updates === 0) continue;
    if (place && lead.jurisdiction !== place) continue;
    lines.push({ lead, members, status: statusOn(lead, inquiry.at, inquiry.today), updates, obligations });
  }
  const rank = (line: DossierLine) => (FIRST.includes(line.lead.id) ? FIRST.indexOf(line.lead.id) : FIRST.length);
  const weight = (line: DossierLine) => line.updates + line.obligations + line.members.length;
  return lines.sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a) || compare(a.lead.id, b.lead.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
