import { IntlMessageFormat } from "intl-messageformat";
import type { Translate, Values } from "../../api/inquiry.ts";
import { direction, intlTag, type Locale } from "../../domain/locale.ts";
import { messagesOf } from "./catalogue.ts";

export type { Translate };

/** A message as it is used: plain text, or a pattern with what has come of it so far. */
type Ready = string | { readonly format: IntlMessageFormat; readonly choosing: ReadonlySet<string>; readonly formatted: Map<string, string> };

/** Messages with their values filled in that are kept of one pattern: the same few come back on every page. */
const MOST_FORMATTED = 500;

const translators = new Map<Locale, Translate>();

/** The messages of a language. Plain messages are given back as they stand; ICU ones are compiled once. */
export function translator(locale: Locale): Translate {
  const made = translators.get(locale) ?? make(locale);
  translators.set(locale, made);
  return made;
}

function make(locale: Locale): Translate {
  const known = new Map<string, Ready>();
  return (key, values) => {
    let message = known.get(key);
    if (message === undefined) {
      message = prepare(locale, key);
      known.set(key, message);
    }
    if (typeof message === "string") return message;
    const { format, choosing, formatted } = message;
    const asked = values ? written(values) : "";
    const made = formatted.get(asked);
    if (made !== undefined) return made;
    const text = String(format.format(direction(locale) === "rtl" ? isolated(values, choosing) : values));
    if (formatted.size >= MOST_FORMATTED) formatted.clear();
    formatted.set(asked, text);
    return text;
  };
}

function prepare(locale: Locale, key: string): Ready {
  const own = messagesOf(locale).get(key);
  // A language that lacks a message fails the check of the translations; its readers meet English until then, and no error.
  const message = own ?? messagesOf("en").get(key);
  if (message === undefined) throw new Error(`There is no message “${key}”. Add it to src/web/message/en/${key.split(".")[0]}.json.`);
  if (!message.includes("{") && !message.includes("'") && !message.includes("<")) return message;
  const choosing = new Set([...message.matchAll(/\{\s*(\w+)\s*,\s*select\b/g)].map(([, name = ""]) => name));
  return { format: new IntlMessageFormat(message, own === undefined ? "en-GB" : intlTag(locale)), choosing, formatted: new Map() };
}

/**
 * Names in Latin letters inside a line that runs from right to left: without marks around them, a number or bracket beside
 * them would change its place. `choosing`: values that are no part of the text.
 */
function isolated(values: Values | undefined, choosing: ReadonlySet<string>): Values | undefined {
  if (!values) return values;
  const isName = ([name, value]: [string, string | number]): boolean => typeof value === "string" && /[A-Za-z]{2}/.test(value) && !choosing.has(name);
  return Object.fromEntries(Object.entries(values).map((one) => (isName(one) ? [one[0], `\u2068${one[1]}\u2069`] : one)));
}

/** Values as one text; a number and the same digits as text are two things. */
function written(values: Values): string {
  let text = "";
  for (const name in values) text += `\u0000${name}${typeof values[name] === "number" ? "#" : "="}${values[name]}`;
  return text;
}
