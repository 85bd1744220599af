import { saidCell } from "../cite.ts";
import type { Cell, Resource } from "../resource.ts";
import { letterView } from "./view.ts";

const COLUMNS = ["ask", "wording", "alignment", "answer", "provision", "source_url", "examples"] as const;

/** `/api/letters`: the letter of a place and a position, and one row for each ask that it makes. Without both, nothing. */
export const letterResource: Resource = {
  name: "letters",
  async list(inquiry) {
    const letter = await letterView(inquiry, "", `/${inquiry.locale}/positions/`);
    const rows = (letter?.asks ?? []).map(
      ({ ask, alignment, answer, examples }): Record<string, Cell> => ({
        ask: ask.id,
        wording: saidCell(inquiry, "question", ask.id, "wording", ask.wording),
        alignment,
        answer: answer?.coding?.answer ?? null,
        provision: answer?.coding?.citations[0]?.provision || null,
        source_url: inquiry.catalogue.sources.get(answer?.coding?.citations[0]?.source ?? "")?.url ?? null,
        examples: examples.map((one) => one.answer.jurisdiction).join(";") || null,
      }),
    );
    if (!letter) return { table: { columns: COLUMNS, rows } };
    return {
      table: { columns: COLUMNS, rows },
      data: { place: letter.asked.place, position: letter.position.id, subject: letter.subject, paragraphs: letter.paragraphs, asks: rows },
    };
  },
};
