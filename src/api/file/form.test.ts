import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { csvOf } from "../csv.ts";
import type { Table } from "../resource.ts";
import { inquiryInto } from "../sample.ts";
import { type About, aboutLines, fileName, placed, typedCell } from "./about.ts";
import { formOf } from "./form.ts";
import { metadataFile } from "./metadata.ts";
import { parquetOf } from "./parquet.ts";
import { sheetOf } from "./sheet.ts";
import { fileWords } from "./words.ts";

const words = fileWords(inquiryInto({ records: [], answers: [] }).t);
const table: Table = {
  columns: ["place", "value", "stretch", "status", "bound", "note"],
  rows: [
    { place: "AD", value: null, stretch: 1, status: "suppressed", bound: "<50", note: "" },
    { place: "BR", value: 0, stretch: 1, status: "exact", bound: "", note: "=HYPERLINK(1)" },
    { place: "FR", value: 1234.5, stretch: 2, status: "rounded", bound: "", note: "−46 %; “quoted”, with a comma\nand a line" },
    { place: "TV", value: "12", stretch: 2, status: "exact", bound: "", note: "البيانات" },
  ],
};
const about: About = {
  file: "reports-revision-3",
  lang: "en",
  title: "Reports: Andorra, Brazil",
  dataset: "Reports by country",
  description: "",
  reportClass: "Reports",
  unit: "reports",
  definition: "Reports made available",
  asOf: "2025-09",
  publisher: "A clearinghouse",
  terms: "Cite it.",
  breaks: [{ from: "2024", to: "", what: "The list counts agencies.", effect: "Years do not compare.", forbids: true }],
  caveats: ["Volume is not prevalence.", "=1+1 is no caveat."],
  warnings: ["Suppressed figures are not 0."],
  notes: [],
  rivals: [],
  sources: [{ id: "example-1", title: "A page", publisher: "A clearinghouse", url: "https://example.org/page", read: "2025-09-04" }],
  revision: 3,
  recorded: "2026-11-22T00:00:00Z",
  at: "2026-11-22",
  address: "/en/figures?dataset=reports&known=3",
  columns: [
    { name: "place", title: "Place", description: "a code", type: "text" },
    { name: "value", title: "Value", description: "the figure", type: "number" },
    { name: "stretch", title: "Stretch", description: "", type: "integer" },
  ],
};

/** What every form must hold: blanks empty, numbers as numbers. */
const typed = table.rows.map((row) => [row.place, typedCell(row.value, "number"), row.stretch, row.status, row.bound || null, row.note || null]);

describe("a workbook", () => {
  test("holds the rows with numbers as numbers, blanks empty, text never a formula, and what must be known", async () => {
    const [figures, material] = await readWorkbook(Buffer.from(await sheetOf(table, about, words)));
    expect(figures?.data).toEqual([["Place", "Value", "Stretch", "status", "bound", "note"], ...typed]);
    expect([figures?.sheet, material?.sheet]).toEqual(["Figures", "About"]);
    const lines = material?.data.map((row) => row.filter((cell) => cell !== null).map(String));
    expect(lines).toEqual(aboutLines(about, words));
    expect(lines).toContainEqual([
      "Break in the series",
      "2024",
      "The list counts agencies.",
      "Years do not compare.",
      "Figures before and after must not be compared.",
    ]);
    expect(lines).toContainEqual(["What it does not mean", "=1+1 is no caveat."]);
  });
  test("runs from right to left where its language does, and its heading stays in sight", async () => {
    const xml = async (lang: About["lang"]) => unzipped(await sheetOf(table, { ...about, lang }, words), "xl/worksheets/sheet1.xml");
    expect(await xml("ar")).toMatch(/rightToLeft="1".*ySplit="1".*state="frozen"/);
    expect(await xml("en")).not.toContain("rightToLeft");
    expect(await xml("en")).not.toContain("<f>");
  });
});

