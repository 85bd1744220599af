import { WORDS } from "../../dataset/observation.ts";
import { isFuzzyDate } from "../../domain/date.ts";
import { SITE_LOCALES } from "../../domain/locale.ts";
import type { Dataset } from "../../domain/statistic.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import type { Extent } from "../../store/reader.ts";
import { Fault } from "../fault.ts";
import { type Inquiry, listed, text } from "../inquiry.ts";
import { folded } from "../order.ts";
import type { FigureAsked, FigureScale, PictureKind } from "./view.ts";
import { figureWords } from "./words.ts";

export const SCALES = ["absolute", "rate", "change", "index", "log"] as const satisfies readonly FigureScale[];
export const PICTURES = ["line", "bar", "slope", "multiples", "map"] as const satisfies readonly PictureKind[];
export const SORTS = ["given", "name", "value", "change"] as const;
export const STATUSES = ["exact", "rounded", "derived", "suppressed", "missing", "not-comparable"] as const;
export const EVERY = ["year", "half-year", "quarter", "month", "other"] as const;
export const MEMBERS = ["fixed", "then"] as const;

/** The group of all places that a data set lists. */
export const WORLD = "world";

/** The data set that is shown when none is chosen. */
const FIRST = "cybertipline-totals";

/** Data sets whose category tells rows apart; elsewhere it only names the row in its source. */
const BY_CATEGORY: ReadonlySet<string> = new Set(["eu-eprivacy-before-after", "ncmec-notices-by-platform", "published-indices"]);

/** What was asked for, before the figures are read: pictures and periods may still be left to them. */
export interface Asked extends Omit<FigureAsked, "picture" | "every"> {
  readonly picture: PictureKind | "";
  readonly every: (typeof EVERY)[number] | "";
}

/** How long a period is, by how it is written. */
export function lengthOf(period: string): (typeof EVERY)[number] {
  if (/^\d{4}$/.test(period)) return "year";
  if (/^\d{4}-H\d$/.test(period)) return "half-year";
  if (/^\d{4}-Q\d$/.test(period)) return "quarter";
  return /^\d{4}-\d{2}$/.test(period) ? "month" : "other";
}

/** Data sets with figures that are numbers, in the order of the record. */
export function numericDatasets(catalogue: Catalogue): Dataset[] {
  return [...catalogue.datasets.values()].filter((one) => one.measures.some((measure) => measure.unit !== WORDS)).sort((a, b) => a.order - b.order);
}

/** Whether the category of a figure tells it apart from others of its data set. */
export function keepsCategory(dataset: string): boolean {
  return BY_CATEGORY.has(dataset);
}

/** The data set that the parameters name. */
export function datasetOf(inquiry: Inquiry): Dataset {
  const all = numericDatasets(inquiry.catalogue);
  const id = text(inquiry.query, "dataset");
  const found = id === "" ? (all.find((one) => one.id === FIRST) ?? all[0]) : all.find((one) => one.id === id);
  if (!found)
    throw fault(
      inquiry,
      "dataset",
      id,
      all.map((one) => one.id),
    );
  return found;
}

/** Groups whose sums can be asked for: the world, groups of the record, M49 regions. */
export function groupIds(catalogue: Catalogue): string[] {
  const regions = new Set<string>();
  for (const one of catalogue.jurisdictions.values()) for (const code of [one.region, one.subregion]) if (code) regions.add(code);
  const member = new Set(catalogue.memberships.map((one) => one.group));
  return [WORLD, ...[...catalogue.groups.keys()].filter((id) => member.has(id)), ...[...regions].sort()];
}

