import type { Catalogue } from "../../store/catalogue.ts";
import { Fault } from "../fault.ts";
import { choice, type Inquiry, listed } from "../inquiry.ts";

/** Most topics of one brief: more would not fit on two pages. */
export const MOST_TOPICS = 5;

/** What a brief is about. Any part may still be missing. */
export interface BriefAsked {
  /** Code of a jurisdiction; empty when none is named yet. */
  readonly place: string;
  /** Ids of topics in the order of the tree, each once. */
  readonly topics: readonly string[];
  /** Id of a position; empty for none. */
  readonly position: string;
}

/** Jurisdictions about whose law there can be a brief. */
export function briefPlaces(catalogue: Catalogue): string[] {
  return [...catalogue.jurisdictions.values()].filter((one) => one.kind !== "statistical").map((one) => one.id);
}

/** The parameters place, topic (repeated, or several with commas between) and position. Throws a Fault of status 400 for a code that is none. */
export function briefAsked(inquiry: Inquiry): BriefAsked {
  const { catalogue, query } = inquiry;
  const place = choice(query, "place", briefPlaces(catalogue));
  const position = choice(query, "position", [...catalogue.positions.keys()]);
  const known = [...catalogue.topics.keys()];
  const named = new Set(listed(query, "topic"));
  for (const one of named) if (!catalogue.topics.has(one)) throw new Fault(400, "topic", `“${one.slice(0, 60)}” is not a value of “topic”.`, known);
  if (named.size > MOST_TOPICS) throw new Fault(400, "topic", `${named.size} topics are named; a brief holds at most ${MOST_TOPICS}. Leave some out.`);
  return { place, topics: known.filter((one) => named.has(one)), position };
}

/** The same, complete: a jurisdiction, and at least one topic or a position. Without a topic those of the position stand. */
export function briefComplete(inquiry: Inquiry): BriefAsked {
  const asked = briefAsked(inquiry);
  if (!asked.place) throw new Fault(400, "place", "Name the jurisdiction, such as place=BR.", briefPlaces(inquiry.catalogue).slice(0, 40));
  const topics = asked.topics.length > 0 ? asked.topics : (inquiry.catalogue.positions.get(asked.position)?.topics ?? []);
  if (topics.length === 0)
    throw new Fault(400, "topic", "Name at least one topic, such as topic=offences, or a position.", [...inquiry.catalogue.topics.keys()]);
  return { ...asked, topics };
}
