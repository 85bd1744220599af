import type { Inquiry } from "../inquiry.ts";
import type { Resource } from "../resource.ts";
import { datasetAbout } from "./about.ts";
import { datasetsView, datasetView } from "./view.ts";

/** `/api/data` and `/api/data/{dataset}`: the figures as their files have them, all rows, caveats beside. */
export const datasetResource: Resource = {
  name: "data",
  async list(inquiry: Inquiry) {
    const entries = await datasetsView(inquiry);
    return {
      table: {
        columns: ["id", "title", "publisher", "terms", "as_of", "rows"],
        rows: entries.map(({ dataset, rows }) => ({
          id: dataset.id,
          title: inquiry.say("dataset", dataset.id, "title", dataset.title).text,
          publisher: dataset.publisher,
          terms: dataset.terms,
          as_of: dataset.asOf,
          rows,
        })),
      },
      data: entries.map(({ dataset, rows }) => ({ ...dataset, rows })),
    };
  },
  async one(inquiry: Inquiry, id: string) {
    const view = await datasetView(inquiry, id, 0);
    if (!view) return null;
    const { dataset, caveats, breaks, shown } = view;
    return {
      table: { columns: dataset.columns.map((column) => column.name), rows: shown.map((row) => row.cells) },
      data: { dataset, breaks, rows: shown.map((row) => row.cells) },
      caveats: caveats.map((caveat) => inquiry.say("caveat", caveat.id, "text", caveat.text).text),
      about: datasetAbout(view, inquiry),
    };
  },
};
