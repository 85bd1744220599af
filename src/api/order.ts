import { intlTag, type SiteLocale } from "../domain/locale.ts";
import { fold } from "../search/token.ts";
import type { Inquiry } from "./inquiry.ts";

const collators = new Map<SiteLocale, Intl.Collator>();

/** The order of words in a language. */
export function collator(locale: SiteLocale): Intl.Collator {
  let found = collators.get(locale);
  if (!found) {
    found = new Intl.Collator(intlTag(locale), { sensitivity: "base", numeric: true });
    collators.set(locale, found);
  }
  return found;
}

/** Orders jurisdiction codes by their names in the reader's language. */
export function byName(inquiry: Inquiry): (a: string, b: string) => number {
  const order = collator(inquiry.locale);
  return (a, b) => order.compare(inquiry.name(a), inquiry.name(b)) || (a === b ? 0 : a < b ? -1 : 1);
}

/** Orders by date, the latest first; on one day by id. */
export function latestFirst(a: Dated, b: Dated): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

interface Dated {
  readonly id: string;
  readonly date: string;
}

/** Text without case, accents and variants of letters, for finding. */
export function folded(text: string): string {
  return fold(text);
}
