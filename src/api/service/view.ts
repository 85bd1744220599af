import type { Service } from "../../domain/service.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";

/** Kinds in the order in which a person who needs help would want them. */
export const SERVICE_KINDS = ["helpline", "removal-service", "hotline", "law-enforcement"] as const;

/** Services of one place, in the order of SERVICE_KINDS. */
export interface ServiceGroup {
  readonly jurisdiction: string;
  readonly services: readonly Service[];
}

export interface ServiceList {
  readonly place: string;
  /** Services that people anywhere can use; without those that already stand under the chosen place. */
  readonly worldwide: readonly Service[];
  /** The chosen place and those above it, or every place. */
  readonly groups: readonly ServiceGroup[];
  /** Places that have a service, by name. */
  readonly places: readonly string[];
  readonly total: number;
}

/** Where to get help or to report. Parameters: place, kind. Throws a Fault for a value that is none. */
export function serviceList(inquiry: Inquiry): ServiceList {
  const { catalogue, query, today } = inquiry;
  const place = choice(query, "place", [...catalogue.jurisdictions.keys()]);
  const kinds = [...new Set([...SERVICE_KINDS, ...[...catalogue.services.values()].map((one) => one.kind)])];
  const kind = choice(query, "kind", kinds);
  const order = byName(inquiry);
  const reach = place ? catalogue.reachOf(place, today) : [];
  const groups = new Map<string, Service[]>();
  for (const service of catalogue.services.values()) {
    if (kind && service.kind !== kind) continue;
    if (place && !reach.includes(service.jurisdiction)) continue;
    const group = groups.get(service.jurisdiction);
    if (group) group.push(service);
    else groups.set(service.jurisdiction, [service]);
  }
  const listed = [...groups]
    .map(([jurisdiction, services]) => ({ jurisdiction, services: services.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)) }))
    .sort((a, b) => (place ? reach.indexOf(a.jurisdiction) - reach.indexOf(b.jurisdiction) : order(a.jurisdiction, b.jurisdiction)));
  return {
    place,
    worldwide: [...catalogue.services.values()].filter((one) => isWorldwide(one) && (!kind || one.kind === kind) && !reach.includes(one.jurisdiction)),
    groups: listed,
    places: [...new Set([...catalogue.services.values()].map((one) => one.jurisdiction))].sort(order),
    total: listed.reduce((sum, group) => sum + group.services.length, 0),
  };
}

/** Tells whether people anywhere can use a service: it stands under no single state, or its note says so. */
export function isWorldwide(service: Pick<Service, "jurisdiction" | "note">): boolean {
  return service.jurisdiction === "INT" || service.jurisdiction === "UN" || /\busable worldwide\b|\bany country\b/i.test(service.note);
}
