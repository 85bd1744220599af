import { LOCALE_NAMES } from "../../domain/locale.ts";
import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import { answerRow } from "../question/table.ts";
import type { Cell, Resource } from "../resource.ts";
import { languageWords, lawTitles, lawWords } from "./bridge.ts";
import { type TermView, termList, termView } from "./view.ts";

const COLUMNS = [
  "term_id",
  "lang",
  "language",
  "term",
  "state",
  "definition",
  "definition_state",
  "avoid",
  "reason",
  "questions",
  "related",
  "note",
  ...CITED_COLUMNS,
] as const;

/** The glossary: one row a term and language. Reasons and notes are in the reader's language; what nobody has translated yet is empty. */
export const termResource: Resource = {
  name: "glossary",
  async list(inquiry) {
    const views = termList(inquiry);
    return { table: { columns: COLUMNS, rows: views.flatMap((view) => rowsOf(inquiry, view)) }, data: views.map((view) => whole(inquiry, view)) };
  },
  async one(inquiry, id) {
    const view = termView(inquiry, id);
    if (!view) return null;
    const laws = await lawWords(inquiry, view.term);
    return {
      table: { columns: COLUMNS, rows: rowsOf(inquiry, view) },
      data: {
        ...whole(inquiry, view),
        laws: laws.map(({ question, answers, blanks }) => ({
          question: question.id,
          wording: saidCell(inquiry, "question", question.id, "wording", question.wording),
          not_coded: blanks,
          answers: answers.map((one) => answerRow(inquiry, one.jurisdiction, question, one.answer)),
        })),
        titles: lawTitles(inquiry, view.term).map(({ instrument, lang }) => ({
          instrument: instrument.id,
          jurisdiction: instrument.jurisdiction,
          title: instrument.title,
          title_original: instrument.original || null,
          lang: lang || null,
        })),
      },
    };
  },
};

function rowsOf(inquiry: Inquiry, { term }: TermView): Record<string, Cell>[] {
  const reasons = term.avoid.map((one, index) => saidCell(inquiry, "term", term.id, `avoid.${index}.reason`, one.reason));
  return languageWords(inquiry, term).map(({ locale, preferred, definition, avoid }) => ({
    term_id: term.id,
    lang: locale,
    language: LOCALE_NAMES[locale],
    term: preferred?.text ?? null,
    state: preferred?.state ?? "missing",
    definition: definition?.text ?? null,
    definition_state: definition?.state ?? "missing",
    avoid: avoid.some(Boolean) ? avoid.map((said) => said?.text ?? "").join(" | ") : null,
    reason: reasons.join(" | ") || null,
    questions: term.questions.join(";") || null,
    related: term.related.join(";") || null,
    note: saidCell(inquiry, "term", term.id, "note", term.note),
    ...citedCells(inquiry, term.citations),
  }));
}

/** A term with its reasons in the reader's language and its words in every language. */
function whole(inquiry: Inquiry, { term }: TermView): object {
  const said = (field: string, text: string) => saidCell(inquiry, "term", term.id, field, text);
  return {
    term_id: term.id,
    term: said("term", term.term),
    definition: said("definition", term.definition),
    avoid: term.avoid.map((one, index) => ({ word: said(`avoid.${index}.word`, one.word), reason: said(`avoid.${index}.reason`, one.reason) })),
    languages: languageWords(inquiry, term).map(({ locale, preferred, definition, avoid }) => ({
      lang: locale,
      term: preferred?.text ?? null,
      state: preferred?.state ?? "missing",
      definition: definition?.text ?? null,
      definition_state: definition?.state ?? "missing",
      avoid: avoid.map((one) => one?.text ?? null),
    })),
    questions: term.questions,
    related: term.related,
    note: said("note", term.note),
    ...citedCells(inquiry, term.citations),
  };
}
