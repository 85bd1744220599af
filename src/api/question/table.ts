import { spanOf, startBasis } from "../../domain/coding.ts";
import type { Question } from "../../domain/question.ts";
import type { Answer } from "../../store/reader.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell } from "../resource.ts";
import { answerWords, standingOf } from "./words.ts";

/** The columns in which answers leave the Atlas, one row a jurisdiction and question. Blanks are rows with their own standing. */
export const ANSWER_COLUMNS = [
  "jurisdiction",
  "jurisdiction_name",
  "question",
  "kind",
  "topic",
  "wording",
  "day",
  "standing",
  "answer",
  "answer_label",
  "valid_from",
  "valid_to",
  "start_known_from",
  "speaks_from",
  "text_of",
  "next_answer",
  "next_from",
  "provision",
  "instrument",
  "source",
  "source_title",
  "source_url",
  "grade",
  "source_read",
  "confidence",
  "review",
  "flags",
  "note",
  "doubt",
] as const;

/** One answer, or its absence, as a row of ANSWER_COLUMNS. */
export function answerRow(inquiry: Inquiry, jurisdiction: string, question: Question, answer: Answer | undefined): Record<string, Cell> {
  const { catalogue } = inquiry;
  const coding = answer?.coding ?? null;
  const citation = coding?.citations[0];
  const source = citation && catalogue.sources.get(citation.source);
  const words = (text: string | undefined): Cell => text || null;
  return {
    jurisdiction,
    jurisdiction_name: inquiry.name(jurisdiction),
    question: question.id,
    kind: question.kind,
    topic: question.topic,
    wording: inquiry.say("question", question.id, "wording", question.wording).text,
    day: inquiry.at,
    standing: standingOf(inquiry, question, answer),
    answer: words(coding?.answer),
    answer_label: coding ? answerWords(inquiry, question, coding.answer).words : null,
    valid_from: words(coding?.from),
    valid_to: words(coding?.to),
    start_known_from: coding ? startBasis(coding) : null,
    speaks_from: coding ? (spanOf(coding)?.from ?? null) : (answer?.since ?? null),
    text_of: words(coding?.current),
    next_answer: words(answer?.next?.answer),
    next_from: words(answer?.next?.from),
    provision: words(citation?.provision),
    instrument: words(citation?.instrument),
    source: words(citation?.source),
    source_title: words(source?.title),
    source_url: words(source?.url),
    grade: words(source?.grade),
    source_read: words(citation?.read),
    confidence: words(coding?.confidence),
    review: words(coding?.review),
    flags: words(coding?.flags.join(";")),
    note: coding?.note ? inquiry.say("coding", coding.id, "note", coding.note).text : null,
    doubt: coding?.doubt ? inquiry.say("coding", coding.id, "doubt", coding.doubt).text : null,
  };
}
