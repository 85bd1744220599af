import { direction, type Locale } from "../../domain/locale.ts";
import { punctuation } from "../../domain/punctuation.ts";
import type { Block, Letter, Part } from "./letter.ts";

/** A letter as plain text: what the HTML says, with each address in full on a line of its own. */
export function plainOf({ blocks, foot }: Letter, locale: Locale): string {
  return `${[...blocks.map((one) => blockText(one, locale)), "-- ", ...foot.map((one) => blockText(one, locale))].join("\n\n")}\n`;
}

function blockText(block: Block, locale: Locale): string {
  switch (block.is) {
    case "heading":
      return `${block.words}\n${"=".repeat(Math.min([...block.words].length, 60))}`;
    case "button":
      return `${block.words}${punctuation(locale).colon.trimEnd()}\n${block.href}`;
    case "text":
    case "note":
      return partsText(block.parts, locale);
    case "list":
      return block.items
        .map(({ title, lines }) => {
          const below = lines.map(({ label, parts }) => `  ${label ? `${label}${punctuation(locale).colon}` : ""}${partsText(parts, locale)}`);
          return title === "" ? `* ${below.join("\n").trimStart()}` : [`* ${partsText([title], locale)}`, ...below].join("\n");
        })
        .join("\n\n");
  }
}

function partsText(parts: readonly Part[], locale: Locale): string {
  const words = parts.map((one) => (typeof one === "string" ? one : isolated(one.words, one.lang ?? locale, locale))).join("");
  const addresses = parts.flatMap((one) => (typeof one !== "string" && one.href && one.href !== one.words ? [`  ${one.href}`] : []));
  return [words, ...addresses].join("\n");
}

/** Words that run the other way keep together. */
function isolated(words: string, lang: Locale, locale: Locale): string {
  return direction(lang) === direction(locale) ? words : `\u2068${words}\u2069`;
}
