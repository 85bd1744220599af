import type { ShareView } from "../../../api/campaign/share.ts";
import { direction } from "../../../domain/locale.ts";
import { INK } from "../../chart/ink.ts";
import { ems, wrapped } from "../../chart/letter.ts";

/** Sizes that the large networks show whole, in dots. */
export const SIZES = ["1200x630", "1080x1080", "1080x1920"] as const;
export type Size = (typeof SIZES)[number];

/** Letters that every computer has or can replace; a serif one for the sentence, as on the site. */
const SANS = 'Arial, "Liberation Sans", sans-serif';
const SERIF = 'Georgia, "Liberation Serif", "Noto Serif", serif';
/** Bold letters take more room. */
const BOLD = 1.08;
const MARGIN = 72;
/** Height of a line, as a share of the size of its type: Arabic and Hindi reach further up and down. A figure stands alone. */
const LEADING = 1.3;
const LEADING_FIGURE = 1.05;

/** Words set in lines that fit a box: at the largest of the sizes of type at which they do, or at the smallest. */
export interface Block {
  readonly size: number;
  readonly lines: readonly string[];
  readonly leading: number;
  /** Height of all lines, and the breadth of the longest. */
  readonly height: number;
  readonly width: number;
}

interface Type {
  /** Sizes to try, from the largest to the smallest. */
  readonly sizes: readonly number[];
  readonly bold?: boolean;
  readonly leading?: number;
}

/** Sets a text into a box. */
export function setInto(text: string, box: { readonly width: number; readonly height: number }, { sizes, bold = false, leading = LEADING }: Type): Block {
  let block: Block = { size: 0, lines: [], leading, height: 0, width: 0 };
  const room = (words: string): number => ems(words) * (bold ? BOLD : 1);
  for (const size of sizes) {
    const lines = balanced(text, box.width / size, room);
    const width = Math.max(0, ...lines.map(room)) * size;
    block = { size, lines, leading, height: Math.ceil(lines.length * size * leading), width: Math.ceil(width) };
    if (block.height <= box.height && width <= box.width) break;
  }
  return block;
}

/** Lines that are about equally long: as many as the room needs, in the least room that gives no more of them. */
function balanced(text: string, most: number, room: (words: string) => number): string[] {
  let lines = wrapped(text, most, room);
  for (let narrower = most * 0.98; lines.length > 1 && narrower > most / 2; narrower *= 0.98) {
    const other = wrapped(text, narrower, room);
    if (other.length > lines.length || other.some((line) => room(line) > narrower)) break;
    lines = other;
  }
  return lines;
}

/** What stands in a picture besides the words of the share. */
export interface Around {
  readonly site: string;
  /** Where the campaign stands on the web, without its scheme. */
  readonly address: string;
}

/** Sizes of type for small words, and for the sentence. */
const SMALL = { tall: [34, 30, 26, 22], other: [28, 26, 24, 22, 20] } as const;
const CAVEAT = { tall: [40, 36, 32, 28, 24], other: [32, 30, 28, 26, 24, 22, 20] } as const;
const SENTENCE = [88, 80, 72, 64, 58, 52, 47, 42, 38, 34, 30, 27] as const;
const FIGURE = [280, 250, 220, 190, 160, 140, 124, 110, 96, 84, 72, 60, 50] as const;
/** Room between a figure and the sentence beside or below it. */
const GAP = { beside: 48, below: 24 } as const;

/** A picture to share: figure, sentence, limits, source, all inside. It needs no style sheet and asks for nothing from elsewhere. */
export function SharePicture({ view, size, around }: { view: ShareView; size: Size; around: Around }) {
  const [width = 0, height = 0] = size.split("x").map(Number);
  const form = height > width ? "tall" : "other";
  const wide = width > height;
  const inner = width - 2 * MARGIN;
  const rtl = direction(view.lang) === "rtl";
  const start = (from: number): number => (rtl ? width - MARGIN - from : MARGIN + from);
  const air = form === "tall" ? 60 : 26;
  const head = setInto(view.title, { width: inner, height: form === "tall" ? 140 : 80 }, { sizes: SMALL[form] });
  const caveat = setInto(view.caveat, { width: inner, height: height * 0.18 }, { sizes: CAVEAT[form] });
  const source = setInto(view.source, { width: inner, height: height * 0.1 }, { sizes: SMALL[form] });
  const foot = form === "tall" ? 30 : 24;
  // From the top: the campaign; from the bottom: site, source, limits. Figure and sentence have what is left between them.
  const low = height - MARGIN - foot - 12 - source.height - 10 - caveat.height;
  const top = MARGIN - 14 + head.height + air;
  const room = low - air - top;
  const figure = view.figure
    ? setInto(view.figure, { width: wide ? inner * 0.44 : inner, height: wide ? room : room * 0.42 }, { sizes: FIGURE, bold: true, leading: LEADING_FIGURE })
    : null;
  const beside = wide && figure ? figure.width + GAP.beside : 0;
  const below = !wide && figure ? figure.height + GAP.below : 0;
  const line = setInto(view.line, { width: inner - beside, height: room - below }, { sizes: SENTENCE, bold: true });
  const set = (block: Block, x: number, y: number, colour: string, family: string, bold = false) =>
    block.lines.map((words, index) => (
      <text
        x={x}
        y={Math.round(y + (index + 0.78) * block.size * block.leading)}
        font-family={family}
        font-size={block.size}
        font-weight={bold ? "700" : "400"}
        fill={colour}
        {...(rtl ? { direction: "rtl" } : {})}
      >
        {words}
      </text>
    ));
  const middle = (taken: number): number => top + Math.max(0, room - taken) / 2;
  const figureTop = middle(wide ? (figure?.height ?? 0) : below + line.height);
  const lineTop = wide ? middle(line.height) : figureTop + below;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="t d" lang={view.lang}>
      <title id="t">{view.line}</title>
      <desc id="d">{view.alternative}</desc>
      <rect width={width} height={height} fill="#fbf9f4" />
      <rect x={rtl ? width - 20 : 0} width={20} height={height} fill={INK.accent} />
      {set(head, start(0), MARGIN - 14, INK.quiet, SANS)}
      {figure && set({ ...figure, lines: figure.lines.map((one) => leftToRight(one, rtl)) }, start(0), figureTop, INK.accent, SANS, true)}
      {set(line, start(beside), lineTop, INK.ink, SERIF, true)}
      <path d={`M${MARGIN} ${Math.round(low - air / 2)}H${width - MARGIN}`} stroke={INK.line} stroke-width="2" fill="none" />
      {set(caveat, start(0), low, INK.ink, SANS)}
      {set(source, start(0), low + caveat.height + 10, INK.quiet, SANS)}
      <text
        x={start(0)}
        y={height - MARGIN + 20}
        font-family={SANS}
        font-size={foot}
        font-weight="700"
        fill={INK.accent}
        {...(rtl ? { direction: "rtl" } : {})}
      >
        {[leftToRight(around.site, rtl), leftToRight(around.address, rtl)].filter(Boolean).join(" · ")}
      </text>
    </svg>
  );
}

/** A figure or an address keeps its order inside a line that runs from right to left. */
function leftToRight(text: string, rtl: boolean): string {
  return rtl && text ? `\u2066${text}\u2069` : text;
}
