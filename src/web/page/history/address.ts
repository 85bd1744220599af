import type { AtlasRecord, Kind } from "../../../domain/record.ts";
import type { Visit } from "../../visit.ts";
import { addressOf } from "../search/address.ts";

/** The address of the page on which a record stands, with the parameters of the time that is meant; null when it stands on none. */
export function recordAddress(visit: Visit, kind: Kind, id: string, body: unknown, time: Readonly<Record<string, string>> = {}): string | null {
  if (typeof body !== "object" || body === null) return null;
  // The store gives back what was published: a body of this kind.
  const one = { kind, id, body } as AtlasRecord;
  const then = { ...visit, link: (path: string, more: Readonly<Record<string, string>> = {}) => visit.link(path, { ...time, ...more }) };
  switch (one.kind) {
    case "package":
    case "source":
    case "scale":
    case "group":
    case "caveat":
    case "break":
    case "text":
      return null;
    case "name":
      return visit.catalogue.jurisdictions.has(one.body.of) ? then.link(`/jurisdictions/${one.body.of}`) : null;
    case "membership":
      return then.link(`/jurisdictions/${one.body.jurisdiction}`);
    case "treaty":
      return then.link(`/treaties/${id}`);
    case "treaty-status":
      return then.link(`/treaties/${one.body.treaty}`);
    case "argument":
      return then.link(`/positions/${one.body.position}`);
    case "row":
      return then.link(`/data/${one.body.dataset}`);
    case "coding":
      return addressOf({ kind, id, jurisdiction: one.body.jurisdiction, of: one.body.question }, then);
    case "service":
      return addressOf({ kind, id, jurisdiction: one.body.jurisdiction, of: "" }, then);
    default:
      return addressOf({ kind, id, jurisdiction: "", of: "" }, then);
  }
}

/** The address of the history of a record. */
export function historyAddress(visit: Visit, kind: Kind, id: string): string {
  return visit.link("/history", { kind, id });
}
