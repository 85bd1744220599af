import { SITE_LOCALES, type SiteLocale } from "../../src/domain/locale.ts";

/** One address of every type of page, below the locale. */
export const PAGES: readonly string[] = [
  "",
  "/jurisdictions",
  "/jurisdictions/BR",
  "/jurisdictions/US",
  "/jurisdictions/DE",
  "/jurisdictions/US-CA",
  "/jurisdictions/TV",
  "/topics",
  "/topics/age-assurance",
  "/questions",
  "/questions/def-grooming",
  "/questions/age-of-consent",
  "/questions/eu-privacy-derogation",
  "/questions/party-to-lanzarote",
  "/questions/party-to-lanzarote?at=2012-12-31",
  "/questions/party-to-opsc/adoption",
  "/questions/eu-privacy-derogation/adoption",
  "/questions/age-of-consent/adoption?at=2015-06-01",
  "/adoption",
  "/positions",
  "/positions/end-to-end-encryption",
  "/positions/statutes-of-limitations",
  "/positions/generative-ai-csam/generative-ai-csam-possession",
  "/brief",
  "/brief?place=BR&topic=grooming-enticement&position=generative-ai-csam",
  "/jurisdictions/BR/positions",
  "/jurisdictions/DE/positions",
  "/instruments",
  "/instruments?place=EU&status=in-force",
  "/instruments/eu-eprivacy-derogation-2021-1232",
  "/jurisdictions/EU/timeline",
  "/jurisdictions/DE/timeline?kind=answer&at=2020-12-22",
  "/dossiers",
  "/dossiers/eu-csa-regulation-proposal",
  "/dossiers/us-report-act-2024",
  "/dossiers/us-take-it-down-act-2025?at=2026-05-18",
  "/treaties",
  "/treaties/opsc",
  "/obligations",
  "/obligations/us-2258a-report",
  "/obligations?at=2026-05-18&place=US",
  "/compare",
  "/compare?place=BR,FR,JP,US,DE,GB,AU,EU",
  "/compare?place=EU&at=2020-12-20&to=2020-12-21",
  "/duties",
  "/duties?service=hosting,social&place=US,GB,FR,TV&event=notice-received&time=2026-11-01T01:30&zone=America/New_York",
  "/event-study",
  "/event-study?series=cybertipline-by-country/reports/PL&date=2020-12-21&comparison=eu",
  "/event-study?series=cybertipline-totals/reports&date=2013",
  "/updates",
  "/updates/petition-child-safety-first-2020",
  "/updates/archive/2021",
  "/consultations?at=2025-06-01",
  "/feeds",
  "/testimony",
  "/testimony/edpb-edps-joint-opinion-2022-07-28",
  "/campaigns",
  "/campaigns/child-safety-first-2020",
  "/letters",
  "/letters?place=BR&position=generative-ai-csam",
  "/commitments",
  "/commitments/apple-icloud-detection-2021",
  "/claims",
  "/claims/swiss-relevance-of-reports",
  "/claims/eu-drop-46-51-58-percent",
  "/claims/fall-in-reports-2023-2024",
  "/snapshots",
  "/snapshots/eu-reports-and-the-eprivacy-gap",
  "/snapshots/report-act-enticement-reports",
  "/services",
  "/services?place=BR",
  "/survivors",
  "/survivors?place=US-CA",
  "/survivors?place=TV",
  "/glossary",
  "/glossary/child-sexual-abuse",
  "/figures",
  "/figures?dataset=cybertipline-by-country&place=BR,NL&group=eu&picture=multiples&scale=index",
  "/figures?dataset=cybertipline-by-country-incident-type-2024&measure=child-sex-trafficking&picture=map",
  "/data",
  "/data/cybertipline-by-country",
  "/data/cybertipline-by-country-incident-type-2024?place=BR",
  "/history",
  "/history?changeset=1&kind=claim",
  "/history?kind=coding&id=br-def-csam",
  "/history?kind=row&id=cybertipline-by-country%2FBR%2F2019%2FBrazil",
  "/search",
  "/search?q=grooming+brazil",
  "/search?q=xyzzyplugh",
  "/about",
  "/method",
  "/methods",
  "/methods/event-study",
  "/accessibility",
  "/privacy",
  "/offline",
  "/offline?place=BR",
  "/languages",
  "/alerts?place=BR",
  "/feedback?page=/en/jurisdictions/BR",
  "/corrections",
  "/no-such-page",
];

/** What other sites show in a frame: pages without header, footer and links to other languages. */
export const EMBEDS: readonly string[] = [
  "/embed/figures?dataset=cybertipline-by-country&place=BR,NL&group=eu",
  "/embed/figures?dataset=cybertipline-by-country-incident-type-2024&measure=child-sex-trafficking&picture=map&known=1",
  "/embed/figures?dataset=cybertipline-by-country-incident-type-2024&place=TV&status=suppressed",
];

/** What sort of page an address leads to: identifiers are left out, and what is chosen is one sort beside what is not. */
function typeOf(path: string): string {
  const [place = "", query] = path.split("?", 2);
  const form = place.replace(/^(\/[^/]+)\/[^/]+/, "$1/*").replace(/^(\/positions\/\*)\/.*/, "$1/*");
  return query === undefined ? form : `${form}?`;
}

/** The addresses by type, in the order of the list. */
const TYPES: ReadonlyMap<string, readonly string[]> = PAGES.reduce((all, path) => all.set(typeOf(path), [...(all.get(typeOf(path)) ?? []), path]), new Map());

/** A run goes through one type of page in so many: of the language that is written from right to left a third, of the others fewer. */
const SHARES: Readonly<Partial<Record<SiteLocale, number>>> = { ar: 3 };
const SHARE = 24;
/** Of a type with several addresses, the first language has the first, and of the others one in so many. */
const FURTHER = 6;

/**
 * The addresses that are tested in a language: in the first, every type and a share of its further addresses. In each further
 * language a share of the types, and of each another address than in the language before.
 * With ATLAS_PAGES=all the first language has every address and every other every type, which takes some minutes more.
 */
export function pagesIn(locale: SiteLocale): readonly string[] {
  const turn = SITE_LOCALES.indexOf(locale);
  const all = process.env["ATLAS_PAGES"] === "all";
  if (turn === 0) return all ? PAGES : PAGES.filter((path, index) => leads(path) || index % FURTHER === 0);
  const share = all ? 1 : (SHARES[locale] ?? SHARE);
  return [...TYPES.values()].filter((_, index) => index % share === turn % share).map((paths) => paths[(turn - 1) % paths.length] as string);
}

const LEADING: ReadonlySet<string> = new Set([...[...TYPES.values()].map(([first = ""]) => first), EMBEDS[0] as string]);

/** Whether the address is the first of its type of page. */
export function leads(path: string): boolean {
  return LEADING.has(path);
}

/**
 * One address of every second sort of page, embedded ones included, and of every sort with ATLAS_PAGES=all; of a page on which
 * something can be chosen, one where it is.
 */
export function sortsOfPages(): readonly string[] {
  const all = process.env["ATLAS_PAGES"] === "all";
  return [...[...TYPES].filter(([type]) => !TYPES.has(`${type}?`)).map(([, [first = ""]]) => first), EMBEDS[0] as string].filter(
    (_, index) => all || index % 2 === 0,
  );
}
