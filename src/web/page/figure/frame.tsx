import type { FigureBreak, FigureView } from "../../../api/figure/view.ts";
import { wrapped } from "../../chart/plot.ts";
import { dateText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";

/** Width of every picture of figures, in drawing units. */
export const WIDTH = 720;
const LINE = 14;
/** Characters of a line of small text across the whole picture. */
const CHARACTERS = 108;
/** Caveats whose first sentence stands inside the picture; all of them stand beneath it. */
const CAVEATS = 3;

/** A break with the letter that names it in the picture. */
export interface Lettered extends FigureBreak {
  readonly letter: string;
}

/** Height of one row of letters. */
const TIER = 13;

/** Rows of letters that keep neighbours from covering each other, and the height that they need. `x` places a break in the drawing. */
export function tiersOf(cuts: readonly Lettered[], x: (cut: Lettered) => number): { readonly height: number; readonly of: ReadonlyMap<string, number> } {
  const ends: number[] = [];
  const of = new Map<string, number>();
  for (const cut of cuts) {
    const half = cut.forbids ? 13 : 7;
    let tier = ends.findIndex((end) => end <= x(cut) - half);
    if (tier < 0) tier = ends.length;
    ends[tier] = x(cut) + half;
    of.set(cut.id, tier * TIER);
  }
  return { height: ends.length * TIER, of };
}

/** Breaks that fall between the first and the last of the periods shown, with the letter that names each in the picture. */
export function lettered(view: FigureView): Lettered[] {
  const ends = view.rows.map((row) => row.end).sort();
  const [first, last] = [ends[0] ?? "", ends.at(-1) ?? ""];
  return view.breaks.filter((one) => one.day > first && one.day <= last).map((one, index) => ({ ...one, letter: String.fromCharCode(65 + index) }));
}

/** The lines of text that a picture carries inside: without them it does not travel. */
function linesOf(view: FigureView, notes: readonly string[], visit: Visit): string[] {
  const { t, locale, catalogue } = visit;
  const sources = [
    ...new Set(
      view.citations.map((one) => {
        const source = catalogue.sources.get(one.source);
        return source ? source.publisher || new URL(source.url).hostname.replace(/^www\./, "") : one.source;
      }),
    ),
  ];
  const breaks = lettered(view).map((one) => `${one.letter} ${dateText(one.from, locale)}${one.forbids ? ` (${t("figure.no-comparison")})` : ""}: ${one.what}`);
  const lines = [
    `${t("figure.unit")} ${view.unit}.${view.definition ? ` ${t("figure.definition")} ${view.definition}` : ""}`,
    ...notes,
    ...breaks,
    `${t("figure.not-meant")} ${view.caveats
      .slice(0, CAVEATS)
      .map((one) => firstSentence(one.text))
      .join(" ")}`,
    `${t("figure.source")} ${sources.slice(0, 4).join("; ")}${sources.length > 4 ? " …" : "."} ${view.publisher}. ${t("figure.as-of", { date: dateText(view.asOf, locale) })} Safeguard Atlas, ${t("figure.revision", { id: visit.revision.id })}`,
  ];
  return lines.flatMap((line) => wrapped(line, CHARACTERS));
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text;
}

/**
 * A picture of figures with everything that must travel with it: title and summary for those who cannot see it, the title in
 * sight, and beneath the plot definition, unit, breaks, what it does not mean, source and date. `height` is that of the plot.
 */
export function Frame({
  view,
  height,
  notes,
  children,
  visit,
}: {
  view: FigureView;
  height: number;
  notes: readonly string[];
  children: unknown;
  visit: Visit;
}) {
  const head = wrapped(view.title, 78);
  const top = head.length * 19 + 22;
  const lines = linesOf(view, notes, visit);
  const total = top + height + lines.length * LINE + 14;
  return (
    <svg class="chart plot" viewBox={`0 0 ${WIDTH} ${total}`} role="img" aria-labelledby="plot-title plot-desc" lang={visit.locale}>
      <title id="plot-title">{view.title}</title>
      <desc id="plot-desc">{summaryOf(view, visit)}</desc>
      {head.map((line, index) => (
        <text class="head" x="0" y={15 + index * 19}>
          {line}
        </text>
      ))}
      <text class="quiet" x="0" y={head.length * 19 + 12}>
        {view.subtitle}
      </text>
      <g transform={`translate(0 ${top})`}>{children}</g>
      {lines.map((line, index) => (
        <text class="fine" x="0" y={top + height + (index + 1) * LINE}>
          {line}
        </text>
      ))}
    </svg>
  );
}

/** What the picture shows, in a few sentences. */
function summaryOf(view: FigureView, visit: Visit): string {
  const { t } = visit;
  const counts = new Map<string, number>();
  for (const row of view.rows) counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
  const states = [...counts].map(([status, count]) => t(`figure.count-${status}`, { count })).join(", ");
  return [
    t("figure.summary", { picture: t(`figure.picture-${view.asked.picture}`), series: view.series.length, periods: view.periods.length }),
    `${states}.`,
    ...view.warnings.filter((one) => one.id.startsWith("break-")).map((one) => one.text),
  ].join(" ");
}
