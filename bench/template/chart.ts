import { type Day, firstDay } from "../../src/domain/date.ts";
import type { Axis } from "../../src/web/chart/axis.ts";
import type { Mark } from "../../src/web/chart/timeline.tsx";
import { each, esc } from "./html.ts";

const ROW = 14;

export function axisRow(axis: Axis): string {
  return `<svg class="chart row" viewBox="0 0 ${axis.width} ${ROW}" aria-hidden="true">${each(axis.years, (year) => `<text class="year" x="${year.at}" y="11" text-anchor="middle">${year.year}</text>`)}</svg>`;
}

export function lifeRow(axis: Axis, marks: ReadonlyArray<Pick<Mark, "date" | "end">>, today: Day): string {
  const places = marks.map((mark) => ({ x: axis.at(mark.date), end: mark.end, ahead: firstDay(mark.date) > today })).sort((a, b) => a.x - b.x);
  const first = places[0];
  if (!first) return "";
  const end = places.findLast((place) => place.end && !place.ahead);
  const dots = each(places, (place) => (place.end || place.ahead ? "" : `M${place.x} 7h0`));
  const circles = each(places, (place) =>
    place.end || place.ahead ? `<circle cx="${place.x}" cy="7" r="4" class="${place.end ? "end" : "ahead"}"></circle>` : "",
  );
  return `<svg class="chart row" viewBox="0 0 ${axis.width} ${ROW}" aria-hidden="true"><path class="life" d="M${first.x} 7H${Math.max(first.x, end ? end.x : axis.at(today))}"></path><path class="dots" d="${dots}"></path>${circles}</svg>`;
}

/** One bar: null is a figure that is missing or suppressed. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
  readonly soft: boolean;
}

export function bars(of: readonly Bar[], title: string): string {
  const most = of.reduce((greatest, bar) => Math.max(greatest, bar.value ?? 0), 0) || 1;
  const row = ({ label, value, text, soft }: Bar, index: number): string => {
    const y = index * 24;
    const length = value === null ? 0 : Math.max(1, Math.round((value / most) * 264));
    const bar =
      value === null
        ? `<path class="gap" d="M60 ${y + 12}h24"></path>`
        : value > 0
          ? `<rect x="60" y="${y + 4}" width="${length}" height="16"${soft ? ' class="soft"' : ""}></rect>`
          : "";
    return `<text x="52" y="${y + 16}" text-anchor="end">${esc(label)}</text>${bar}<text${value === null ? ' class="quiet"' : ""} x="${60 + (value === null ? 30 : length + 6)}" y="${y + 16}">${esc(text)}</text>`;
  };
  return `<svg class="chart bars" viewBox="0 0 420 ${of.length * 24}" role="img" aria-label="${esc(title)}">${each(of, row)}</svg>`;
}
