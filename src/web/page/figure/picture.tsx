import type { FigureView } from "../../../api/figure/view.ts";
import type { Visit } from "../../visit.ts";
import { BarPicture } from "./bar.tsx";
import type { Alone } from "./frame.tsx";
import { FigureMap, LoneMap } from "./map.tsx";
import { LinePicture, MultiplesPicture, SlopePicture } from "./time.tsx";

/** Most series that one picture holds and that can still be told apart. */
const MOST_DRAWN = 20;

/**
 * The picture of a view; null when there is nothing to draw. All of it stands in the table too.
 * `alone`: for a file of its own. `linked`: false keeps the places of a map from being links.
 */
export function Picture({ view, visit, alone, linked = true }: { view: FigureView; visit: Visit; alone?: Alone; linked?: boolean }) {
  if (!view.rows.some((row) => row.value !== null)) return null;
  if (view.asked.picture === "map")
    return alone ? <LoneMap view={view} visit={visit} alone={alone} /> : <FigureMap view={view} visit={visit} linked={linked} />;
  const series = view.series.slice(0, MOST_DRAWN);
  const notes = view.series.length > MOST_DRAWN ? [visit.t("figure.drawn", { drawn: MOST_DRAWN, count: view.series.length })] : [];
  const of = { view, series, notes, visit, alone };
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
