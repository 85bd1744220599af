import { isSiteLocale, type SiteLocale } from "../domain/locale.ts";

/** The site's language that fits an Accept-Language header best; English when none does or the header is broken. */
export function chooseLocale(header: string): SiteLocale {
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
