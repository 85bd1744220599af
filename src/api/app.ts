import { Hono } from "hono";
import type { Day } from "../domain/date.ts";
import { isSiteLocale, SITE_LOCALES, type SiteLocale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import type { Reader, Revision, SearchQuery, SearchResult } from "../store/reader.ts";
import type { Sql } from "../store/sql.ts";
import { Fault } from "./fault.ts";
import { FEED_TYPES, type Feed, type FeedForm, isFeedForm, writeFeed } from "./feed/feed.ts";
import { FORMS, type Form, fileOf, formOf, offers } from "./file/form.ts";
import { day, type Inquiry, knownOf, type Translate, text } from "./inquiry.ts";
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
  /** Origin that addresses in files begin with, such as https://atlas.example; taken from the request when it is empty. */
  readonly origin?: string;
  /** The words of the program in a language; given by the site, whose messages they are. */
  readonly words: (locale: SiteLocale) => Translate;
  /** Finds in everything; given by the search layer. */
  readonly find: (catalogue: Catalogue, query: SearchQuery) => Promise<SearchResult>;
  /** What readers left with us, of which views may read what is public; none where the site has no place for it. */
  readonly desk?: Sql | null;
  /** Type-ahead; given by the search layer. */
  readonly suggest: (catalogue: Catalogue, words: string, locale: SiteLocale) => ReadonlyArray<{ kind: string; id: string; title: string }>;
}

/** Makes an inquiry from a request's parameters. Throws a Fault of status 400 for a language or a day that is none. */
export async function inquiryOf(
  parts: Pick<ApiParts, "reader" | "clock" | "find" | "words" | "desk">,
  locale: string,
  query: URLSearchParams,
): Promise<Inquiry> {
  if (!isSiteLocale(locale)) throw new Fault(400, "lang", `“${locale.slice(0, 20)}” is not a language of this site.`, [...SITE_LOCALES]);
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
    t: parts.words(locale),
    name: (code) => catalogue.name(code, locale),
    find: (wanted) => parts.find(catalogue, wanted),
    desk: parts.desk ?? null,
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

/** The API: every view's data as JSON and CSV, figures in further forms, with the parameters of the page. */
export function makeApi(parts: ApiParts): Hono {
  const api = new Hono();
  api.get("/suggest", async (c) => {
    const query = new URL(c.req.url).searchParams;
    const inquiry = await inquiryOf(parts, query.get("lang") ?? "en", query);
    const items = parts.suggest(inquiry.catalogue, text(query, "q"), inquiry.locale);
    return c.json({ items });
  });
  for (const resource of parts.resources) {
    api.get(`/${resource.name}`, (c) => answer(parts, c.req.raw, (inquiry) => resource.list(inquiry)));
    api.get(`/:file{${resource.name}\\.(?:${ENDINGS})}`, (c) => answer(parts, c.req.raw, (inquiry) => resource.list(inquiry)));
    if (resource.calendar)
      api.get(`/:file{${resource.name}\\.ics}`, (c) =>
        respond(parts, c.req.raw, "ics", async (inquiry) => calendarAnswer(await resource.calendar?.(inquiry, hostOf(parts, c.req.raw)))),
      );
    if (resource.calendars)
      api.get(`/${resource.name}/:file{[^/]+\\.ics}`, (c) =>
        respond(parts, c.req.raw, "ics", async (inquiry) =>
          calendarAnswer(await resource.calendar?.(inquiry, hostOf(parts, c.req.raw), c.req.param("file").slice(0, -".ics".length))),
        ),
      );
    if (resource.feed)
      api.get(`/:file{${resource.name}\\.(?:atom|rss|feed\\.json)}`, (c) =>
        feedAnswer(parts, c.req.raw, (inquiry) => resource.feed?.(inquiry) ?? Promise.resolve(null)),
      );
    api.get(`/${resource.name}/:id`, (c) => {
      const { stem } = formOf(c.req.param("id"));
      return answer(parts, c.req.raw, (inquiry) => resource.one?.(inquiry, stem) ?? Promise.resolve(null));
    });
  }
  api.get("/", (c) => c.json({ resources: ["suggest", ...parts.resources.map((one) => one.name)].map((name) => `/api/${name}`) }));
  return api;
}

/** The endings of addresses that tables are offered at. */
const ENDINGS = Object.keys(FORMS).join("|").replaceAll(".", "\\.");

const CALENDAR = "text/calendar; charset=utf-8; method=PUBLISH";

/** What an answer of the API is made of, once it is known that it is wanted. */
interface Answer {
  readonly type: string;
  /** Whether it says when it last changed, for programs that ask again and again. */
  readonly dated?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly mark?: string | undefined;
  write(): string | Uint8Array<ArrayBuffer> | Promise<string | Uint8Array<ArrayBuffer>>;
}

function hostOf(parts: ApiParts, request: Request): string {
  return parts.origin || new URL(request.url).origin;
}

function calendarAnswer(dates: string | null | undefined): Answer | null {
  return dates === null || dates === undefined ? null : { type: CALENDAR, dated: true, write: () => dates };
}

/** Answers with a feed in the form that the ending of the address names. What is new is read only when the reader does not have it. */
function feedAnswer(parts: ApiParts, request: Request, make: (inquiry: Inquiry) => Promise<Feed | null>): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const ending = pathname.slice(pathname.lastIndexOf("/")).replace(/^[^.]*\./, "");
  const form: FeedForm = isFeedForm(ending) ? ending : "atom";
  return respond(parts, request, form, async (inquiry) => ({
    type: FEED_TYPES[form],
    dated: true,
    write: async () => {
      const feed = await make(inquiry);
      if (!feed) throw new Fault(404, "", "Nothing is given as a feed here.");
      const origin = hostOf(parts, request);
      return writeFeed(feed, form, { origin, self: `${origin}${pathname}${search}`, version: parts.version });
    },
  }));
}

