import type { Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";
import { ANSWER_COLUMNS, answerRow } from "../question/table.ts";
import type { Cell, Resource } from "../resource.ts";
import { type GapView, gapView } from "./gap.ts";

const CAVEATS = [
  "Each row is one ask. The rows do not add up to a score: asks do not weigh alike, and a blank says nothing about the law.",
  "Rows with another place in “jurisdiction” than in “place” are law that reaches the place from there; they are shown beside and counted nowhere.",
];
const COLUMNS = ["place", "position", "organisation", "ask", "alignment", "rule", ...ANSWER_COLUMNS] as const;

/** How a jurisdiction stands to every ask of every position. The list names the jurisdictions, one row each, with what is known of them. */
export const gapResource: Resource = {
  name: "alignments",
  async list(inquiry) {
    const codes = [...inquiry.catalogue.jurisdictions.values()].filter((one) => one.kind !== "statistical").map((one) => one.id);
    const rows: Record<string, Cell>[] = [];
    for (const code of codes.sort(byName(inquiry))) rows.push({ place: code, place_name: inquiry.name(code), alignments: `/api/alignments/${code}` });
    return { table: { columns: ["place", "place_name", "alignments"], rows }, caveats: CAVEATS };
  },
  async one(inquiry, code) {
    const view = await gapView(inquiry, code);
    return view && { table: { columns: COLUMNS, rows: gapRows(inquiry, view) }, caveats: CAVEATS };
  },
};

/** Every ask as a row, blanks included, followed by the law that reaches the place. */
function gapRows(inquiry: Inquiry, view: GapView): Record<string, Cell>[] {
  const place = view.jurisdiction.id;
  return view.gaps.flatMap(({ position, rows }) =>
    rows.flatMap(({ ask, counted, answer, alignment, reach }) => {
      const base = {
        place,
        position: position.id,
        organisation: position.organisation,
        ask: ask.id,
        rule: ask.rules.map((rule) => `${rule.answer}=${rule.alignment}`).join(";"),
      };
      return [
        { ...base, alignment, ...answerRow(inquiry, place, counted, answer) },
        ...reach.map((one) => ({ ...base, alignment: one.alignment, ...answerRow(inquiry, one.from, counted, one.answer) })),
      ];
    }),
  );
}
