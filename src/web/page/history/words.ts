import { messagesOf } from "../../message/catalogue.ts";
import { dateText } from "../../part/date.ts";
import { punctuation } from "../../part/punctuation.ts";
import type { Visit } from "../../visit.ts";

/** A message, or the record's own word where there is no message for it. */
export function wordOr(visit: Visit, key: string, own: string): string {
  return messagesOf(visit.locale).has(key) ? visit.t(key) : own;
}

/** What a field is called: `citations.read` is "read on". A cell of a row has the name of its column. */
export function fieldWords(visit: Visit, field: string): string {
  const name = field.split(".").at(-1) ?? field;
  return field.startsWith("cells.") ? name.replaceAll("_", " ") : wordOr(visit, `history.field-${name}`, name);
}

/** A role in words. */
export function roleWords(visit: Visit, role: string): string {
  return wordOr(visit, `history.role-${role}`, role);
}

/** Reasons that the program itself gives, by the message that says the same. */
const REASONS: Readonly<Record<string, string>> = {
  "first load of the record": "history.reason-first",
  "load of the record's files": "history.cause-release",
};

/** Why something was changed, with the language of the words: an editor writes in English. */
export function reasonWords(visit: Visit, reason: string): { readonly text: string; readonly lang: string | undefined } {
  const key = REASONS[reason];
  return key ? { text: visit.t(key), lang: undefined } : { text: reason, lang: visit.locale === "en" ? undefined : "en" };
}

/** The day on which something was recorded, in words. */
export function dayOf(visit: Visit, recorded: string): string {
  return dateText(recorded.slice(0, 10), visit.locale);
}

/** The minute at which something was recorded, in words; always in UTC. */
export function minuteOf(visit: Visit, recorded: string): string {
  return `${dayOf(visit, recorded)}${punctuation(visit.locale).comma}${recorded.slice(11, 16)} UTC`;
}
