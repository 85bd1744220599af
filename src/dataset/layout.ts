import type { AtlasRecord, Kind, Kinds } from "../domain/record.ts";

export type Format = "csv" | "yaml" | "json";

/** A form of file in the data folder: which kind it holds, and where. */
export interface Layout {
  readonly kind: Kind;
  readonly format: Format;
  /** The path for people to read, such as `codings/<JURISDICTION>.csv`. */
  readonly pattern: string;
}

const QUESTION_FILES = { codebook: "questions", ask: "asks", treaty: "treaties" } as const;

/** Every form of file, in the order of SCHEMAS. A part in angle brackets stands for one name. */
export const LAYOUTS: readonly Layout[] = [
  layout("package", "datapackage.json"),
  layout("source", "sources.csv"),
  layout("jurisdiction", "jurisdictions/jurisdictions.csv"),
  layout("name", "jurisdictions/names.csv"),
  layout("group", "jurisdictions/groups.yaml"),
  layout("membership", "memberships.csv"),
  layout("topic", "topics.yaml"),
  layout("scale", "codebook/scales.yaml"),
  layout("question", "codebook/asks.yaml"),
  layout("question", "codebook/questions.yaml"),
  layout("question", "codebook/treaties.yaml"),
  layout("treaty", "treaties/treaties.yaml"),
  layout("treaty-status", "treaties/status.csv"),
  layout("instrument", "instruments/<JURISDICTION>.yaml"),
  layout("coding", "codings/<JURISDICTION>.csv"),
  layout("obligation", "obligations/<JURISDICTION>.yaml"),
  layout("position", "positions/positions.yaml"),
  layout("argument", "positions/arguments.yaml"),
  layout("update", "updates/<YEAR>.yaml"),
  layout("claim", "claims.yaml"),
  layout("caveat", "statistics/caveats.yaml"),
  layout("break", "statistics/breaks.yaml"),
  layout("dataset", "statistics/datasets.yaml"),
  layout("row", "statistics/<dataset>.csv"),
  layout("snapshot", "snapshots.yaml"),
  layout("testimony", "testimony/<YEAR>.yaml"),
  layout("campaign", "campaigns.yaml"),
  layout("commitment", "commitments.yaml"),
  layout("service", "services.csv"),
  layout("term", "terms.yaml"),
  layout("text", "text/<locale>/<kind>.csv"),
];

const MATCHERS = LAYOUTS.map((one) => ({
  layout: one,
  test: new RegExp(`^${one.pattern.replaceAll(".", "\\.").replace(/<[^>]+>/g, "[^/]+")}$`),
}));

/** The form of the file at this path, or null when the record has no such file. */
export function layoutOf(path: string): Layout | null {
  return MATCHERS.find((one) => one.test.test(path))?.layout ?? null;
}

const PATHS: { readonly [K in Kind]: (body: Kinds[K]) => string } = {
  package: () => "datapackage.json",
  source: () => "sources.csv",
  jurisdiction: () => "jurisdictions/jurisdictions.csv",
  name: () => "jurisdictions/names.csv",
  group: () => "jurisdictions/groups.yaml",
  membership: () => "memberships.csv",
  topic: () => "topics.yaml",
  scale: () => "codebook/scales.yaml",
  question: (body) => `codebook/${QUESTION_FILES[body.kind]}.yaml`,
  treaty: () => "treaties/treaties.yaml",
  "treaty-status": () => "treaties/status.csv",
  instrument: (body) => `instruments/${body.jurisdiction}.yaml`,
  coding: (body) => `codings/${body.jurisdiction}.csv`,
  obligation: (body) => `obligations/${body.jurisdiction}.yaml`,
  position: () => "positions/positions.yaml",
  argument: () => "positions/arguments.yaml",
  update: (body) => `updates/${body.date.slice(0, 4)}.yaml`,
  claim: () => "claims.yaml",
  caveat: () => "statistics/caveats.yaml",
  break: () => "statistics/breaks.yaml",
  dataset: () => "statistics/datasets.yaml",
  row: (body) => `statistics/${body.dataset}.csv`,
  snapshot: () => "snapshots.yaml",
  testimony: (body) => `testimony/${body.date.slice(0, 4)}.yaml`,
  campaign: () => "campaigns.yaml",
  commitment: () => "commitments.yaml",
  service: () => "services.csv",
  term: () => "terms.yaml",
  text: (body) => `text/${body.locale}/${body.kind}.csv`,
};

/** The file in which a record belongs. */
export function pathOf(record: AtlasRecord): string {
  return (PATHS[record.kind] as (body: Kinds[Kind]) => string)(record.body);
}

/** Compares by code units, as every file of the record is sorted. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Order inside a file: by `order` where the kind has one, then by id. */
export function inOrder(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): number {
  const difference = Number(one.order ?? 0) - Number(other.order ?? 0);
  return difference || byText(String(one.id), String(other.id));
}

function layout(kind: Kind, pattern: string): Layout {
  const ending = pattern.slice(pattern.lastIndexOf(".") + 1);
  return { kind, pattern, format: ending === "csv" || ending === "json" ? ending : "yaml" };
}
