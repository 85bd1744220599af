import { ALIGNED } from "../../analysis/alignment.ts";
import { saidCell } from "../cite.ts";
import { ANSWER_COLUMNS } from "../question/table.ts";
import type { Resource } from "../resource.ts";
import { askList, askPage } from "./ask.ts";
import { alignmentRows } from "./row.ts";

const NOT_A_RANK =
  "Alignment is a written rule applied to coded answers. It is not a rank, and a jurisdiction that is not coded is not a jurisdiction that fails.";

const COUNTS = ALIGNED.map((one) => one.replaceAll("-", "_"));
const COLUMNS = ["ask", "position", "organisation", "number", "wording", "counted_question", "rule", ...COUNTS] as const;

/** The asks of positions with their counts; one ask with the answer of every jurisdiction. */
export const askResource: Resource = {
  name: "asks",
  async list(inquiry) {
    const lines = await askList(inquiry);
    const rows = lines.map(({ position, number, view }) => ({
      ask: view.ask.id,
      position: position.id,
      organisation: position.organisation,
      number,
      wording: saidCell(inquiry, "question", view.ask.id, "wording", view.ask.wording),
      counted_question: view.counted.id,
      rule: view.ask.rules.map((rule) => `${rule.answer}=${rule.alignment}`).join(";"),
      ...Object.fromEntries(ALIGNED.map((one, index) => [COUNTS[index] ?? one, view.counts[one]])),
    }));
    return { table: { columns: COLUMNS, rows }, caveats: [NOT_A_RANK] };
  },
  async one(inquiry, id) {
    const position = inquiry.catalogue.questions.get(id)?.position ?? "";
    const found = await askPage(inquiry, position, id);
    if (!found) return null;
    const { view, only } = found;
    const rows = alignmentRows(inquiry, view).filter((row) => !only || row.alignment === only);
    return {
      table: { columns: ["position", "ask", "alignment", "counted", ...ANSWER_COLUMNS], rows },
      data: {
        ask: view.ask.id,
        position,
        organisation: found.position.organisation,
        wording: saidCell(inquiry, "question", id, "wording", view.ask.wording),
        guidance: saidCell(inquiry, "question", id, "guidance", view.ask.guidance),
        counted_question: view.counted.id,
        rules: view.ask.rules,
        counts: view.counts,
        answers: rows,
      },
      caveats: [NOT_A_RANK],
    };
  },
};
