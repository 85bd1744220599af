import { raw } from "hono/html";
import type { Translate } from "../message/translate.ts";
import { Legend, type LegendItem } from "./legend.tsx";
import { Patterns } from "./pattern.tsx";
import { HEIGHT, type Place, WIDTH } from "./places.ts";
import { maskOf, SHADES, type Shade, shadeClass } from "./standing.ts";

/** How one place is drawn, what it says and where it leads. */
export interface Fill {
  readonly standing: Shade;
  /** Name and answer, such as "Brazil: yes". */
  readonly label: string;
  readonly href: string;
}

/** What a world map needs. */
export interface WorldMapProps {
  /** Id of the figure; unique on the page. */
  readonly id: string;
  /** Address of the sprite. */
  readonly sprite: string;
  readonly places: Readonly<Record<string, Pick<Place, "x" | "y" | "small">>>;
  /** By jurisdiction code. Codes that the map does not draw are left to the list beside it. */
  readonly fills: ReadonlyMap<string, Fill>;
  readonly title: string;
  readonly description: string;
  readonly legend: readonly LegendItem[];
  /** Address of the same answers as a list or table, such as `#answers`. */
  readonly list: string;
  readonly t: Translate;
}

/**
 * The world, one link a place. Pointers can use it without script; for everyone else the list is the
 * first form, so that 250 links do not stand in the way: the drawing is hidden from assistive technology
 * until the script adds movement by keyboard.
 */
export function WorldMap(props: WorldMapProps) {
  const { id, sprite, places, fills, title, description, legend, list, t } = props;
  return (
    <atlas-map data-hint={t("map.hint")} data-tap={t("map.tap")} data-in={t("map.in")} data-out={t("map.out")} data-all={t("map.all")}>
      <figure class="map" id={id}>
        <figcaption>
          <strong id={`${id}-title`}>{title}</strong>
          <span>{description}</span>
        </figcaption>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" aria-labelledby={`${id}-title`}>
          <Patterns id={id} />
          <use class="sea" href={`${sprite}#sea`} />
          {raw(background(sprite, places, fills))}
          {raw(shapes(id, sprite, places, fills))}
          <use class="unsettled" href={`${sprite}#disputed`} />
          <use class="disputed" href={`${sprite}#disputed`} />
          {raw(circles(id, places, fills))}
        </svg>
        <Legend id={id} items={legend} label={t("map.legend")} />
        <p class="small">
          <a href={list}>{t("map.list")}</a> {t("map.borders")}
        </p>
      </figure>
    </atlas-map>
  );
}

type Drawn = WorldMapProps["places"];

/** Land that this map says nothing about. */
function background(sprite: string, places: Drawn, fills: ReadonlyMap<string, Fill>): string {
  const codes = Object.keys(places).filter((code) => !fills.has(code) && !places[code]?.small);
  return `<g class="land">${["none", ...codes].map((code) => `<use href="${sprite}#m-${code}"/>`).join("")}</g>`;
}

// Written as text, not as elements: 250 links cost a tenth of the time that way.
function shapes(id: string, sprite: string, places: Drawn, fills: ReadonlyMap<string, Fill>): string {
  return grouped(id, places, fills, false, (code) => `<use href="${sprite}#m-${code}"/>`);
}

function circles(id: string, places: Drawn, fills: ReadonlyMap<string, Fill>): string {
  return grouped(id, places, fills, true, (_, { x, y }) => `<circle cx="${x}" cy="${y}" r="7"/>`);
}

/** One group a shade, so that class and pattern are written once and the legend can fade whole groups. */
function grouped(
  id: string,
  places: Drawn,
  fills: ReadonlyMap<string, Fill>,
  small: boolean,
  body: (code: string, place: { x: number; y: number }) => string,
): string {
  const links = new Map<Shade, string>();
  for (const [code, fill] of fills) {
    const place = places[code];
    if (!place || place.small !== small) continue;
    const link = `<a href="${asHtml(fill.href)}" tabindex="-1"><title>${asHtml(fill.label)}</title>${body(code, place)}</a>`;
    links.set(fill.standing, (links.get(fill.standing) ?? "") + link);
  }
  let text = "";
  for (const shade of SHADES) {
    const inside = links.get(shade);
    const mask = maskOf(id, shade);
    if (inside) text += `<g class="${shadeClass(shade)}"${mask ? ` mask="url(#${mask})"` : ""}>${inside}</g>`;
  }
  return text;
}

function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
