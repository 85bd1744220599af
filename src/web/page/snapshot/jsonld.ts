import type { SnapshotView } from "../../../api/snapshot/view.ts";
import { periodOf } from "../../../dataset/observation.ts";
import type { Visit } from "../../visit.ts";

/** Under which terms our own words and sums may be used. */
const LICENSE = "https://creativecommons.org/licenses/by/4.0/";

/** A snapshot in schema.org words: a report that rests on data sets, and as a data set of its own the figures that it pins. */
export function snapshotJsonLd({ snapshot, figures }: SnapshotView, visit: Visit): object[] {
  const address = `${visit.origin}${visit.link(`/snapshots/${snapshot.id}`)}`;
  const name = visit.say("snapshot", snapshot.id, "title", snapshot.title).text;
  const description = visit.say("snapshot", snapshot.id, "summary", snapshot.summary).text;
  const all = figures.flat().map((one) => one.figure);
  const paths = figures.flat().map((one) => one.path);
  const sets = [...new Set(all.map((one) => one.dataset))].flatMap((id) => visit.catalogue.datasets.get(id) ?? []);
  const shared = {
    "@context": "https://schema.org",
    name,
    description,
    url: address,
    creator: { "@type": "Organization", name: visit.t("frame.site") },
    datePublished: snapshot.date,
    version: snapshot.version,
    inLanguage: visit.locale,
    license: LICENSE,
    temporalCoverage: coverage(all.flatMap((one) => one.periods)),
    citation: [...new Set(snapshot.citations.flatMap((one) => visit.catalogue.sources.get(one.source)?.url ?? []))],
    isBasedOn: sets.map((one) => `${visit.origin}${visit.link(`/data/${one.id}`)}`),
  };
  const groups = all.flatMap((one) => visit.catalogue.groups.get(one.group) ?? []).map((one) => visit.say("group", one.id, "name", one.name).text);
  const places = [...new Set([...groups, ...all.flatMap((one) => one.places).map((code) => visit.name(code))])].map((name) => ({ "@type": "Place", name }));
  return [
    { ...shared, "@type": "Report", "@id": address, mainEntity: { "@id": `${address}#figures` } },
    {
      ...shared,
      "@type": "Dataset",
      "@id": `${address}#figures`,
      ...(places.length > 0 ? { spatialCoverage: places } : {}),
      dateModified: snapshot.date,
      variableMeasured: all.flatMap((one, at) =>
        one.measures.map((id) => ({
          "@type": "PropertyValue",
          name: visit.say("snapshot", snapshot.id, `${paths[at]}.title`, one.title).text,
          unitText: visit.catalogue.datasets.get(one.dataset)?.measures.find((measure) => measure.id === id)?.unit ?? "",
        })),
      ),
      distribution: (["csv", "json"] as const).map((ending) => ({
        "@type": "DataDownload",
        encodingFormat: ending === "csv" ? "text/csv" : "application/json",
        contentUrl: `${visit.origin}/api/snapshots/${snapshot.id}.${ending}`,
      })),
    },
  ];
}

/** The days from the first to the last of some periods, as ISO 8601 writes an interval. */
function coverage(periods: readonly string[]): string | undefined {
  const days = periods.flatMap((one) => periodOf(one) ?? []);
  const start = days.map((one) => one.start).sort()[0];
  const end = days
    .map((one) => one.end)
    .sort()
    .at(-1);
  return start && end && `${start}/${end}`;
}
