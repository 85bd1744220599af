import type { Kind } from "../../domain/record.ts";
import { isBody } from "../shape.ts";
import type { Desk } from "./desk.ts";

/** Fields that name another record. A star stands for every entry of a list. */
const REFERENCES: ReadonlyArray<readonly [kind: Kind, field: string, target: Kind]> = [
  ["jurisdiction", "parent", "jurisdiction"],
  ["group", "jurisdiction", "jurisdiction"],
  ["membership", "group", "group"],
  ["membership", "jurisdiction", "jurisdiction"],
  ["membership", "source", "source"],
  ["topic", "parent", "topic"],
  ["question", "topic", "topic"],
  ["question", "scale", "scale"],
  ["question", "position", "position"],
  ["question", "treaty", "treaty"],
  ["question", "same", "question"],
  ["treaty", "topics.*", "topic"],
  ["treaty", "source", "source"],
  ["treaty", "question", "question"],
  ["treaty-status", "treaty", "treaty"],
  ["treaty-status", "jurisdiction", "jurisdiction"],
  ["treaty-status", "source", "source"],
  ["instrument", "jurisdiction", "jurisdiction"],
  ["instrument", "dossier", "instrument"],
  ["instrument", "topics.*", "topic"],
  ["instrument", "source", "source"],
  ["coding", "jurisdiction", "jurisdiction"],
  ["coding", "question", "question"],
  ["obligation", "instrument", "instrument"],
  ["obligation", "jurisdiction", "jurisdiction"],
  ["position", "topics.*", "topic"],
  ["position", "asks.*", "question"],
  ["argument", "position", "position"],
  ["update", "jurisdictions.*", "jurisdiction"],
  ["update", "topics.*", "topic"],
  ["update", "links.*.source", "source"],
  ["update", "instruments.*", "instrument"],
  ["claim", "updates.*", "update"],
  ["claim", "datasets.*", "dataset"],
  ["claim", "series.*.dataset", "dataset"],
  ["claim", "series.*.caveats.*", "caveat"],
  ["claim", "series.*.points.*.after", "break"],
  ["dataset", "caveats.*", "caveat"],
  ["dataset", "breaks.*", "break"],
  ["snapshot", "claims.*", "claim"],
  ["snapshot", "sections.*.figures.*.dataset", "dataset"],
  ["snapshot", "sections.*.figures.*.places.*", "jurisdiction"],
  ["snapshot", "sections.*.figures.*.group", "group"],
  ["snapshot", "sections.*.figures.*.caveats.*", "caveat"],
  ["snapshot", "sections.*.figures.*.breaks.*", "break"],
  ["snapshot", "sections.*.figures.*.points.*.after", "break"],
  ["snapshot", "sections.*.statements.*.citations.*.source", "source"],
  ["snapshot", "can.*.citations.*.source", "source"],
  ["snapshot", "cannot.*.citations.*.source", "source"],
  ["update", "questions.*", "question"],
  ["update", "outcome.citations.*.source", "source"],
  ["testimony", "jurisdictions.*", "jurisdiction"],
  ["testimony", "topics.*", "topic"],
  ["testimony", "questions.*", "question"],
  ["testimony", "positions.*", "position"],
  ["testimony", "instruments.*", "instrument"],
  ["testimony", "updates.*", "update"],
  ["testimony", "documents.*.source", "source"],
  ["testimony", "statements.*.topic", "topic"],
  ["testimony", "statements.*.questions.*", "question"],
  ["testimony", "statements.*.claims.*", "claim"],
  ["testimony", "statements.*.datasets.*", "dataset"],
  ["campaign", "jurisdictions.*", "jurisdiction"],
  ["campaign", "topics.*", "topic"],
  ["campaign", "positions.*", "position"],
  ["campaign", "instruments.*", "instrument"],
  ["campaign", "updates.*", "update"],
  ["campaign", "appeal.position", "position"],
  ["campaign", "appeal.addressees.*.jurisdiction", "jurisdiction"],
  ["campaign", "letter.citations.*.source", "source"],
  ["campaign", "shares.*.citations.*.source", "source"],
  ["campaign", "counts.*.citations.*.source", "source"],
  ["campaign", "later.*.citations.*.source", "source"],
  ["commitment", "jurisdictions.*", "jurisdiction"],
  ["commitment", "topics.*", "topic"],
  ["commitment", "instruments.*", "instrument"],
  ["commitment", "updates.*", "update"],
  ["commitment", "later.*.citations.*.source", "source"],
  ["service", "jurisdiction", "jurisdiction"],
  ["service", "source", "source"],
  ["term", "questions.*", "question"],
  ["term", "related.*", "term"],
];

const CITING: readonly Kind[] = [
  "instrument",
  "coding",
  "obligation",
  "position",
  "argument",
  "update",
  "claim",
  "dataset",
  "snapshot",
  "testimony",
  "campaign",
  "commitment",
  "term",
];

/** Finds fields that name a record which does not exist. */
export function checkReferences(desk: Desk): void {
  const all = REFERENCES.concat(
    CITING.flatMap(
      (kind): ReadonlyArray<readonly [Kind, string, Kind]> => [
        [kind, "citations.*.source", "source"],
        [kind, "citations.*.instrument", "instrument"],
      ],
    ),
  );
  for (const [kind, field, target] of all) {
    const parts = field.split(".");
    for (const { body, entry } of desk.all(kind)) {
      for (const [path, id] of valuesAt(body, parts)) {
        if (id === "" || desk.knows(target, id)) continue;
        desk.report(entry, path, `${path.join(".")} names the ${target} “${id}”, which does not exist`, `correct the id, or add that ${target} to the record`);
      }
    }
  }
}

function valuesAt(value: unknown, parts: readonly string[], path: ReadonlyArray<string | number> = []): Array<[Array<string | number>, string]> {
  const [part, ...rest] = parts;
  if (part === undefined) return typeof value === "string" ? [[[...path], value]] : [];
  if (part === "*") return Array.isArray(value) ? value.flatMap((one: unknown, at) => valuesAt(one, rest, [...path, at])) : [];
  return isBody(value) ? valuesAt(value[part], rest, [...path, part]) : [];
}
