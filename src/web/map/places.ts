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
