import { isSiteLocale } from "../domain/locale.ts";
import type { Kind } from "../domain/record.ts";
import type { Catalogue } from "../store/catalogue.ts";
import type { Inquiry } from "./inquiry.ts";

/** The page that somebody writes about, and the record that it shows. */
export interface Subject {
  /** Path with its language and parameters, such as `/en/questions/def-csam`. */
  readonly page: string;
  /** Empty when the page is not of one record. */
  readonly kind: Kind | "";
  readonly record: string;
  /** The jurisdiction that the record is of; empty when it is of none or several. */
  readonly place: string;
}

/** Pages of one record: the first step of their path, the kind, the records, and the field that holds their places. */
const PAGES: ReadonlyArray<readonly [step: string, kind: Kind, records: (catalogue: Catalogue) => ReadonlyMap<string, object>, place?: string]> = [
  ["jurisdictions", "jurisdiction", (one) => one.jurisdictions, "id"],
  ["questions", "question", (one) => one.questions],
  ["topics", "topic", (one) => one.topics],
  ["instruments", "instrument", (one) => one.instruments, "jurisdiction"],
  ["dossiers", "instrument", (one) => one.instruments, "jurisdiction"],
  ["treaties", "treaty", (one) => one.treaties],
  ["obligations", "obligation", (one) => one.obligations, "jurisdiction"],
  ["positions", "position", (one) => one.positions],
  ["updates", "update", (one) => one.updates, "jurisdictions"],
  ["consultations", "update", (one) => one.updates, "jurisdictions"],
  ["claims", "claim", (one) => one.claims],
  ["glossary", "term", (one) => one.terms],
  ["data", "dataset", (one) => one.datasets],
  ["snapshots", "snapshot", (one) => one.snapshots],
  ["testimony", "testimony", (one) => one.testimonies],
  ["campaigns", "campaign", (one) => one.campaigns],
  ["commitments", "commitment", (one) => one.commitments],
];

/** Longest address of a page that is taken, in characters. */
const LONGEST_PAGE = 500;

/** The page of this site that an address names; null when it is none. `origin`: of the site, for whole addresses. */
export function subjectOf({ catalogue }: Pick<Inquiry, "catalogue">, address: string, origin: string): Subject | null {
  const asked = address.trim();
  if (asked === "" || asked.length > LONGEST_PAGE || /[\p{Cc}\\]/u.test(asked) || asked.startsWith("//")) return null;
  if (!asked.startsWith("/") && !asked.startsWith(`${origin}/`)) return null;
  let url: URL;
  try {
    url = new URL(asked, origin);
  } catch {
    return null;
  }
  if (url.origin !== new URL(origin).origin) return null;
  const [, locale = "", step = "", id = "", third = ""] = url.pathname.split("/");
  if (!isSiteLocale(locale)) return null;
  const page = `${url.pathname}${url.search}`;
  const nowhere = { page, kind: "", record: "", place: "" } as const;
  const [, kind = "", records, field = ""] = PAGES.find(([first]) => first === step) ?? [];
  const body = records?.(catalogue).get(plain(id));
  if (!body) return nowhere;
  // The page of an ask stands below its position.
  if (step === "positions" && catalogue.questions.has(plain(third))) return { ...nowhere, kind: "question", record: plain(third) };
  const places = [(body as Record<string, unknown>)[field] ?? []].flat();
  return { page, kind, record: plain(id), place: places.length === 1 ? String(places[0]) : "" };
}

function plain(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** The path of a record's page below the locale; empty when it has none. */
export function pathOfRecord(kind: string, id: string): string {
  const step = PAGES.find(([, of]) => of === kind)?.[0];
  return step ? `/${step}/${id}` : "";
}

/** The body of a record that has a page of its own; undefined when the record does not hold it, or not any more. */
export function pageBody(catalogue: Catalogue, kind: string, id: string): object | undefined {
  return PAGES.find(([, of]) => of === kind)?.[2](catalogue).get(id);
}
