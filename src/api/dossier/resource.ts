import type { Citation } from "../../domain/source.ts";
import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import { STANCES } from "../position/view.ts";
import { answerWords } from "../question/words.ts";
import type { Cell, Resource } from "../resource.ts";
import { type DossierView, dossierList, dossierView } from "./view.ts";

const COLUMNS = ["part", "kind", "record", "of", "date", "until", "jurisdiction", "title", "text", "holder", "value", ...CITED_COLUMNS] as const;

/** Laws in the making with all that the record holds about each. One: its parts, one row a fact. */
export const dossierResource: Resource = {
  name: "dossiers",
  async list(inquiry) {
    const rows = dossierList(inquiry).map(({ lead, members, status, updates, obligations }) => ({
      instrument: lead.id,
      jurisdiction: lead.jurisdiction,
      jurisdiction_name: inquiry.name(lead.jurisdiction),
      title: saidCell(inquiry, "instrument", lead.id, "title", lead.title),
      status,
      instruments: members.map((one) => one.id).join(";"),
      updates,
      obligations,
    }));
    return {
      table: { columns: ["instrument", "jurisdiction", "jurisdiction_name", "title", "status", "instruments", "updates", "obligations"], rows },
    };
  },
  async one(inquiry, id) {
    const view = await dossierView(inquiry, id);
    if (!view) return null;
    const rows = rowsOf(inquiry, view);
    const part = (name: string) => rows.filter((row) => row.part === name);
    return {
      table: { columns: COLUMNS, rows },
      data: {
        instrument: view.lead.id,
        instruments: part("instrument").map((row, index) => ({ ...row, phases: view.members[index]?.phases ?? [] })),
        topics: view.topics,
        stages: part("stage"),
        next: view.next.map((event) => ({ date: event.date, kind: event.kind, what: event.what, record: event.id })),
        obligations: part("obligation"),
        positions: view.debates.map((debate) => ({
          position: debate.position.id,
          asks: debate.asks.map((ask) => ask.id),
          topics: debate.topics,
          arguments: STANCES.flatMap((stance) => debate.arguments[stance].map((one) => one.id)),
        })),
        arguments: part("argument"),
        updates: [...part("update"), ...part("update-on-topic")],
        claims: part("claim"),
        answers: part("answer"),
        related: part("related"),
      },
    };
  },
};

type Row = Record<(typeof COLUMNS)[number], Cell>;

function rowsOf(inquiry: Inquiry, view: DossierView): Row[] {
  const row = (part: Partial<Row> & { readonly part: string; readonly record: string }, citations: readonly Citation[]): Row => ({
    kind: null,
    of: null,
    date: null,
    until: null,
    jurisdiction: null,
    title: null,
    text: null,
    holder: null,
    value: null,
    ...part,
    ...citedCells(inquiry, citations),
  });
  const title = (id: string, words: string) => saidCell(inquiry, "instrument", id, "title", words);
  return [
    ...view.members.map(({ instrument: one, status }) =>
      row(
        {
          part: "instrument",
          kind: one.kind,
          record: one.id,
          jurisdiction: one.jurisdiction,
          title: title(one.id, one.title),
          text: saidCell(inquiry, "instrument", one.id, "summary", one.summary),
          value: status,
        },
        one.citations,
      ),
    ),
    ...view.stages.map(({ instrument, stage }) =>
      row(
        {
          part: "stage",
          kind: stage.stage,
          record: instrument.id,
          date: stage.date,
          jurisdiction: instrument.jurisdiction,
          title: title(instrument.id, instrument.title),
          text: saidCell(inquiry, "instrument", instrument.id, `stages.${instrument.stages.indexOf(stage)}.note`, stage.note),
        },
        instrument.citations,
      ),
    ),
    ...view.obligations.map((one) =>
      row(
        {
          part: "obligation",
          kind: one.duty,
          record: one.id,
          of: one.instrument,
          date: one.from || null,
          until: one.to || null,
          jurisdiction: one.jurisdiction,
          text: saidCell(inquiry, "obligation", one.id, "trigger", one.trigger),
          value: one.deadline,
        },
        one.citations,
      ),
    ),
    ...view.debates.flatMap((debate) => [
      row(
        {
          part: "position",
          record: debate.position.id,
          title: saidCell(inquiry, "position", debate.position.id, "title", debate.position.title),
          text: saidCell(inquiry, "position", debate.position.id, "claim", debate.position.claim),
          holder: debate.position.organisation,
        },
        debate.position.citations,
      ),
      ...STANCES.flatMap((stance) =>
        debate.arguments[stance].map((one) =>
          row(
            {
              part: "argument",
              kind: stance,
              record: one.id,
              of: one.position,
              date: one.date || null,
              text: saidCell(inquiry, "argument", one.id, "claim", one.claim),
              holder: one.holder,
            },
            one.citations,
          ),
        ),
      ),
    ]),
    ...[...view.updates.values()].flat().map((one) => updateRow("update", one)),
    ...view.around.map((one) => updateRow("update-on-topic", one)),
    ...view.claims.flatMap((claim) =>
      claim.figures.map((figure, index) =>
        row(
          {
            part: "claim",
            record: claim.id,
            title: saidCell(inquiry, "claim", claim.id, "statement", claim.statement),
            text: saidCell(inquiry, "claim", claim.id, `figures.${index}.definition`, figure.definition),
            holder: figure.by,
            value: figure.value,
          },
          claim.citations,
        ),
      ),
    ),
    ...view.resting.map(({ span, question }) =>
      row(
        {
          part: "answer",
          kind: question.kind,
          record: span.coding.id,
          of: question.id,
          date: span.coding.from || null,
          until: span.coding.to || null,
          jurisdiction: span.jurisdiction,
          title: saidCell(inquiry, "question", question.id, "wording", question.wording),
          text: answerWords(inquiry, question, span.coding.answer).words,
          value: span.coding.answer,
        },
        span.coding.citations,
      ),
    ),
    ...view.near.map(({ instrument: one }) =>
      row(
        { part: "related", kind: one.kind, record: one.id, jurisdiction: one.jurisdiction, title: title(one.id, one.title), value: one.status },
        one.citations,
      ),
    ),
  ];

  function updateRow(part: string, one: (typeof view.around)[number]): Row {
    return row(
      {
        part,
        kind: one.kind,
        record: one.id,
        date: one.date,
        until: one.closes || null,
        jurisdiction: one.jurisdictions.join(";"),
        title: saidCell(inquiry, "update", one.id, "title", one.title),
        text: saidCell(inquiry, "update", one.id, "summary", one.summary),
        holder: one.actors.join("; ") || null,
        value: one.figures.map((figure) => `${figure.label}: ${figure.value}`).join("; ") || null,
      },
      one.citations,
    );
  }
}
