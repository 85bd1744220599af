import type { Inquiry } from "../inquiry.ts";
import type { Download, Resource } from "../resource.ts";
import { measureEntries } from "./record.ts";
import { type EventView, eventView } from "./view.ts";

/** A study as data: what the page and `atlas event-study --json` say. */
export function eventData(view: EventView): Readonly<Record<string, unknown>> {
  const { series, event, on, options, result, placebo, sensitivity, comparison, warnings } = view;
  const shared = {
    series: series?.id ?? null,
    label: series?.label ?? null,
    unit: series?.unit ?? null,
    event: event ? { id: event.id, label: event.label } : null,
    date: on,
    model: options.model,
    period: options.period,
    harmonics: options.harmonics,
    breaks: options.adjusted ? "adjust" : "leave",
    warnings,
  };
  if (result.kind === "refused") return { ...shared, kind: "refused", reason: result.reason, step: null, trend: null, dispersion: null, comparison: null };
  const { turn, before, after } = result;
  const around = { before, after, turn };
  if (result.kind === "few") {
    const { ratio, interval, dispersion } = result;
    return { ...shared, ...around, kind: "few", step: { ratio, interval }, trend: null, dispersion, comparison };
  }
  const { step, trend, slope, dispersion, theta, correlation, residuals, coefficients, lines } = result;
  return {
    ...shared,
    ...around,
    kind: "study",
    step,
    trend: trend.value,
    trendInterval: trend.interval,
    trendStated: trend.stated,
    slope,
    dispersion,
    theta: theta === null || Number.isFinite(theta) ? theta : null,
    correlation,
    residuals,
    coefficients,
    placebo,
    sensitivity,
    comparison,
    lines: lines.map(({ period, value, fitted, counterfactual, after: past }) => ({ period, value, fitted, counterfactual, side: past ? "after" : "before" })),
  };
}

/** `/api/event-study`: the measures that have a series; with `series` and a date or event, the study, and its lines as CSV. */
export const eventResource: Resource = {
  name: "event-study",
  async list(inquiry: Inquiry): Promise<Download> {
    if ((inquiry.query.get("series") ?? "").trim() === "") {
      const entries = await measureEntries(inquiry);
      return {
        table: { columns: ["id", "label", "dataset"], rows: entries.map(({ id, label, dataset }) => ({ id, label, dataset })) },
      };
    }
    const view = await eventView(inquiry);
    const { result, series } = view;
    const rows =
      result.kind === "study"
        ? result.lines.map(({ period, value, fitted, counterfactual, after }) => ({ period, value, fitted, counterfactual, side: after ? "after" : "before" }))
        : view.points.map(({ period, value, index }) => ({
            period,
            value,
            fitted: null,
            counterfactual: null,
            side: result.kind === "few" ? (index >= result.turn.first ? "after" : "before") : null,
          }));
    return {
      table: { columns: ["period", "value", "fitted", "counterfactual", "side"], rows },
      data: eventData(view),
      caveats: (series?.dataset.caveats ?? []).flatMap((id) => {
        const caveat = inquiry.catalogue.caveats.get(id);
        return caveat ? inquiry.say("caveat", id, "text", caveat.text).text : [];
      }),
    };
  },
};
