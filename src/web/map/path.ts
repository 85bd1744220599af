import type { GeoContext } from "d3-geo";

type Point = [number, number];

/** Collects what d3-geo draws and writes it as a short SVG path: whole units, relative steps, no idle points. */
export class Pen implements GeoContext {
  readonly #lines: { points: Point[]; closed: boolean }[] = [];

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.#lines.push({ points: [[Math.round(x), Math.round(y)]], closed: false });
  }

  lineTo(x: number, y: number): void {
    const line = this.#lines.at(-1);
    if (!line) return;
    const next: Point = [Math.round(x), Math.round(y)];
    const [a, b] = [line.points.at(-2), line.points.at(-1)];
    if (b && b[0] === next[0] && b[1] === next[1]) return;
    // A point on the straight way from a to next adds bytes and no shape.
    if (a && b && onTheWay(a, b, next)) line.points.pop();
    line.points.push(next);
  }

  closePath(): void {
    const line = this.#lines.at(-1);
    if (line) line.closed = true;
  }

  arc(): void {}

  /** The path data; rings that enclose less than one square unit are left out. */
  path(): string {
    let data = "";
    let at: Point = [0, 0];
    for (const { points, closed } of this.#lines) {
      const start = points[0];
      const last = points.at(-1);
      if (!start || !last || points.length < (closed ? 3 : 2)) continue;
      if (closed && Math.abs(area(points)) < 1) continue;
      const steps = closed && last[0] === start[0] && last[1] === start[1] ? points.slice(1, -1) : points.slice(1);
      data += (data === "" ? "M" : "m") + pair(start[0] - at[0], start[1] - at[1]);
      at = start;
      data += "l";
      let text = "";
      for (const point of steps) {
        text += (text === "" || point[0] - at[0] < 0 ? "" : " ") + pair(point[0] - at[0], point[1] - at[1]);
        at = point;
      }
      data += text;
      if (closed) {
        data += "z";
        at = start;
      }
    }
    return data;
  }
}

function pair(x: number, y: number): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}

function onTheWay(a: Point, b: Point, c: Point): boolean {
  const cross = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
  const along = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
  return cross === 0 && along > 0;
}

function area(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i < points.length; i += 1) {
    const [a, b] = [points[i], points[(i + 1) % points.length]];
    if (a && b) sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}
