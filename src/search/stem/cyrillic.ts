// Endings of Russian nouns and adjectives, the longest first. Folding has made "й" an "и" and "ё" an "е".
const ENDINGS = [
  "иями", "ыми", "ими", "его", "ого", "ему", "ому", "иеи", "иях", "иям", "ием", "ями", "ами", "ьми", "ьев",
  "ее", "ие", "ые", "ое", "ии", "ыи", "еи", "ои", "ем", "им", "ым", "ом", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
  "ия", "ию", "ья", "ью", "ье", "ов", "ев", "ах", "ях", "ам", "ям", "ом", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь",
]; // biome-ignore format: groups by length
const LEAST = 3;

/** The folded word without its Russian case, number and gender: "закона", "законов" and "закон" are one. */
export function cyrillicStem(word: string): string {
  if (word.length <= LEAST) return word;
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= LEAST);
  const bare = ending ? word.slice(0, -ending.length) : word;
  // A vowel that comes and goes: "проверок" and "проверка", "подросток" and "подростка".
  return (bare.length > 5 ? bare.replace(/([^аеиоуыэюя])[ое]к$/, "$1к") : bare).replace(/нн$/, "н");
}
