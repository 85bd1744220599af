import { scaleLog } from "d3-scale";
import type { Compared, Comparison } from "../../../analysis/event/comparison.ts";
import type { EventView } from "../../../api/event/view.ts";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";
import { comparisonWords } from "./comparison-words.ts";
import { factorText } from "./words.ts";

const WIDTH = 720;
const HEIGHT = 76;
const LEFT = 40;
const RIGHT = 680;
const MIDDLE = 32;
const BOTTOM = 54;

/** The studied series against its comparison series: words, the strip of placebos in place, and their table. */
export function ComparisonPart({ view, visit }: { view: EventView; visit: Visit }) {
  const { t, locale } = visit;
  const words = comparisonWords(view, t, locale);
  if (!words || !view.comparison) return <></>;
  return (
    <>
      <h2 id="comparison">{t("event.comparison")}</h2>
      <p>{words.found}</p>
      {words.limits.length > 0 && <p class="doubt">{words.limits.join(" ")}</p>}
      {words.trend && <p>{words.trend}</p>}
      {words.rank && <p>{words.rank}</p>}
      {view.comparison.kind !== "none" && <Places comparison={view.comparison} visit={visit} />}
      {words.leftOut.map((one) => (
        <p class="meta">{one}</p>
      ))}
    </>
  );
}

function Places({ comparison, visit }: { comparison: Comparison; visit: Visit }) {
  const { t, locale } = visit;
  const nameOf = (one: Compared): string => one.label || t("event.own-label");
  return (
    <>
      <Strip comparison={comparison} visit={visit} />
      <details>
        <summary>{t("event.comparison-places")}</summary>
        <DataTable
          caption={t("event.comparison-places")}
          rows={comparison.places}
          columns={[
            { head: t("event.series"), row: true, cell: (one) => (one.id === "" ? <strong>{nameOf(one)}</strong> : nameOf(one)) },
            { head: t("event.comparison-step"), number: true, cell: (one) => factorText(one.step, locale) },
            {
              head: t("event.interval"),
              number: true,
              cell: ({ interval }) => (interval ? `${factorText(interval[0], locale)} ${t("event.to")} ${factorText(interval[1], locale)}` : "–"),
            },
            { head: t("event.comparison-effect"), number: true, cell: (one) => factorText(one.effect, locale) },
          ]}
        />
      </details>
    </>
  );
}

/** The effects on one line, 1 in the place of no difference; the table below it says the same. */
function Strip({ comparison, visit }: { comparison: Comparison; visit: Visit }) {
  const { t, locale } = visit;
  const effects = comparison.places.map((one) => one.effect);
  const [from, to] = [Math.min(...effects), Math.max(...effects)];
  // Equal room on both sides of 1, so that how far a dot lies from it can be seen.
  const reach = Math.max(1.05, to, 1 / from);
  const x = scaleLog([1 / reach, reach], [LEFT, RIGHT]);
  const summary = t("event.comparison-strip", {
    among: comparison.among,
    from: factorText(from, locale),
    to: factorText(to, locale),
    ratio: factorText(comparison.ratio, locale),
  });
  const dots = [...comparison.places].sort((a, b) => Number(a.id === "") - Number(b.id === ""));
  return (
    <figure class="event">
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="c-title c-summary">
        <title id="c-title">{t("event.comparison-places")}</title>
        <desc id="c-summary">{summary}</desc>
        <path class="axis" d={`M${LEFT} ${BOTTOM}H${RIGHT}`} />
        <path class="cut" d={`M${Math.round(x(1))} 8V${BOTTOM}`} />
        {[1 / reach, 1, reach].map((tick) => (
          <text class="quiet" x={Math.round(x(tick))} y={BOTTOM + 16} text-anchor="middle">
            {factorText(tick, locale)}
          </text>
        ))}
        {dots.map((one) =>
          one.id === "" ? (
            <path class="turn" d={`M${Math.round(x(one.effect))} 12V${BOTTOM}`} />
          ) : (
            <circle cx={Math.round(x(one.effect))} cy={MIDDLE} r={4} fill-opacity="0.5" />
          ),
        )}
        <circle cx={Math.round(x(comparison.ratio))} cy={MIDDLE} r={6} />
      </svg>
      <figcaption>{summary}</figcaption>
    </figure>
  );
}
