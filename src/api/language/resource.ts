import { LOCALE_NAMES } from "../../domain/locale.ts";
import type { Resource } from "../resource.ts";
import { languageViews } from "./view.ts";

/** `/api/languages`: how far the texts of the record are translated, a row for each language and sort of text. */
export const languageResource: Resource = {
  name: "languages",
  async list(inquiry) {
    return {
      table: {
        columns: ["locale", "name", "texts_of", "texts", "source", "reviewed", "machine", "stale", "missing"],
        rows: languageViews(inquiry).flatMap(({ locale, groups }) =>
          groups.map(({ name, texts, states }) => ({ locale, name: LOCALE_NAMES[locale], texts_of: name, texts, ...states })),
        ),
      },
    };
  },
};
