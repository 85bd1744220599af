import { raw } from "hono/html";
import type { FigureBreak, FigureSeries, FigureView } from "../../../api/figure/view.ts";
import { direction } from "../../../domain/locale.ts";
import { INK, INK_STYLE } from "../../chart/ink.ts";
import { wrapped } from "../../chart/letter.ts";
import { dateText } from "../../part/date.ts";
import { punctuation } from "../../part/punctuation.ts";
import type { Visit } from "../../visit.ts";

/** Width of every picture of figures, in drawing units. */
export const WIDTH = 720;
const LINE = 14;
/** Characters of a line of small text across the whole picture. */
const CHARACTERS = 108;
/** The same where nobody knows which letters it will be drawn with. */
const NARROW = 112;
/** Margin of a picture that stands alone. */
const MARGIN = 20;
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

/** What a picture carries besides when it leaves the site as a file. */
export interface Alone {
  /** The address that keeps giving the same picture. */
  readonly address: string;
  /** Licence, sources and all caveats in full, as RDF. */
  readonly metadata: string;
}

/** What every kind of picture is drawn from. */
export interface Drawing {
  readonly view: FigureView;
  readonly series: readonly FigureSeries[];
  readonly notes: readonly string[];
  readonly visit: Visit;
  readonly alone?: Alone | undefined;
}

/** The lines of text that a picture carries inside: without them it does not travel. A picture that stands alone names every limit. */
export function linesOf(view: FigureView, notes: readonly string[], visit: Visit, alone?: Alone): string[] {
  const { t, locale } = visit;
  const { colon, comma, full, semicolon } = punctuation(locale);
  const sources = publishersOf(view, visit);
  const named = alone ? sources.length : 4;
  const breaks = lettered(view).map(
    (one) => `${one.letter} ${dateText(one.from, locale)}${one.forbids ? ` (${t("figure.no-comparison")})` : ""}${colon}${one.what}`,
  );
  const lines = [
    `${t("figure.unit")} ${view.unit}${full}${view.definition ? `${t("figure.definition")} ${view.definition}` : ""}`.trim(),
    ...notes,
    ...(alone ? [...view.warnings.map((one) => one.text), ...(view.asked.picture === "map" ? [] : [t("figure.signs")])] : []),
    ...breaks,
    `${t("figure.not-meant")} ${view.caveats
      .slice(0, alone ? view.caveats.length : CAVEATS)
      .map((one) => firstSentence(one.text))
      .join(" ")}`,
    `${t("figure.source")} ${sources.slice(0, named).join(semicolon)}${sources.length > named ? " … " : full}${view.publisher}${full}${t("figure.as-of", { date: dateText(view.asOf, locale) })} Safeguard Atlas${comma}${t("figure.revision", { id: visit.revision.id })}`,
  ];
  if (!alone) return lines.flatMap((line) => wrapped(line, CHARACTERS));
  return [...lines, view.terms, ...marksOf(visit), `${t("figure.permanent")} ${alone.address}`].flatMap((line) => wrapped(line, NARROW).flatMap(broken));
}

/** Where lines of words begin: pictures keep their axes from left to right in every language, words do not. */
export function sideOf(visit: Visit): { readonly x: number; readonly direction?: "rtl" } {
  return direction(visit.locale) === "rtl" ? { x: WIDTH, direction: "rtl" } : { x: 0 };
}

/** Says of the texts that were translated for this view how far they can be relied on. */
export function marksOf(visit: Visit): string[] {
  return (["machine", "stale", "missing"] as const).filter((state) => visit.marks.has(state)).map((state) => visit.t(`frame.mark-${state}`));
}

/** Who publishes the sources of a view, each once. */
export function publishersOf(view: FigureView, visit: Visit): string[] {
  const names = view.citations.map((one) => {
    const source = visit.catalogue.sources.get(one.source);
    return source ? source.publisher || new URL(source.url).hostname.replace(/^www\./, "") : one.source;
  });
  return [...new Set(names)];
}

/** An address may be longer than a line. */
function broken(line: string): string[] {
  return line.match(new RegExp(`.{1,${NARROW + 8}}`, "gu")) ?? [];
}

function firstSentence(text: string): string {
  return /^.*?(?:[.!?।؟](?= |$)|[。！？])/u.exec(text)?.[0] ?? text;
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
  alone,
}: {
  view: FigureView;
  height: number;
  notes: readonly string[];
  children: unknown;
  visit: Visit;
  alone?: Alone | undefined;
}) {
  const head = wrapped(view.title, alone ? 70 : 78);
  const below = wrapped(view.subtitle, NARROW - 12);
  const top = head.length * 19 + below.length * LINE + 8;
  const lines = linesOf(view, notes, visit, alone);
  const total = top + height + lines.length * LINE + 14;
  const [wide, high] = [WIDTH + 2 * MARGIN, total + 2 * MARGIN];
  const side = sideOf(visit);
  return (
    <svg
      {...(alone ? { xmlns: "http://www.w3.org/2000/svg", width: wide, height: high } : {})}
      class="chart plot"
      viewBox={alone ? `${-MARGIN} ${-MARGIN} ${wide} ${high}` : `0 0 ${WIDTH} ${total}`}
      role="img"
      aria-labelledby="plot-title plot-desc"
      lang={visit.locale}
    >
      <title id="plot-title">{view.title}</title>
      <desc id="plot-desc">{summaryOf(view, visit, alone)}</desc>
      {alone && (
        <>
          {raw(`<metadata>${alone.metadata}</metadata><style>${INK_STYLE}</style>`)}
          <rect x={-MARGIN} y={-MARGIN} width={wide} height={high} fill={INK.paper} />
        </>
      )}
      {head.map((line, index) => (
        <text class="head" {...side} y={15 + index * 19}>
          {line}
        </text>
      ))}
      {below.map((line, index) => (
        <text class="quiet" {...side} y={head.length * 19 + 12 + index * LINE}>
          {line}
        </text>
      ))}
      <g transform={`translate(0 ${top})`}>{children}</g>
      {lines.map((line, index) => (
        <text class="fine" {...side} y={top + height + (index + 1) * LINE}>
          {line}
        </text>
      ))}
    </svg>
  );
}

/** What the picture shows, in a few sentences. */
function summaryOf(view: FigureView, visit: Visit, alone?: Alone): string {
  const { t } = visit;
  const counts = new Map<string, number>();
  for (const row of view.rows) counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
  const states = [...counts].map(([status, count]) => t(`figure.count-${status}`, { count })).join(punctuation(visit.locale).comma);
  return [
    t(alone ? "figure.summary-alone" : "figure.summary", {
      picture: t(`figure.picture-${view.asked.picture}`),
      series: view.series.length,
      periods: view.periods.length,
    }),
    `${states}${punctuation(visit.locale).stop}`,
    ...view.warnings.filter((one) => one.id.startsWith("break-")).map((one) => one.text),
  ].join(" ");
}
