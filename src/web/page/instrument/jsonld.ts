import type { Instrument } from "../../../domain/instrument.ts";
import type { Visit } from "../../visit.ts";

const FORCE: Readonly<Partial<Record<Instrument["status"], string>>> = {
  "in-force": "InForce",
  proposed: "NotInForce",
  adopted: "NotInForce",
  superseded: "NotInForce",
  expired: "NotInForce",
  failed: "NotInForce",
};

/** An instrument as schema.org Legislation. Dates known to the year only stay years. */
export function legislation(visit: Visit, instrument: Instrument): object {
  const adopted = instrument.stages.find((stage) => stage.stage === "adopted" || stage.stage === "signed");
  const source = visit.catalogue.sources.get(instrument.source);
  return {
    "@context": "https://schema.org",
    "@type": "Legislation",
    name: visit.say("instrument", instrument.id, "title", instrument.title).text,
    ...(instrument.original ? { alternateName: instrument.original } : {}),
    url: `${visit.origin}${visit.link(visit.path)}`,
    legislationIdentifier: instrument.identifiers.map((one) => one.value),
    legislationType: instrument.kind,
    legislationJurisdiction: { "@type": "AdministrativeArea", name: visit.name(instrument.jurisdiction), identifier: instrument.jurisdiction },
    ...(adopted ? { legislationDate: adopted.date } : {}),
    legislationLegalForce: `https://schema.org/${FORCE[instrument.status]}`,
    abstract: visit.say("instrument", instrument.id, "summary", instrument.summary).text,
    ...(source ? { sameAs: source.url } : {}),
  };
}
