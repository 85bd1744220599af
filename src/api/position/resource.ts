import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import { ANSWER_COLUMNS } from "../question/table.ts";
import type { Resource } from "../resource.ts";
import { alignmentRows } from "./row.ts";
import { positionList, positionView, STANCES } from "./view.ts";

const COLUMNS = [
  "position",
  "organisation",
  "title",
  "claim",
  "addresses",
  "topics",
  "asks",
  "arguments_for",
  "arguments_against",
  "arguments_reservation",
  ...CITED_COLUMNS,
] as const;

/** Policy positions. One: the answers of all jurisdictions to its asks; `counted` is no for second readings, which change no count. */
export const positionResource: Resource = {
  name: "positions",
  async list(inquiry) {
    const rows = positionList(inquiry).map(({ position, stances }) => ({
      position: position.id,
      organisation: position.organisation,
      title: saidCell(inquiry, "position", position.id, "title", position.title),
      claim: saidCell(inquiry, "position", position.id, "claim", position.claim),
      addresses: position.addresses.join(";"),
      topics: position.topics.join(";"),
      asks: position.asks.join(";"),
      arguments_for: stances.for,
      arguments_against: stances.against,
      arguments_reservation: stances.reservation,
      ...citedCells(inquiry, position.citations),
    }));
    return { table: { columns: COLUMNS, rows } };
  },
  async one(inquiry, id) {
    const view = await positionView(inquiry, id);
    if (!view) return null;
    const { position } = view;
    const rows = view.asks.flatMap((ask) => alignmentRows(inquiry, ask));
    return {
      table: { columns: ["position", "ask", "alignment", "counted", ...ANSWER_COLUMNS], rows },
      data: {
        position: position.id,
        organisation: position.organisation,
        title: saidCell(inquiry, "position", position.id, "title", position.title),
        claim: saidCell(inquiry, "position", position.id, "claim", position.claim),
        addresses: position.addresses,
        topics: position.topics,
        citations: position.citations,
        asks: view.asks.map((one) => ({
          ask: one.ask.id,
          wording: saidCell(inquiry, "question", one.ask.id, "wording", one.ask.wording),
          counted_question: one.counted.id,
          rules: one.ask.rules,
          counts: one.counts,
        })),
        arguments: STANCES.flatMap((stance) =>
          view.arguments[stance].map((one) => ({
            ...one,
            claim: saidCell(inquiry, "argument", one.id, "claim", one.claim),
            evidence: saidCell(inquiry, "argument", one.id, "evidence", one.evidence),
            ...citedCells(inquiry, one.citations),
          })),
        ),
        instruments: view.law.map((one) => ({ instrument: one.instrument.id, cited: one.cited })),
        updates: view.updates.map((one) => one.id),
        other_organisations: view.near.others.map((one) => ({ position: one.position.id, organisation: one.position.organisation })),
        answers: rows,
      },
      caveats: [
        "Alignment is a written rule applied to coded answers. It is not a rank, and a jurisdiction that is not coded is not a jurisdiction that fails.",
      ],
    };
  },
};
