import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { XmlDocument } from "libxml2-wasm";
import RssParser from "rss-parser";
import { describe, expect, it } from "vitest";
import { type Feed, type FeedForm, writeFeed } from "./feed.ts";

const SERVED = { origin: "https://atlas.example", self: "https://atlas.example/api/updates.atom?place=BR&lang=ar", version: "1.0.0" };

const feed: Feed = {
  id: "feed updates place=BR",
  title: "Safeguard Atlas · المستجدات",
  about: "ملاحظات مؤرخة & more <b>text</b>",
  path: "/updates?place=BR",
  lang: "ar",
  updated: "2026-11-22T03:04:05.678Z",
  entries: [
    {
      id: "update one",
      path: "/updates/one",
      title: { text: "البرازيل: قانون", lang: "ar" },
      summary: { text: "سطر\nثان\u0000", lang: "ar" },
      published: "2026-11-21T00:00:00.000Z",
      updated: "2026-11-22T03:04:05.678Z",
      tags: [{ term: "BR", label: "البرازيل" }],
    },
    {
      id: "update two",
      path: "/updates/two",
      title: { text: 'A <script>alert("x")</script> & title ]]>', lang: "en" },
      summary: { text: "In English", lang: "en" },
      published: "1998-01-01T00:00:00.000Z",
      updated: "2026-11-20T00:00:00.000Z",
      tags: [],
    },
  ],
};

const ATOM = { a: "http://www.w3.org/2005/Atom" };
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const RFC822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;

function xml<T>(form: FeedForm, look: (texts: (path: string) => string[]) => T): T {
  const document = XmlDocument.fromString(writeFeed(feed, form, SERVED));
  try {
    return look((path) => document.find(path, ATOM).map((node) => node.content));
  } finally {
    document.dispose();
  }
}

describe("Atom", () => {
  it("holds what RFC 4287 requires: one id, title and updated each, an author, links to itself and to the page", () => {
    xml("atom", (texts) => {
      for (const name of ["id", "title", "updated", "author/a:name", "link[@rel='self']", "link[@rel='alternate']"])
        expect(texts(`/a:feed/a:${name}`), name).toHaveLength(1);
      for (const name of ["id", "title", "updated", "published", "summary", "link[@rel='alternate']"])
        expect(texts(`/a:feed/a:entry/a:${name}`), name).toHaveLength(2);
      expect(texts("/a:feed/a:link[@rel='self']/@href")).toEqual([SERVED.self]);
      expect(texts("/a:feed/a:link[@rel='alternate']/@href")).toEqual(["https://atlas.example/ar/updates?place=BR"]);
      for (const date of [...texts("//a:updated"), ...texts("//a:published")]) expect(date).toMatch(RFC3339);
      const ids = texts("//a:id");
      expect(new Set(ids).size).toBe(3);
      for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(texts("//a:*[@type]/@type").every((type) => ["text", "text/html", "application/atom+xml"].includes(type))).toBe(true);
    });
  });

  it("says in which language each text is, and keeps text of the other direction apart", () => {
    xml("atom", (texts) => {
      expect(texts("/a:feed/@xml:lang")).toEqual(["ar"]);
      expect(texts("/a:feed/a:entry[2]/a:title/@xml:lang")).toEqual(["en"]);
      expect(texts("/a:feed/a:entry[1]/a:title/@xml:lang")).toEqual([]);
      expect(texts("/a:feed/a:entry/a:title")).toEqual(["البرازيل: قانون", '\u2066A <script>alert("x")</script> & title ]]>\u2069']);
    });
  });

  it("gives the same bytes for the same record, and parses in strict readers", () => {
    expect(writeFeed(feed, "atom", SERVED)).toBe(writeFeed(feed, "atom", SERVED));
    const read = parseAtomFeed(writeFeed(feed, "atom", SERVED));
    expect(read.entries).toHaveLength(2);
    expect(read.entries?.[0]?.categories).toEqual([{ term: "BR", label: "البرازيل" }]);
  });
});

describe("RSS", () => {
  it("has dates as RFC 822 writes them, permanent identifiers that are no links, and its own address", async () => {
    xml("rss", (texts) => {
      for (const date of [...texts("//pubDate"), ...texts("//lastBuildDate")]) expect(date).toMatch(RFC822);
      expect(texts("//guid/@isPermaLink")).toEqual(["false", "false"]);
      expect(texts("/rss/@version")).toEqual(["2.0"]);
      expect(texts("/rss/channel/language")).toEqual(["ar"]);
      expect(texts("/rss/channel/a:link[@rel='self']/@href")).toEqual([SERVED.self]);
    });
    const read = await new RssParser().parseString(writeFeed(feed, "rss", SERVED));
    expect(read.items.map((one) => one.link)).toEqual(["https://atlas.example/ar/updates/one", "https://atlas.example/ar/updates/two"]);
    // Readers take what stands in an item for HTML: nothing in it may become an element.
    expect(read.items[1]?.title).toContain('&lt;script&gt;alert("x")&lt;/script&gt;');
    expect(read.items[0]?.content).toBe("سطر<br/>\nثان");
    expect(parseRssFeed(writeFeed(feed, "rss", SERVED)).items).toHaveLength(2);
  });
});

describe("JSON Feed", () => {
  it("holds the members that version 1.1 requires", () => {
    const text = writeFeed(feed, "feed.json", SERVED);
    const made = JSON.parse(text);
    expect(made).toMatchObject({ version: "https://jsonfeed.org/version/1.1", title: feed.title, feed_url: SERVED.self, language: "ar" });
    for (const item of made.items) {
      expect(typeof item.id).toBe("string");
      expect(item).not.toHaveProperty("content_html");
      expect(item.content_text.length).toBeGreaterThan(0);
      for (const date of [item.date_published, item.date_modified]) expect(date).toMatch(RFC3339);
      expect(new URL(item.url).origin).toBe(SERVED.origin);
    }
    expect(made.items.map((item: { language: string }) => item.language)).toEqual(["ar", "en"]);
    expect(parseJsonFeed(text).items).toHaveLength(2);
  });
});
