const IRREGULAR = new Map([
  ["children", "child"],
  ["women", "woman"],
  ["men", "man"],
  ["offense", "offenc"],
  ["offenses", "offenc"],
  ["yeux", "oeil"],
  ["lives", "life"],
]);

/**
 * The word without a light English or French inflection: plurals (s, es, x, ies, aux), the final e of
 * feminine and silent endings. One set of rules for both languages, because a reader of French also finds
 * texts that exist only in English, and the index must agree with the query whichever was meant.
 * Expects a folded word; words shorter than four letters and words of other scripts come back unchanged.
 */
export function uninflected(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return ending(plural(word));
}

function plural(word: string): string {
  if (word.endsWith("eaux")) return word.slice(0, -1);
  if (word.endsWith("aux") && word.length > 5) return `${word.slice(0, -3)}al`;
  if (word.endsWith("eux") || word.endsWith("oux")) return word.slice(0, -1);
  if (/(?:x|ch|sh|ss|z)es$/.test(word)) return word.slice(0, -2);
  // "abus" and "status" are singular; "contenus" and "revenus" are plural.
  if (word.endsWith("us") && word.length < 7) return word;
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function ending(word: string): string {
  if (word.length < 5) return word;
  if (word.endsWith("ie")) return `${word.slice(0, -2)}y`;
  const bare = word.replace(/e+$/, "");
  if (bare === word || bare.length < 3) return word;
  // "sexuelle" and "sexuel" are one word, and so are "mineure" and "mineur".
  return bare.replace(/(ll|nn|tt)$/, (pair) => pair.charAt(0));
}
