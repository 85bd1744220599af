import { brotliCompressSync } from "node:zlib";
import { iso31661 } from "iso-3166";
import { describe, expect, test } from "vitest";
import { HEIGHT, WIDTH } from "./places.ts";
import { buildSprite } from "./shapes.ts";

const { svg, places } = buildSprite();
const CODES = [...iso31661.map((one) => one.alpha2), "XK"];

describe("the sprite of the world", () => {
  test("every ISO code and Kosovo has a shape or a circle", () => {
    expect(CODES.filter((code) => !places[code])).toEqual([]);
    const drawn = new Set([...svg.matchAll(/<path id="m-([A-Z]{2})"/g)].map((match) => match[1]));
    expect(CODES.filter((code) => !places[code]?.small && !drawn.has(code))).toEqual([]);
    expect([...drawn].filter((code) => !CODES.includes(code ?? ""))).toEqual([]);
  });

  test("places that the world file lacks, or files under another state, stand where they lie", () => {
    for (const code of "BQ BV CC CX GI GP MQ RE TK TV UM YT".split(" ")) expect(places[code]?.small, code).toBe(true);
    expect(places.GF?.x, "French Guiana lies west of France").toBeLessThan((places.FR?.x ?? 0) - 200);
    expect(places.SJ?.y, "Svalbard lies north of Norway").toBeLessThan(places.NO?.y ?? 0);
    expect(places.FR?.y, "the point of France is in Europe").toBeLessThan(places.DZ?.y ?? 0);
  });

  test("circles lie inside the frame and leave one another room", () => {
    const circles = Object.entries(places).filter(([, place]) => place.small);
    for (const [code, { x, y }] of circles) {
      expect(x, code).toBeGreaterThanOrEqual(8);
      expect(x, code).toBeLessThanOrEqual(WIDTH - 8);
      expect(y, code).toBeGreaterThanOrEqual(8);
      expect(y, code).toBeLessThanOrEqual(HEIGHT - 8);
    }
    for (const [index, [code, a]] of circles.entries()) {
      for (const [other, b] of circles.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y), `${code} and ${other}`).toBeGreaterThanOrEqual(13);
    }
  });

  test("whole units only, dashed borders apart, small enough for one visit", () => {
    expect(svg).not.toMatch(/ d="[^"]*(?:\.|NaN|undefined)/);
    expect(svg).toContain('<path id="disputed" fill="none" d="M');
    expect(brotliCompressSync(svg).length).toBeLessThan(20_000);
  });

  test("is the same each time, so that its address stays", () => {
    expect(buildSprite()).toEqual({ svg, places });
  });
});
