import { stemOf } from "./stem/stem.ts";

/** A word of a text: where it stands, how it reads when folded, and the term under which it is indexed. */
export interface Token {
  /** Folded and without inflection; what is compared. */
  readonly term: string;
  /** Folded, as written otherwise. */
  readonly word: string;
  /** For "2021/1232" the numbers that it is made of, for "性的虐待" its pairs of characters; all of them together stand for the word. */
  readonly parts: readonly string[];
  /** In scripts without spaces, the pair of characters that leads over to the next word; else empty. It is indexed only. */
  readonly bridge: string;
  /** Place in the text that was read, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

type Piece = Omit<Token, "start" | "end"> & { readonly from: number; readonly to: number };

// Abbreviations with dots (U.S.C.), numbers with separators (2021/1232, 15.211), then words, which may hold apostrophes.
const WORD =
  /(?:\p{L}\.){2,}\p{L}?(?!\p{L})|\p{N}+(?:[.,/]\p{N}+)+\p{L}*|[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+(?:['’ʼ＇][\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+)*/gu;
// The same for plain English text, which is most of the record: three times as quick.
const ASCII_WORD = /(?:[A-Za-z]\.){2,}[A-Za-z]?(?![A-Za-z])|[0-9]+(?:[.,/][0-9]+)+[A-Za-z]*|[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*/g;
const BEYOND_ASCII = /[^\0-\x7f]/;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Where one word ends is often a matter of opinion in these; pairs of characters are found whatever the segmentation was. */
const PAIRED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const HALF_WIDTH = /[\uff00-\uffef]/;
const ELISION = /^(?:[ldjnstcm]|qu|lorsqu|puisqu|jusqu|quoiqu)['’ʼ＇](?=.)/iu;
const LETTERS = new Map(
  Object.entries({
    ß: "ss",
    ø: "o",
    æ: "ae",
    œ: "oe",
    ł: "l",
    đ: "d",
    ð: "d",
    þ: "th",
    ı: "i",
    أ: "ا",
    إ: "ا",
    آ: "ا",
    ٱ: "ا",
    ى: "ي",
    ی: "ي",
    ک: "ك",
    ة: "ه",
    ؤ: "و",
    ئ: "ي",
  }),
);
const SPECIAL = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "gu");
// Marks that decorate Latin, Greek and Cyrillic letters, Arabic vowel signs, tatweel, the Devanagari nukta, and signs that only join or part.
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u093c\u00ad\u200c\u200d]/gu;
const PLAIN = /^[a-z0-9]+$/;

let segmenter: Intl.Segmenter | undefined;
const known = new Map<string, readonly Piece[]>();
const KNOWN_LIMIT = 60_000;
/** Letters of a word that count; PostgreSQL takes no term beyond 2046 bytes, and no word of any language is so long. */
const MOST_LETTERS = 80;

/** A word without case, accents and spelling variants: `Ｌ’Évêque` gives `l’eveque`, `أمّ` gives `ام`. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize("NFKC")
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS.get(letter) ?? letter)
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC");
}

/** The words of a text in order, in any language of the record. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = BEYOND_ASCII.test(text) ? WORD : ASCII_WORD;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    for (const piece of piecesOf(match[0])) {
      tokens.push({ term: piece.term, word: piece.word, parts: piece.parts, bridge: piece.bridge, start: start + piece.from, end: start + piece.to });
    }
  }
  return tokens;
}

/** Tokens as one key: their terms with spaces, but without any where the text has none either and words are a matter of opinion. */
export function keyOfTokens(tokens: readonly Token[]): string {
  let key = "";
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    key += !before || (before.bridge !== "" && before.end === token.start) ? token.term : ` ${token.term}`;
  }
  return key;
}

/** The terms of a text, in order. */
export function termsOf(text: string): string[] {
  return tokenize(text).map((token) => token.term);
}

// The record repeats its words: what a word becomes is worked out once.
function piecesOf(written: string): readonly Piece[] {
  const before = known.get(written);
  if (before) return before;
  const pieces = read(written).map(shortened);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(written, pieces);
  return pieces;
}

function shortened(piece: Piece): Piece {
  if (piece.word.length <= MOST_LETTERS) return piece;
  // By characters, not by UTF-16 units: half a character is no text to the database.
  const cut = (text: string) => Array.from(text).slice(0, MOST_LETTERS).join("");
  return { ...piece, term: cut(piece.term), word: cut(piece.word), parts: piece.parts.map(cut).slice(0, 8) };
}

function read(written: string): Piece[] {
  if (UNSPACED.test(written)) return segments(written);
  if (/^\p{N}+[.,/]/u.test(written)) return numbers(written);
  if (/^(?:\p{L}\.){2}/u.test(written)) return plain(fold(written.replaceAll(".", "")), 0, written.length);
  const elided = ELISION.exec(written)?.[0].length ?? 0;
  const rest = written
    .slice(elided)
    .replace(/['’ʼ＇]s$/iu, "")
    .replace(/['’ʼ＇]/gu, "");
  return plain(fold(rest), elided, written.length);
}

function segments(written: string): Piece[] {
  segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
  // Signs of half width are put together first; places in the text are then those of the whole, roughly.
  const text = HALF_WIDTH.test(written) ? written.normalize("NFKC") : written;
  const within = (place: number) => Math.min(place, written.length);
  const pieces: Piece[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    const from = within(index);
    for (const piece of plain(fold(segment), from, within(index + segment.length))) {
      const last = pieces.at(-1);
      if (last && last.bridge === "" && last.to === piece.from && PAIRED.test(last.word) && PAIRED.test(piece.word)) {
        pieces[pieces.length - 1] = { ...last, bridge: Array.from(last.word).slice(-1) + (Array.from(piece.word)[0] ?? "") };
      }
      pieces.push(PAIRED.test(piece.term) ? { ...piece, parts: pairsOf(piece.term) } : piece);
    }
  }
  return pieces;
}

/** The overlapping pairs of characters of a word of three or more; a word of two is its own pair. */
function pairsOf(word: string): string[] {
  const characters = Array.from(word);
  return characters.length < 3 ? [] : characters.slice(1).map((character, index) => (characters[index] ?? "") + character);
}

function plain(folded: string, from: number, to: number): Piece[] {
  // "HB161" and "C63" are also written "HB 161" and "C-63"; "2258A" is one number everywhere.
  const split = /^([a-z]{1,4})([0-9]+)$/.exec(folded);
  if (split) {
    const [, letters = "", digits = ""] = split;
    const middle = Math.min(from + letters.length, to);
    return [
      { term: letters, word: letters, parts: [], bridge: "", from, to: middle },
      { term: digits, word: digits, parts: [], bridge: "", from: middle, to },
    ];
  }
  const singular = /^[0-9]+s$/.test(folded) ? folded.slice(0, -1) : folded;
  // Some Arabic signs for a mark alone are made of a space and the mark.
  const word = singular.replace(/\s+/gu, "");
  if (word === "") return [];
  return [{ term: stemOf(word), word, parts: [], bridge: "", from, to }];
}

function numbers(written: string): Piece[] {
  const parts = fold(written)
    .split("/")
    .map((part) => (/^\d{1,3}(?:[.,]\d{3})+[a-z]*$/.test(part) ? part.replace(/[.,]/g, "") : part.replaceAll(",", ".")));
  const whole = parts.join("/");
  return [{ term: whole, word: whole, parts: parts.length > 1 ? parts : [], bridge: "", from: 0, to: written.length }];
}
