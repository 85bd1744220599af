import { tokenize } from "./token.ts";

/** Length of a passage in characters, about two lines. */
const LENGTH = 240;

/**
 * The part of a text that holds most of the terms, cut at words. Every second part (1, 3, …) is a match;
 * the parts joined are the passage. Without a match it is the beginning of the text.
 */
export function passageOf(text: string, matches: (term: string) => boolean): string[] {
  const tokens = tokenize(text);
  const hits = tokens.filter((token) => matches(token.term) || token.parts.some(matches));
  const [start, end] = windowOf(text, hits);
  const parts: string[] = [];
  let plain = start > 0 ? "…" : "";
  let at = start;
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue;
    plain += text.slice(at, hit.start);
    // Neighbouring matches are one mark: "child sexual abuse", not three.
    if (parts.length > 0 && /^\s?$/.test(plain)) {
      parts.push(`${parts.pop() ?? ""}${plain}${text.slice(hit.start, hit.end)}`);
    } else {
      parts.push(plain, text.slice(hit.start, hit.end));
    }
    plain = "";
    at = hit.end;
  }
  parts.push(plain + text.slice(at, end) + (end < text.length ? "…" : ""));
  return parts;
}

function windowOf(text: string, hits: ReadonlyArray<{ start: number; end: number; term: string }>): [number, number] {
  if (text.length <= LENGTH) return [0, text.length];
  let best = 0;
  let most = -1;
  for (const hit of hits) {
    const inside = new Set(hits.filter((other) => other.start >= hit.start && other.end <= hit.start + LENGTH * 0.8).map((other) => other.term)).size;
    if (inside > most) [best, most] = [hit.start, inside];
  }
  const from = Math.max(0, Math.min(best - LENGTH * 0.2, text.length - LENGTH));
  return [wordStart(text, from), wordEnd(text, Math.min(from + LENGTH, text.length))];
}

function wordStart(text: string, at: number): number {
  const from = Math.floor(at);
  if (from === 0) return 0;
  const space = text.indexOf(" ", from);
  return space >= 0 && space - from < 30 ? space + 1 : from;
}

function wordEnd(text: string, at: number): number {
  const to = Math.floor(at);
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(" ", to);
  return space >= 0 && to - space < 30 ? space : to;
}
