import { forbidsComparison } from "../../analysis/rate.ts";
import { WORDS } from "../../dataset/observation.ts";
import type { Column, Dataset } from "../../domain/statistic.ts";
import { measureIn } from "../figure/view.ts";
import { type About, type ColumnType, fileName } from "../file/about.ts";
import { sourcesOf } from "../file/source.ts";
import type { Inquiry } from "../inquiry.ts";
import type { DatasetView } from "./view.ts";

/** What must be known to read a file of a data set. */
export function datasetAbout(view: DatasetView, inquiry: Inquiry): About {
  const { dataset } = view;
  const say = (field: string, text: string): string => inquiry.say("dataset", dataset.id, field, text).text;
  const measures = dataset.measures.map((one) => measureIn(inquiry, dataset, one.id));
  const title = say("title", dataset.title);
  const several = measures.length > 1;
  return {
    file: fileName("safeguard-atlas", dataset.id, view.place, `r${inquiry.revision.id}`),
    lang: inquiry.locale,
    title,
    dataset: title,
    description: say("description", dataset.description),
    reportClass: measures.map((one) => one.label).join("; "),
    unit: [...new Set(measures.map((one) => one.unit))].join("; "),
    definition: measures
      .filter((one) => one.definition || several)
      .map((one) => (several ? `${one.label} (${one.unit})${one.definition ? ` – ${one.definition}` : ""}` : one.definition))
      .join("\n"),
    asOf: dataset.asOf,
    publisher: dataset.publisher,
    terms: say("terms", dataset.terms),
    breaks: view.breaks.map(({ id, from, to, what, effect }) => ({
      from,
      to,
      what: inquiry.say("break", id, "what", what).text,
      effect: inquiry.say("break", id, "effect", effect).text,
      forbids: measures.some((one) => forbidsComparison(id, dataset.id, one.id)),
    })),
    caveats: view.caveats.map((one) => inquiry.say("caveat", one.id, "text", one.text).text),
    warnings: [],
    notes: dataset.notes.map((note, index) => say(`notes.${index}`, note)),
    rivals: [],
    sources: sourcesOf(inquiry, citationsOf(view, inquiry)),
    revision: inquiry.revision.id,
    recorded: inquiry.revision.recorded,
    at: inquiry.at,
    address: `/${inquiry.locale}/data/${dataset.id}?${new URLSearchParams({ ...(view.place ? { place: view.place } : {}), known: String(inquiry.revision.id) })}`,
    columns: dataset.columns.map((column) => ({
      name: column.name,
      title: say(`columns.${column.name}.label`, column.label),
      description: column.measure ? measureIn(inquiry, dataset, column.measure).definition : "",
      type: typeOf(column, dataset),
    })),
  };
}

/** Values are numbers unless one of their measures is in words. */
function typeOf(column: Column, dataset: Dataset): ColumnType {
  if (column.role !== "value") return "text";
  const measures = dataset.measures.filter((one) => column.measure === "" || one.id === column.measure);
  return measures.some((one) => one.unit === WORDS) ? "text" : "number";
}

/** The sources that the rows name, or those of the data set when they name none. */
function citationsOf({ dataset, shown }: DatasetView, inquiry: Inquiry): Array<{ source: string; read: string }> {
  const column = dataset.columns.find((one) => one.role === "source")?.name ?? "";
  const found = [...new Set(shown.map((row) => row.cells[column] ?? ""))].flatMap((source) => {
    const read = inquiry.catalogue.sources.get(source)?.read;
    return read ? [{ source, read }] : [];
  });
  return found.length > 0 ? found : [...dataset.citations];
}
