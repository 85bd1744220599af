import type { Instrument } from "../../domain/instrument.ts";
import { ACTORS, APPLIES, type Applies, appliesOn, DUTIES, type Obligation } from "../../domain/obligation.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";

export interface ObligationLine {
  readonly obligation: Obligation;
  readonly instrument: Instrument | undefined;
  /** On the day of the inquiry. */
  readonly applies: Applies;
}

export interface ObligationList {
  readonly lines: readonly ObligationLine[];
  /** Duties of bodies whose law reaches the chosen place, such as the EU: not in the list. */
  readonly above: ReadonlyArray<{ readonly jurisdiction: string; readonly count: number }>;
}

/**
 * Duties of platforms by place. Parameters: place, duty, actor, topic (of the instrument), applies (whether they apply on the
 * day of the inquiry; without it all are there, each marked). Throws a Fault for a value that is none.
 */
export function obligationList(inquiry: Inquiry): ObligationList {
  const { catalogue, query, at } = inquiry;
  const place = choice(query, "place", [...catalogue.jurisdictions.keys()]);
  const duty = choice(query, "duty", DUTIES);
  const actor = choice(query, "actor", ACTORS);
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const applies = choice(query, "applies", APPLIES);
  const order = byName(inquiry);
  const matching = [...catalogue.obligations.values()]
    .map((obligation) => obligationLine(inquiry, obligation))
    .filter(
      ({ obligation, instrument, ...line }) =>
        (!duty || obligation.duty === duty) &&
        (!actor || obligation.actors.includes(actor)) &&
        (!topic || (instrument?.topics.includes(topic) ?? false)) &&
        (!applies || line.applies === applies),
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
        .reachOf(place, at)
        .slice(1)
        .map((code) => ({ jurisdiction: code, count: matching.filter((line) => line.obligation.jurisdiction === code).length }))
        .filter((one) => one.count > 0)
    : [];
  return { lines, above };
}

/** One duty; null when there is none of this id. */
export function obligationView(inquiry: Inquiry, id: string): ObligationLine | null {
  const obligation = inquiry.catalogue.obligations.get(id);
  return obligation ? obligationLine(inquiry, obligation) : null;
}

function obligationLine(inquiry: Inquiry, obligation: Obligation): ObligationLine {
  return { obligation, instrument: inquiry.catalogue.instruments.get(obligation.instrument), applies: appliesOn(obligation, inquiry.at) };
}
