import { createHash } from "node:crypto";
import { Hono } from "hono";
import { type ApiParts, inquiryOf, makeApi } from "../api/app.ts";
import { Fault } from "../api/fault.ts";
import { problemResponse } from "../api/problem.ts";
import { isSiteLocale, SITE_LOCALES, type SiteLocale } from "../domain/locale.ts";
import type { Assets } from "./asset.ts";
import { type Kept, PageCache } from "./cache.ts";
import { formOf } from "./form.ts";
import { secure, secured } from "./header.ts";
import { localeFor, rememberHeader } from "./negotiate.ts";
import { type AskedFor, faultLeaf } from "./page/fault/page.tsx";
import { Bare } from "./part/bare.tsx";
import { Layout } from "./part/layout.tsx";
import type { Printer } from "./printer.ts";
import { render } from "./render.ts";
import { assetResponse, keptResponse, workerResponse } from "./response.ts";
import type { Leaf, Part, Route, Visit } from "./visit.ts";
import { visitOf } from "./visitor.ts";

/** What the site needs from outside. */
export interface SiteParts extends ApiParts {
  readonly routes: readonly Route[];
  readonly assets: Assets;
  /** Origin for canonical links, such as https://atlas.example; taken from the request when it is empty. */
  readonly origin: string;
  readonly ready: () => Promise<boolean>;
  readonly report: (error: unknown, request: Request) => void;
  /** Makes PDFs of pages; none when no browser was found. */
  readonly printer?: Printer | null;
  /** What readers can leave with us; none where the site has no place for it. */
  readonly part?: Part | null;
  /** The address that a request came from; empty when it is not known. */
  readonly from?: (request: Request) => string;
  /** False renders every page anew, for measurements. */
  readonly keep?: boolean;
}

/** Longest address that is read, in characters. */
const LONGEST_ADDRESS = 4096;

/** The past is for readers: every page on every day would be a site without end for a crawler. */
const ROBOTS = `User-agent: *
Disallow: /api/
Disallow: /*?at=
Disallow: /*&at=
Disallow: /*?known=
Disallow: /*&known=
Allow: /
`;

/** A path below one of ours that ends in a slash. Each part has a letter or digit first, so that no other site can be named. */
const CLOSED = /^(\/(?:api|[a-z]{2})(?:\/[A-Za-z0-9][\w.-]*)*)\/$/;

/** The whole reader's site: pages, API, assets, health. */
export function makeSite(given: SiteParts): Hono {
  // Paths begin with a slash: an origin that ends in one would make addresses that lead nowhere.
  const parts: SiteParts = { ...given, origin: given.origin.replace(/\/+$/, ""), desk: given.part?.desk.sql ?? null };
  const cache = new PageCache();
  const site = new Hono();
  /** Addresses that take a form, with any name where the path has one. */
  const posts = parts.routes.flatMap((route) => (route.post ? [new RegExp(`^/(?:${SITE_LOCALES.join("|")})${route.path.replace(/:\w+/g, "[^/]+")}$`)] : []));

  /** First steps of the addresses of pages: an address that lacks the language is led to the one for its reader. */
  const heads = new Set(parts.routes.map((route) => route.path.split("/")[1] ?? "").filter(Boolean));

  site.use(async (c, next) => {
    if (c.req.raw.url.length > LONGEST_ADDRESS) c.res = await failure(parts, c.req.raw, new Fault(414, "", "The address is too long to be read."));
    else if (c.req.method !== "GET" && c.req.method !== "HEAD" && !(c.req.method === "POST" && posts.some((one) => one.test(c.req.path)))) {
      c.res = await failure(parts, c.req.raw, new Fault(405, "", "This site only answers GET and HEAD."));
      c.res.headers.set("allow", "GET, HEAD");
    } else await next();
    secure(c.res);
  });
  site.get("/healthz", (c) => c.text("ok\n"));
  site.get("/readyz", async (c) => ((await parts.ready()) ? c.text("ready\n") : c.text("not ready\n", 503)));
  site.get("/", (c) => {
    c.header("vary", "accept-language, cookie");
    return c.redirect(`/${localeFor(c.req.raw.headers)}`, 302);
  });
  site.get("/robots.txt", (c) => c.text(ROBOTS));
  site.get("/icon.svg", () => assetResponse(parts.assets.files.get("/asset/icon.svg")));
  site.get("/favicon.ico", () => new Response(null, { status: 404 }));
  site.get("/embed.js", () => assetResponse(parts.assets.files.get("/asset/embed.js"), "", false, "picture"));
  site.get("/offline.js", () => workerResponse(parts.assets.files.get("/asset/offline.js")));
  site.get("/asset/:file", (c) => assetResponse(parts.assets.files.get(`/asset/${c.req.param("file")}`), c.req.header("accept-encoding") ?? "", true));
  site.route("/api", makeApi(parts));
  for (const route of parts.routes)
    for (const locale of SITE_LOCALES) {
      site.get(`/${locale}${route.path}`, (c) => pageResponse(parts, cache, route, locale, c.req.raw, c.req.param() as Record<string, string>));
      if (route.post) site.post(`/${locale}${route.path}`, (c) => postResponse(parts, route, locale, c.req.raw, c.req.param() as Record<string, string>));
    }

  site.notFound((c) => {
    const { pathname, search } = new URL(c.req.url);
    const shorter = CLOSED.exec(pathname)?.[1];
    if (shorter) return c.redirect(`${shorter}${search}`, 301);
    if (heads.has(pathname.split("/")[1] ?? "")) {
      c.header("vary", "accept-language, cookie");
      return c.redirect(`/${localeFor(c.req.raw.headers)}${pathname}${search}`, 302);
    }
    return failure(parts, c.req.raw, new Fault(404, "", "Nothing stands at this address."));
  });
  site.onError((error, c) => failure(parts, c.req.raw, error));
  return site;
}

