/** Languages for which the record can hold text, in the order of the language switch. */
export const LOCALES = ["en", "fr", "es", "pt", "ar", "de", "hi", "ja", "ru", "zh"] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages in which the site is served today. */
export const SITE_LOCALES = ["en", "fr"] as const;
export type SiteLocale = (typeof SITE_LOCALES)[number];

/** Tells whether the site is served in this language. */
export function isSiteLocale(text: string): text is SiteLocale {
  return (SITE_LOCALES as readonly string[]).includes(text);
}

/** Writing direction of a language. */
export function direction(locale: Locale): "ltr" | "rtl" {
  return locale === "ar" ? "rtl" : "ltr";
}
