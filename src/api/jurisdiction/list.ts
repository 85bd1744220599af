import type { Jurisdiction } from "../../domain/jurisdiction.ts";
import { choice, type Inquiry, text } from "../inquiry.ts";
import { begunOn } from "../instrument/view.ts";
import { byName, folded } from "../order.ts";
import { updatesBy } from "../update/view.ts";

/** What the record holds for one jurisdiction, in numbers. */
export interface JurisdictionLine {
  readonly jurisdiction: Jurisdiction;
  /** Questions of each kind for which there is at least one coding. */
  readonly codebook: number;
  readonly ask: number;
  readonly treaty: number;
  readonly instruments: number;
  readonly obligations: number;
  readonly updates: number;
}

/** Jurisdictions of one M49 region; the region is empty for bodies and headings that lie in none. */
export interface RegionGroup {
  readonly region: string;
  readonly lines: readonly JurisdictionLine[];
}

export const LAW_FILTER = ["yes"] as const;

/** M49 regions in use, in the order of their names. */
export function regionsOf(inquiry: Inquiry): string[] {
  return [...new Set([...inquiry.catalogue.jurisdictions.values()].map((one) => one.region).filter(Boolean))].sort(byName(inquiry));
}

/** Numbers for every jurisdiction, by code. */
export async function coverageOf(inquiry: Inquiry): Promise<Map<string, JurisdictionLine>> {
  const { catalogue, reader } = inquiry;
  const lines = new Map<string, { -readonly [K in keyof JurisdictionLine]: JurisdictionLine[K] }>();
  for (const jurisdiction of catalogue.jurisdictions.values())
    lines.set(jurisdiction.id, { jurisdiction, codebook: 0, ask: 0, treaty: 0, instruments: 0, obligations: 0, updates: 0 });
  const kinds = new Map([...catalogue.questions.values()].map((one) => [one.id, one.kind]));
  for (const answer of await reader.answersTo([...kinds.keys()], inquiry.at)) {
    const line = lines.get(answer.jurisdiction);
    const kind = kinds.get(answer.question);
    // For a day gone by, what is not known for it does not count as answered.
    if (line && kind && (answer.coding || inquiry.at >= inquiry.today)) line[kind]++;
  }
  const count = (code: string, what: "instruments" | "obligations" | "updates"): void => {
    const line = lines.get(code);
    if (line) line[what]++;
  };
  for (const one of begunOn(inquiry)) count(one.jurisdiction, "instruments");
  for (const one of catalogue.obligations.values()) count(one.jurisdiction, "obligations");
  for (const one of updatesBy(inquiry)) for (const code of one.jurisdictions) count(code, "updates");
  return lines;
}

/** All jurisdictions by region, ordered by name, subdivisions after their state. Parameters: q, region, group, law. */
export async function jurisdictionList(inquiry: Inquiry): Promise<{ groups: RegionGroup[]; total: number }> {
  const { catalogue, query } = inquiry;
  const words = folded(text(query, "q"));
  const region = choice(query, "region", regionsOf(inquiry));
  const group = choice(query, "group", [...catalogue.groups.keys()]);
  const law = choice(query, "law", LAW_FILTER);
  const members = group
    ? new Set(
        catalogue.memberships
          .filter((one) => one.group === group && catalogue.groupsOf(one.jurisdiction, inquiry.at).includes(group))
          .map((one) => one.jurisdiction),
      )
    : null;
  const lines = [...(await coverageOf(inquiry)).values()].filter(({ jurisdiction, codebook, ask }) => {
    if (jurisdiction.kind === "statistical") return false;
    if (words && !folded(inquiry.name(jurisdiction.id)).includes(words) && folded(jurisdiction.id) !== words) return false;
    if (region && jurisdiction.region !== region) return false;
    if (members && !members.has(jurisdiction.id)) return false;
    return !law || codebook + ask > 0;
  });
  const order = byName(inquiry);
  lines.sort((a, b) => {
    const left = a.jurisdiction.parent && a.jurisdiction.kind === "subdivision" ? a.jurisdiction.parent : a.jurisdiction.id;
    const right = b.jurisdiction.parent && b.jurisdiction.kind === "subdivision" ? b.jurisdiction.parent : b.jurisdiction.id;
    if (left !== right) return order(left, right);
    if (left === a.jurisdiction.id) return -1;
    return right === b.jurisdiction.id ? 1 : order(a.jurisdiction.id, b.jurisdiction.id);
  });
  const groups: RegionGroup[] = [];
  for (const one of [...regionsOf(inquiry), ""]) {
    const inside = lines.filter((line) => line.jurisdiction.region === one);
    if (inside.length > 0) groups.push({ region: one, lines: inside });
  }
  return { groups, total: lines.length };
}
