import { type DatasetView, ROWS_SHOWN } from "../../../api/dataset/view.ts";
import type { Column, Row } from "../../../domain/statistic.ts";
import { numberText } from "../../part/date.ts";
import { Pager } from "../../part/pager.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";

/** A page of a dataset's rows; suppressed and missing figures say so and are never 0. */
export function RowTable({ view, visit }: { view: DatasetView; visit: Visit }) {
  const { t } = visit;
  const { dataset } = view;
  const to = (page: number) => `${visit.link(`/data/${dataset.id}`, { place: view.place, page: page > 1 ? String(page) : "" })}#rows`;
  const columns = dataset.columns.filter((column) => column.role !== "bound" && column.name !== "jurisdiction_name");
  const bound = dataset.columns.find((column) => column.role === "bound");
  const status = dataset.columns.find((column) => column.role === "status");
  return (
    <>
      <DataTable
        caption={t("data.shown", {
          from: Math.min(view.fitting, (view.page - 1) * ROWS_SHOWN + 1),
          to: Math.min(view.page * ROWS_SHOWN, view.fitting),
          count: view.fitting,
        })}
        rows={view.shown}
        columns={columns.map((column, index) => ({
          head: visit.say("dataset", dataset.id, `columns.${column.name}.label`, column.label).text,
          number: column.role === "value",
          row: index === 0,
          cell: (row: Row) => <RowCell column={column} row={row} bound={bound} status={status} visit={visit} />,
        }))}
      />
      <Pager page={view.page} pages={view.pages} to={to} visit={visit} />
    </>
  );
}

function RowCell({ column, row, bound, status, visit }: { column: Column; row: Row; bound: Column | undefined; status: Column | undefined; visit: Visit }) {
  const cell = row.cells[column.name] ?? "";
  const { t, catalogue } = visit;
  switch (column.role) {
    case "jurisdiction":
      return catalogue.jurisdictions.get(cell)?.kind === "statistical" ? (
        <>{visit.name(cell)}</>
      ) : (
        <a href={visit.link(`/jurisdictions/${cell}`)}>{visit.name(cell)}</a>
      );
    case "value": {
      const limit = bound ? (row.cells[bound.name] ?? "") : "";
      if (cell === "") return <span class="meta">{limit ? t("data.fewer", { limit: limit.replace("<", "") }) : t("data.missing")}</span>;
      const mark = status ? (row.cells[status.name] ?? "") : "";
      const shown = /^-?\d+(\.\d+)?$/.test(cell) ? numberText(Number(cell), visit.locale, 2) : cell;
      return mark === "rounded" ? <>≈ {shown}</> : <>{shown}</>;
    }
    case "status":
      return cell ? <>{t(`data.status-${cell}`)}</> : <></>;
    case "source": {
      const source = catalogue.sources.get(cell);
      return source ? (
        <a href={source.url} rel="noreferrer">
          {source.publisher || new URL(source.url).hostname.replace(/^www\./, "")}
        </a>
      ) : (
        <>{cell}</>
      );
    }
    case "category":
    case "measure":
      return <>{cell.replaceAll("_", " ")}</>;
    default:
      return <>{cell}</>;
  }
}
