/** Letters that must remain when an ending is taken off. */
const LEAST = 3;
/** "Adult" begins like "with the"; its forms are taken as they are. */
const WHOLE = /^(?:و|ل|ب)?بالغ/;
const SUFFIX = /(?:يات|ات|ان|ون|ين|ها|يه|ه|ي)$/;

/**
 * The folded word without what Arabic writes together with it: "and", "with", "for", "like", the article, and the
 * endings of gender, number and relation. Plurals by other vowels stay apart; synonyms join the important ones.
 */
export function arabicStem(word: string): string {
  const noun = WHOLE.test(word) ? word : withoutPrefix(word);
  const bare = noun.replace(SUFFIX, "");
  return bare.length >= LEAST ? bare : noun;
}

/** The folded word without its article, "and", and a preposition of one letter. */
export function withoutPrefix(word: string): string {
  const article = /^[وف]?(?:[بك]?ال|لل)(?=.{2})/.exec(word)?.[0] ?? /^[وف](?=.{4})/.exec(word)?.[0] ?? "";
  const rest = word.slice(article.length);
  return /^[بلك].{5}/.test(rest) ? rest.slice(1) : rest;
}