async function pageResponse(
  parts: SiteParts,
  cache: PageCache,
  route: Route,
  locale: SiteLocale,
  request: Request,
  params: Record<string, string>,
): Promise<Response> {
  const url = new URL(request.url);
  // Canonical links hold the origin: a page made for one host must not be kept for another.
  const origin = parts.origin || url.origin;
  const address = `${origin}${url.pathname}${url.search}`;
  const inquiry = await inquiryOf(parts, locale, url.searchParams);
  cache.edition(`${inquiry.revision.id} ${inquiry.today}`);
  const spares = route.map === true;
  const sparing = spares && request.headers.get("save-data")?.trim().toLowerCase() === "on";
  // A space stands in no address, so the two forms of a page do not meet.
  const place = sparing ? `${address} sparing` : address;
  const known = parts.keep === false ? undefined : cache.get(place);
  if (known) return keptResponse(known, request, locale);
  const path = url.pathname.slice(locale.length + 1).replace(/\/$/, "");
  const visit = visitOf(inquiry, { assets: parts.assets, path, origin, params, printer: parts.printer, sparing, ...takenFrom(parts, request) });
  const leaf = await route.page(visit);
  if (!leaf) throw new Fault(404, "", "The record holds nothing under this identifier.");
  if (leaf.fresh) return unkept(leaf, visit);
  const kept = { ...(leaf.file ? keepFile(leaf.file) : keep(pageHtml(leaf, visit), leaf.status ?? 200)), shown: leaf.shown, spares };
  if (parts.keep !== false && kept.status === 200) cache.put(place, kept);
  return keptResponse(kept, request, locale);
}

/** Answers a posted form. It passes no cache, and neither what was sent nor the answer is written down anywhere. */
async function postResponse(parts: SiteParts, route: Route, locale: SiteLocale, request: Request, params: Record<string, string>): Promise<Response> {
  const form = await formOf(request, route.anyone);
  const { origin, pathname, searchParams } = new URL(request.url);
  const sent = new Set(form.keys());
  for (const [name, value] of searchParams) {
    if (!sent.has(name)) form.append(name, value);
    sent.add(name);
  }
  const inquiry = { ...(await inquiryOf(parts, locale, form)), query: form };
  const visit = visitOf(inquiry, {
    assets: parts.assets,
    path: pathname.slice(locale.length + 1),
    origin: parts.origin || origin,
    params,
    ...takenFrom(parts, request),
  });
  const leaf = await route.post?.(visit);
  if (!leaf) throw new Fault(404, "", "Nothing stands at this address.");
  return unkept({ ...leaf, fresh: true }, visit);
}

function takenFrom(parts: SiteParts, request: Request): { part: Part | null | undefined; from: string; now: Date } {
  return { part: parts.part, from: parts.from?.(request) ?? "", now: parts.clock() };
}

/** A page that nobody keeps. */
function unkept(leaf: Leaf, visit: Visit): Response {
  return secured(pageHtml(leaf, visit), leaf.status ?? 200, {
    "content-type": "text/html; charset=utf-8",
    "content-language": visit.locale,
    "cache-control": "no-store",
    ...(leaf.remember === undefined ? {} : { "set-cookie": rememberHeader(leaf.remember, visit.origin.startsWith("https:")) }),
  });
}

function pageHtml(leaf: Leaf, visit: Visit): string {
  return `<!DOCTYPE html>${render(leaf.shown === "frame" ? Bare : Layout, { leaf, visit })}`;
}

function keep(html: string, status: number): Kept {
  const body = bytesOf(html);
  return { status, body, brotli: null, etag: etagOf(body) };
}

function keepFile({ body, type, name }: NonNullable<Leaf["file"]>): Kept {
  return { status: 200, body, brotli: null, etag: etagOf(body), file: { type, name } };
}

function etagOf(body: Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

/** Room for one page as it is encoded: writing into room that stands costs half of what `Buffer.from` takes. */
let room = Buffer.allocUnsafe(256 * 1024);

/** UTF-8 takes at most three bytes for each unit of a string. */
const MOST_BYTES = 3;

function bytesOf(html: string): Buffer {
  if (html.length * MOST_BYTES > room.length) room = Buffer.allocUnsafe(html.length * MOST_BYTES);
  return Buffer.from(room.subarray(0, room.write(html)));
}

/** A page or a problem document for anything that did not go well. Never a stack trace. */
async function failure(parts: SiteParts, request: Request, error: unknown): Promise<Response> {
  const fault = error instanceof Fault ? error : null;
  const status = fault?.status ?? 500;
  if (!fault) parts.report(error, request);
  const asked = askedFor(request);
  const pathname = asked.path;
  if (pathname.startsWith("/api"))
    return problemResponse(status, fault ? fault.message : "The answer could not be made. Try again in a moment.", fault ?? undefined);
  const first = pathname.split("/")[1] ?? "";
  const locale = isSiteLocale(first) ? first : localeFor(request.headers);
  try {
    const inquiry = await inquiryOf(parts, locale, new URLSearchParams());
    const visit = visitOf(inquiry, { assets: parts.assets, path: "", origin: parts.origin || "", params: {} });
    return await keptResponse(keep(pageHtml(faultLeaf(visit, status, fault, asked), visit), status), request, locale);
  } catch (second) {
    parts.report(second, request);
    return new Response("Something went wrong on our side. Try again in a moment.\n", {
      status: fault ? status : 503,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
}

function askedFor(request: Request): AskedFor {
  try {
    const { pathname, searchParams } = new URL(request.url);
    return { path: pathname, query: searchParams };
  } catch {
    return { path: "/", query: new URLSearchParams() };
  }
}
