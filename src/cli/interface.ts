import type { Interface } from "../dataset/translation/unit.ts";
import { type Locale, TRANSLATED_LOCALES } from "../domain/locale.ts";
import { readAges } from "../web/message/age.ts";
import { readMessages } from "../web/message/catalogue.ts";
import { messageFolder } from "./place.ts";

/** The interface in one language, from its files. */
export function interfaceIn(locale: Locale, folder = messageFolder()): Interface {
  return { english: readMessages(folder, "en"), messages: readMessages(folder, locale), ages: readAges(folder, locale) };
}

/** The interface in every language of the site into which it is translated. */
export function interfaces(folder = messageFolder()): Map<Locale, Interface> {
  return new Map(TRANSLATED_LOCALES.map((locale) => [locale, interfaceIn(locale, folder)]));
}
