import { createHash } from "node:crypto";
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import { direction, type Locale } from "../../domain/locale.ts";

/** The forms of a feed by the ending of its address, with their media types. */
export const FEED_TYPES = {
  atom: "application/atom+xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
} as const;
export type FeedForm = keyof typeof FEED_TYPES;

/** Whether a feed is given under this ending. */
export function isFeedForm(ending: string): ending is FeedForm {
  return ending in FEED_TYPES;
}

/** Entries that a feed holds at most. */
export const NEWEST = 50;

/** A text in the language that it is in. */
export interface FeedText {
  readonly text: string;
  readonly lang: Locale;
}

/** One thing that is new. */
export interface FeedEntry {
  /** Permanent: the same thing has it in every feed and for ever. */
  readonly id: string;
  /** The page on it, below the locale. */
  readonly path: string;
  readonly title: FeedText;
  /** Plain text; lines are kept. */
  readonly summary: FeedText;
  /** When it happened, ISO 8601. */
  readonly published: string;
  /** When the record came to say so, or when its day came if that was later; ISO 8601. */
  readonly updated: string;
  readonly tags: ReadonlyArray<{ readonly term: string; readonly label: string }>;
}

/** What is new in a view, newest first. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** The page of the view, below the locale. */
  readonly path: string;
  readonly lang: Locale;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** Where a feed is served. */
export interface Served {
  readonly origin: string;
  /** Its own address. */
  readonly self: string;
  readonly version: string;
}

const NAME = "Safeguard Atlas";
const RIGHTS = "CC BY 4.0";

/** Writes a feed as Atom (RFC 4287), RSS 2.0 or JSON Feed 1.1. All text is plain: nothing in it is read as markup. */
export function writeFeed(feed: Feed, form: FeedForm, served: Served): string {
  if (form === "atom") return atomOf(feed, served);
  if (form === "rss") return rssOf(feed, served);
  return jsonOf(feed, served);
}

function atomOf(feed: Feed, { origin, self, version }: Served): string {
  return tight(
    generateAtomFeed(
      {
        id: urn(`${feed.id} ${feed.lang}`),
        title: { value: plain(feed.title), type: "text" },
        subtitle: { value: plain(feed.about), type: "text" },
        updated: new Date(feed.updated),
        authors: [{ name: NAME, uri: `${origin}/` }],
        rights: { value: RIGHTS, type: "text" },
        generator: { text: NAME, uri: `${origin}/`, version },
        links: [
          { href: self, rel: "self", type: "application/atom+xml" },
          { href: `${origin}/${feed.lang}${feed.path}`, rel: "alternate", type: "text/html", hreflang: feed.lang },
        ],
        xml: { lang: feed.lang },
        entries: feed.entries.map((entry) => ({
          id: urn(`${entry.id} ${feed.lang}`),
          title: { value: within(entry.title, feed.lang), type: "text", ...langOf(entry.title, feed.lang) },
          summary: { value: within(entry.summary, feed.lang), type: "text", ...langOf(entry.summary, feed.lang) },
          published: new Date(entry.published),
          updated: new Date(entry.updated),
          links: [{ href: `${origin}/${feed.lang}${entry.path}`, rel: "alternate", type: "text/html", hreflang: feed.lang }],
          categories: entry.tags.map(({ term, label }) => ({ term, label: plain(label) })),
        })),
      },
      { strict: true },
    ),
  );
}

function rssOf(feed: Feed, { origin, self }: Served): string {
  return tight(
    generateRssFeed(
      {
        title: unmarked(plain(feed.title)),
        link: `${origin}/${feed.lang}${feed.path}`,
        description: unmarked(plain(feed.about)),
        language: feed.lang,
        copyright: RIGHTS,
        lastBuildDate: new Date(feed.updated),
        generator: NAME,
        atom: { links: [{ href: self, rel: "self", type: "application/rss+xml" }] },
        items: feed.entries.map((entry) => ({
          title: unmarked(within(entry.title, feed.lang)),
          link: `${origin}/${feed.lang}${entry.path}`,
          description: escaped(within(entry.summary, feed.lang)).replaceAll("\n", "<br/>\n"),
          guid: { value: urn(`${entry.id} ${feed.lang}`), isPermaLink: false },
          pubDate: new Date(entry.published),
          categories: entry.tags.map(({ label }) => ({ name: plain(label) })),
        })),
      },
      { strict: true },
    ),
  );
}

function jsonOf(feed: Feed, { origin, self }: Served): string {
  const made = generateJsonFeed(
    {
      title: plain(feed.title),
      home_page_url: `${origin}/${feed.lang}${feed.path}`,
      feed_url: self,
      description: plain(feed.about),
      language: feed.lang,
      authors: [{ name: NAME, url: `${origin}/` }],
      items: feed.entries.map((entry) => ({
        id: urn(`${entry.id} ${feed.lang}`),
        url: `${origin}/${feed.lang}${entry.path}`,
        title: within(entry.title, feed.lang),
        content_text: within(entry.summary, feed.lang),
        date_published: new Date(entry.published),
        date_modified: new Date(entry.updated),
        tags: entry.tags.map(({ label }) => plain(label)),
        language: entry.summary.lang,
      })),
    },
    { strict: true },
  );
  return `${JSON.stringify(made, null, 1)}\n`;
}

/** A permanent name that belongs to no host (RFC 9562, version 5): the record can move, and stands on several hosts at once. */
function urn(name: string): string {
  const hash = createHash("sha1").update(SPACE).update(name).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** The name space of names of our own, made once by chance. */
const SPACE = Buffer.from("6f0c6a1e2b7d4d0b9a53c4f1b8e27d90", "hex");

/** The library breaks lines around text that it writes as a section; they would belong to the text. */
function tight(xml: string): string {
  return xml.replace(/(<[^<>]+>)\s+<!\[CDATA\[/g, "$1<![CDATA[").replace(/\]\]>\s+<\//g, "]]></");
}

/** Text as HTML: readers of RSS take what stands in an item for that. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A title, which some readers of RSS take for text and others for HTML: without anything that could begin an element. */
function unmarked(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What XML 1.0 cannot hold. */
const NOT_XML = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function plain(text: string): string {
  return text.replace(NOT_XML, "");
}

/** A text that runs the other way than the feed is kept apart, so that what stands around it keeps its order (Unicode isolates). */
function within({ text, lang }: FeedText, feed: Locale): string {
  if (direction(lang) === direction(feed)) return plain(text);
  return plain(text)
    .split("\n")
    .map((line) => apart(line, lang))
    .join("\n");
}

/** A text kept apart from a line that may run the other way. */
export function apart(text: string, lang: Locale): string {
  return `${direction(lang) === "rtl" ? "\u2067" : "\u2066"}${text}\u2069`;
}

function langOf({ lang }: FeedText, feed: Locale): { xml?: { lang: string } } {
  return lang === feed ? {} : { xml: { lang } };
}
