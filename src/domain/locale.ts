/** Languages for which the record can hold text, in the order of the language switch. */
export const LOCALES = ["en", "fr", "es", "pt", "ar", "de", "hi", "ja", "ru", "zh"] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages in which the site is served. */
export const SITE_LOCALES = LOCALES;
export type SiteLocale = (typeof SITE_LOCALES)[number];

/** Languages of the site into which the English of the record and of the interface is translated. */
export const TRANSLATED_LOCALES: readonly SiteLocale[] = SITE_LOCALES.filter((one) => one !== "en");

/** Tells whether the site is served in this language. */
export function isSiteLocale(text: string): text is SiteLocale {
  return (SITE_LOCALES as readonly string[]).includes(text);
}

/** The languages' names, each in itself. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: "English",
  fr: "Français",
  es: "Español",
  pt: "Português",
  ar: "العربية",
  de: "Deutsch",
  hi: "हिन्दी",
  ja: "日本語",
  ru: "Русский",
  zh: "简体中文",
};

/** How a language is named to `Intl`: English with the day before the month, and the digits 0 to 9 everywhere, so that a figure reads alike in text, table and picture. */
const INTL_TAGS: Readonly<Partial<Record<Locale, string>>> = { en: "en-GB", ar: "ar-u-nu-latn", hi: "hi-u-nu-latn", zh: "zh-Hans" };

/** The tag under which `Intl` formats for readers of a language. */
export function intlTag(locale: Locale): string {
  return INTL_TAGS[locale] ?? locale;
}

/** Writing direction of a language. */
export function direction(locale: Locale): "ltr" | "rtl" {
  return locale === "ar" ? "rtl" : "ltr";
}
