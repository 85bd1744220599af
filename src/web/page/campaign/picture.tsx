import type { ShareView } from "../../../api/campaign/share.ts";
import { direction } from "../../../domain/locale.ts";
import { INK } from "../../chart/ink.ts";
import { breadth, wrapped } from "../../chart/letter.ts";

/** Sizes that the large networks show whole, in dots. */
export const SIZES = ["1200x630", "1080x1080", "1080x1920"] as const;
export type Size = (typeof SIZES)[number];

/** Letters that every computer has or can replace; a serif one for the sentence, as on the site. */
const SANS = 'Arial, "Liberation Sans", sans-serif';
const SERIF = 'Georgia, "Liberation Serif", "Noto Serif", serif';
/** Mean breadth of a letter, as a share of the size of its type; bold ones are broader. */
const LETTER = { bold: 0.57, plain: 0.54 } as const;
const MARGIN = 72;
/** Height of a line, as a share of the size of its type: Arabic and Hindi reach further up and down. */
const LEADING = 1.32;

/** Words set in lines that fit a box: at the largest of the sizes of type at which they do, or at the smallest. */
export interface Block {
  readonly size: number;
  readonly lines: readonly string[];
  /** Height of all lines. */
  readonly height: number;
}

/** Sets a text into a box. `sizes` stand from the largest to the smallest. */
export function setInto(text: string, box: { readonly width: number; readonly height: number }, sizes: readonly number[], letter: number): Block {
  let block: Block = { size: 0, lines: [], height: 0 };
  for (const size of sizes) {
    const most = box.width / (size * letter);
    const lines = wrapped(text, most);
    block = { size, lines, height: Math.ceil(lines.length * size * LEADING) };
    if (block.height <= box.height && lines.every((line) => breadth(line) <= most)) break;
  }
  return block;
}

/** What stands in a picture besides the words of the share. */
export interface Around {
  readonly campaign: string;
  readonly source: string;
  readonly site: string;
  /** Where the campaign stands on the web, without its scheme. */
  readonly address: string;
}

/** A picture to share: figure, sentence, limits, source, all inside. It needs no style sheet and asks for nothing from elsewhere. */
export function SharePicture({ view, size, around }: { view: ShareView; size: Size; around: Around }) {
  const [width = 0, height = 0] = size.split("x").map(Number);
  const inner = width - 2 * MARGIN;
  const rtl = direction(view.lang) === "rtl";
  const x = rtl ? width - MARGIN : MARGIN;
  const tall = height > width;
  const small = tall ? [34, 30, 26, 22] : [28, 26, 24, 22, 20];
  const head = setInto(around.campaign, { width: inner, height: tall ? 180 : 80 }, small, LETTER.plain);
  const caveat = setInto(view.caveat, { width: inner, height: height * 0.2 }, tall ? [40, 36, 32, 28, 24] : [30, 28, 26, 24, 22, 20], LETTER.plain);
  const source = setInto(around.source, { width: inner, height: height * 0.1 }, small, LETTER.plain);
  const foot = tall ? 30 : 24;
  // From the top: campaign, figure, sentence; from the bottom: site, source, caveat. The sentence has what is left between them.
  const top = MARGIN + head.height + (tall ? 60 : 22);
  const bottom = height - MARGIN - foot - 18 - source.height - 14 - caveat.height - (tall ? 60 : 22);
  const figure = view.figure
    ? setInto(view.figure, { width: inner, height: (bottom - top) * 0.4 }, [260, 220, 190, 160, 132, 110, 96, 84, 72, 60, 50], LETTER.bold)
    : null;
  const under = top + (figure ? figure.height : 0);
  const line = setInto(view.line, { width: inner, height: bottom - under }, [88, 80, 72, 64, 58, 52, 47, 42, 38, 34, 30, 27], LETTER.bold);
  const spare = Math.max(0, bottom - under - line.height);
  const shift = tall ? spare / 2 : spare / 3;
  const set = (block: Block, y: number, colour: string, family: string, bold: boolean) =>
    block.lines.map((words, index) => (
      <text
        x={x}
        y={Math.round(y + (index + 0.95) * block.size * LEADING)}
        font-family={family}
        font-size={block.size}
        font-weight={bold ? "700" : "400"}
        fill={colour}
        {...(rtl ? { direction: "rtl" } : {})}
      >
        {words}
      </text>
    ));
  const low = bottom + (tall ? 60 : 22);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="t d" lang={view.lang}>
      <title id="t">{view.line}</title>
      <desc id="d">{view.alternative}</desc>
      <rect width={width} height={height} fill="#fbf9f4" />
      <rect x={rtl ? width - 20 : 0} width={20} height={height} fill={INK.accent} />
      {set(head, MARGIN - 14, INK.quiet, SANS, false)}
      {figure && set(figure, top + shift, INK.accent, SANS, true)}
      {set(line, under + shift, INK.ink, SERIF, true)}
      <path d={`M${MARGIN} ${Math.round(low - 10)}H${width - MARGIN}`} stroke={INK.line} stroke-width="2" fill="none" />
      {set(caveat, low, INK.ink, SANS, false)}
      {set(source, low + caveat.height + 14, INK.quiet, SANS, false)}
      <text x={x} y={height - MARGIN + 22} font-family={SANS} font-size={foot} font-weight="700" fill={INK.accent} {...(rtl ? { direction: "rtl" } : {})}>
        {around.address ? `${around.site} · ${rtl ? `\u2066${around.address}\u2069` : around.address}` : around.site}
      </text>
    </svg>
  );
}
