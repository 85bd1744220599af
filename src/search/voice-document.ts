import type { Catalogue } from "../store/catalogue.ts";
import type { SearchDocument, Speak } from "./document.ts";
import { sentences } from "./sentence.ts";

/** What a voice is found by; the rest of its document is what every record has. */
export type Voice = Pick<SearchDocument, "kind" | "id" | "sort" | "jurisdictions" | "topics" | "names" | "body" | "weight">;

/** What people, organisations and companies said, called for and promised: testimony, campaigns, commitments; each with its English title. */
export function voices(catalogue: Catalogue, speak: Speak): Array<readonly [title: string, voice: Voice]> {
  return [
    ...[...catalogue.testimonies.values()].map((one): [string, Voice] => [
      one.title,
      {
        kind: "testimony",
        id: one.id,
        sort: one.kind,
        jurisdictions: one.jurisdictions,
        topics: one.topics,
        names: [...new Set(one.speakers.flatMap((each) => [each.name, each.organisation]))].filter(Boolean),
        body: sentences(
          speak("testimony", one.id, "summary", one.summary),
          ...one.statements.map((each) => speak("testimony", one.id, `statements.${each.id}.text`, each.text)),
          one.body,
        ),
        weight: 0.95,
      },
    ]),
    ...[...catalogue.campaigns.values()].map((one): [string, Voice] => [
      one.title,
      {
        kind: "campaign",
        id: one.id,
        sort: "",
        jurisdictions: one.jurisdictions,
        topics: one.topics,
        names: one.organisations,
        body: sentences(speak("campaign", one.id, "summary", one.summary), one.petition ? speak("campaign", one.id, "petition.ask", one.petition.ask) : ""),
        weight: 0.9,
      },
    ]),
    ...[...catalogue.commitments.values()].map((one): [string, Voice] => [
      one.title,
      {
        kind: "commitment",
        id: one.id,
        sort: "",
        jurisdictions: one.jurisdictions,
        topics: one.topics,
        names: [one.company],
        body: sentences(
          speak("commitment", one.id, "text", one.text),
          ...one.later.map((each, index) => speak("commitment", one.id, `later.${index}.text`, each.text)),
        ),
        weight: 0.9,
      },
    ]),
  ];
}
