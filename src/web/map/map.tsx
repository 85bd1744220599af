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
  /** Empty: the place is no link. */
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
  /** Address of the page with the map, for readers who save data: the drawing is then left out. Empty: it is drawn. */
  readonly spared: string;
  /** A map without links and controls. */
  readonly still?: boolean;
  /** What stands beneath the map inside the drawing, from 0 down, and its height in map units. */
  readonly below?: { readonly height: number; readonly content: unknown };
}

/**
 * The world, one link a place. Pointers can use it without script; for everyone else the list is the
 * first form, so that 250 links do not stand in the way: the drawing is hidden from assistive technology
 * until the script adds movement by keyboard.
 */
export function WorldMap(props: WorldMapProps) {
  const { id, sprite, places, fills, title, description, legend, list, t, spared, still, below } = props;
  const box = `0 0 ${WIDTH} ${HEIGHT + (below?.height ?? 0)}`;
  const drawing = (
    <>
      <Patterns id={id} />
      <use class="sea" href={`${sprite}#sea`} />
      {raw(background(sprite, places, fills))}
      {raw(shapes(id, sprite, places, fills))}
      <use class="unsettled" href={`${sprite}#disputed`} />
      <use class="disputed" href={`${sprite}#disputed`} />
      {raw(circles(id, places, fills))}
      {below && <g transform={`translate(0 ${HEIGHT})`}>{below.content}</g>}
    </>
  );
  const figure = (
    <figure class="map" id={id}>
      <figcaption>
        <strong id={`${id}-title`}>{title}</strong>
        <span>{description}</span>
      </figcaption>
      {spared ? (
        <p>
          {t("map.spared")} <a href={spared}>{t("map.draw")}</a>
        </p>
      ) : still ? (
        <svg viewBox={box} role="img" aria-labelledby={`${id}-title`}>
          <title>{title}</title>
          {drawing}
        </svg>
      ) : (
        <svg viewBox={box} aria-hidden="true" aria-labelledby={`${id}-title`}>
          {drawing}
        </svg>
      )}
      <Legend id={id} items={legend} label={t("map.legend")} />
      <p class="small">
        <a href={list}>{t("map.list")}</a> {t("map.borders")}
      </p>
    </figure>
  );
  if (still || spared) return figure;
  return (
    <atlas-map data-hint={t("map.hint")} data-tap={t("map.tap")} data-in={t("map.in")} data-out={t("map.out")} data-all={t("map.all")}>
      {figure}
    </atlas-map>
  );
}

/**
 * The same map for a file of its own, without links: the shapes stand in it, where a page takes them from the sprite.
 * `svg`: the text of the sprite. It is drawn in map units and styled by what is around it.
 */
export function WholeMap({ id, svg, places, fills }: { id: string; svg: string; places: Drawn; fills: ReadonlyMap<string, Fill> }) {
  const outlines = outlinesOf(svg);
  const path = (name: string): string => (outlines.has(name) ? `<path d="${outlines.get(name)}"/>` : "");
  const land = Object.keys(places).filter((code) => !fills.has(code) && !places[code]?.small);
  const named = new Map([...fills].map(([code, fill]) => [code, { ...fill, href: "" }]));
  return (
    <>
      <Patterns id={id} />
      {raw(`<g class="sea">${path("sea")}</g><g class="land">${["none", ...land].map((code) => path(`m-${code}`)).join("")}</g>`)}
      {raw(grouped(id, places, named, false, (code) => path(`m-${code}`)))}
      {raw(`<g class="unsettled">${path("disputed")}</g><g class="disputed">${path("disputed")}</g>`)}
      {raw(grouped(id, places, named, true, (_, { x, y }) => `<circle class="dot" cx="${x}" cy="${y}" r="7"/>`))}
    </>
  );
}

/** The outlines of the last sprite read, by name. There is one sprite in a build. */
let read: { readonly svg: string; readonly outlines: ReadonlyMap<string, string> } | null = null;

function outlinesOf(svg: string): ReadonlyMap<string, string> {
  if (read?.svg !== svg)
    read = { svg, outlines: new Map([...svg.matchAll(/<path id="([\w-]+)"[^>]*? d="([^"]*)"/g)].map((found) => [found[1] ?? "", found[2] ?? ""])) };
  return read.outlines;
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
    const inside = `<title>${asHtml(fill.label)}</title>${body(code, place)}`;
    const link = fill.href ? `<a href="${asHtml(fill.href)}" tabindex="-1">${inside}</a>` : `<g>${inside}</g>`;
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