describe("a Parquet file", () => {
  test("has typed columns, null for blanks, and the material in its metadata", async () => {
    const file = await parquetOf(table, about, words);
    const metadata = parquetMetadata(file.buffer);
    expect(parquetSchema(metadata).children.map(({ element }) => [element.name, element.type, element.repetition_type])).toEqual([
      ["place", "BYTE_ARRAY", "OPTIONAL"],
      ["value", "DOUBLE", "OPTIONAL"],
      ["stretch", "INT32", "OPTIONAL"],
      ["status", "BYTE_ARRAY", "OPTIONAL"],
      ["bound", "BYTE_ARRAY", "OPTIONAL"],
      ["note", "BYTE_ARRAY", "OPTIONAL"],
    ]);
    const rows = await parquetReadObjects({ file: file.buffer });
    expect(rows.map((row) => table.columns.map((column) => row[column]))).toEqual(typed);
    const known = new Map(metadata.key_value_metadata?.map((one) => [one.key, one.value ?? ""]));
    expect([known.get("title"), known.get("unit"), known.get("as_of"), known.get("revision")]).toEqual([about.title, "reports", "2025-09", "3"]);
    expect(JSON.parse(known.get("caveats") ?? "")).toEqual(about.caveats);
    expect(JSON.parse(known.get("breaks") ?? "")).toEqual(about.breaks);
    expect(JSON.parse(known.get("sources") ?? "")).toEqual(about.sources);
  });
  test("can be empty; a column of numbers that holds words is kept as text", async () => {
    const rowsOf = async (rows: Table["rows"]) => parquetReadObjects({ file: (await parquetOf({ columns: ["place", "value"], rows }, about, words)).buffer });
    expect(await rowsOf([])).toEqual([]);
    expect((await rowsOf([{ value: "a finding" }, { value: 2 }, { value: "" }])).map((row) => row.value)).toEqual(["a finding", "2", null]);
  });
});

test("the metadata beside a CSV name its columns as its first line does, and tell what must be known", () => {
  const found = JSON.parse(metadataFile(table, placed(about, "https://atlas.example"), words, "https://atlas.example/api/figures.csv?a=1")) as {
    url: string;
    tableSchema: { columns: ReadonlyArray<{ name: string; titles: Record<string, string[]>; datatype: unknown }> };
    notes: ReadonlyArray<Record<string, unknown>>;
  };
  const [header] = parse(csvOf(table), { bom: true }) as string[][];
  expect(found.tableSchema.columns.map((one) => one.name)).toEqual(header);
  expect(found.tableSchema.columns[1]).toMatchObject({ titles: { en: ["value", "Value"] }, datatype: "number" });
  expect(found).toMatchObject({
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: "https://atlas.example/api/figures.csv?a=1",
    "dc:identifier": "https://atlas.example/en/figures?dataset=reports&known=3",
    "dc:source": [{ "@id": "https://example.org/page" }],
  });
  expect(found.notes.filter((one) => one.type === "caveat").map((one) => one.text)).toEqual(about.caveats);
  expect(found.notes).toContainEqual({ type: "break", ...about.breaks[0] });
});

test.each([
  ["figures", "figures", "json"],
  ["/api/figures.csv-metadata.json", "/api/figures", "csv-metadata.json"],
  ["a.b.parquet", "a.b", "parquet"],
  ["figures.xls", "figures.xls", "json"],
])("%s is %s as %s", (name, stem, form) => {
  expect(formOf(name)).toEqual({ stem, form });
});

test("names of files hold nothing but letters, digits and hyphens", () => {
  expect(fileName("by-platform", "Twitter / X", "", "Côte d’Ivoire", "revision", 3)).toBe("by-platform-Twitter-X-Co-te-d-Ivoire-revision-3");
  expect(fileName("…")).toBe("figures");
});

/** One file of an archive, read by the format's own directory. */
async function unzipped(archive: Uint8Array, wanted: string): Promise<string> {
  const { inflateRawSync } = await import("node:zlib");
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 4)) {
    const name = bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    if (name !== wanted) continue;
    const start = bytes.readUInt32LE(at + 42);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    return (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8");
  }
  throw new Error(`The archive has no ${wanted}.`);
}
