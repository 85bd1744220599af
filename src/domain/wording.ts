import type { AtlasRecord, Kind } from "./record.ts";

/** A text of a record that other languages translate: the path of its field, such as `title` or `stages.2.note`, and its words. */
export interface Wording {
  readonly field: string;
  readonly text: string;
}

/**
 * The fields of each kind that are written to be read, and so translated; `*` stands for each entry of a list. What is
 * not listed is a code, a date, a proper name or the publisher's own words, and is never translated.
 */
const FIELDS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  group: ["name", "note"],
  jurisdiction: ["status"],
  membership: ["note"],
  topic: ["title", "description"],
  scale: ["options.*.label", "unit"],
  question: ["wording", "guidance", "note"],
  treaty: ["title", "short", "note", "caveat", "depositary"],
  "treaty-status": ["note"],
  instrument: ["title", "summary", "doubt", "stages.*.note"],
  coding: ["note", "doubt"],
  obligation: ["trigger", "recipient", "condition", "penalty", "doubt"],
  position: ["title", "claim"],
  argument: ["claim", "evidence"],
  update: ["title", "summary", "respondents", "outcome.text", "doubt", "figures.*.label", "figures.*.value"],
  claim: [
    "statement",
    "who",
    "when",
    "figures.*.value",
    "figures.*.definition",
    "figures.*.denominator",
    "figures.*.by",
    "table.columns.*",
    "table.note",
    "series.*.title",
    "series.*.note",
    "series.*.points.*.label",
    "evidence",
    "assessment",
    "settle",
  ],
  caveat: ["text"],
  break: ["what", "effect"],
  dataset: ["title", "description", "terms", "notes.*", "measures.*.label", "measures.*.definition", "measures.*.unit", "columns.*.label"],
  snapshot: [
    "title",
    "summary",
    "sections.*.title",
    "sections.*.statements.*.text",
    "sections.*.figures.*.title",
    "sections.*.figures.*.note",
    "sections.*.figures.*.points.*.label",
    "sections.*.figures.*.derived.*.label",
    "can.*.text",
    "cannot.*.text",
  ],
  testimony: ["title", "summary", "occasion", "invitation", "statements.*.text", "doubt"],
  campaign: [
    "title",
    "summary",
    "letter.text",
    "petition.ask",
    "appeal.opening",
    "shares.*.line",
    "shares.*.caveat",
    "shares.*.text",
    "counts.*.label",
    "later.*.text",
    "doubt",
  ],
  commitment: ["title", "text", "later.*.text", "doubt"],
  service: ["note"],
  term: ["term", "definition", "note", "avoid.*.word", "avoid.*.reason"],
};

/** Lists whose entries are named by their own id in a field's path, because their order may change: all others go by number. */
const NAMED: Readonly<Record<string, string>> = {
  "scale.options": "id",
  "dataset.columns": "name",
  "testimony.statements": "id",
  "campaign.shares": "id",
};

/** Kinds of which some text is translated. */
export const WORDED_KINDS = Object.keys(FIELDS) as readonly Kind[];

/** The texts of a record that are translated, in the order of its fields; empty ones are left out. */
export function wordingsOf({ kind, body }: AtlasRecord): Wording[] {
  return (FIELDS[kind] ?? []).flatMap((field) => wordings(kind, body, field.split("."), []));
}

function wordings(kind: Kind, value: unknown, path: readonly string[], walked: readonly string[]): Wording[] {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === "string" && value !== "" ? [{ field: walked.join("."), text: value }] : [];
  if (step !== "*") return wordings(kind, (value as Readonly<Record<string, unknown>> | null | undefined)?.[step], rest, [...walked, step]);
  if (!Array.isArray(value)) return [];
  const named = NAMED[`${kind}.${walked.join(".")}`];
  return value.flatMap((one: unknown, index) =>
    wordings(kind, one, rest, [...walked, named ? String((one as Readonly<Record<string, unknown>>)[named]) : String(index)]),
  );
}
