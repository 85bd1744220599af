import type { Break, Caveat, Column, Dataset, Row } from "../../domain/statistic.ts";
import { Fault } from "../fault.ts";
import { choice, type Inquiry, pageOf } from "../inquiry.ts";

/** Rows that one page of a dataset shows. */
export const ROWS_SHOWN = 100;

/** One dataset in the list. */
export interface DatasetEntry {
  readonly dataset: Dataset;
  readonly rows: number;
}

/** One dataset with its definitions and a page of its rows. */
export interface DatasetView extends DatasetEntry {
  readonly caveats: readonly Caveat[];
  readonly breaks: readonly Break[];
  readonly page: number;
  readonly pages: number;
  /** Rows that fit the filter. */
  readonly fitting: number;
  readonly shown: readonly Row[];
  readonly place: string;
  readonly placeColumn: Column | null;
}

/** All datasets with the number of rows in their files. */
export async function datasetsView(inquiry: Inquiry): Promise<DatasetEntry[]> {
  const datasets = [...inquiry.catalogue.datasets.values()].sort((a, b) => a.order - b.order);
  return Promise.all(datasets.map(async (dataset) => ({ dataset, rows: (await inquiry.reader.rows(dataset.id, 1, 0)).total })));
}

/** One dataset; null when there is none of this id. `size` rows a page, 0 for all. */
export async function datasetView(inquiry: Inquiry, id: string, size = ROWS_SHOWN): Promise<DatasetView | null> {
  const { catalogue, query } = inquiry;
  const dataset = catalogue.datasets.get(id);
  if (!dataset) return null;
  const placeColumn = dataset.columns.find((column) => column.role === "jurisdiction") ?? null;
  const place = placeColumn ? choice(query, "place", [...catalogue.jurisdictions.keys()]) : "";
  // Without a size there is one page, whichever page of the site the reader comes from.
  const page = size === 0 ? 1 : pageOf(query);
  const all = place || size === 0 ? await inquiry.reader.rows(id, 0, 0) : await inquiry.reader.rows(id, size, (page - 1) * size);
  const fitting = place ? all.rows.filter((row) => row.cells[placeColumn?.name ?? ""] === place) : all.rows;
  const count = place ? fitting.length : all.total;
  const pages = size === 0 ? 1 : Math.max(1, Math.ceil(count / size));
  if (page > pages) throw new Fault(400, "page", `There are ${pages} pages; page ${page} is not one of them.`);
  return {
    dataset,
    rows: all.total,
    caveats: dataset.caveats.flatMap((one) => catalogue.caveats.get(one) ?? []),
    breaks: dataset.breaks.flatMap((one) => catalogue.breaks.get(one) ?? []).sort((a, b) => (a.from < b.from ? -1 : 1)),
    page,
    pages,
    fitting: count,
    shown: place && size > 0 ? fitting.slice((page - 1) * size, page * size) : fitting,
    place,
    placeColumn,
  };
}
