import type { FigureView } from "../../../api/figure/view.ts";
import { classesOf, classOf } from "../../../api/question/classes.ts";
import type { LegendItem } from "../../map/legend.tsx";
import { type Fill, WorldMap } from "../../map/map.tsx";
import type { Shade } from "../../map/standing.ts";
import { numberText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";
import { BarPicture, lastPeriod } from "./bar.tsx";
import { LinePicture, MultiplesPicture, SlopePicture } from "./time.tsx";
import { plainText, valueText } from "./value.ts";

/** Most series that one picture holds and that can still be told apart. */
const MOST_DRAWN = 20;

/** The picture of a view; null when there is nothing to draw. All of it stands in the table too. */
export function Picture({ view, visit }: { view: FigureView; visit: Visit }) {
  if (!view.rows.some((row) => row.value !== null)) return null;
  if (view.asked.picture === "map") return <FigureMap view={view} visit={visit} />;
  const series = view.series.slice(0, MOST_DRAWN);
  const notes = view.series.length > MOST_DRAWN ? [visit.t("figure.drawn", { drawn: MOST_DRAWN, count: view.series.length })] : [];
  const of = { view, series, notes, visit };
  switch (view.asked.picture) {
    case "line":
      return <LinePicture {...of} />;
    case "slope":
      return <SlopePicture {...of} />;
    case "multiples":
      return <MultiplesPicture {...of} />;
    default:
      return <BarPicture {...of} />;
  }
}

/** One period of all places on the world map, in five classes; what has no number is drawn as not known. */
function FigureMap({ view, visit }: { view: FigureView; visit: Visit }) {
  const { t, locale } = visit;
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
      label: `${visit.name(row.jurisdiction)}, ${period}: ${valueText(row, view, visit)}`,
      href: visit.link(`/jurisdictions/${row.jurisdiction}`),
    });
  }
  const legend: LegendItem[] = classes.map((one, index) => {
    const standing = `n${index + 1}` as Shade;
    const label = one.from === one.to ? plainText(one.from, view, visit) : `${plainText(one.from, view, visit)} – ${plainText(one.to, view, visit)}`;
    return { standing, label, count: numberText(tally.get(standing) ?? 0, locale) };
  });
  legend.push({ standing: "not-known", label: t("figure.no-number"), count: numberText(tally.get("not-known") ?? 0, locale) });
  return (
    <WorldMap
      id="figures-map"
      sprite={visit.assets.sprite}
      places={visit.assets.places}
      fills={fills}
      title={`${view.title} (${period})`}
      description={`${view.subtitle}. ${view.caveats[0]?.text ?? ""}`}
      legend={legend}
      list="#table"
      t={t}
    />
  );
}
