import type { Locale } from "../../domain/locale.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import type { Term } from "../../domain/term.ts";
import type { Unit } from "./unit.ts";

/** An expression that the glossary says not to use, whatever the context. */
export interface Avoided {
  readonly term: string;
  readonly expression: string;
}

/** “minor, as a general word” is avoided in one sense only; such an entry is for people to judge. */
const CONDITION = /, (?:as|for|where|without|outside) /;
const COMMAS = /\s*[,،、，;；]\s*/u;
const QUOTES = /[«»“”„"「」『』]/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Shorter words of Cyrillic are compared whole: too little of them would be left. */
const STEM = 4;
const LATIN = /^[\p{Script=Latin}\p{M}\s'’-]+$/u;

/** Kinds in whose texts the words are our own; the titles and the notes of laws quote theirs. */
const OURS: ReadonlySet<string> = new Set(["message", "topic", "scale", "question", "position", "dataset", "caveat", "break"]);

/** The expressions that are to be avoided in a language: the English ones, or their translations in the glossary. */
export function avoidedIn(records: readonly AtlasRecord[], locale: Locale): Avoided[] {
  const terms = new Map<string, Term>(records.flatMap((one) => (one.kind === "term" ? [[one.id, one.body]] : [])));
  if (locale === "en") return [...terms.values()].flatMap((term) => term.avoid.flatMap((one) => expressions(term.id, one.word, one.word)));
  return records.flatMap((one) => {
    if (one.kind !== "text" || one.body.locale !== locale || one.body.kind !== "term") return [];
    const index = /^avoid\.(\d+)\.word$/.exec(one.body.field)?.[1];
    const english = index === undefined ? undefined : terms.get(one.body.record)?.avoid[Number(index)]?.word;
    return english === undefined ? [] : expressions(one.body.record, english, one.body.text);
  });
}

function expressions(term: string, english: string, word: string): Avoided[] {
  if (CONDITION.test(english)) return [];
  return word
    .replace(/[（(][^）)]*[）)]/gu, "")
    .replace(QUOTES, "")
    .split(COMMAS)
    .map((expression) => expression.trim())
    .filter((expression) => expression.length > 1)
    .map((expression) => ({ term, expression }));
}

/** The expression that a text should not use; null for a text that is sound. A text may quote what its English quotes. */
export function avoidedBy(
  { home, source, text }: Pick<Unit, "home" | "source" | "text">,
  own: readonly Avoided[],
  english: readonly Avoided[],
): Avoided | null {
  if (!OURS.has(home) || text === null) return null;
  const found = own.find((one) => uses(text, one.expression));
  if (!found || english.some((one) => one.term === found.term && uses(source, one.expression))) return null;
  return found;
}

/** The expression that an English text should not use outside of quotation marks. */
export function avoidedByEnglish({ home, source }: Pick<Unit, "home" | "source">, english: readonly Avoided[]): Avoided | null {
  if (!OURS.has(home)) return null;
  const bare = source.replace(/“[^”]*”|"[^"]*"/gu, " ");
  return english.find((one) => uses(bare, one.expression)) ?? null;
}

/**
 * Whether a text uses an expression: Latin words as whole words, Cyrillic ones whatever their endings, those of other
 * scripts, which take prefixes or write no spaces, as parts.
 */
export function uses(text: string, expression: string): boolean {
  const [within, wanted] = [text.toLowerCase(), expression.toLowerCase()];
  if (CYRILLIC.test(wanted)) return inflected(wanted).test(within);
  if (!LATIN.test(wanted)) return within.includes(wanted);
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1))
    if (!/\p{L}/u.test(within[at - 1] ?? "") && !/\p{L}/u.test(within[at + wanted.length] ?? "")) return true;
  return false;
}

/** An expression with any endings: of longer words the last two letters, which change with case and number, do not count. */
function inflected(expression: string): RegExp {
  const words = expression.split(/\s+/).map((word) => (word.length > STEM ? `${literal(word.slice(0, -2))}\\p{L}*` : literal(word)));
  return new RegExp(`(?<!\\p{L})${words.join("\\s+")}(?!\\p{L})`, "u");
}

function literal(word: string): string {
  return word.replace(/[^\p{L}\p{M}\p{N}\s]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}
