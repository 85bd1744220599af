import { isSiteLocale, type SiteLocale } from "../domain/locale.ts";

/** Name of the cookie that remembers a language; it is set only for readers who ask for it. */
const COOKIE = "language";
const YEAR = 365 * 24 * 60 * 60;

/** The header that makes a browser remember a language, or forget it when it is empty. */
export function rememberHeader(locale: SiteLocale | "", secure: boolean): string {
  return `${COOKIE}=${locale}; Path=/; Max-Age=${locale === "" ? 0 : YEAR}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** The language for an address that names none: what the reader asked to be remembered, else what the browser wishes. */
export function localeFor(headers: Headers): SiteLocale {
  const remembered = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/.exec(headers.get("cookie") ?? "")?.[1] ?? "";
  return isSiteLocale(remembered) ? remembered : chooseLocale(headers.get("accept-language") ?? "");
}

/** The site's language that fits an Accept-Language header best; English when none does or the header is broken. */
function chooseLocale(header: string): SiteLocale {
  const wishes = header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { language: tag.split("-")[0] ?? "", quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wishes) if (isSiteLocale(language)) return language;
  return "en";
}
