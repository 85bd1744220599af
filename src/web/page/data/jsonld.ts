import type { DatasetView } from "../../../api/dataset/view.ts";
import { FORMS } from "../../../api/file/form.ts";
import type { Visit } from "../../visit.ts";

/** A dataset in schema.org words. */
export function datasetJsonLd(view: DatasetView, visit: Visit): object {
  const { dataset } = view;
  const address = `${visit.origin}${visit.link(`/data/${dataset.id}`)}`;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": address,
    name: visit.say("dataset", dataset.id, "title", dataset.title).text,
    description: visit.say("dataset", dataset.id, "description", dataset.description).text,
    url: address,
    creator: { "@type": "Organization", name: dataset.publisher },
    usageInfo: dataset.terms,
    dateModified: dataset.asOf,
    inLanguage: visit.locale,
    variableMeasured: dataset.measures.map((measure) => ({ "@type": "PropertyValue", name: measure.label, unitText: measure.unit })),
    distribution: (["csv", "json", "xlsx", "parquet"] as const).map((ending) => ({
      "@type": "DataDownload",
      encodingFormat: FORMS[ending].split(";")[0],
      contentUrl: `${visit.origin}/api/data/${dataset.id}.${ending}`,
    })),
  };
}
