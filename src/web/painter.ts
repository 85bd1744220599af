import type { Sharp } from "sharp";

/** Why no picture in dots was made: too many were asked for at once or it took too long, the drawing is too large, or this computer has no fonts. */
export class PainterProblem extends Error {
  readonly sort: "busy" | "large" | "fonts";

  constructor(sort: PainterProblem["sort"], message: string) {
    super(message);
    this.name = "PainterProblem";
    this.sort = sort;
  }
}

/** What is written into a picture for whoever finds it without its page. */
export interface Caption {
  readonly description: string;
  readonly rights: string;
}

/** Dots for each unit of the drawing. */
const FINENESS = 2;
/** Most dots of one picture; painting them takes about 60 MB for as long as it lasts. */
const MOST_DOTS = 16_000_000;
/** How long one picture may take, in seconds. */
const PATIENCE = 10;
/** How many may wait while one is painted. */
const WAITING = 8;

type Paint = (svg: string, options?: { density: number }) => Sharp;
let brush: Promise<Paint> | null = null;
let running = false;
const queue: Array<() => void> = [];

/**
 * A drawing as PNG, with its caption inside: two dots for each of its units, or as many as `fineness` says. One is painted at
 * a time, whoever asks.
 * @throws {PainterProblem} when it cannot be painted.
 */
export async function paint(svg: string, caption: Caption, fineness: number = FINENESS): Promise<Uint8Array> {
  if (running) {
    if (queue.length >= WAITING) throw new PainterProblem("busy", "Too many pictures are being painted at this moment.");
    // Whoever ends hands over the brush, so it stays in use.
    await new Promise<void>((resolve) => queue.push(resolve));
  } else running = true;
  try {
    brush ??= ready();
    const draw = await brush;
    const { width = 0, height = 0 } = await draw(svg).metadata();
    if (width * height * fineness * fineness > MOST_DOTS)
      throw new PainterProblem("large", `The drawing of ${width} × ${height} units is too large to be painted.`);
    return await draw(svg, { density: 72 * fineness })
      .timeout({ seconds: PATIENCE })
      .withExif({ IFD0: { ImageDescription: caption.description, Copyright: caption.rights } })
      .withXmp(xmpOf(caption))
      .png({ compressionLevel: 6 })
      .toBuffer();
  } catch (error) {
    // The library says so in words only.
    if (error instanceof Error && error.message.startsWith("timeout")) throw new PainterProblem("busy", "The picture took too long to paint.");
    throw error;
  } finally {
    const next = queue.shift();
    if (next) next();
    else running = false;
  }
}

/** Loads the library at the first picture: a program that paints none starts no later for it. Tells whether letters can be drawn at all. */
async function ready(): Promise<Paint> {
  try {
    const { default: sharp } = await import("sharp");
    sharp.cache(false);
    sharp.concurrency(1);
    const draw: Paint = (svg, options) => sharp(Buffer.from(svg), { limitInputPixels: MOST_DOTS, ...options });
    const test = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" fill="#fff"/><text x="4" y="22" font-family="sans-serif" font-size="20">MW</text></svg>`;
    const { channels } = await draw(test).stats();
    // A picture without its words must not travel: better none.
    if ((channels[0]?.min ?? 255) > 128) throw new PainterProblem("fonts", "This computer has no fonts to paint words with.");
    return draw;
  } catch (error) {
    brush = null;
    throw error;
  }
}

function xmpOf({ description, rights }: Caption): string {
  const text = (words: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(words)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>${text(description)}</dc:description><dc:rights>${text(rights)}</dc:rights></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
