import type { Inquiry } from "../inquiry.ts";
import type { Download, Resource, Table } from "../resource.ts";
import { figureAbout } from "./about.ts";
import { COLUMNS } from "./column.ts";
import { type FigureView, figureView, groupName } from "./view.ts";

/** The rows of a view as a tidy table: one row a series and period, suppressed and missing values empty. */
function figureTable(view: FigureView, inquiry: Inquiry): Table {
  const labels = new Map(view.series.map((one) => [one.key, one.label]));
  const { sources } = inquiry.catalogue;
  return {
    columns: COLUMNS,
    rows: view.rows.map((row) => ({
      series: row.series,
      label: labels.get(row.series) ?? "",
      jurisdiction: row.jurisdiction,
      group: row.group,
      place_name: row.group ? groupName(inquiry, row.group) : row.jurisdiction ? inquiry.name(row.jurisdiction) : "",
      platform: row.platform,
      category: row.category,
      measure: row.measure,
      period: row.period,
      start: row.start,
      end: row.end,
      value: row.value ?? (row.words || null),
      unit: view.unit,
      status: row.status,
      bound: row.bound,
      at_least: row.atLeast ? "yes" : "no",
      count: row.count,
      count_unit: view.countUnit,
      population: row.population,
      population_year: row.populationYear,
      comparable_stretch: row.segment + 1,
      note: row.note,
      source: row.sources.join(";"),
      source_url: row.sources.map((one) => sources.get(one)?.url ?? "").join(" "),
    })),
  };
}

/** `/api/figures`: the view of the page with the same parameters, all series and rows, with everything that must travel with them. */
export const figureResource: Resource = {
  name: "figures",
  async list(inquiry: Inquiry): Promise<Download> {
    const view = await figureView(inquiry);
    const { dataset, keep, ...rest } = view;
    return {
      table: figureTable(view, inquiry),
      data: {
        ...rest,
        dataset: { id: dataset.id, title: view.datasetTitle },
        citations: view.citations.map((one) => {
          const source = inquiry.catalogue.sources.get(one.source);
          return { ...one, title: source?.title ?? "", publisher: source?.publisher ?? "", url: source?.url ?? "" };
        }),
      },
      caveats: view.caveats.map((one) => one.text),
      about: figureAbout(view, inquiry),
    };
  },
};
