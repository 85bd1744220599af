import { scaleLinear } from "d3-scale";
import { daysOf } from "../../../analysis/event/period.ts";
import type { EventView } from "../../../api/event/view.ts";
import { dateText, numberText } from "../../part/date.ts";
import { punctuation } from "../../part/punctuation.ts";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";

const WIDTH = 720;
const HEIGHT = 330;
const LEFT = 74;
const RIGHT = 700;
const TOP = 40;
const BOTTOM = 290;
/** Most labelled periods below the picture. */
const LABELS = 8;

interface Drawn {
  readonly period: string;
  readonly index: number;
  readonly value: number;
  readonly fitted: number | null;
  readonly counterfactual: number | null;
  readonly after: boolean;
}

function drawnOf(view: EventView): Drawn[] {
  const { result } = view;
  if (result.kind === "study") return [...result.lines];
  const first = result.kind === "few" ? result.turn.first : Number.POSITIVE_INFINITY;
  return view.points.map((point) => ({ ...point, fitted: null, counterfactual: null, after: point.index >= first }));
}

/** Observed points, the fitted line, what would be expected without the event, and the days that matter; with its table. */
export function EventPicture({ view, visit }: { view: EventView; visit: Visit }) {
  const { t, locale } = visit;
  const { colon, full } = punctuation(locale);
  const drawn = drawnOf(view);
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (!first || !last) return <></>;
  const unit = view.options.period;
  const x = scaleLinear([first.index - 0.5, last.index + 0.5], [LEFT, RIGHT]);
  const values = drawn.flatMap((one) => [one.value, one.fitted ?? one.value, one.counterfactual ?? one.value]);
  const y = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [BOTTOM, TOP]).nice(5);
  const label = view.series?.label ?? t("event.own-label");
  const title = t(view.result.kind === "study" ? "event.picture" : "event.picture-few", { label });
  const summary = t("event.picture-summary", { count: drawn.length, from: first.period, to: last.period, day: dateText(view.on, locale) });
  const place = (day: string): number => {
    const span = daysOf(unit, first.index);
    const time = (one: string): number => Date.parse(`${one}T00:00:00Z`);
    const end = daysOf(unit, last.index).end;
    return Math.round(LEFT + ((time(day) - time(span.start)) / (time(end) - time(span.start))) * (RIGHT - LEFT));
  };
  const inside = (day: string): boolean => day >= daysOf(unit, first.index).start && day <= daysOf(unit, last.index).end;
  const breaks = (view.series?.breaks ?? []).filter((one) => inside(one.day) && one.day !== view.on);
  const stride = Math.max(1, Math.ceil((last.index - first.index + 1) / LABELS));
  return (
    <>
      <figure class="event">
        <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="v-title v-summary">
          <title id="v-title">{title}</title>
          <desc id="v-summary">{summary}</desc>
          {y.ticks(5).map((tick) => (
            <>
              <path class="axis" d={`M${LEFT} ${Math.round(y(tick))}H${RIGHT}`} />
              <text class="quiet" x={LEFT - 6} y={Math.round(y(tick)) + 4} text-anchor="end">
                {numberText(tick, locale, 3)}
              </text>
            </>
          ))}
          {drawn
            .filter((one) => (one.index - first.index) % stride === 0)
            .map((one) => (
              <text class="quiet" x={Math.round(x(one.index))} y={BOTTOM + 20} text-anchor="middle">
                {one.period}
              </text>
            ))}
          {breaks.map((one, index) => (
            <>
              <path class="cut" d={`M${place(one.day)} ${TOP - 6}V${BOTTOM}`} />
              <text class="quiet" x={place(one.day)} y={TOP - 10} text-anchor="middle">
                {letterOf(index)}
              </text>
            </>
          ))}
          {inside(view.on) && (
            <>
              <path class="turn" d={`M${place(view.on)} ${TOP - 20}V${BOTTOM}`} />
              <text class="now" x={place(view.on)} y={TOP - 24} text-anchor="middle">
                {dateText(view.on, locale)}
              </text>
            </>
          )}
          <path
            class="without"
            d={pathOf(
              drawn.filter((one) => one.after),
              (one) => one.counterfactual,
              x,
              y,
            )}
          />
          <path
            class="fit"
            d={pathOf(
              drawn.filter((one) => !one.after),
              (one) => one.fitted,
              x,
              y,
            )}
          />
          <path
            class="fit"
            d={pathOf(
              drawn.filter((one) => one.after),
              (one) => one.fitted,
              x,
              y,
            )}
          />
          {drawn.map((one) => (
            <circle cx={Math.round(x(one.index))} cy={Math.round(y(one.value))} r={drawn.length > 80 ? 2 : 3} />
          ))}
        </svg>
        <figcaption>
          <strong>{title}</strong>
          {full}
          {view.series && `${view.series.unit}${full}`}● {t("event.observed")}
          {view.result.kind === "study" && (
            <>
              {" "}
              · — {t("event.fitted")} · – – {t("event.counterfactual")}
            </>
          )}
          {breaks.map((one, index) => (
            <>
              {" "}
              · {letterOf(index)}
              {colon}
              {visit.say("break", one.entry.id, "what", one.entry.what).text}
            </>
          ))}
        </figcaption>
      </figure>
      <details>
        <summary>{t("event.table")}</summary>
        <DataTable
          caption={title}
          rows={drawn}
          columns={[
            { head: t("event.period"), row: true, cell: (one) => one.period },
            { head: t("event.observed"), number: true, cell: (one) => numberText(one.value, locale, 2) },
            ...(view.result.kind === "study"
              ? [
                  { head: t("event.fitted"), number: true, cell: (one: Drawn) => numberText(one.fitted ?? 0, locale, 1) },
                  { head: t("event.counterfactual"), number: true, cell: (one: Drawn) => numberText(one.counterfactual ?? 0, locale, 1) },
                ]
              : []),
            { head: t("event.side"), cell: (one) => t(one.after ? "event.after" : "event.before") },
          ]}
        />
      </details>
    </>
  );
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}

/** A line through neighbouring periods; a missing one interrupts it. */
function pathOf(drawn: readonly Drawn[], value: (one: Drawn) => number | null, x: (index: number) => number, y: (value: number) => number): string {
  let path = "";
  let before = Number.NaN;
  for (const one of drawn) {
    const height = value(one);
    if (height === null) continue;
    path += `${one.index - before === 1 ? "L" : "M"}${Math.round(x(one.index))} ${Math.round(y(height))}`;
    before = one.index;
  }
  return path;
}
