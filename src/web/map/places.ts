/** Width and height of the world map's drawing, in map units. Equal Earth, cut between 86° north and 58° south. */
export const WIDTH = 2000;
export const HEIGHT = 882;

/** Where a jurisdiction stands on the map, in map units. */
export interface Place {
  /** The point that stands for it: inside its largest part, or the middle of its circle. */
  readonly x: number;
  readonly y: number;
  /** Square root of the drawn area, in map units; missing when it has no shape. */
  readonly w?: number;
  /** True when it is drawn as a circle, because its shape is missing or too small to hit. */
  readonly small: boolean;
}
export type Places = Readonly<Record<string, Place>>;

/** What the build writes into the map's JSON file. */
export interface MapFile {
  /** Address of the sprite, with its content hash. */
  readonly sprite: string;
  readonly places: Places;
}

/**
 * Reads the map file that the build has written.
 * Throws when it is not of that form; the remedy is to build again.
 */
export function readMap(json: unknown): MapFile {
  if (!isObject(json) || typeof json.sprite !== "string" || !isObject(json.places)) {
    throw new Error("The map file needs `sprite` and `places`; run the build again to write it anew.");
  }
  const places: Record<string, Place> = {};
  for (const [code, value] of Object.entries(json.places)) {
    if (!isObject(value) || typeof value.x !== "number" || typeof value.y !== "number" || typeof value.small !== "boolean") {
      throw new Error(`The map file has no usable point for ${code}; run the build again to write it anew.`);
    }
    const { x, y, w, small } = value;
    places[code] = typeof w === "number" ? { x, y, w, small } : { x, y, small };
  }
  return { sprite: json.sprite, places };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
