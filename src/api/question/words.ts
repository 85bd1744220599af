import { intlTag, type SiteLocale } from "../../domain/locale.ts";
import { type Option, type Question, type Scale, type Standing, type State, stateOf } from "../../domain/question.ts";
import type { Answer } from "../../store/reader.ts";
import type { Inquiry } from "../inquiry.ts";

/** What answers are said with: the record and a language. */
type Speaking = Pick<Inquiry, "catalogue" | "locale" | "say">;

/** An answer in words: the label of its option, or the number with its unit. */
export function answerWords(inquiry: Speaking, question: Question, answer: string): { words: string; lang: string; state: State } {
  const scale = inquiry.catalogue.scales.get(question.scale);
  if (!scale) return { words: answer, lang: "en", state: "unclear" };
  const state = stateOf(scale, answer) ?? "unclear";
  const option = scale.options.find((one: Option) => one.id === answer);
  if (option) {
    const said = inquiry.say("scale", scale.id, `options.${option.id}.label`, option.label);
    return { words: said.text, lang: said.lang, state };
  }
  if (scale.unit === "years" && /^\d+(?:\.\d+)?$/.test(answer)) return { words: yearsText(Number(answer), inquiry.locale), lang: inquiry.locale, state };
  const unit = unitOf(inquiry, scale);
  return { words: unit.text ? `${answer} ${unit.text}` : answer, lang: unit.lang, state };
}

const years = new Map<SiteLocale, Intl.NumberFormat>();

/** A number of years: a unit has several forms in most languages (18 лет, 21 год). */
function yearsText(value: number, locale: SiteLocale): string {
  const format = years.get(locale) ?? new Intl.NumberFormat(intlTag(locale), { style: "unit", unit: "year", unitDisplay: "long" });
  years.set(locale, format);
  return format.format(value);
}

function unitOf(inquiry: Speaking, scale: Scale): { text: string; lang: string } {
  return scale.unit ? inquiry.say("scale", scale.id, "unit", scale.unit) : { text: "", lang: inquiry.locale };
}

/** How a jurisdiction stands on a question: the state of its answer, "not-known" for the day, or "not-coded". Never "no" for a blank. */
export function standingOf(inquiry: Inquiry, question: Question, answer: Answer | undefined): Standing {
  if (!answer) return "not-coded";
  if (!answer.coding) return "not-known";
  const scale = inquiry.catalogue.scales.get(question.scale);
  return (scale && stateOf(scale, answer.coding.answer)) ?? "unclear";
}

/** Every standing, in the order in which it is counted and drawn. */
export const STANDINGS = ["yes", "partial", "no", "number", "unclear", "not-applicable", "not-known", "not-coded"] as const satisfies readonly Standing[];
