import { describe, expect, test } from "vitest";
import { readCsv } from "../dataset/csv.ts";
import { csvOf } from "./csv.ts";
import type { Cell } from "./resource.ts";

function csv(...cells: Cell[]): string {
  return csvOf({ columns: ["place", "value"], rows: cells.map((value) => ({ place: "BR", value })) });
}

describe("a table as CSV", () => {
  test("begins with the byte order mark and its header; lines end as RFC 4180 has it", () => {
    expect(csv(1)).toBe("\uFEFFplace,value\r\nBR,1\r\n");
  });

  test("a blank is an empty cell, zero is zero", () => {
    expect(csv(null, 0)).toBe("\uFEFFplace,value\r\nBR,\r\nBR,0\r\n");
  });

  test.each(["=1+1", "+cmd", "-cmd", "@sum", "\tx", "＝1+1", "＠sum"])("%j is not run by a spreadsheet", (cell) => {
    expect(csv(cell)).toContain(`BR,'${cell}\r\n`);
  });

  test.each(["-3.5", "+2", "2024-05-07"])("%s keeps its form", (cell) => {
    expect(csv(cell)).toContain(`BR,${cell}\r\n`);
  });

  test("commas, quotation marks and line breaks come back as they were", () => {
    const cell = 'one, "two"\nthree';
    const rows = readCsv(csv(cell).slice(1).replaceAll("\r\n", "\n"));
    expect(rows[1]?.cells).toEqual(["BR", cell]);
  });

  test("only the named columns are given", () => {
    expect(csvOf({ columns: ["place"], rows: [{ place: "BR", coder: "A. Person" }] })).toBe("\uFEFFplace\r\nBR\r\n");
  });
});