/** Answers with a table in the form that the ending of the address names. */
function answer(parts: ApiParts, request: Request, make: (inquiry: Inquiry) => Promise<Download | null>): Promise<Response> {
  const { origin, pathname, search } = new URL(request.url);
  const { stem, form } = formOf(pathname);
  return respond(parts, request, form, async (inquiry) => {
    const download = await make(inquiry);
    if (!download) return null;
    if (!offers(download, form)) throw new Fault(404, "", `This is given as JSON and CSV, not as ${form}: end the address with .json or .csv.`);
    const host = parts.origin || origin;
    return {
      type: FORMS[form],
      headers: leaving(download, form, stem, search),
      mark: download.mark,
      write: () => (form === "json" ? bodyOf(inquiry, download, pathname + search) : fileOf(inquiry, download, form, host, `${host}${stem}.csv${search}`)),
    };
  });
}

/** The headers of a file that leaves: a name to keep it under and, with a CSV, where its metadata stand. */
function leaving({ about }: Download, form: Form, stem: string, search: string): Record<string, string> {
  if (!about) return {};
  const named = { "content-disposition": `${form.endsWith("json") ? "inline" : "attachment"}; filename="${about.file}.${form}"` };
  if (form !== "csv") return named;
  return { ...named, link: `<${stem}.csv-metadata.json${search}>; rel="describedby"; type="application/csvm+json"`, "access-control-expose-headers": "link" };
}

/** Answers with what a view writes; 404 when there is none, 304 when the reader has it and nothing need be written. */
async function respond(parts: ApiParts, request: Request, ending: string, view: (inquiry: Inquiry) => Promise<Answer | null>): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const inquiry = await inquiryOf(parts, query.get("lang") ?? "en", query);
  const found = await view(inquiry);
  if (!found) return problemResponse(404, "There is no such record. Look at the list one level up for the identifiers that exist.");
  // A workbook holds the time at which it was packed: two of the same content differ in that.
  const etag = `${ending === "xlsx" ? "W/" : ""}"${parts.version}-${inquiry.revision.id}-${inquiry.today}-${ending}${found.mark ? `-${found.mark}` : ""}"`;
  const headers: Record<string, string> = {
    etag,
    "cache-control": "public, max-age=0, must-revalidate",
    "content-language": inquiry.locale,
    "access-control-allow-origin": "*",
    ...(found.dated ? { "last-modified": changedOn(inquiry, parts.clock()).toUTCString() } : {}),
    ...found.headers,
  };
  if (holdsAlready(request.headers, etag, headers["last-modified"])) return new Response(null, { status: 304, headers });
  return new Response(await found.write(), { headers: { ...headers, "content-type": found.type } });
}

/** When what an inquiry gives last changed: with the revision, or as the day began. Never later than now, whatever the clock did. */
function changedOn({ revision, today }: Inquiry, now: Date): Date {
  const changed = Math.max(Date.parse(revision.recorded) || 0, Date.parse(today));
  return new Date(Math.min(changed, now.getTime()));
}

/** Whether a reader has what would be sent (RFC 9110, 13.1): the tag decides where one is sent, else the time, to the second. */
function holdsAlready(headers: Headers, etag: string, modified: string | undefined): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) return tags.includes(etag) || tags.trim() === "*";
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return modified !== undefined && !Number.isNaN(since) && Date.parse(modified) <= since;
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
    ...(download.about ? { permanent: download.about.address } : {}),
    review: "No answer has been checked by a lawyer yet. Not legal advice.",
    blanks: "An empty cell or null means that the record does not hold it. It never means no, and never 0.",
    caveats: download.caveats ?? [],
    rows: download.table.rows.length,
  };
}
