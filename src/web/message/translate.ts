import { IntlMessageFormat } from "intl-messageformat";
import type { SiteLocale } from "../../domain/locale.ts";
import { MESSAGES } from "./catalogue.ts";

/** Values that a message can take. */
export type Values = Readonly<Record<string, string | number>>;
/** Gives the message of a key in the page's language. A key that does not exist is a programming error and throws. */
export type Translate = (key: string, values?: Values) => string;

const compiled = new Map<string, IntlMessageFormat>();
/** Messages with their values filled in: the same few hundred come back on every page. */
const formatted = new Map<string, string>();
const MOST_FORMATTED = 5000;

/** The messages of a language. Plain messages are given back as they stand; ICU ones are compiled once. */
export function translator(locale: SiteLocale): Translate {
  const messages = MESSAGES[locale];
  return (key, values) => {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`There is no message “${key}” in ${locale}. Add it to src/web/message/${locale}/${key.split(".")[0]}.json.`);
    if (!message.includes("{") && !message.includes("'")) return message;
    const id = `${locale} ${key}`;
    const asked = values ? `${id}${written(values)}` : id;
    const known = formatted.get(asked);
    if (known !== undefined) return known;
    let format = compiled.get(id);
    if (!format) {
      format = new IntlMessageFormat(message, locale);
      compiled.set(id, format);
    }
    const text = String(format.format(values as Record<string, string | number> | undefined));
    if (formatted.size >= MOST_FORMATTED) formatted.clear();
    formatted.set(asked, text);
    return text;
  };
}

/** Values as one text; a number and the same digits as text are two things. */
function written(values: Values): string {
  let text = "";
  for (const name in values) text += `\u0000${name}${typeof values[name] === "number" ? "#" : "="}${values[name]}`;
  return text;
}
