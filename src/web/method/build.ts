import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LOCALES, type Locale } from "../../domain/locale.ts";
import { textHash } from "../../domain/text.ts";
import { renderMethod } from "./render.ts";
import type { MethodText } from "./text.ts";

/** First line of a translation: the hash of the English file that it translates, and whether a person has read it. */
const ORIGIN = /^<!-- of: ([0-9a-f]{12}) state: (machine|reviewed) -->\n/;

/** What the first line of a translation says; null when it is not in this form. */
export function originOf(text: string): { readonly of: string; readonly state: "machine" | "reviewed" } | null {
  const found = ORIGIN.exec(text);
  return found ? { of: found[1] ?? "", state: found[2] === "reviewed" ? "reviewed" : "machine" } : null;
}

/** The Markdown files of a folder by name without ending, in the order of their names; none when there is no such folder. */
export async function markdownIn(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const slugs = names.filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -".md".length));
  return new Map(await Promise.all(slugs.sort().map(async (slug) => [slug, await readFile(join(folder, `${slug}.md`), "utf8")] as const)));
}

/**
 * Makes the texts on method ready to be served: one JSON file a language that has any, in `out`. `docs` is the folder of
 * the English texts, with translations in a folder for each language. A translation whose English has changed since, or
 * which does not say what it translates, counts as stale. Throws for an English text without a title.
 */
export async function buildMethods(docs: string, out: string): Promise<void> {
  const english = await markdownIn(docs);
  await mkdir(out, { recursive: true });
  for (const locale of LOCALES) {
    const texts = locale === "en" ? english : await markdownIn(join(docs, locale));
    const made: MethodText[] = [];
    for (const [slug, text] of texts) {
      const source = english.get(slug);
      if (source === undefined) continue;
      made.push({ slug, lang: locale, state: stateOf(locale, text, source), ...(await renderMethod(text)) });
    }
    if (made.length > 0) await writeFile(join(out, `${locale}.json`), `${JSON.stringify(made)}\n`);
  }
}

function stateOf(locale: Locale, text: string, source: string): MethodText["state"] {
  if (locale === "en") return "source";
  const origin = originOf(text);
  return origin?.of === textHash(source) ? origin.state : "stale";
}
