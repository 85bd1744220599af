const IRREGULAR = new Map([
  ["children", "child"],
  ["women", "woman"],
  ["men", "man"],
  ["offense", "offenc"],
  ["offenses", "offenc"],
  ["yeux", "oeil"],
  ["lives", "life"],
  // Spanish and Portuguese.
  ["nina", "nino"],
  ["ninas", "nino"],
  ["leyes", "ley"],
  ["redes", "red"],
  ["jueces", "juez"],
  ["veces", "vez"],
  ["jovens", "jovem"],
  ["menina", "menino"],
  ["meninas", "menino"],
  ["infantis", "infantil"],
  ["juvenis", "juvenil"],
  ["civis", "civil"],
  // German.
  ["kinder", "kind"],
  ["kindern", "kind"],
  ["kindes", "kind"],
  ["bilder", "bild"],
  ["bildern", "bild"],
  ["lander", "land"],
  ["landern", "land"],
  ["landes", "land"],
  ["jahre", "jahr"],
  ["jahren", "jahr"],
]);

/**
 * The word without a light inflection of English, French, Spanish, Portuguese or German: plurals, feminine and
 * silent endings, German cases. One set of rules for all of them, because a reader of one also finds texts that
 * exist only in another, and the index must agree with the query whichever was meant.
 * Expects a folded word; words shorter than four letters and words with other signs come back unchanged.
 */
export function latinStem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return ending(plural(word));
}

function plural(word: string): string {
  if (!word.endsWith("s")) {
    if (word.endsWith("eaux")) return word.slice(0, -1);
    if (word.endsWith("aux") && word.length > 5) return `${word.slice(0, -3)}al`;
    if (word.endsWith("eux") || word.endsWith("oux")) return word.slice(0, -1);
    return word;
  }
  if (/(?:x|ch|sh|ss|z)es$/.test(word)) return word.slice(0, -2);
  // Portuguese: "verificações", "digitais", "responsáveis", "imagens"; French "délais" and "essais" are no such words.
  if (/[cglsti]oes$/.test(word) && word.length > 5) return `${word.slice(0, -3)}ao`;
  if (/[unrcgtid]ais$/.test(word) && word.length > 5) return `${word.slice(0, -3)}al`;
  if (word.endsWith("veis")) return `${word.slice(0, -3)}el`;
  if (word.endsWith("agens")) return `${word.slice(0, -2)}m`;
  // "abus" and "status" are singular; "contenus" and "revenus" are plural.
  if (word.endsWith("us") && word.length < 7) return word;
  return word.endsWith("ss") ? word : word.slice(0, -1);
}

function ending(word: string): string {
  if (word.length < 5) return word;
  if (word.endsWith("ie")) return `${word.slice(0, -2)}y`;
  const bare = german(single(withoutE(word)));
  // "obligatorio" and "obligatoria", "público" and "pública".
  return bare.length > 5 && /[^e][ao]$/.test(bare) ? bare.slice(0, -1) : bare;
}

function german(word: string): string {
  const nominative = word.length > 5 && /[lr]n$/.test(word) ? word.slice(0, -1) : word;
  // "Strategien" is the plural of "Strategie"; "indienne" has come here as "indien".
  if (nominative.length > 5 && nominative.endsWith("ien")) return `${nominative.slice(0, -3)}y`;
  const cut = (nominative.length > 5 && nominative.endsWith("en")) || (nominative.length > 6 && /e[rm]$/.test(nominative));
  return cut ? single(withoutE(nominative.slice(0, -2))) : nominative;
}

function withoutE(word: string): string {
  const bare = word.replace(/e+$/, "");
  return bare.length < 3 ? word : bare;
}

/** "sexuelle" and "sexuel" are one word, and so are "Modelle" and "Modell". */
function single(word: string): string {
  return word.length > 4 ? word.replace(/(ll|nn|tt)$/, (pair) => pair.charAt(0)) : word;
}
