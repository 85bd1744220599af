import { type About, fileName } from "../file/about.ts";
import { sourcesOf } from "../file/source.ts";
import type { Inquiry } from "../inquiry.ts";
import { columnsIn } from "./column.ts";
import { type FigureView, groupName } from "./view.ts";

/** Most places that the name of a file names. */
const NAMED = 4;

/** What must be known to read a file of these figures: what stands around them on their page. */
export function figureAbout(view: FigureView, inquiry: Inquiry): About {
  const { asked, dataset } = view;
  const places = [...asked.place, ...asked.group];
  return {
    file: fileName(
      "safeguard-atlas",
      dataset.id,
      ...places.slice(0, NAMED),
      asked.scale === "absolute" ? "" : asked.scale,
      inquiry.at,
      `r${inquiry.revision.id}`,
    ),
    lang: inquiry.locale,
    title: view.title,
    dataset: view.datasetTitle,
    description: "",
    reportClass: view.measure,
    unit: view.unit,
    definition: view.definition,
    asOf: view.asOf,
    publisher: view.publisher,
    terms: view.terms,
    breaks: view.breaks.map(({ from, to, what, effect, forbids }) => ({ from, to, what, effect, forbids })),
    caveats: view.caveats.map((one) => one.text),
    warnings: view.warnings.map((one) => one.text),
    notes: [],
    rivals: rivalLines(view, inquiry),
    sources: sourcesOf(inquiry, view.citations),
    revision: inquiry.revision.id,
    recorded: inquiry.revision.recorded,
    at: inquiry.at,
    address: permanentAddress(view, inquiry),
    columns: columnsIn(inquiry.t),
  };
}

/** The page that shows the same figures for good, without host: every choice is written out, at the day and the revision of now. */
function permanentAddress(view: FigureView, inquiry: Inquiry): string {
  const { dataset, measure } = view.asked;
  const choices = { ...view.keep, dataset, measure: measure.join(","), at: inquiry.at, known: String(inquiry.revision.id) };
  return `/${inquiry.locale}/figures?${new URLSearchParams(choices)}`;
}

function rivalLines(view: FigureView, inquiry: Inquiry): string[] {
  const title = (id: string): string => inquiry.say("dataset", id, "title", inquiry.catalogue.datasets.get(id)?.title ?? id).text;
  const [first] = view.rivals;
  if (!first) return [];
  return [
    first.reason,
    ...view.rivals.map((one) => {
      const place = one.group ? groupName(inquiry, one.group) : inquiry.name(one.jurisdiction);
      return inquiry.t("file.rival-figures", {
        what: `${place}, ${one.period}`,
        value: one.value,
        dataset: title(one.dataset),
        other: one.rival.value,
        otherDataset: title(one.rival.dataset),
      });
    }),
  ];
}
