import type { Service } from "../../domain/service.ts";
import { saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { isWorldwide, serviceList } from "./view.ts";

const COLUMNS = [
  "service",
  "jurisdiction",
  "jurisdiction_name",
  "organisation",
  "kind",
  "url",
  "phone",
  "languages",
  "inhope",
  "worldwide",
  "confirmed",
  "source",
  "source_title",
  "source_url",
  "source_read",
  "flags",
  "note",
] as const;

/** Where to get help or to report. `confirmed` is empty until an editor has confirmed a service with its operator. */
export const serviceResource: Resource = {
  name: "services",
  async list(inquiry) {
    const { groups } = serviceList(inquiry);
    return { table: { columns: COLUMNS, rows: groups.flatMap((group) => group.services.map((service) => rowOf(inquiry, service))) } };
  },
  async one(inquiry, id) {
    const service = inquiry.catalogue.services.get(id);
    return service ? { table: { columns: COLUMNS, rows: [rowOf(inquiry, service)] } } : null;
  },
};

function rowOf(inquiry: Inquiry, service: Service): Record<string, Cell> {
  const source = inquiry.catalogue.sources.get(service.source);
  return {
    service: service.id,
    jurisdiction: service.jurisdiction,
    jurisdiction_name: inquiry.name(service.jurisdiction),
    organisation: saidCell(inquiry, "service", service.id, "organisation", service.organisation),
    kind: service.kind,
    url: service.url || null,
    phone: service.phone || null,
    languages: service.languages.join(";") || null,
    inhope: service.inhope || null,
    worldwide: isWorldwide(service) ? "yes" : null,
    confirmed: service.confirmed || null,
    source: service.source,
    source_title: source?.title ?? null,
    source_url: source?.url ?? null,
    source_read: service.read,
    flags: service.flags.join(";") || null,
    note: saidCell(inquiry, "service", service.id, "note", service.note),
  };
}