/** The parameters of the view. @throws {Fault} of status 400, in the reader's language, for what the data set does not have. */
export function askedOf(inquiry: Inquiry, dataset: Dataset, extent: Extent): Asked {
  const { query, catalogue } = inquiry;
  const { faults } = figureWords(inquiry.t);
  const measures = dataset.measures.filter((one) => extent.measures.includes(one.id));
  const measure = several(
    inquiry,
    "measure",
    measures.map((one) => one.id),
  );
  const shown = measure.length > 0 ? measure : [(measures.find((one) => one.id === "reports" || one.id === "referrals") ?? measures[0])?.id ?? ""];
  const units = new Set(shown.map((id) => measures.find((one) => one.id === id)?.unit));
  if (units.size > 1) throw new Fault(400, "measure", faults.units);
  if (units.has(WORDS)) throw new Fault(400, "measure", faults.words);
  const place = placesIn(inquiry);
  const group = several(inquiry, "group", groupIds(catalogue));
  if (extent.jurisdictions.length === 0 && place.length > 0) throw new Fault(400, "place", faults.noPlaces);
  if (extent.jurisdictions.length === 0 && group.length > 0) throw new Fault(400, "group", faults.noPlaces);
  if (extent.platforms.length === 0 && query.getAll("platform").some((one) => one.trim() !== "")) throw new Fault(400, "platform", faults.noPlatforms);
  const from = periodIn(inquiry, "from");
  const to = periodIn(inquiry, "to");
  if (from && to && to.slice(0, 4) < from.slice(0, 4)) throw new Fault(400, "to", faults.order);
  const scale = one(inquiry, "scale", SCALES) || "absolute";
  const picture = one(inquiry, "picture", PICTURES);
  if (scale === "rate" && extent.jurisdictions.length === 0) throw new Fault(400, "scale", faults.rate);
  if (scale === "rate" && /percent|share|people|days|words/.test([...units].join())) throw new Fault(400, "scale", faults.rate);
  if (scale === "change" && /percent|share/.test([...units].join())) throw new Fault(400, "scale", faults.change);
  if (picture === "map" && extent.jurisdictions.length === 0) throw new Fault(400, "picture", faults.map);
  if (picture === "map" && shown.length > 1) throw new Fault(400, "picture", faults.mapOne);
  return {
    dataset: dataset.id,
    measure: shown,
    place,
    group,
    members: one(inquiry, "members", MEMBERS) || "fixed",
    platform: several(inquiry, "platform", extent.platforms),
    category: keepsCategory(dataset.id) ? several(inquiry, "category", extent.categories) : [],
    every: one(inquiry, "every", EVERY),
    from,
    to,
    scale,
    base: scale === "index" ? text(query, "base") : "",
    picture,
    sort: one(inquiry, "sort", SORTS) || "given",
    status: one(inquiry, "status", STATUSES),
  };
}

function fault(inquiry: Inquiry, field: string, value: string, allowed: readonly string[]): Fault {
  return new Fault(400, field, figureWords(inquiry.t).faults.value(value.slice(0, 60)), allowed.slice(0, 40));
}

/** A parameter with one of the allowed values; empty when it is not given. */
function one<T extends string>(inquiry: Inquiry, field: string, allowed: readonly T[]): T | "" {
  const value = text(inquiry.query, field);
  if (value === "") return "";
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw fault(inquiry, field, value, allowed);
  return found;
}

/** The values of a parameter that may be repeated, each once, separated by commas; a name that holds a comma is found whole. */
function several(inquiry: Inquiry, field: string, allowed: readonly string[]): string[] {
  const known = new Map(allowed.map((each) => [folded(each), each]));
  const found = new Set<string>();
  for (const value of inquiry.query.getAll(field)) {
    const pieces = value.split(",").map((piece) => piece.trim());
    for (let from = 0; from < pieces.length; ) {
      let to = pieces.length;
      while (to > from + 1 && !known.has(folded(pieces.slice(from, to).join(", ")))) to -= 1;
      const name = pieces.slice(from, to).join(", ");
      from = to;
      if (name === "") continue;
      const one = known.get(folded(name));
      if (one === undefined) throw fault(inquiry, field, name, allowed);
      found.add(one);
    }
  }
  return [...found];
}

/** Places by code or by name; `all` stands for every place of the data set. */
function placesIn(inquiry: Inquiry): string[] {
  const { jurisdictions } = inquiry.catalogue;
  const found = new Set<string>();
  let names: Map<string, string> | undefined;
  for (const value of listed(inquiry.query, "place")) {
    const code = value.toUpperCase();
    if (value === "all" || jurisdictions.has(code)) {
      found.add(value === "all" ? "all" : code);
      continue;
    }
    names ??= new Map([...jurisdictions.keys()].flatMap((each) => SITE_LOCALES.map((locale) => [folded(inquiry.catalogue.name(each, locale)), each])));
    const named = names.get(folded(value));
    if (!named) throw fault(inquiry, "place", value, []);
    found.add(named);
  }
  return found.has("all") ? ["all"] : [...found];
}

function periodIn(inquiry: Inquiry, field: "from" | "to"): string {
  const value = text(inquiry.query, field);
  if (value !== "" && !isFuzzyDate(value) && !/^\d{4}-(H[12]|Q[1-4])$/.test(value))
    throw new Fault(400, field, figureWords(inquiry.t).faults.period(value.slice(0, 40)));
  return value;
}
