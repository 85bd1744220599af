import type { Day } from "../../domain/date.ts";
import { SITE_LOCALES } from "../../domain/locale.ts";
import type { Question } from "../../domain/question.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import { Fault } from "../fault.ts";
import { day, type Inquiry, listed } from "../inquiry.ts";
import { folded } from "../order.ts";

/** Most jurisdictions that stand side by side. */
export const MOST_PLACES = 8;

/** What can be wrong with the parameters of a comparison, and how it is said in English. */
const WRONG = {
  none: () => `Name the jurisdictions to compare: two to ${MOST_PLACES} codes such as place=BR,FR, or one and a second day such as to=2020-12-21.`,
  unknown: (value: string) => `“${value}” is not a jurisdiction of the record. Write a code such as BR, or the name.`,
  many: (value: string) => `${value} jurisdictions are named; at most ${MOST_PLACES} can be compared. Leave some out.`,
  second: () => "One jurisdiction alone has nothing to be compared with. Name a second one, or a second day in “to”.",
  day: (value: string) => `“${value}” is not a day of the calendar. Write it as 2024-05-07.`,
  several: () => "A second day compares one jurisdiction with itself. Leave “to” out, or name one jurisdiction only.",
  order: (value: string) => `The second day, ${value}, is not after the first. Name the earlier day first.`,
  topic: (value: string) => `“${value.slice(0, 60)}” is not a topic with questions.`,
} as const;
export type Wrong = keyof typeof WRONG;

/** A comparison that cannot be made as it was asked for. `sort` and `value` let a page say it in its own language. */
export class CompareFault extends Fault {
  readonly sort: Wrong;
  readonly value: string;

  constructor(field: "place" | "to" | "topic", sort: Wrong, value = "", allowed: readonly string[] = []) {
    super(400, field, WRONG[sort](value), allowed);
    this.sort = sort;
    this.value = value;
  }
}

/** A comparison as it was asked for. */
export interface Asked {
  /** Codes in the order in which they were named, each once. */
  readonly places: readonly string[];
  /** Ids of topics; none means all. */
  readonly topics: readonly string[];
  /** The second day; empty when places are compared on one day. */
  readonly to: Day | "";
}

/** The jurisdictions that are named by code or by name, each once, and what names none. */
export function placesOf(inquiry: Inquiry): { places: string[]; unknown: string[] } {
  const places = new Set<string>();
  const unknown: string[] = [];
  let names: Map<string, string> | undefined;
  for (const one of listed(inquiry.query, "place")) {
    let code = isPlace(inquiry.catalogue, one.toUpperCase()) ? one.toUpperCase() : undefined;
    if (!code) {
      names ??= namesOf(inquiry.catalogue);
      code = names.get(folded(one));
    }
    if (code) places.add(code);
    else unknown.push(one.slice(0, 60));
  }
  return { places: [...places], unknown };
}

/** Whether law can be recorded under the code: headings of published figures have none. */
export function isPlace(catalogue: Catalogue, code: string): boolean {
  const found = catalogue.jurisdictions.get(code);
  return found !== undefined && found.kind !== "statistical";
}

function namesOf(catalogue: Catalogue): Map<string, string> {
  const names = new Map<string, string>();
  for (const code of catalogue.jurisdictions.keys())
    if (isPlace(catalogue, code)) for (const locale of SITE_LOCALES) names.set(folded(catalogue.name(code, locale)), code);
  return names;
}

/** Topics that have a question to compare, in the order of the tree. */
export function comparedTopics(catalogue: Catalogue): string[] {
  const used = new Set(comparedQuestions(catalogue).map((one) => one.topic));
  return [...catalogue.topics.keys()].filter((id) => used.has(id));
}

/**
 * The questions that a comparison asks, by topic in the order of the tree: those of the codebook, and asks that no question
 * of the codebook asks already; treaties come last.
 */
export function comparedQuestions(catalogue: Catalogue): readonly Question[] {
  const known = compared.get(catalogue);
  if (known) return known;
  const order = new Map([...catalogue.topics.keys()].map((id, index) => [id, index]));
  const rank = (one: Question): number => (one.kind === "treaty" ? order.size : (order.get(one.topic) ?? order.size));
  const all = [...catalogue.questions.values()].filter((one) => one.same === "").sort((a, b) => rank(a) - rank(b));
  compared.set(catalogue, all);
  return all;
}

/** Worked out once a catalogue, which never changes. */
const compared = new WeakMap<Catalogue, readonly Question[]>();

/** The comparison that the parameters ask for. Throws a CompareFault for anything that cannot be compared. */
export function askedOf(inquiry: Inquiry): Asked {
  const { places, unknown } = placesOf(inquiry);
  const to = secondDay(inquiry.query);
  const allowed = comparedTopics(inquiry.catalogue);
  const topics = [...new Set(listed(inquiry.query, "topic"))];
  const odd = topics.find((one) => !allowed.includes(one));
  if (odd !== undefined) throw new CompareFault("topic", "topic", odd, allowed);
  if (unknown[0] !== undefined) throw new CompareFault("place", "unknown", unknown[0]);
  if (places.length === 0) throw new CompareFault("place", "none");
  if (places.length > MOST_PLACES) throw new CompareFault("place", "many", String(places.length));
  if (to && places.length > 1) throw new CompareFault("to", "several");
  if (to && to <= inquiry.at) throw new CompareFault("to", "order", to);
  if (!to && places.length === 1) throw new CompareFault("place", "second");
  return { places, topics, to };
}

function secondDay(query: URLSearchParams): Day | "" {
  try {
    return day(query, "to");
  } catch {
    throw new CompareFault("to", "day", (query.get("to") ?? "").slice(0, 40));
  }
}
