import type { Command } from "commander";
import { numericDatasets } from "../api/figure/asked.ts";
import { figureResource } from "../api/figure/resource.ts";
import { measureIn } from "../api/figure/view.ts";
import type { Inquiry } from "../api/inquiry.ts";
import type { Download } from "../api/resource.ts";
import { WORDS } from "../dataset/observation.ts";
import { type Asked, ask, askable, lines } from "./ask.ts";
import { fileable } from "./file.ts";
import { verb } from "./say.ts";

/** The parameters of the explorer that the command line takes over as they are. */
const PARAMETERS = [
  "dataset",
  "measure",
  "place",
  "group",
  "members",
  "platform",
  "category",
  "every",
  "from",
  "to",
  "scale",
  "base",
  "sort",
  "status",
] as const;
type Options = Asked & { readonly [K in (typeof PARAMETERS)[number]]?: string };

/** `atlas figures`: lists the series of the record; with choices, their figures with all that must travel with them. */
export function figuresVerb(program: Command): void {
  const command = askable(
    program
      .command("figures")
      .description("figures of the record: without choices the list of data sets and measures; with them the figures, their breaks and what they do not mean")
      .option("--dataset <id>", "the data set, such as cybertipline-by-country")
      .option("--measure <ids>", "measures of one unit, such as online-enticement,child-sex-trafficking")
      .option("--place <codes>", "places, such as BR,FR; all for every place")
      .option("--group <ids>", "sums over groups: world, eu, another group of the record, or an M49 region such as 150")
      .option("--members <which>", "members of a group: fixed (those of the day asked about) or then (those at the end of each period)")
      .option("--platform <names>", "platforms, such as Facebook")
      .option("--category <names>", "what a figure covers, where its data set says so")
      .option("--every <length>", "periods of a year, half-year, quarter, month or other length")
      .option("--from <period>", "the first period, such as 2019 or 2024-H1")
      .option("--to <period>", "the last period")
      .option("--scale <scale>", "absolute, rate (per 100,000 residents), change, index or log")
      .option("--base <period>", "the period that an index starts from")
      .option("--sort <order>", "given, name, value or change")
      .option("--status <status>", "only figures that are exact, rounded, derived, suppressed, missing or not-comparable"),
  );
  fileable(command).action(
    verb((options: Options) => {
      const query = PARAMETERS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const]));
      return ask(options, query, (inquiry) => (query.length > 0 ? figureResource.list(inquiry) : series(inquiry)), words);
    }),
  );
}

/** Every measure of every data set that has numbers, with what occurs in it. */
async function series(inquiry: Inquiry): Promise<Download> {
  const rows = await Promise.all(
    numericDatasets(inquiry.catalogue).map(async (dataset) => {
      const extent = await inquiry.reader.extent(dataset.id);
      return dataset.measures
        .filter((one) => one.unit !== WORDS && extent.measures.includes(one.id))
        .map((one) => ({
          dataset: dataset.id,
          measure: one.id,
          label: measureIn(inquiry, dataset, one.id).label,
          unit: measureIn(inquiry, dataset, one.id).unit,
          first_period: extent.periods[0] ?? "",
          last_period: extent.periods.at(-1) ?? "",
          places: extent.jurisdictions.length,
          platforms: extent.platforms.length,
        }));
    }),
  );
  return { table: { columns: ["dataset", "measure", "label", "unit", "first_period", "last_period", "places", "platforms"], rows: rows.flat() } };
}

function words(download: Download): string {
  const { columns, rows } = download.table;
  if (!columns.includes("comparable_stretch")) return lines(rows, ["dataset", "measure", "unit", "first_period", "last_period", "places", "platforms"]);
  const data = download.data as { title: string; subtitle: string; warnings: ReadonlyArray<{ text: string }> };
  const marked = rows.map((row) => ({
    ...row,
    value:
      row["value"] === null
        ? String(row["bound"] || row["status"])
        : `${row["at_least"] === "yes" ? "≥ " : ""}${row["status"] === "rounded" ? "≈ " : ""}${row["value"]}`,
  }));
  return [
    data.title,
    data.subtitle,
    "",
    lines(marked, ["label", "period", "value", "status", "comparable_stretch"]),
    "",
    ...data.warnings.map((one) => `! ${one.text}`),
    ...(download.caveats ?? []).map((one) => `- ${one}`),
  ].join("\n");
}
