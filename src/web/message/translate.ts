import { IntlMessageFormat } from "intl-messageformat";
import type { SiteLocale } from "../../domain/locale.ts";
import { MESSAGES } from "./catalogue.ts";

/** Values that a message can take. */
export type Values = Readonly<Record<string, string | number>>;
/** Gives the message of a key in the page's language. A key that does not exist is a programming error and throws. */
export type Translate = (key: string, values?: Values) => string;

/** A message as it is used: plain text, or a pattern with what has come of it so far. */
type Ready = string | { readonly format: IntlMessageFormat; readonly formatted: Map<string, string> };

/** Messages with their values filled in that are kept of one pattern: the same few come back on every page. */
const MOST_FORMATTED = 500;

const ready = new Map<SiteLocale, Map<string, Ready>>();

/** The messages of a language. Plain messages are given back as they stand; ICU ones are compiled once. */
export function translator(locale: SiteLocale): Translate {
  const known = ready.get(locale) ?? new Map<string, Ready>();
  ready.set(locale, known);
  return (key, values) => {
    let message = known.get(key);
    if (message === undefined) {
      message = prepare(locale, key);
      known.set(key, message);
    }
    if (typeof message === "string") return message;
    const { format, formatted } = message;
    const asked = values ? written(values) : "";
    const made = formatted.get(asked);
    if (made !== undefined) return made;
    const text = String(format.format(values as Record<string, string | number> | undefined));
    if (formatted.size >= MOST_FORMATTED) formatted.clear();
    formatted.set(asked, text);
    return text;
  };
}

function prepare(locale: SiteLocale, key: string): Ready {
  const message = MESSAGES[locale].get(key);
  if (message === undefined) throw new Error(`There is no message “${key}” in ${locale}. Add it to src/web/message/${locale}/${key.split(".")[0]}.json.`);
  if (!message.includes("{") && !message.includes("'")) return message;
  return { format: new IntlMessageFormat(message, locale), formatted: new Map() };
}

/** Values as one text; a number and the same digits as text are two things. */
function written(values: Values): string {
  let text = "";
  for (const name in values) text += `\u0000${name}${typeof values[name] === "number" ? "#" : "="}${values[name]}`;
  return text;
}
