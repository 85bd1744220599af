import { firstDay } from "../../domain/date.ts";
import { begunBy } from "../../domain/instrument.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import type { Hit } from "../../store/reader.ts";
import type { Inquiry } from "../inquiry.ts";

/** Records of the catalogue, by the kind of a hit. Codings are not in it. */
const HELD: Readonly<Record<string, (catalogue: Catalogue) => ReadonlyMap<string, unknown>>> = {
  jurisdiction: (one) => one.jurisdictions,
  topic: (one) => one.topics,
  question: (one) => one.questions,
  source: (one) => one.sources,
  treaty: (one) => one.treaties,
  instrument: (one) => one.instruments,
  obligation: (one) => one.obligations,
  position: (one) => one.positions,
  argument: (one) => one.arguments,
  update: (one) => one.updates,
  testimony: (one) => one.testimonies,
  campaign: (one) => one.campaigns,
  commitment: (one) => one.commitments,
  claim: (one) => one.claims,
  dataset: (one) => one.datasets,
  snapshot: (one) => one.snapshots,
  service: (one) => one.services,
  term: (one) => one.terms,
};

/**
 * The hits that stood on the inquiry's day, in the record as it was known then. The words are searched in the record
 * of today: what is not in the earlier record, had not begun, or was not yet (or no longer) the answer is left out.
 */
export async function stoodOn(inquiry: Inquiry, hits: readonly Hit[]): Promise<Hit[]> {
  const { catalogue, reader, at, today } = inquiry;
  const questions = [...new Set(hits.filter((hit) => hit.kind === "coding").map((hit) => hit.of))];
  const speaking = new Set((await reader.answersTo(questions, at)).flatMap((answer) => answer.coding?.id ?? []));
  return hits.filter((hit) => {
    if (hit.kind === "coding") return speaking.has(hit.id);
    if (HELD[hit.kind]?.(catalogue).has(hit.id) === false) return false;
    if (at >= today) return true;
    if (hit.kind === "update") return (catalogue.updates.get(hit.id)?.date ?? "") <= at;
    const said = hit.kind === "testimony" ? catalogue.testimonies.get(hit.id) : hit.kind === "commitment" ? catalogue.commitments.get(hit.id) : undefined;
    if (said) return firstDay(said.date) <= at;
    const instrument = hit.kind === "instrument" ? catalogue.instruments.get(hit.id) : undefined;
    if (instrument) return begunBy(instrument, at);
    const obligation = hit.kind === "obligation" ? catalogue.obligations.get(hit.id) : undefined;
    return !obligation || (obligation.from <= at && (obligation.to === "" || obligation.to >= at));
  });
}
