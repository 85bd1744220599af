import type { Cell as SheetCell } from "write-excel-file/node";
import { direction } from "../../domain/locale.ts";
import type { Cell, Table } from "../resource.ts";
import { type About, aboutLines, typedCell } from "./about.ts";
import type { FileWords } from "./words.ts";

/** Most characters that a cell of a workbook holds. */
const LONGEST = 32_767;

/** Widths of the columns of the second sheet, in characters. */
const ABOUT_WIDTHS = [24, 60, 60, 60, 40];

/**
 * A table as an Excel workbook (OOXML). The first sheet holds the figures under a heading that stays in sight: numbers as
 * numbers, text always as text and never as a formula, blanks as empty cells. The second holds what must be known to read them.
 */
export async function sheetOf(table: Table, about: About, words: FileWords): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeWorkbook } = await import("write-excel-file/node");
  const columns = table.columns.map((name) => about.columns.find((one) => one.name === name) ?? { name, title: name, description: "", type: "text" as const });
  const rightToLeft = direction(about.lang) === "rtl";
  const rows = table.rows.map((row) => columns.map((one) => cellOf(typedCell(row[one.name], one.type))));
  const widths = columns.map((one) =>
    Math.min(48, Math.max(one.title.length + 2, ...table.rows.slice(0, 200).map((row) => String(row[one.name] ?? "").length))),
  );
  const lines = aboutLines(about, words).map(([label = "", ...cells]) => [bold(label), ...cells.map((text) => ({ ...textCell(text), ...WRAPPED }))]);
  const bytes = await writeWorkbook([
    {
      sheet: words.sheets.figures,
      data: [columns.map((one) => bold(one.title)), ...rows],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      rightToLeft,
    },
    { sheet: words.sheets.about, data: lines, columns: ABOUT_WIDTHS.map((width) => ({ width })), rightToLeft },
  ]).toBuffer();
  return new Uint8Array(bytes);
}

const WRAPPED = { wrap: true, alignVertical: "top" } as const;

function cellOf(cell: Cell): SheetCell {
  return cell === null ? null : typeof cell === "number" ? { value: cell, type: Number } : textCell(cell);
}

function textCell(text: string) {
  return { value: text.slice(0, LONGEST), type: String };
}

function bold(text: string) {
  return { ...textCell(text), fontWeight: "bold", alignVertical: "top" } as const;
}
