import type { Instrument } from "../../domain/instrument.ts";
import { ACTORS, DUTIES, type Obligation } from "../../domain/obligation.ts";
import { choice, day, type Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";

/** Whether a duty applies on a day: "unknown" when its first day of application is not in the record. */
export type Force = "applies" | "later" | "ended" | "unknown";

export interface ObligationLine {
  readonly obligation: Obligation;
  readonly instrument: Instrument | undefined;
  readonly force: Force;
}

export interface ObligationList {
  readonly lines: readonly ObligationLine[];
  /** Duties of bodies whose law reaches the chosen place, such as the EU: not in the list. */
  readonly above: ReadonlyArray<{ readonly jurisdiction: string; readonly count: number }>;
}

/**
 * Duties of platforms by place. Parameters: place, duty, actor, topic (of the instrument), on (a day on which the duty
 * applies; duties without a known first day are kept, marked). Throws a Fault for a value that is none.
 */
export function obligationList(inquiry: Inquiry): ObligationList {
  const { catalogue, query, today } = inquiry;
  const place = choice(query, "place", [...catalogue.jurisdictions.keys()]);
  const duty = choice(query, "duty", DUTIES);
  const actor = choice(query, "actor", ACTORS);
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const on = day(query, "on");
  const order = byName(inquiry);
  const matching = [...catalogue.obligations.values()]
    .map((obligation) => obligationLine(inquiry, obligation, on || today))
    .filter(
      ({ obligation, instrument, force }) =>
        (!duty || obligation.duty === duty) &&
        (!actor || obligation.actors.includes(actor)) &&
        (!topic || (instrument?.topics.includes(topic) ?? false)) &&
        (!on || force === "applies" || force === "unknown"),
    );
  const lines = matching
    .filter((line) => !place || line.obligation.jurisdiction === place)
    .sort(
      (a, b) =>
        order(a.obligation.jurisdiction, b.obligation.jurisdiction) ||
        DUTIES.indexOf(a.obligation.duty) - DUTIES.indexOf(b.obligation.duty) ||
        (a.obligation.id < b.obligation.id ? -1 : 1),
    );
  const above = place
    ? catalogue
        .reachOf(place, on || today)
        .slice(1)
        .map((code) => ({ jurisdiction: code, count: matching.filter((line) => line.obligation.jurisdiction === code).length }))
        .filter((one) => one.count > 0)
    : [];
  return { lines, above };
}

/** One duty; null when there is none of this id. */
export function obligationView(inquiry: Inquiry, id: string): ObligationLine | null {
  const obligation = inquiry.catalogue.obligations.get(id);
  return obligation ? obligationLine(inquiry, obligation, inquiry.at) : null;
}

function obligationLine(inquiry: Inquiry, obligation: Obligation, on: string): ObligationLine {
  return { obligation, instrument: inquiry.catalogue.instruments.get(obligation.instrument), force: forceOf(obligation, on) };
}

/** Whether a duty applies on a day. An end without a start still ends it. */
function forceOf(obligation: Pick<Obligation, "from" | "to">, on: string): Force {
  if (obligation.to && obligation.to < on) return "ended";
  if (!obligation.from) return "unknown";
  return obligation.from <= on ? "applies" : "later";
}
