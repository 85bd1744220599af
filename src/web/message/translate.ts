import { IntlMessageFormat } from "intl-messageformat";
import type { SiteLocale } from "../../domain/locale.ts";
import { MESSAGES } from "./catalogue.ts";

/** Values that a message can take. */
export type Values = Readonly<Record<string, string | number | Date>>;
/** Gives the message of a key in the page's language. A key that does not exist is a programming error and throws. */
export type Translate = (key: string, values?: Values) => string;

const compiled = new Map<string, IntlMessageFormat>();

/** The messages of a language. Plain messages are given back as they stand; ICU ones are compiled once. */
export function translator(locale: SiteLocale): Translate {
  const messages = MESSAGES[locale];
  return (key, values) => {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`There is no message “${key}” in ${locale}. Add it to src/web/message/${locale}/${key.split(".")[0]}.json.`);
    if (!message.includes("{") && !message.includes("'")) return message;
    const id = `${locale} ${key}`;
    let format = compiled.get(id);
    if (!format) {
      format = new IntlMessageFormat(message, locale);
      compiled.set(id, format);
    }
    return String(format.format(values as Record<string, string | number | Date> | undefined));
  };
}
