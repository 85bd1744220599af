import { createHash } from "node:crypto";

/** The colours of the light page, on white: a picture that leaves the site cannot ask the page around it. */
export const INK = {
  paper: "#ffffff",
  ink: "#1d2327",
  quiet: "#56605f",
  line: "#d9d4c8",
  accent: "#0b5a6e",
  warm: "#9a4a12",
  n1: "#d5e8e6",
  n2: "#a3cfcd",
  n3: "#6cafae",
  n4: "#37878a",
  n5: "#0f5f63",
} as const;

/** The colour of each series, by its class. */
const SERIES = [INK.accent, INK.warm, INK.ink, INK.quiet, INK.n4] as const;

/** A colour thinned with white; share of the colour from 0 to 1. */
function pale(colour: string, share: number): string {
  const part = (at: number): string =>
    Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * share + 255 * (1 - share))
      .toString(16)
      .padStart(2, "0");
  return `#${part(1)}${part(3)}${part(5)}`;
}

/**
 * The style that a picture carries inside when it stands alone: what the style sheets say of pictures on a light page, in
 * words that drawing programs know too (no variables, no mixed colours), in letters that every computer has or can replace.
 */
export const INK_STYLE = [
  `.chart{font-family:Arial,"Liberation Sans",sans-serif;font-size:12.5px;fill:${INK.ink}}`,
  ".plot .head{font-family:serif;font-weight:600;font-size:15.5px}",
  `.plot .fine{font-size:11px;fill:${INK.quiet}}`,
  `.chart .quiet{fill:${INK.quiet}}`,
  `.plot .axis{stroke:${INK.line};stroke-width:.7}`,
  `.plot .zero{stroke:${INK.quiet};stroke-width:.7}`,
  ".plot .run{fill:none;stroke:currentColor;stroke-width:2}",
  ...SERIES.flatMap((colour, index) => [`.k${index}{color:${colour}}`, `.plot .k${index} .derived > path{fill:${pale(colour, 0.35)}}`]),
  `.plot [class^="k"] > text{fill:${INK.ink}}`,
  '.plot [class^="k"] > .lead{stroke:currentColor;stroke-width:.7;fill:none}',
  ".plot .pt > path{stroke:currentColor;stroke-width:1.4}",
  ".plot .pt:not(.rounded):not(.derived) > path{fill:currentColor}",
  ".plot .rounded > path,.plot .pt > path.up{fill:#ffffff}",
  `.plot .pt > rect{fill:${INK.n4}}`,
  `.plot .rounded > rect{fill:#ffffff;stroke:${INK.n5};stroke-dasharray:3 2}`,
  `.plot .derived > rect{fill:${INK.n2};stroke:${INK.n4}}`,
  `.plot .pt > path.gap{fill:none;stroke:${INK.quiet};stroke-dasharray:2 3}`,
  `.plot .cut path{stroke:${INK.warm};stroke-dasharray:2 3;fill:none}`,
  `.plot .cut text{fill:${INK.warm};font-weight:600}`,
  ".plot .forbids path{stroke-width:2;stroke-dasharray:none}",
  `.sea{fill:${pale(INK.line, 0.26)}}`,
  `.land,.s-not-coded{fill:#ffffff;stroke:${INK.line};stroke-width:1.2}`,
  ...([1, 2, 3, 4, 5] as const).map((step) => `.s-n${step}{fill:${INK[`n${step}`]};stroke:#ffffff;stroke-width:1.2}`),
  `.s-not-known{fill:${INK.quiet};stroke:${INK.quiet};stroke-width:1.2}`,
  `circle.dot{stroke:${INK.quiet}}`,
  `rect.swatch{stroke:${INK.quiet};stroke-width:1}`,
  ".unsettled{fill:none;stroke:#ffffff;stroke-width:3}",
  `.disputed{fill:none;stroke:${INK.quiet};stroke-width:1.6;stroke-dasharray:5 4}`,
  ".bold{display:none}",
].join("\n");

/** The hash under which a content security policy lets this style in. */
export const INK_HASH = `sha256-${createHash("sha256").update(INK_STYLE).digest("base64")}`;
