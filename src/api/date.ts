import type { FuzzyDate } from "../domain/date.ts";
import { intlTag, type SiteLocale } from "../domain/locale.ts";

/** Languages that write a year with its sign. */
const YEAR_WITH_SIGN: ReadonlySet<string> = new Set(["ja", "zh"]);

const formats = new Map<string, Intl.DateTimeFormat>();
const texts = new Map<string, string>();
/** A page names the same dates again and again; readers may ask for any day, so the memory of them has an end. */
const LIMIT = 20_000;

/** A date in the reader's language, no more exact than it is known: “2008”, “November 2008”, “26 November 2008”. */
export function dateText(date: FuzzyDate, locale: SiteLocale): string {
  if (date.length === 4) return YEAR_WITH_SIGN.has(locale) ? `${date}年` : date;
  const key = locale + date;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = formatted(date, locale);
  if (texts.size >= LIMIT) texts.clear();
  texts.set(key, text);
  return text;
}

function formatted(date: FuzzyDate, locale: SiteLocale): string {
  const precision = date.length === 7 ? "month" : "day";
  const id = `${locale} ${precision}`;
  let format = formats.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(intlTag(locale), {
      year: "numeric",
      month: "long",
      ...(precision === "day" ? { day: "numeric" } : {}),
      timeZone: "UTC",
    });
    formats.set(id, format);
  }
  const text = format.format(Date.parse(precision === "day" ? `${date}T00:00:00Z` : `${date}-01T00:00:00Z`));
  // French writes the first of a month as an ordinal, which Intl leaves out.
  return locale === "fr" && precision === "day" ? text.replace(/^1 /, "1er ") : text;
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A number in the reader's language, with at most `digits` decimals. */
export function numberText(value: number, locale: SiteLocale, digits = 1): string {
  const id = `${locale} ${digits}`;
  let format = numbers.get(id);
  if (!format) {
    format = new Intl.NumberFormat(intlTag(locale), { maximumFractionDigits: digits });
    numbers.set(id, format);
  }
  return format.format(value);
}
