import type { Locale } from "../../src/domain/locale.ts";
import { messagesOf } from "../../src/web/message/catalogue.ts";

/** Words of the least piece of a message that is looked for: shorter ones may be names. */
const LEAST = 3;
const VOID: ReadonlySet<string> = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
/** Code, and the head of the page, whose title is that of a text in whatever language it has. */
const UNREAD: ReadonlySet<string> = new Set(["head", "script", "style", "pre"]);
const WORD = /[A-Za-z][A-Za-z’'-]*/g;

/** Pieces of English messages by their first three words. */
const pieces = new Map<Locale, ReadonlyMap<string, readonly string[]>>();

/** What a page of another language shows of the English interface outside elements that are marked as English; nothing, if all is translated. */
export function englishIn(html: string, locale: Locale): string[] {
  const known = pieces.get(locale) ?? piecesFor(locale);
  pieces.set(locale, known);
  const found = new Set<string>();
  for (const text of textsIn(html, locale)) {
    const words = text.match(WORD) ?? [];
    for (let at = 0; at + LEAST <= words.length; at += 1)
      for (const piece of known.get(words.slice(at, at + LEAST).join(" ")) ?? []) if (text.includes(piece)) found.add(piece);
  }
  return [...found];
}

/** What messages say beside their values, where the language says something else. */
function piecesFor(locale: Locale): Map<string, string[]> {
  const own = messagesOf(locale);
  const all = new Map<string, string[]>();
  for (const [key, english] of messagesOf("en")) {
    // What a language lacks, the test of the messages says once for all pages. A name that is the same in both stands in both.
    if ((own.get(key) ?? english) === english) continue;
    const piece = english
      .split(/[{}<>#]/)
      .map((one) => one.trim())
      .sort((a, b) => b.length - a.length)[0];
    const start = piece?.match(WORD)?.slice(0, LEAST) ?? [];
    if (!piece || start.length < LEAST) continue;
    const first = start.join(" ");
    all.set(first, [...(all.get(first) ?? []), piece]);
  }
  return all;
}

/** Texts of a page that are in its own language: between tags, and in attributes that are read out or shown. */
function* textsIn(html: string, locale: Locale): Generator<string> {
  const foreign: boolean[] = [];
  for (const [, close, name = "", attributes = "", text] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)((?:[^>"]|"[^"]*")*)>|([^<]+)/gi)) {
    const here = foreign.at(-1) ?? false;
    if (text !== undefined) {
      if (!here) yield plain(text);
    } else if (close) foreign.pop();
    else {
      const lang = / lang="([^"]*)"/.exec(attributes)?.[1];
      const other = UNREAD.has(name) || (lang === undefined ? here : lang !== locale);
      if (!VOID.has(name) && !attributes.endsWith("/")) foreign.push(other);
      if (!other)
        for (const [, value = ""] of attributes.matchAll(/ (?:aria-label|alt|title|placeholder|data-(?:label|hint|head))="([^"]*)"/g)) yield plain(value);
    }
  }
}

function plain(text: string): string {
  return text
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}
