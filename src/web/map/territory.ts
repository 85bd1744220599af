/** A part of the world file that belongs to another code than the shape it is filed under. */
export interface Part {
  /** Numeric code of the shape that holds it. */
  readonly of: string;
  readonly code: string;
  /** West, south, east, north in degrees: parts whose middle lies inside move to the code. */
  readonly box: readonly [number, number, number, number];
}

/** Overseas parts that the file draws inside their state, and that have a code of their own. */
export const PARTS: readonly Part[] = [
  { of: "250", code: "GF", box: [-56, 1, -50, 7] },
  { of: "250", code: "GP", box: [-62.5, 15.8, -60.9, 17] },
  { of: "250", code: "MQ", box: [-61.5, 14.2, -60.6, 15.2] },
  { of: "250", code: "RE", box: [54, -22, 57, -20] },
  { of: "250", code: "YT", box: [44.5, -14, 46, -12] },
  { of: "578", code: "SJ", box: [-10, 70.9, 35, 82] },
  { of: "528", code: "BQ", box: [-70, 11, -60, 19] },
  { of: "554", code: "TK", box: [-174, -11, -170, -7] },
  { of: "IOA", code: "CX", box: [104, -12, 107, -9] },
  { of: "IOA", code: "CC", box: [95, -14, 98, -10] },
];

/** Mainland Norway reaches past 70.9° north; only these longitudes and latitudes are Svalbard and Jan Mayen. */
export function isNorthCape(longitude: number, latitude: number): boolean {
  return latitude < 71.5 && longitude > 15;
}

/** Shapes without a code of their own in the file, and the code that the United Nations puts them under. */
export const UNDER: Readonly<Record<string, string>> = { "-1": "CY", "-2": "XK", "-3": "SO" };

/** Points, in degrees (longitude, latitude), for codes that the file has no shape for. */
export const POINTS: Readonly<Record<string, readonly [number, number]>> = {
  AQ: [0, -56],
  BQ: [-68.3, 12.2],
  BV: [3.4, -54.4],
  CC: [96.9, -12.2],
  CX: [105.7, -10.5],
  GI: [-5.35, 36.1],
  SJ: [16, 78.6],
  TK: [-171.8, -9.2],
  TV: [179.2, -8.5],
  UM: [166.6, 19.3],
};

/**
 * Land borders that are drawn dashed, as pairs of the file's ids: the parties, or the United Nations,
 * do not hold them to be settled.
 */
export const DISPUTED: readonly (readonly [string, string])[] = [
  ["-2", "688"], // Kosovo, Serbia
  ["-1", "196"], // northern Cyprus
  ["-3", "706"], // Somaliland
  ["732", "504"], // Western Sahara, Morocco
  ["275", "376"], // Palestine, Israel
  ["376", "760"], // Golan
  ["356", "586"], // Jammu and Kashmir
  ["356", "156"], // India, China
  ["KAS", "356"],
  ["KAS", "586"],
  ["KAS", "156"],
  ["729", "728"], // Sudan, South Sudan
];
