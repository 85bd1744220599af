import type { Question } from "../../domain/question.ts";
import { Fault } from "../fault.ts";
import type { Inquiry } from "../inquiry.ts";
import { text } from "../inquiry.ts";
import { byName } from "../order.ts";
import { standingOf } from "../question/words.ts";
import { isPlace } from "./asked.ts";

/** Places that could stand beside those that are chosen, and what in the record suggests them; none of them is chosen already. */
export interface Suggestion {
  /** region: an M49 sub-region; group: members on the day; law: unions whose law reaches the chosen; yes: those that answer a question with yes. */
  readonly why: "region" | "group" | "law" | "yes";
  /** The region, group or question; empty for law. */
  readonly of: string;
  readonly places: readonly string[];
}

/** Most groups whose members are suggested, the smallest first: a group of half the world suggests nothing. */
const MOST_GROUPS = 3;

/** The jurisdiction from which a comparison starts: parameter `with`. Throws a Fault of status 400 for one that is none. */
export function startOf(inquiry: Inquiry): string {
  const code = text(inquiry.query, "with").toUpperCase();
  if (code !== "" && !isPlace(inquiry.catalogue, code)) throw new Fault(400, "with", `“${code}” is not a jurisdiction of the record. Write a code such as BR.`);
  return code;
}

/** The question whose “yes” is looked for: parameter `question`. Throws a Fault of status 400 for one that is none. */
export function yesQuestion(inquiry: Inquiry): Question | undefined {
  const id = text(inquiry.query, "question");
  const question = inquiry.catalogue.questions.get(id);
  if (id !== "" && !question) throw new Fault(400, "question", `“${id}” is not a question of the record. /api/questions lists them.`);
  return question;
}

/** What could stand beside the chosen places: the same region, groups that all of them share on the day, law that reaches them, and who answers a question with yes. */
export async function suggestionsFor(inquiry: Inquiry, places: readonly string[], question: Question | undefined): Promise<Suggestion[]> {
  const chosen = new Set(places);
  const free = (codes: Iterable<string>): string[] => [...new Set(codes)].filter((code) => !chosen.has(code)).sort(byName(inquiry));
  const all: Suggestion[] = [
    { why: "law", of: "", places: free(places.flatMap((code) => inquiry.catalogue.reachOf(code, inquiry.at))) },
    ...regions(inquiry, places).map(({ of, codes }) => ({ why: "region" as const, of, places: free(codes) })),
    ...groups(inquiry, places).map(({ of, codes }) => ({ why: "group" as const, of, places: free(codes) })),
  ];
  const found = all.filter((one) => one.places.length > 0);
  if (!question) return found;
  const answers = await inquiry.reader.answersTo([question.id], inquiry.at);
  const yes = answers.filter((one) => standingOf(inquiry, question, one) === "yes").map((one) => one.jurisdiction);
  return [{ why: "yes", of: question.id, places: free(yes) }, ...found];
}

interface Found {
  readonly of: string;
  readonly codes: readonly string[];
}

function regions(inquiry: Inquiry, places: readonly string[]): Found[] {
  const { jurisdictions } = inquiry.catalogue;
  const regionOf = (code: string): string => {
    const place = jurisdictions.get(code);
    return place?.subregion || place?.region || "";
  };
  const wanted = new Set(places.map(regionOf).filter(Boolean));
  return [...wanted].map((of) => ({ of, codes: [...jurisdictions.keys()].filter((code) => regionOf(code) === of && isPlace(inquiry.catalogue, code)) }));
}

function groups(inquiry: Inquiry, places: readonly string[]): Found[] {
  const { catalogue, at } = inquiry;
  const own = (code: string): string[] => [
    ...catalogue.groupsOf(code, at),
    ...[...catalogue.groups.values()].filter((one) => one.jurisdiction === code).map((one) => one.id),
  ];
  const held = places.map((code) => new Set(own(code)));
  return [...(held[0] ?? [])]
    .filter((of) => held.every((one) => one.has(of)))
    .map((of) => ({
      of,
      codes: catalogue.memberships
        .filter((one) => one.group === of)
        .map((one) => one.jurisdiction)
        .filter((code) => catalogue.groupsOf(code, at).includes(of)),
    }))
    .sort((a, b) => a.codes.length - b.codes.length)
    .slice(0, MOST_GROUPS);
}
