import { Hono } from "hono";
import type { Day } from "../domain/date.ts";
import { isSiteLocale, type SiteLocale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import type { Reader, Revision, SearchQuery, SearchResult } from "../store/reader.ts";
import { csvOf } from "./csv.ts";
import { Fault } from "./fault.ts";
import { day, type Inquiry, knownOf, text } from "./inquiry.ts";
import { problemResponse } from "./problem.ts";
import type { Download, Resource } from "./resource.ts";
import { todayOf } from "./today.ts";

/** What the API needs from outside. */
export interface ApiParts {
  readonly reader: Reader;
  readonly clock: () => Date;
  readonly resources: readonly Resource[];
  /** Version of the program: what an address gives may change with it. */
  readonly version: string;
  /** Finds in everything; given by the search layer. */
  readonly find: (catalogue: Catalogue, query: SearchQuery) => Promise<SearchResult>;
  /** Type-ahead; given by the search layer. */
  readonly suggest: (catalogue: Catalogue, words: string, locale: SiteLocale) => ReadonlyArray<{ kind: string; id: string; title: string }>;
}

/** Makes an inquiry from a request's parameters. Throws a Fault of status 400 for a language or a day that is none. */
export async function inquiryOf(parts: Pick<ApiParts, "reader" | "clock" | "find">, locale: string, query: URLSearchParams): Promise<Inquiry> {
  if (!isSiteLocale(locale)) throw new Fault(400, "lang", `“${locale.slice(0, 20)}” is not a language of this site.`, ["en", "fr"]);
  const known = knownOf(query);
  const reader = known === "" ? parts.reader : await readerAsKnown(parts.reader, known);
  const [catalogue, revision] = await Promise.all([reader.catalogue(), reader.revision()]);
  const today = todayOf(parts.clock(), catalogue.date);
  return {
    reader,
    catalogue,
    revision,
    locale,
    today,
    at: day(query, "at") || today,
    known: String(known),
    query,
    say: (kind, id, field, source) => catalogue.say(locale, kind, id, field, source),
    name: (code) => catalogue.name(code, locale),
    find: (wanted) => parts.find(catalogue, wanted),
  };
}

/** The record as it stood on a day, or at a revision. Throws a Fault of status 400 where there was none yet. */
async function readerAsKnown(reader: Reader, known: Day | number): Promise<Reader> {
  const [latest, found] = await Promise.all([reader.revision(), reader.revisionOn(known)]);
  if (found?.id === latest.id) return reader;
  if (found) return reader.asKnown(found);
  const first = await reader.revisionOn(1);
  throw new Fault(
    400,
    "known",
    typeof known === "number"
      ? `The record has no revision ${known}; the latest is ${latest.id}.`
      : `The record knew nothing on ${known}: it begins on ${first?.recorded.slice(0, 10) ?? "no day yet"}.`,
  );
}

/** The API: every view's data as JSON and CSV, with the parameters of the page. */
export function makeApi(parts: ApiParts): Hono {
  const api = new Hono();
  api.get("/suggest", async (c) => {
    const query = new URL(c.req.url).searchParams;
    const inquiry = await inquiryOf(parts, query.get("lang") ?? "en", query);
    const items = parts.suggest(inquiry.catalogue, text(query, "q"), inquiry.locale);
    return c.json({ items });
  });
  for (const resource of parts.resources) {
    api.get(`/${resource.name}`, (c) => answer(parts, c.req.raw, (inquiry) => resource.list(inquiry), "json"));
    api.get(`/:file{${resource.name}\\.(?:json|csv)}`, (c) => answer(parts, c.req.raw, (inquiry) => resource.list(inquiry), endingOf(c.req.param("file"))));
    if (resource.calendar)
      api.get(`/:file{${resource.name}\\.ics}`, (c) =>
        respond(parts, c.req.raw, "ics", async (inquiry) => {
          const dates = await resource.calendar?.(inquiry);
          return dates === undefined ? null : () => dates;
        }),
      );
    api.get(`/${resource.name}/:id`, (c) => {
      const file = c.req.param("id");
      const ending = endingOf(file);
      const id = file.replace(/\.(?:json|csv)$/, "");
      return answer(parts, c.req.raw, (inquiry) => resource.one?.(inquiry, id) ?? Promise.resolve(null), ending);
    });
  }
  api.get("/", (c) => c.json({ resources: ["suggest", ...parts.resources.map((one) => one.name)].map((name) => `/api/${name}`) }));
  return api;
}

function endingOf(file: string): "json" | "csv" {
  return file.endsWith(".csv") ? "csv" : "json";
}

/** The media types of what the API gives, by the ending of the address. */
const TYPES = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  ics: "text/calendar; charset=utf-8; method=PUBLISH",
} as const;

function answer(parts: ApiParts, request: Request, make: (inquiry: Inquiry) => Promise<Download | null>, ending: "json" | "csv"): Promise<Response> {
  return respond(parts, request, ending, async (inquiry) => {
    const download = await make(inquiry);
    if (!download) return null;
    const { pathname, search } = new URL(request.url);
    return () => (ending === "csv" ? csvOf(download.table) : bodyOf(inquiry, download, pathname + search));
  });
}

/** Answers with what a view writes; 404 when there is none, 304 when the reader has it and nothing need be written. */
async function respond(
  parts: ApiParts,
  request: Request,
  ending: keyof typeof TYPES,
  view: (inquiry: Inquiry) => Promise<(() => string) | null>,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const inquiry = await inquiryOf(parts, query.get("lang") ?? "en", query);
  const write = await view(inquiry);
  if (!write) return problemResponse(404, "There is no such record. Look at the list one level up for the identifiers that exist.");
  const etag = `"${parts.version}-${inquiry.revision.id}-${inquiry.today}-${ending}"`;
  const headers: Record<string, string> = {
    etag,
    "cache-control": "public, max-age=0, must-revalidate",
    "content-language": inquiry.locale,
    "access-control-allow-origin": "*",
  };
  if ((request.headers.get("if-none-match") ?? "").includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(write(), { headers: { ...headers, "content-type": TYPES[ending] } });
}

/** A download as JSON, with what must be known to read it; `address` is where, or with which parameters, it was asked for. */
export function bodyOf(inquiry: Inquiry, download: Download, address: string): string {
  return `${JSON.stringify({ meta: metaOf(inquiry, download, address), data: download.data ?? download.table.rows }, null, 1)}\n`;
}

function metaOf(inquiry: Inquiry, download: Download, address: string): object {
  const revision: Revision = inquiry.revision;
  return {
    source: "Safeguard Atlas",
    address,
    licence: "CC BY 4.0; figures under the terms of their publishers",
    dataOf: inquiry.catalogue.date,
    revision: revision.id,
    recorded: revision.recorded,
    at: inquiry.at,
    known: inquiry.known || null,
    review: "No answer has been checked by a lawyer yet. Not legal advice.",
    blanks: "An empty cell or null means that the record does not hold it. It never means no, and never 0.",
    caveats: download.caveats ?? [],
    rows: download.table.rows.length,
  };
}
