import { scaleLinear } from "d3-scale";
import type { Band } from "../../../analysis/adoption.ts";
import type { AdoptionView, AnswerBand, AnswerCurve } from "../../../api/adoption/view.ts";
import { answerWords } from "../../../api/question/words.ts";
import type { Day } from "../../../domain/date.ts";
import { type Axis, timeAxis } from "../../chart/axis.ts";
import { type StackPoint, stackPaths } from "../../chart/stack.ts";
import { Legend } from "../../map/legend.tsx";
import { Patterns } from "../../map/pattern.tsx";
import { maskOf, shadeClass } from "../../map/standing.ts";
import { dateText, numberText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";

/** Id whose patterns all pictures of the page use. */
const ID = "stack";
const WIDTH = 720;
const HEIGHT = 280;
const LEFT = 46;
/** Where the picture ends: what stands today goes on for a bit, so that it can be seen behind a late step. */
const END = 690;
const SMALL = { width: 300, height: 96, today: 286 } as const;

/** What an answer's band is called: the labels of its options, the range of its numbers, or "not known for that day". */
export function bandLabel(view: AdoptionView, band: Band<AnswerBand>, visit: Visit): string {
  const { scale, question, classes } = view;
  if (band === "not-known") return visit.t("answer.not-known");
  const one = /^n(\d)$/.test(band) ? classes[Number(band.slice(1)) - 1] : undefined;
  if (one)
    return one.from === one.to
      ? answerWords(visit, question, String(one.from)).words
      : `${numberText(one.from, visit.locale)}–${answerWords(visit, question, String(one.to)).words}`;
  if (band === "number") return visit.t("question.a-number");
  const labels = (scale?.options ?? []).filter((option) => option.state === band).map((option) => answerWords(visit, question, option.id).words);
  return labels.length > 0 ? labels.join(" / ") : band;
}

/** The axis that holds every step of the view, the day of the visit and today. */
function axisOf(view: AdoptionView, visit: Visit, width: number, margin: number): Axis {
  const days = view.curve.steps.map((step) => step.day);
  return timeAxis([...(days[0] ? [days[0].slice(0, 4)] : []), ...days.slice(-1), visit.at], visit.today, width, margin);
}

function pointsOf(curve: AnswerCurve, axis: Axis, start: number): StackPoint<Band<AnswerBand>>[] {
  const unknown: StackPoint<Band<AnswerBand>> = { x: start, counts: new Map([["not-known", curve.coded]]) };
  return [unknown, ...curve.steps.map(({ day, counts }) => ({ x: axis.at(day), counts }))];
}

/** The stack of one curve, below an axis that its caller draws. */
function Stack({
  curve,
  view,
  axis,
  frame,
}: {
  curve: AnswerCurve;
  view: AdoptionView;
  axis: Axis;
  frame: { start: number; end: number; height: number; most: number };
}) {
  return (
    <>
      {stackPaths(pointsOf(curve, axis, frame.start), view.bands, frame).map(({ band, d }) => {
        const mask = maskOf(ID, band);
        return <path class={shadeClass(band)} mask={mask ? `url(#${mask})` : undefined} d={d} />;
      })}
    </>
  );
}

/** How many stood where, day by day: bands on each other up to all that are coded, with a line at today and at the day of the visit. */
export function StackFigure({ view, title, visit }: { view: AdoptionView; title: string; visit: Visit }) {
  const { t } = visit;
  const { curve } = view;
  const axis = axisOf(view, visit, WIDTH, LEFT);
  const frame = { start: LEFT, end: END, height: HEIGHT, most: curve.coded };
  const rise = scaleLinear([0, curve.coded], [HEIGHT, 0]);
  return (
    <figure class="stack">
      <figcaption>
        <strong>{title}</strong>
      </figcaption>
      <svg class="chart" viewBox={`0 -14 ${WIDTH} ${HEIGHT + 70}`} role="img" aria-label={title}>
        <Patterns id={ID} />
        <Stack curve={curve} view={view} axis={axis} frame={frame} />
        {rise
          .ticks(4)
          .filter(Number.isInteger)
          .map((value) => (
            <>
              <path class="axis" d={`M${LEFT} ${Math.round(rise(value))}H${END}`} />
              <text class="year" x={LEFT - 6} y={Math.round(rise(value)) + 5} text-anchor="end">
                {numberText(value, visit.locale)}
              </text>
            </>
          ))}
        {axis.years.map((year, index) => (
          <text class={index % 2 ? "year odd" : "year"} x={year.at} y={HEIGHT + 26} text-anchor="middle">
            {year.year}
          </text>
        ))}
        <Line day={visit.today} label={t("chart.today")} axis={axis} />
        {visit.at !== visit.today && <Line day={visit.at} label={dateText(visit.at, visit.locale)} axis={axis} />}
      </svg>
      <Legend id={ID} items={view.bands.map((band) => ({ standing: band, label: bandLabel(view, band, visit) }))} label={t("adoption.legend")} />
    </figure>
  );
}

function Line({ day, label, axis }: { day: Day; label: string; axis: Axis }) {
  const x = axis.at(day);
  return (
    <>
      <path class="now" d={`M${x} -12V${HEIGHT + 30}`} />
      <text class="now" x={x} y={HEIGHT + 48} text-anchor={x > WIDTH - 90 ? "end" : "middle"}>
        {label}
      </text>
    </>
  );
}

/** The same picture for one region, on the same axes: as high as its share of the largest region. */
export function RegionStack({ curve, view, most, title, visit }: { curve: AnswerCurve; view: AdoptionView; most: number; title: string; visit: Visit }) {
  const axis = axisOf(view, visit, SMALL.today, 0);
  const frame = { start: 0, end: SMALL.width, height: SMALL.height, most };
  return (
    <svg class="chart stack" viewBox={`0 0 ${SMALL.width} ${SMALL.height}`} role="img" aria-label={title}>
      <Stack curve={curve} view={view} axis={axis} frame={frame} />
      <path class="axis" d={`M0 ${SMALL.height}H${SMALL.width}`} />
      <path class="now" d={`M${axis.at(visit.today)} 0V${SMALL.height}`} />
    </svg>
  );
}
