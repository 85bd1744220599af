import type { FigureRow, FigureView } from "../../../api/figure/view.ts";
import { punctuation } from "../../part/punctuation.ts";
import { DataTable, type TableColumn } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";
import { bySeries } from "./time.tsx";
import { valueText } from "./value.ts";

/** Series that one page of the table holds, fewer beside a map, which names every place; downloads hold all. */
export function seriesShown(view: FigureView): number {
  return view.asked.picture === "map" ? 15 : 50;
}

/** A value in the table: set apart when it has no number, with what must be known of it in small type. */
function Value({ row, view, visit }: { row: FigureRow | undefined; view: FigureView; visit: Visit }) {
  if (!row) return <span class="quiet">{visit.t("figure.no-row")}</span>;
  const text = valueText(row, view, visit);
  return (
    <>
      {row.value === null ? <span class="quiet">{text}</span> : text}
      {row.populationYear && row.populationYear !== row.period && <small class="quiet"> {visit.t("figure.population-of", { year: row.populationYear })}</small>}
    </>
  );
}

/** The figures as a table: series by periods, or periods by series where the periods are more. */
export function FigureTable({ view, page, visit }: { view: FigureView; page: number; visit: Visit }) {
  const { t } = visit;
  const rows = bySeries(view);
  const cell = (key: string, period: string) => <Value row={rows.get(key)?.find((row) => row.period === period)} view={view} visit={visit} />;
  const cuts = new Set(
    view.breaks
      .filter((one) => one.forbids)
      .flatMap((one) => view.periods.find((period) => (view.rows.find((row) => row.period === period)?.end ?? "") >= one.day) ?? []),
  );
  const head = (period: string): string => (cuts.has(period) && period !== view.periods[0] ? `≠ ${period}` : period);
  const caption = `${view.title}${punctuation(visit.locale).full}${view.unit}`;
  const shown = view.series.slice((page - 1) * seriesShown(view), page * seriesShown(view));
  if (view.periods.length > 12 && view.series.length <= 6) {
    const columns: Array<TableColumn<string>> = [
      { head: t("figure.period"), row: true, cell: head },
      ...shown.map((one) => ({ head: one.label, number: true, cell: (period: string) => cell(one.key, period) })),
    ];
    return <DataTable id="table" caption={caption} rows={view.periods} columns={columns} />;
  }
  return (
    <div class="side" tabindex={0} role="region" aria-label={caption}>
      <DataTable
        id="table"
        caption={caption}
        rows={shown}
        columns={[
          { head: t("figure.series"), row: true, cell: (one) => one.label },
          ...view.periods.map((period) => ({ head: head(period), number: true, cell: (one: (typeof shown)[number]) => cell(one.key, period) })),
        ]}
      />
    </div>
  );
}
