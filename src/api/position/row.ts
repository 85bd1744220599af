import type { Inquiry } from "../inquiry.ts";
import { answerRow } from "../question/table.ts";
import type { Cell } from "../resource.ts";
import type { AskView } from "./ask.ts";

/** Every answer to an ask and every blank as rows; `counted` is no for second readings, which change no count. */
export function alignmentRows(inquiry: Inquiry, view: AskView): Record<string, Cell>[] {
  const base = { position: view.ask.position, ask: view.ask.id };
  return [
    ...view.rows.map(({ answer, alignment }) => ({ ...base, alignment, counted: "yes", ...answerRow(inquiry, answer.jurisdiction, view.counted, answer) })),
    ...view.blanks.map((code) => ({ ...base, alignment: "not-coded", counted: "yes", ...answerRow(inquiry, code, view.counted, undefined) })),
    ...view.second.map((answer) => ({ ...base, alignment: null, counted: "no", ...answerRow(inquiry, answer.jurisdiction, view.ask, answer) })),
  ];
}
