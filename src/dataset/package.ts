import type { z } from "zod";
import type { Day } from "../domain/date.ts";
import type { Package, Resource, TableField } from "../domain/package.ts";
import { type Kind, SCHEMAS } from "../domain/record.ts";
import type { Dataset } from "../domain/statistic.ts";
import { columnsOf } from "./cells.ts";
import { byText, LAYOUTS, type Layout, layoutOf } from "./layout.ts";
import { describe } from "./meaning.ts";
import { fieldsOf } from "./shape.ts";

type Field = z.infer<typeof TableField>;

const LICENCE = { name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/", title: "Creative Commons Attribution 4.0 International" };

const ABOUT =
  "Law, policy and statistics that protect children from sexual exploitation: what the law says in every jurisdiction, typed, cited and dated. " +
  "Figures taken from other publishers stay under the terms that each dataset states.";

/**
 * The descriptor of these files (Data Package 2.0). Files of one form, such as codings, are one resource with
 * several paths; CSV files have a Table Schema. The file of a dataset takes its columns from `datasets`.
 */
export function makePackage(date: Day, version: string, files: Iterable<string>, datasets: readonly Dataset[]): Package {
  const paths = [...files].filter((path) => path !== "datapackage.json").sort(byText);
  const resources: Resource[] = [];
  for (const layout of LAYOUTS) {
    const own = paths.filter((path) => layoutOf(path) === layout);
    if (layout.kind === "row" || layout.kind === "text") for (const path of own) resources.push(resourceOf(layout, [path], datasets));
    else if (own.length > 0) resources.push(resourceOf(layout, own, datasets));
  }
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    id: "safeguard-atlas",
    name: "safeguard-atlas",
    title: "Safeguard Atlas",
    description: ABOUT,
    licenses: [LICENCE],
    date,
    version,
    resources,
  };
}

function resourceOf(layout: Layout, paths: readonly string[], datasets: readonly Dataset[]): Resource {
  const [first = ""] = paths;
  const several = layout.pattern.includes("<") && layout.kind !== "row" && layout.kind !== "text";
  const stem = several ? layout.pattern.slice(0, layout.pattern.indexOf("/")) : first.replace(/\.[a-z]+$/, "");
  const shared = {
    name: stem.replaceAll("/", "-").toLowerCase(),
    path: several ? [...paths] : first,
    encoding: "utf-8" as const,
  };
  const { name, path, encoding } = shared;
  if (layout.format !== "csv") return { name, path, format: "yaml", mediatype: "application/yaml", encoding };
  const dataset = datasets.find((one) => `statistics/${one.id}.csv` === first);
  const fields = layout.kind === "row" ? datasetFields(dataset) : kindFields(layout.kind);
  return {
    name,
    path,
    ...(dataset ? { title: dataset.title } : {}),
    format: "csv",
    mediatype: "text/csv",
    encoding,
    ...(fields.length > 0 ? { schema: { fields } } : {}),
  };
}

const CITATION_MEANINGS: Readonly<Record<string, string>> = {
  source: "id of the source of the first citation",
  read: "day on which that source was read",
  instrument: "id of the law, when the record holds it",
  provision: "article, section or paragraph",
  cited: "note on the first citation",
  more: "further citations, one a line: source | read | instrument | provision | note",
};

function kindFields(kind: Exclude<Kind, "row">): Field[] {
  const schemas = new Map(fieldsOf(SCHEMAS[kind]));
  return columnsOf(kind).map((name) => {
    const schema = schemas.get(name);
    if (!schema) return { name, type: "string", description: CITATION_MEANINGS[name] ?? name };
    const { type, meaning, values } = describe(schema, name);
    const description = [meaning, values.length > 0 ? `one of ${values.join(", ")}` : ""].filter((one) => one !== "").join("; ");
    // Dates of the record may be a year alone or empty, which Table Schema's date type refuses.
    return {
      name,
      type: type.startsWith("list") ? "list" : type === "number" ? "number" : "string",
      ...(type.startsWith("list") ? { delimiter: ";" } : {}),
      ...(description ? { description } : {}),
    };
  });
}

function datasetFields(dataset: Dataset | undefined): Field[] {
  return (dataset?.columns ?? []).map((column) => {
    const words = dataset?.measures.every((measure) => measure.unit === "words") ?? false;
    return { name: column.name, type: column.role === "value" && !words ? "number" : "string", description: column.label };
  });
}
