import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { type ObligationLine, obligationList, obligationView } from "./view.ts";

const COLUMNS = [
  "obligation",
  "jurisdiction",
  "jurisdiction_name",
  "instrument",
  "instrument_title",
  "duty",
  "actors",
  "trigger",
  "events",
  "deadline",
  "counted",
  "recipient",
  "condition",
  "limits",
  "penalty",
  "from",
  "to",
  "applies",
  "provision",
  "confidence",
  "review",
  "flags",
  "doubt",
  ...CITED_COLUMNS,
] as const;

/** Duties of platforms; `applies` says how each stands on the day of the inquiry. `deadline` is an ISO 8601 duration, or as-soon-as-reasonably-possible where the law names no time. */
export const obligationResource: Resource = {
  name: "obligations",
  async list(inquiry) {
    return { table: { columns: COLUMNS, rows: obligationList(inquiry).lines.map((line) => rowOf(inquiry, line)) } };
  },
  async one(inquiry, id) {
    const line = obligationView(inquiry, id);
    return line && { table: { columns: COLUMNS, rows: [rowOf(inquiry, line)] } };
  },
};

function rowOf(inquiry: Inquiry, { obligation, instrument, applies }: ObligationLine): Record<string, Cell> {
  const said = (field: "trigger" | "recipient" | "condition" | "penalty" | "doubt") => saidCell(inquiry, "obligation", obligation.id, field, obligation[field]);
  // Versions recorded before these fields were there have none.
  const { events = [], limits = [] }: Partial<typeof obligation> = obligation;
  return {
    obligation: obligation.id,
    jurisdiction: obligation.jurisdiction,
    jurisdiction_name: inquiry.name(obligation.jurisdiction),
    instrument: obligation.instrument,
    instrument_title: instrument ? saidCell(inquiry, "instrument", instrument.id, "title", instrument.title) : null,
    duty: obligation.duty,
    actors: obligation.actors.join(";"),
    trigger: said("trigger"),
    events: events.join(";") || null,
    deadline: obligation.deadline,
    counted: obligation.counted || null,
    recipient: said("recipient"),
    condition: said("condition"),
    limits: limits.join(";") || null,
    penalty: said("penalty"),
    from: obligation.from || null,
    to: obligation.to || null,
    applies,
    provision: obligation.provision || null,
    confidence: obligation.confidence,
    review: obligation.review,
    flags: obligation.flags.join(";") || null,
    doubt: said("doubt"),
    ...citedCells(inquiry, obligation.citations),
  };
}
