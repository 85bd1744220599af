import { arabicStem } from "./arabic.ts";
import { cyrillicStem } from "./cyrillic.ts";
import { devanagariStem } from "./devanagari.ts";
import { latinStem } from "./latin.ts";

/**
 * The word under which all its forms are indexed. The script says which rules hold, so that text and query are
 * treated alike whatever language they are in. Expects a folded word.
 */
export function stemOf(word: string): string {
  const first = word.charCodeAt(0);
  if (first < 0x80) return latinStem(word);
  if (first >= 0x400 && first < 0x530) return cyrillicStem(word);
  if (first >= 0x600 && first < 0x700) return arabicStem(word);
  if (first >= 0x900 && first < 0x980) return devanagariStem(word);
  // "サーバー" is also written "サーバ".
  return word.length > 3 && word.endsWith("ー") ? word.slice(0, -1) : word;
}
