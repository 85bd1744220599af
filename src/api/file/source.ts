import type { Citation } from "../../domain/source.ts";
import type { Inquiry } from "../inquiry.ts";
import type { AboutSource } from "./about.ts";

/** The sources of citations, each once, with what is needed to find them again. */
export function sourcesOf(inquiry: Inquiry, citations: ReadonlyArray<Pick<Citation, "source" | "read">>): AboutSource[] {
  const found = new Map<string, AboutSource>();
  for (const { source, read } of citations) {
    const known = inquiry.catalogue.sources.get(source);
    if (known && !found.has(source)) found.set(source, { id: source, title: known.title, publisher: known.publisher, url: known.url, read });
  }
  return [...found.values()];
}
