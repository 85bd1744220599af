import type { Hit } from "../../../store/reader.ts";
import type { Visit } from "../../visit.ts";

/** The address of a hit's page. */
export function addressOf(hit: Pick<Hit, "kind" | "id" | "jurisdiction" | "of">, visit: Visit): string {
  switch (hit.kind) {
    case "jurisdiction":
      return visit.link(`/jurisdictions/${hit.id}`);
    case "coding":
      return `${visit.link(`/jurisdictions/${hit.jurisdiction}`)}#q-${hit.jurisdiction}-${hit.of}`;
    case "treaty":
      return visit.link(`/treaties/${hit.id}`);
    case "argument": {
      const argument = visit.catalogue.arguments.get(hit.id);
      return visit.link(`/positions/${argument?.position ?? ""}`);
    }
    case "service":
      return visit.link("/services", { place: hit.jurisdiction });
    case "term":
      return visit.link(`/glossary/${hit.id}`);
    case "dataset":
      return visit.link(`/data/${hit.id}`);
    case "testimony":
      return visit.link(`/testimony/${hit.id}`);
    case "source":
      return visit.catalogue.sources.get(hit.id)?.url ?? visit.link("/search");
    default:
      return visit.link(`/${hit.kind}s/${hit.id}`);
  }
}
