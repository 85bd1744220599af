import { answerOf, type EventAnswer, HARMONICS, type Warning } from "../../analysis/event/answer.ts";
import type { Beside } from "../../analysis/event/comparison.ts";
import { MOST_HARMONICS } from "../../analysis/event/design.ts";
import { MODELS, type Model } from "../../analysis/event/model.ts";
import { UNITS, type Unit } from "../../analysis/event/period.ts";
import type { Series } from "../../analysis/event/series.ts";
import type { Point } from "../../analysis/event/study.ts";
import type { Day } from "../../domain/date.ts";
import { firstDay, isFuzzyDate } from "../../domain/date.ts";
import { Fault } from "../fault.ts";
import { choice, type Inquiry, text } from "../inquiry.ts";
import { besideOf } from "./beside.ts";
import { type RecordEvent, type RecordSeries, recordEvents, recordSeries } from "./record.ts";

/** Parameters of the address of a study. */
export const EVENT_PARAMETERS = ["series", "of", "event", "date", "period", "model", "harmonics", "slope", "breaks", "comparison"] as const;

/** How the question was put, after defaults. */
export interface EventOptions {
  readonly period: Unit;
  readonly model: Model;
  readonly harmonics: number;
  readonly slope: boolean;
  /** Whether breaks of the series take steps of their own. */
  readonly adjusted: boolean;
}

/** A study with all that must be read with it. */
export interface EventView extends EventAnswer {
  /** The series of the record; null for a series that the reader brought. */
  readonly series: RecordSeries | null;
  /** The event of the record; null for a date alone. */
  readonly event: RecordEvent | null;
  readonly on: Day;
  readonly options: EventOptions;
  readonly points: readonly Point[];
}

/** The study that the parameters ask for, of a series of the record. @throws {Fault} of status 400 beside the field. */
export async function eventView(inquiry: Inquiry): Promise<EventView> {
  const { query } = inquiry;
  const asked = text(query, "series");
  if (asked === "") throw new Fault(400, "series", "Choose a series.");
  const series = await recordSeries(inquiry, asked, text(query, "of"), choice(query, "period", UNITS));
  const events = recordEvents(inquiry, series.jurisdiction);
  const { event, on } = dayOf(query, events);
  const options = optionsOf(query, series.every);
  const comparable = comparableWith(series, on);
  const breaks = series.breaks.filter((one) => !one.forbids).map((one) => one.day);
  const used = new Set(comparable.points.map((point) => point.period));
  const among = (periods: readonly string[]): number => periods.filter((period) => used.has(period)).length;
  const warnings: Warning[] = [
    ...comparable.warnings,
    ...missingOf(series.missing),
    ...(["rounded", "derived"] as const).flatMap((code) => (among(series[code]) > 0 ? [{ code, values: { count: among(series[code]) } }] : [])),
  ];
  return studied(comparable.points, { series, event, on, options }, breaks, warnings, besideOf(inquiry, series, on));
}

/**
 * The study of a series that the reader brought, against its own further columns and `beside`; nothing of it is kept.
 * @throws {Fault} of status 400 beside the field.
 */
export function ownView(query: URLSearchParams, events: readonly RecordEvent[], own: Series, beside: readonly Beside[] = []): EventView {
  const { event, on } = dayOf(query, events);
  const wanted = choice(query, "period", UNITS);
  if (wanted && wanted !== own.unit) throw new Fault(400, "period", `The periods of the series are of another length than “${wanted}”.`, [own.unit]);
  const warnings: Warning[] = [...missingOf(own.missing), ...(own.offset ? [{ code: `offset-${own.offset}` as const, values: {} }] : [])];
  return studied(own.points, { series: null, event, on, options: optionsOf(query, own.unit) }, [], warnings, [...own.beside, ...beside]);
}

function missingOf(periods: readonly string[]): Warning[] {
  return periods.length > 0 ? [{ code: "missing", values: { count: periods.length, periods: periods.slice(0, 8).join(", ") } }] : [];
}

function studied(
  points: readonly Point[],
  rest: Pick<EventView, "series" | "event" | "on" | "options">,
  breaks: readonly Day[],
  warnings: readonly Warning[],
  beside: readonly Beside[],
): EventView {
  const { period: unit, model, harmonics, slope, adjusted } = rest.options;
  const answer = answerOf(points, { unit, at: rest.on, model, harmonics, slope, breaks: adjusted ? breaks : [] }, breaks, rest.series?.label, beside);
  return { ...rest, ...answer, points, warnings: [...answer.warnings, ...warnings] };
}

/** Options as the parameters give them, with the defaults of the unit. @throws {Fault} of status 400. */
function optionsOf(query: URLSearchParams, period: Unit): EventOptions {
  const written = text(query, "harmonics");
  const most = MOST_HARMONICS[period];
  if (written !== "" && !(/^\d{1,2}$/.test(written) && Number(written) <= most))
    throw new Fault(400, "harmonics", `“${written}” is not a number of season pairs for this period. Write a whole number from 0 to ${most}.`);
  return {
    period,
    model: choice(query, "model", MODELS) || "quasi-poisson",
    harmonics: written === "" ? HARMONICS[period] : Number(written),
    slope: choice(query, "slope", ["yes", "no"]) === "yes",
    adjusted: choice(query, "breaks", ["adjust", "leave"]) === "adjust",
  };
}

/** The day that is asked about: a date, or an event of the record. */
function dayOf(query: URLSearchParams, events: readonly RecordEvent[]): { readonly event: RecordEvent | null; readonly on: Day } {
  const date = text(query, "date");
  const id = text(query, "event");
  if (date !== "") {
    if (!isFuzzyDate(date)) throw new Fault(400, "date", `“${date}” is not a date of the calendar. Write it as 2021-08-02, 2021-08 or 2021.`);
    return { event: null, on: firstDay(date) };
  }
  if (id === "") throw new Fault(400, "date", "Choose an event or write a date.");
  const event = events.find((one) => one.id === id);
  if (!event)
    throw new Fault(
      400,
      "event",
      `“${id}” is not an event that the record has for this series.`,
      events.slice(0, 40).map((one) => one.id),
    );
  return { event, on: event.day };
}

/** The points that may be set against each other round a day: a break that forbids comparison ends them. */
function comparableWith(series: RecordSeries, on: Day): { readonly points: readonly Point[]; readonly warnings: readonly Warning[] } {
  let { points } = series;
  const warnings: Warning[] = [];
  for (const { entry, day, forbids } of series.breaks) {
    if (!forbids) continue;
    const year = day.slice(0, 4);
    // What lies on the other side of the break than the event does not count; an event at the break has nothing before it.
    const kept = points.filter((point) => (on < day ? point.period < year : point.period >= year));
    if (kept.length < points.length) warnings.push({ code: "forbidden", values: { count: points.length - kept.length, from: entry.from, break: entry.id } });
    points = kept;
  }
  return { points, warnings };
}
