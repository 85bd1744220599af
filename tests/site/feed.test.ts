import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import ICAL from "ical.js";
import { XmlDocument } from "libxml2-wasm";
import RssParser from "rss-parser";
import { describe, expect, test } from "vitest";
import { ask } from "./read.ts";

const ATOM = { a: "http://www.w3.org/2005/Atom" };
const VIEWS = [
  "updates.{}?",
  "updates.{}?kind=consultation&",
  "changes.{}?",
  "changes.{}?place=BR&",
  "changes.{}?question=def-grooming&",
  "changes.{}?change=recoding&",
];
const ADDRESSES = ["en", "ar"].flatMap((lang) => VIEWS.map((view) => [lang, `/api/${view}lang=${lang}`] as const));

const bodyOf = async (address: string, form: string) => {
  const { status, body, headers } = await ask(address.replace("{}", form));
  expect([address, status]).toEqual([address, 200]);
  return { body, type: headers.get("content-type") ?? "" };
};

describe.each(ADDRESSES)("%s %s", (lang, address) => {
  test("is Atom with all that RFC 4287 requires, in its language", async () => {
    const { body, type } = await bodyOf(address, "atom");
    expect(type).toBe("application/atom+xml; charset=utf-8");
    const document = XmlDocument.fromString(body);
    try {
      const texts = (path: string) => document.find(path, ATOM).map((node) => node.content);
      expect(texts("/a:feed/@xml:lang")).toEqual([lang]);
      const entries = texts("/a:feed/a:entry/a:id");
      for (const name of ["id", "title", "updated"]) {
        expect(texts(`/a:feed/a:${name}`), name).toHaveLength(1);
        expect(texts(`/a:feed/a:entry[count(a:${name})=1]/a:${name}`), name).toHaveLength(entries.length);
      }
      expect(texts("/a:feed/a:entry/a:link[@rel='alternate']/@href").every((link) => /^https?:\/\/[^/]+\/(?:en|ar)\//.test(link))).toBe(true);
      expect(texts("/a:feed/a:link[@rel='self']")).toHaveLength(1);
      expect(new Set(entries).size).toBe(entries.length);
      expect(entries.length).toBeLessThanOrEqual(50);
      for (const moment of [...texts("//a:updated"), ...texts("//a:published")]) expect(Number.isNaN(Date.parse(moment))).toBe(false);
      const updated = texts("/a:feed/a:entry/a:updated");
      expect([...updated].sort().reverse()).toEqual(updated);
      expect(parseAtomFeed(body).entries ?? []).toHaveLength(entries.length);
    } finally {
      document.dispose();
    }
  });

  test("is the same as RSS and as JSON Feed, for readers that are not ours", async () => {
    const [rss, json, atom] = await Promise.all(["rss", "feed.json", "atom"].map((form) => bodyOf(address, form)));
    const entries = parseAtomFeed(atom?.body ?? "").entries ?? [];
    const read = await new RssParser().parseString(rss?.body ?? "");
    expect(read.items.map((one) => one.guid)).toEqual(entries.map((one) => one.id));
    expect(read.items.map((one) => one.link)).toEqual(entries.map((one) => one.links?.[0]?.href));
    expect(read.items.every((one) => one.isoDate !== undefined && one.title !== "")).toBe(true);
    expect(parseRssFeed(rss?.body ?? "").language).toBe(lang);
    const made = parseJsonFeed(json?.body ?? "");
    expect(made.items?.map((one) => one.id) ?? []).toEqual(entries.map((one) => one.id));
    expect(JSON.parse(json?.body ?? "")).toMatchObject({ version: "https://jsonfeed.org/version/1.1", language: lang });
  });
});

test("the calendar of consultations parses as whole days in English and Arabic, no line over 75 octets", async () => {
  for (const lang of ["en", "ar"]) {
    const { body } = await ask(`/api/consultations.ics?lang=${lang}`);
    const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(events.length).toBeGreaterThan(10);
    for (const event of events) {
      expect(event.startDate.isDate && event.endDate.isDate).toBe(true);
      expect(event.endDate.subtractDate(event.startDate).toSeconds()).toBe(86_400);
    }
    for (const line of body.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
});
