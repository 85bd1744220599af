import type { Inquiry } from "../inquiry.ts";
import type { Resource } from "../resource.ts";
import { searchView } from "./view.ts";

/** Most hits that one answer of the API holds. */
const MOST = 2000;

/** `/api/search?q=`: what the search page finds, uncapped up to 2,000 hits. */
export const searchResource: Resource = {
  name: "search",
  async list(inquiry: Inquiry) {
    const { result } = await searchView(inquiry, MOST);
    return {
      table: {
        columns: ["kind", "id", "jurisdiction", "title", "passage", "lang"],
        rows: (result?.hits ?? []).map((hit) => ({
          kind: hit.kind,
          id: hit.id,
          jurisdiction: hit.jurisdiction || null,
          title: hit.title,
          passage: hit.passage.join(""),
          lang: hit.lang,
        })),
      },
    };
  },
};
