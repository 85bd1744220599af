import type { SiteLocale } from "../../domain/locale.ts";

/** The official address that an identifier leads to, where its scheme gives one; null otherwise. */
export function identifierLink(scheme: string, value: string, locale: SiteLocale): string | null {
  switch (scheme.toLowerCase()) {
    case "eli":
      return /^https?:\/\//.test(value) ? value : null;
    case "celex":
      return /^\d{5}[A-Z]{1,2}\d{4}/.test(value)
        ? `https://eur-lex.europa.eu/legal-content/${locale.toUpperCase()}/TXT/?uri=CELEX:${encodeURIComponent(value)}`
        : null;
    case "procedure":
      return /^\d{4}\/\d{4}\([A-Z]{3}\)$/.test(value) ? `https://oeil.secure.europarl.europa.eu/oeil/en/procedure-file?reference=${value}` : null;
    case "cets":
      return /^\d{3}$/.test(value) ? `https://www.coe.int/${locale}/web/conventions/full-list?module=treaty-detail&treatynum=${value}` : null;
    case "resolution":
    case "un-doc":
    case "un_doc":
      return /^[A-Z][A-Z0-9/]+$/.test(value) ? `https://undocs.org/${value}` : null;
    default:
      return null;
  }
}
