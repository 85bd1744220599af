import { type Day, isDay } from "../domain/date.ts";
import type { SiteLocale } from "../domain/locale.ts";
import type { Kind } from "../domain/record.ts";
import type { Catalogue, Said } from "../store/catalogue.ts";
import type { Reader, Revision, SearchQuery, SearchResult } from "../store/reader.ts";
import type { Sql } from "../store/sql.ts";
import { Fault } from "./fault.ts";

/** Values that a message can take. */
export type Values = Readonly<Record<string, string | number>>;
/** Gives the message of a key in the reader's language. A key that does not exist is a programming error and throws. */
export type Translate = (key: string, values?: Values) => string;

/** What every view is made from: the record at a revision, the reader's language, the day, the parameters. */
export interface Inquiry {
  readonly reader: Reader;
  readonly catalogue: Catalogue;
  readonly revision: Revision;
  readonly locale: SiteLocale;
  /** The day on which the question is asked. */
  readonly today: Day;
  /** The day about which it is asked; today unless the address names another. */
  readonly at: Day;
  /** As of when the record is read, as the address names it: a day or the number of a revision; empty for now. */
  readonly known: string;
  readonly query: URLSearchParams;
  say(kind: Kind, id: string, field: string, source: string): Said;
  name(code: string): string;
  /** The words of the program, in the reader's language. */
  readonly t: Translate;
  /** What readers left with us, of which only what is public may be read here; null where the site has no place for it. */
  readonly desk?: Sql | null;
  /** Finds in everything; given by the search layer. */
  find(query: SearchQuery): Promise<SearchResult>;
}

/** Longest value of a parameter, in characters. */
const LONGEST = 200;

/** A parameter that must be one of the allowed values; empty when it is not given. Throws a Fault of status 400 otherwise. */
export function choice<T extends string>(query: URLSearchParams, field: string, allowed: readonly T[]): T | "" {
  const value = text(query, field);
  if (value === "") return "";
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Fault(400, field, `“${value}” is not a value of “${field}”.`, allowed.slice(0, 40));
  return found;
}

/** A parameter that must be a day, such as 2024-05-07; empty when it is not given. */
export function day(query: URLSearchParams, field: string): Day | "" {
  const value = text(query, field);
  if (value !== "" && !isDay(value)) throw new Fault(400, field, `“${value}” is not a day of the calendar. Write it as 2024-05-07.`);
  return value;
}

/** The parameters that keep the two times of an inquiry in an address; none when it asks about today as known now. */
export function timeOf(inquiry: Pick<Inquiry, "at" | "today" | "known">): Record<string, string> {
  return { ...(inquiry.at === inquiry.today ? {} : { at: inquiry.at }), ...(inquiry.known ? { known: inquiry.known } : {}) };
}

/** A parameter that must be a day or the number of a revision; empty when it is not given. */
export function knownOf(query: URLSearchParams): Day | number | "" {
  const value = text(query, "known");
  if (value === "" || isDay(value)) return value;
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new Fault(400, "known", `“${value}” is neither a day nor the number of a revision. Write a day as 2024-05-07, or a number such as 3.`);
  return Number(value);
}

/** The values of a parameter that may be repeated and may hold several, separated by the commas of any language. */
export function listed(query: URLSearchParams, field: string): string[] {
  return query
    .getAll(field)
    .flatMap((value) => value.split(/[,;\n،؛、，；]/))
    .map((one) => one.trim())
    .filter(Boolean);
}

/** A parameter of words, trimmed; empty when it is not given. Too long a value is refused. */
export function text(query: URLSearchParams, field: string): string {
  const value = (query.get(field) ?? "").trim();
  if (value.length > LONGEST) throw new Fault(400, field, `The value of “${field}” has ${value.length} characters; at most ${LONGEST} are read.`);
  if (/\p{Cc}/u.test(value)) throw new Fault(400, field, `The value of “${field}” holds control characters. Remove them.`);
  return value;
}

/** The number of the page that is asked for; 1 when none is given. Throws a Fault of status 400 for anything but a whole number up to 9999. */
export function pageOf(query: URLSearchParams): number {
  const value = text(query, "page");
  if (value === "") return 1;
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new Fault(400, "page", `“${value}” is not a page. Write a whole number from 1.`);
  return Number(value);
}
