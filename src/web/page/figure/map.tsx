import type { FigureView } from "../../../api/figure/view.ts";
import { classesOf, classOf } from "../../../api/question/classes.ts";
import { breadth } from "../../chart/letter.ts";
import type { LegendItem } from "../../map/legend.tsx";
import { type Fill, WholeMap, WorldMap } from "../../map/map.tsx";
import { WIDTH as ACROSS, HEIGHT } from "../../map/places.ts";
import { maskOf, type Shade, shadeClass } from "../../map/standing.ts";
import { numberText } from "../../part/date.ts";
import { punctuation } from "../../part/punctuation.ts";
import type { Visit } from "../../visit.ts";
import { lastPeriod } from "./bar.tsx";
import { type Alone, Frame, linesOf, sideOf, WIDTH } from "./frame.tsx";
import { plainText, valueText } from "./value.ts";

const ID = "figures-map";
/** Map units in one unit of a picture. */
const SCALE = ACROSS / WIDTH;
/** Height of one line of words beneath the map, in map units. */
const LINE = Math.round(14 * SCALE);

interface Painted {
  readonly period: string;
  readonly fills: ReadonlyMap<string, Fill>;
  readonly legend: readonly LegendItem[];
}

/** One period of all places in five classes; what has no number is drawn as not known. `linked`: each place leads to its page. */
function painted(view: FigureView, visit: Visit, linked: boolean): Painted {
  const { t, locale } = visit;
  const { colon, comma } = punctuation(locale);
  const period = lastPeriod(view);
  const rows = view.rows.filter((row) => row.period === period && row.jurisdiction !== "");
  const classes = classesOf(rows.flatMap((row) => (row.value === null ? [] : [row.value])));
  const fills = new Map<string, Fill>();
  const tally = new Map<Shade, number>();
  for (const row of rows) {
    const standing: Shade = row.value === null ? "not-known" : (`n${classOf(classes, row.value)}` as Shade);
    tally.set(standing, (tally.get(standing) ?? 0) + 1);
    fills.set(row.jurisdiction, {
      standing,
      label: `${visit.name(row.jurisdiction)}${comma}${period}${colon}${valueText(row, view, visit)}`,
      href: linked ? visit.link(`/jurisdictions/${row.jurisdiction}`) : "",
    });
  }
  const legend: LegendItem[] = classes.map((one, index) => {
    const standing = `n${index + 1}` as Shade;
    const label = one.from === one.to ? plainText(one.from, view, visit) : `${plainText(one.from, view, visit)} – ${plainText(one.to, view, visit)}`;
    return { standing, label, count: numberText(tally.get(standing) ?? 0, locale) };
  });
  legend.push({ standing: "not-known", label: t("figure.no-number"), count: numberText(tally.get("not-known") ?? 0, locale) });
  return { period, fills, legend };
}

/** The world map of a page, with the words of every picture inside the drawing. `linked`: places lead to their pages. */
export function FigureMap({ view, visit, linked = true }: { view: FigureView; visit: Visit; linked?: boolean }) {
  const { period, fills, legend } = painted(view, visit, linked);
  const title = `${view.title} (${period})`;
  const lines = [title, ...linesOf(view, [], visit)];
  return (
    <WorldMap
      id={ID}
      sprite={visit.assets.sprite}
      spared={visit.spared}
      places={visit.assets.places}
      fills={fills}
      title={title}
      description={`${view.subtitle}${punctuation(visit.locale).full}${view.caveats[0]?.text ?? ""}`}
      legend={legend}
      list={linked ? "#table" : visit.link("/figures", view.keep)}
      t={visit.t}
      still={!linked}
      below={{
        height: (lines.length + 1) * LINE,
        content: (
          <g class="words" transform={`scale(${SCALE.toFixed(3)})`}>
            {lines.map((line, index) => (
              <text {...sideOf(visit)} y={(index + 1) * 14} font-weight={index === 0 ? 600 : undefined}>
                {line}
              </text>
            ))}
          </g>
        ),
      }}
    />
  );
}

/** The world map as a picture that stands alone. */
export function LoneMap({ view, visit, alone }: { view: FigureView; visit: Visit; alone: Alone }) {
  const { period, fills, legend } = painted(view, visit, false);
  const svg = new TextDecoder().decode(visit.assets.files.get(visit.assets.sprite)?.body);
  const high = Math.ceil(HEIGHT / SCALE);
  const key = Key({ items: legend, colon: punctuation(visit.locale).colon });
  return (
    <Frame view={view} height={high + 14 + key.height} notes={[visit.t("figure.map-of", { period })]} visit={visit} alone={alone}>
      <g transform={`scale(${(1 / SCALE).toFixed(3)})`}>
        <WholeMap id={ID} svg={svg} places={visit.assets.places} fills={fills} />
      </g>
      <g transform={`translate(0 ${high + 12})`}>{key.body}</g>
    </Frame>
  );
}

/** The legend, in as many rows as it needs. */
function Key({ items, colon }: { items: readonly LegendItem[]; colon: string }): { readonly height: number; readonly body: unknown } {
  let [x, y] = [0, 0];
  const body = items.map((item) => {
    const words = `${item.label}${colon}${item.count ?? ""}`;
    const wide = 30 + breadth(words) * 7.2 + 16;
    if (x > 0 && x + wide > WIDTH) [x, y] = [0, y + 22];
    const at = x;
    x += wide;
    const mask = maskOf(ID, item.standing);
    // Patterns are made for map units.
    return (
      <g transform={`translate(${Math.round(at)} ${y})`}>
        <rect
          class={`${shadeClass(item.standing)} swatch`}
          width={22 * SCALE}
          height={13 * SCALE}
          transform={`scale(${(1 / SCALE).toFixed(3)})`}
          mask={mask ? `url(#${mask})` : undefined}
        />
        <text x="28" y="11">
          {words}
        </text>
      </g>
    );
  });
  return { height: y + 22, body };
}
