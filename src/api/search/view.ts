import { KINDS } from "../../domain/record.ts";
import type { SearchResult } from "../../store/reader.ts";
import { choice, type Inquiry, pageOf, text, timeOf } from "../inquiry.ts";
import { stoodOn } from "./stood.ts";

/** How many hits a page shows. */
export const PAGE_SIZE = 20;

/** A search as the address asks for it, and what was found; null when no words were given. */
export interface SearchView {
  readonly words: string;
  readonly kind: string;
  readonly place: string;
  readonly topic: string;
  readonly page: number;
  readonly result: SearchResult | null;
  /** Hits of this page that did not stand on the day that is asked about, and are left out. */
  readonly left: number;
}

/** The search that an address asks for. Throws a Fault of status 400 for filters that do not exist. */
export async function searchView(inquiry: Inquiry, limit = PAGE_SIZE): Promise<SearchView> {
  const { query, catalogue } = inquiry;
  const words = text(query, "q");
  const kind = choice(query, "kind", KINDS);
  const place = choice(query, "place", [...catalogue.jurisdictions.keys()]);
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const page = pageOf(query);
  const view = { words, kind, place, topic, page };
  if (words === "") return { ...view, result: null, left: 0 };
  const result = await inquiry.find({
    words,
    locale: inquiry.locale,
    kinds: list(kind),
    jurisdictions: list(place),
    topics: list(topic),
    limit,
    offset: (page - 1) * limit,
  });
  if (Object.keys(timeOf(inquiry)).length === 0) return { ...view, result, left: 0 };
  const hits = await stoodOn(inquiry, result.hits);
  return { ...view, result: { ...result, hits }, left: result.hits.length - hits.length };
}

function list(value: string): string[] {
  return value === "" ? [] : [value];
}
