/** One column of a table: its heading, and what stands in a row. */
export interface TableColumn<R> {
  readonly head: string;
  readonly cell: (row: R) => unknown;
  /** Numbers stand at the end of the cell, in tabular figures. */
  readonly number?: boolean;
  /** The column that names the row. */
  readonly row?: boolean;
}

/** A table that turns into cards with headings on a narrow screen. */
export function DataTable<R>({ caption, columns, rows, id }: { caption: string; columns: ReadonlyArray<TableColumn<R>>; rows: readonly R[]; id?: string }) {
  return (
    <table class="data" id={id}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.number ? "num" : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) =>
              column.row ? (
                <th scope="row">{column.cell(row)}</th>
              ) : (
                <td data-head={column.head} class={column.number ? "num" : undefined}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
