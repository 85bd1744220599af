import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { attributes, elementAt, words } from "./html.ts";
import { json, page } from "./read.ts";
import { csv, yaml } from "./record.ts";

interface Column {
  readonly name: string;
  readonly role: string;
}
const DATASETS = yaml("statistics/datasets.yaml").map((one) => ({ id: one["id"] as string, columns: one["columns"] as Column[] }));
type Row = Readonly<Record<string, string>>;

const isNumber = (cell: string): boolean => /^-?\d+(?:\.\d+)?$/.test(cell);

describe.each(DATASETS)("$id", ({ id, columns }) => {
  const file: readonly Row[] = csv(`statistics/${id}.csv`);
  const values = columns.filter((one) => one.role === "value").map((one) => one.name);

  test("every row leaves the API as its file has it, in JSON and in CSV", async () => {
    const { data, meta } = await json<{ rows: Row[] }>(`/api/data/${id}.json`);
    expect(meta.rows).toBe(file.length);
    expect(data.rows).toEqual(file);
    expect(parse(await page(`/api/data/${id}.csv`), { columns: true, bom: true })).toEqual(file);
  });

  test("every row stands on a page, with its numbers; what has no number has none there", async () => {
    const shown: string[][] = [];
    for (let address: string | undefined = `/en/data/${id}`; address; ) {
      const html: string = await page(address);
      const part = html.slice(html.indexOf('id="rows"'));
      const body = elementAt(part, part.indexOf("<tbody>"));
      for (const row of body.split("<tr>").slice(1))
        shown.push(
          [...row.matchAll(/<td data-head="[^"]*" class="num">(.*?)<\/td>|<th scope="row"( class="num")?>/g)].flatMap((found) =>
            found[1] === undefined ? [] : [words(found[1])],
          ),
        );
      address = attributes(part.match(/<a [^>]*rel="next"[^>]*>/)?.[0] ?? "", "href")[0]?.replace(/#.*/, "");
    }
    expect(shown).toHaveLength(file.length);
    const wrong: string[] = [];
    for (const [index, row] of file.entries())
      for (const [place, name] of values.entries()) {
        const cell = row[name] ?? "";
        const text = shown[index]?.[place] ?? "";
        const numbers = text.replace(/^≈ /, "").replaceAll(",", "");
        const right = isNumber(cell)
          ? isNumber(numbers) && Math.abs(Number(numbers) - Number(cell)) < 0.0051
          : cell === ""
            ? !isNumber(numbers) && text !== ""
            : text === cell;
        if (!right) wrong.push(`${index + 2}: ${name} “${cell}” is shown as “${text}”`);
      }
    expect(wrong).toEqual([]);
  });
});
