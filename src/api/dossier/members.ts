import type { Coding } from "../../domain/coding.ts";
import { firstDay } from "../../domain/date.ts";
import type { Instrument } from "../../domain/instrument.ts";
import { inTime } from "../../domain/life.ts";
import type { Update } from "../../domain/update.ts";
import type { Catalogue } from "../../store/catalogue.ts";

/** The instruments of a dossier: the one that leads it, then the others by their first step. */
export function membersOf(catalogue: Catalogue, id: string): Instrument[] {
  const named = catalogue.instruments.get(id);
  const lead = named && (catalogue.instruments.get(named.dossier ?? id) ?? named);
  if (!lead) return [];
  const others = [...catalogue.instruments.values()].filter((one) => one.id !== lead.id && one.dossier === lead.id);
  return [lead, ...others.sort((a, b) => compare(beginning(a), beginning(b)) || compare(a.id, b.id))];
}

/** Why an instrument outside the dossier is near it. */
export interface Near {
  readonly instrument: Instrument;
  /** Updates that name it together with an instrument of the dossier. */
  readonly updates: number;
  /** Answers that cite it together with an instrument of the dossier. */
  readonly answers: number;
}

/** Instruments that updates or answers name together with those of the dossier, the nearest first. */
export function nearOf(catalogue: Catalogue, members: readonly Instrument[], updates: readonly Update[], codings: readonly Coding[]): Near[] {
  const own = new Set(members.map((one) => one.id));
  const counts = new Map<string, { updates: number; answers: number }>();
  const count = (ids: Iterable<string>, what: "updates" | "answers") => {
    for (const id of new Set(ids)) {
      if (id === "" || own.has(id)) continue;
      const held = counts.get(id) ?? { updates: 0, answers: 0 };
      held[what] += 1;
      counts.set(id, held);
    }
  };
  for (const one of updates) count(one.instruments, "updates");
  for (const one of codings)
    count(
      one.citations.map((citation) => citation.instrument),
      "answers",
    );
  return [...counts]
    .flatMap(([id, held]) => {
      const instrument = catalogue.instruments.get(id);
      return instrument ? [{ instrument, ...held }] : [];
    })
    .sort((a, b) => b.updates + b.answers - a.updates - a.answers || compare(a.instrument.id, b.instrument.id));
}

function beginning(instrument: Instrument): string {
  const first = inTime(instrument.stages)[0];
  return first ? firstDay(first.date) : "9999-12-31";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
