import type { Coding } from "../domain/coding.ts";
import { LOCALES, type Locale } from "../domain/locale.ts";
import { stateOf } from "../domain/question.ts";
import type { Catalogue } from "../store/catalogue.ts";
import type { SearchDocument } from "./document.ts";
import { aliasesOf } from "./places.ts";
import { sentences } from "./sentence.ts";

/** A jurisdiction by its names in all languages, its region, and the topics on which it has answers. */
export function jurisdictionDocument(catalogue: Catalogue, code: string, codings: readonly Coding[], locale: Locale): SearchDocument | null {
  const one = catalogue.jurisdictions.get(code);
  if (!one || one.kind === "statistical") return null;
  const topics = [...new Set(codings.map((coding) => catalogue.questions.get(coding.question)?.topic ?? ""))].filter(Boolean);
  const coded = topics.map((id) => catalogue.say(locale, "topic", id, "title", catalogue.topics.get(id)?.title ?? "").text);
  const regions = [one.parent, one.subregion, one.region].filter(Boolean).map((region) => catalogue.name(region, locale));
  const names = new Set(LOCALES.map((each) => catalogue.name(code, each)));
  const title = catalogue.name(code, locale);
  names.delete(title);
  return {
    kind: "jurisdiction",
    id: code,
    locale,
    owner: "",
    sort: one.kind,
    jurisdictions: [code],
    topics,
    title,
    names: [...names, code, ...aliasesOf(code)],
    body: sentences(regions.join(", "), coded.join(" · ")),
    context: [],
    lang: locale,
    weight: 1.6,
  };
}

/** An answer: "Brazil · Is grooming a crime?", with the answer, its provision and its note. Null when its question is gone. */
export function codingDocument(catalogue: Catalogue, coding: Coding, locale: Locale): SearchDocument | null {
  const question = catalogue.questions.get(coding.question);
  if (!question) return null;
  const wording = catalogue.say(locale, "question", question.id, "wording", question.wording);
  const laws = coding.citations.map((citation) => lawOf(catalogue, citation.instrument, locale));
  const provisions = coding.citations.map((citation) => citation.provision);
  const note = catalogue.say(locale, "coding", coding.id, "note", coding.note).text;
  return {
    kind: "coding",
    id: coding.id,
    locale,
    owner: question.id,
    sort: question.kind,
    jurisdictions: [coding.jurisdiction],
    topics: [question.topic],
    title: `${catalogue.name(coding.jurisdiction, locale)} · ${wording.text}`,
    names: [],
    body: sentences(answerLabel(catalogue, coding, locale), ...new Set([...provisions, ...laws]), note),
    context: [catalogue.say(locale, "topic", question.topic, "title", catalogue.topics.get(question.topic)?.title ?? "").text],
    lang: wording.lang,
    // A question that every jurisdiction answers comes before its answers; the codebook before second readings.
    weight: question.kind === "codebook" ? 0.6 : question.kind === "ask" ? 0.5 : 0.45,
  };
}

function answerLabel(catalogue: Catalogue, coding: Coding, locale: Locale): string {
  const scale = catalogue.scales.get(catalogue.questions.get(coding.question)?.scale ?? "");
  if (!scale) return coding.answer;
  const option = scale.options.find((one) => one.id === coding.answer);
  if (option) return catalogue.say(locale, "scale", scale.id, `options.${option.id}.label`, option.label).text;
  const unit = stateOf(scale, coding.answer) === "number" ? catalogue.say(locale, "scale", scale.id, "unit", scale.unit).text : "";
  return unit ? `${coding.answer} ${unit}` : coding.answer;
}

function lawOf(catalogue: Catalogue, id: string, locale: Locale): string {
  const law = catalogue.instruments.get(id);
  return law ? catalogue.say(locale, "instrument", id, "title", law.title).text : "";
}
