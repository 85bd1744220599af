import type { Locale, SiteLocale } from "../../domain/locale.ts";
import type { Kind } from "../../domain/record.ts";
import type { Catalogue, Said } from "../../store/catalogue.ts";
import { messagesOf } from "../../web/message/catalogue.ts";
import { type Translate, translator } from "../../web/message/translate.ts";

/** Words of a letter: plain, or with a language of their own, an address to go to, or weight. */
export type Part = string | { readonly words: string; readonly lang?: Locale | undefined; readonly href?: string; readonly strong?: boolean };

/** A piece of a letter. Each is written as HTML and as plain text from the same parts. */
export type Block =
  | { readonly is: "text" | "note"; readonly parts: readonly Part[] }
  | { readonly is: "heading"; readonly words: string }
  /** The one thing to do; its address also stands in full. */
  | { readonly is: "button"; readonly words: string; readonly href: string }
  | { readonly is: "list"; readonly items: readonly Item[] };

export interface Item {
  readonly title: Part;
  /** Lines below the title, each a label and what it says. */
  readonly lines: ReadonlyArray<{ readonly label: string; readonly parts: readonly Part[] }>;
}

/** A letter before it is written out. */
export interface Letter {
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** What stands below a line at the end: why it was sent, how to end it. */
  readonly foot: readonly Block[];
}

/** What a letter is written with: the record and the words of one language. */
export interface Pen {
  readonly catalogue: Catalogue;
  readonly locale: SiteLocale;
  readonly t: Translate;
  /** An address of the site in the letter's language. */
  link(path: string, parameters?: Readonly<Record<string, string>>): string;
  say(kind: Kind, id: string, field: string, source: string): Said;
  /** The name of a place. */
  name(code: string): string;
  /** The first of these messages that exists; the fallback when none does. */
  either(keys: readonly string[], fallback: string): string;
}

/** A pen for a language. `origin`: the address of the site, without a slash at its end. */
export function penOf(catalogue: Catalogue, locale: SiteLocale, origin: string): Pen {
  const t = translator(locale);
  return {
    catalogue,
    locale,
    t,
    link(path, parameters = {}) {
      const [page = "", anchor] = path.split("#");
      const query = new URLSearchParams(parameters).toString();
      return `${origin}/${locale}${page}${query ? `?${query}` : ""}${anchor ? `#${anchor}` : ""}`;
    },
    say: (kind, id, field, source) => catalogue.say(locale, kind, id, field, source),
    name: (code) => catalogue.name(code, locale),
    either(keys, fallback) {
      const key = keys.find((one) => messagesOf("en").has(one));
      return key === undefined ? fallback : t(key);
    },
  };
}

/** A text of the record as a part of a letter, with its language where it is not the letter's. */
export function said(pen: Pen, { text, lang }: Pick<Said, "text" | "lang">, more: { href?: string; strong?: boolean } = {}): Part {
  return { words: text, ...(lang === pen.locale ? {} : { lang }), ...more };
}
