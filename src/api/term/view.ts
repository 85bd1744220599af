import type { Question } from "../../domain/question.ts";
import type { Term } from "../../domain/term.ts";
import type { Inquiry } from "../inquiry.ts";
import { collator } from "../order.ts";

export interface TermView {
  readonly term: Term;
  readonly questions: readonly Question[];
  readonly related: readonly Term[];
}

/** The terms in the alphabet of the reader's language. */
export function termList(inquiry: Inquiry): TermView[] {
  const order = collator(inquiry.locale);
  const word = (term: Term) => inquiry.say("term", term.id, "term", term.term).text;
  return [...inquiry.catalogue.terms.values()].sort((a, b) => order.compare(word(a), word(b))).map((term) => viewOf(inquiry, term));
}

/** One term; null when there is none of this id. */
export function termView(inquiry: Inquiry, id: string): TermView | null {
  const term = inquiry.catalogue.terms.get(id);
  return term ? viewOf(inquiry, term) : null;
}

function viewOf(inquiry: Inquiry, term: Term): TermView {
  const { questions, terms } = inquiry.catalogue;
  return {
    term,
    questions: term.questions.flatMap((id) => questions.get(id) ?? []),
    related: term.related.flatMap((id) => terms.get(id) ?? []),
  };
}
