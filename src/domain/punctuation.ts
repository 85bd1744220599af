import type { Locale } from "./locale.ts";

/** How a language writes what stands between words. */
interface Marks {
  readonly colon: string;
  readonly semicolon: string;
  readonly comma: string;
  readonly stop: string;
  /** A stop and the space before the next sentence. */
  readonly full: string;
  readonly open: string;
  readonly close: string;
}

/** Arabic marks that have no direction of their own are followed by one that has: else they and a number after them join a Latin name before them. */
const COMMON: Marks = { colon: ": ", semicolon: "; ", comma: ", ", stop: ".", full: ". ", open: "“", close: "”" };
const MARKS: Readonly<Record<Locale, Marks>> = {
  en: COMMON,
  fr: { ...COMMON, colon: "\u00a0: ", semicolon: "\u00a0; ", open: "«\u00a0", close: "\u00a0»" },
  es: { ...COMMON, open: "«", close: "»" },
  pt: COMMON,
  ar: { ...COMMON, colon: ":\u200f ", semicolon: "؛ ", comma: "،\u200f ", full: ".\u200f ", open: "«", close: "»" },
  de: { ...COMMON, open: "„", close: "“" },
  hi: { ...COMMON, stop: "।", full: "। " },
  ja: { colon: "：", semicolon: "；", comma: "、", stop: "。", full: "。", open: "「", close: "」" },
  ru: { ...COMMON, open: "«", close: "»" },
  zh: { colon: "：", semicolon: "；", comma: "，", stop: "。", full: "。", open: "“", close: "”" },
};

/** The marks of a language, each with the spaces that belong to it. */
export function punctuation(locale: Locale): Marks {
  return MARKS[locale];
}

/** Words in the quotation marks of a language. */
export function quoted(words: string, locale: Locale): string {
  return `${MARKS[locale].open}${words}${MARKS[locale].close}`;
}
