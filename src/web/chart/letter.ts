/** Chinese and Japanese letters are about twice as wide as others. */
const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;
/** What is drawn above, below or inside another letter takes no room of its own. */
const MARK = /[\p{Mn}\p{Cf}]/u;

/** Room that a text takes, in letters of ordinary width. */
export function breadth(text: string): number {
  let sum = 0;
  for (const letter of text) sum += WIDE.test(letter) ? 1.8 : MARK.test(letter) ? 0 : 1;
  return sum;
}

/** A text cut to the room of `most` letters; one that is cut ends with three dots. */
export function cut(text: string, most: number): string {
  if (breadth(text) <= most) return text;
  let kept = "";
  let room = most - 1;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= breadth(segment);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** What may not be parted from its neighbour: words, and in writing without spaces each letter with the marks around it. */
const PIECE = / +|[（「『【《]*[\u3040-\u30ff\u3400-\u9fff][、。，．：；！？）」』】》ー…]*|[（「『【《]*[^ \u3040-\u30ff\u3400-\u9fff（「『【《]+|./gu;

/** Room of letters in type without small feet, as shares of its size: what the common typefaces of each script take, a little more rather than less. */
const ROOM: ReadonlyArray<readonly [RegExp, number]> = [
  [MARK, 0],
  [WIDE, 1],
  [/[ .,:;!|'’ijl[\]()·،؛.-]/u, 0.3],
  [/[MWmw@%—−ЖМШЩЮФжмшщюф]/u, 0.86],
  [/\p{Script=Arabic}/u, 0.5],
  [/\p{Script=Devanagari}/u, 0.62],
  [/\p{Lu}/u, 0.7],
  [/[a-z\u00df-\u017f]/u, 0.52],
];

/** Room that a text takes in a picture, in multiples of the size of its type. */
export function ems(text: string): number {
  let sum = 0;
  for (const letter of text) sum += ROOM.find(([one]) => one.test(letter))?.[1] ?? 0.57;
  return sum;
}

/** A text in lines of at most `most` letters, or whatever `room` counts, broken where its language allows it. A longer word has a line of its own. */
export function wrapped(text: string, most: number, room: (text: string) => number = breadth): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECE) ?? []) {
    if (line.trim() !== "" && room(line + piece.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== "") lines.push(line.trim());
  return lines;
}
