import type { Jurisdiction } from "../../domain/jurisdiction.ts";
import type { Question } from "../../domain/question.ts";
import type { Service } from "../../domain/service.ts";
import type { Answer } from "../../store/reader.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { standingOf } from "../question/words.ts";
import { isWorldwide, SERVICE_KINDS } from "../service/view.ts";

/**
 * What a survivor may want to know, by heading: the questions of the record, each with the name under which its plain words
 * stand in the messages (`survivor.<name>`, and `survivor.<name>-<state>` for what each sort of answer means).
 */
const ASKED = {
  time: {
    "sol-abolished-criminal": "crime",
    "sol-start-age": "start",
    "sol-max-victim-age": "until",
    "sol-abolished-civil": "civil",
    "statutes-of-limitations-look-back-window": "window",
  },
  money: { "remedy-compensation-civil": "claim", "remedy-compensation-criminal": "order", "remedy-state-compensation": "fund" },
  images: { "remedy-removal": "images-of-you", "exploitative-content-lawful-image-removal": "lawful", "platform-duty-remove": "platform" },
  court: {
    "remedy-legal-representation": "lawyer",
    "victims-rights-in-criminal-proceedings-duty-to-inform": "told",
    "victims-rights-in-criminal-proceedings-impact-statements": "heard",
    "victims-rights-in-criminal-proceedings-identity-confidential": "private",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type SurvivorHeading = keyof typeof ASKED;
/** The headings, in the order in which they are shown. */
export const SURVIVOR_HEADINGS = Object.keys(ASKED) as SurvivorHeading[];

/** Questions that only arise where there is a time limit. */
const OF_A_LIMIT: readonly string[] = ["sol-start-age", "sol-max-victim-age"];

/** States of an answer that have plain words of their own. */
const WORDED: ReadonlySet<string> = new Set(["yes", "partial", "no", "number"]);

/** One question as a survivor would ask it. */
export interface PlainQuestion {
  readonly heading: SurvivorHeading;
  readonly question: Question;
  /** The question in plain words, in the reader's language. */
  readonly asked: string;
}

/** The answer of one jurisdiction in plain words. */
export interface PlainAnswer extends PlainQuestion {
  readonly answer: Answer;
  /** What the answer means, in plain words, in the reader's language. */
  readonly plain: string;
}

/** What the record says to survivors about one place on one day. */
export interface SurvivorView {
  readonly place: string;
  /** Services of the place and of those above it; with a helpline first. */
  readonly services: readonly Service[];
  readonly worldwide: readonly Service[];
  /** The answers of the place, then those of the state or body whose law reaches it; the latter only where the place has none. */
  readonly answers: readonly PlainAnswer[];
  /** What nobody has read anything about: never a no. */
  readonly blanks: readonly PlainQuestion[];
}

/** Places that have law of their own or law that reaches them. */
export function survivorPlaces({ catalogue }: Pick<Inquiry, "catalogue">): string[] {
  const kinds: ReadonlyArray<Jurisdiction["kind"]> = ["state", "territory", "subdivision", "supranational"];
  return [...catalogue.jurisdictions.values()].filter((one) => kinds.includes(one.kind)).map((one) => one.id);
}

/** The parameters of the page for a place; none for an organisation, whose texts reach people through the law of places. */
export function survivorAsked({ catalogue }: Pick<Inquiry, "catalogue">, place: string): { readonly place?: string } {
  return survivorPlaces({ catalogue }).includes(place) ? { place } : {};
}

/** The questions that a record holds, in the order of the page. */
export function plainQuestions(inquiry: Inquiry): PlainQuestion[] {
  return SURVIVOR_HEADINGS.flatMap((heading) =>
    Object.entries(ASKED[heading]).flatMap(([id, name]) => {
      const question = inquiry.catalogue.questions.get(id);
      return question ? [{ heading, question, asked: inquiry.t(`survivor.${name}`) }] : [];
    }),
  );
}

/** An answer in plain words. */
export function plainAnswer(inquiry: Inquiry, asked: PlainQuestion, answer: Answer): PlainAnswer {
  const standing = standingOf(inquiry, asked.question, answer);
  const name = (ASKED[asked.heading] as Readonly<Record<string, string>>)[asked.question.id] ?? "";
  const key = WORDED.has(standing) ? `${name}-${standing}` : standing === "not-known" ? "not-known" : "unclear";
  return { ...asked, answer, plain: inquiry.t(`survivor.${key}`, { age: answer.coding?.answer ?? "" }) };
}

/**
 * What the record says to survivors. Parameter: place, the code of a jurisdiction; without it there are services that can be
 * used from anywhere, and no answers. Throws a Fault of status 400 for a code that is none.
 */
export async function survivorView(inquiry: Inquiry): Promise<SurvivorView> {
  const { catalogue, query, today, at } = inquiry;
  const place = choice(query, "place", survivorPlaces(inquiry));
  const reach = place ? catalogue.reachOf(place, at) : [];
  const near = place ? catalogue.reachOf(place, today) : [];
  const { answers } = place ? await inquiry.reader.place(place, reach, at) : { answers: [] };
  const by = new Map(answers.map((one) => [`${one.jurisdiction} ${one.question}`, one]));
  const said: PlainAnswer[] = [];
  const blanks: PlainQuestion[] = [];
  for (const asked of plainQuestions(inquiry)) {
    const answer = [place, ...reach].flatMap((one) => by.get(`${one} ${asked.question.id}`) ?? [])[0];
    if (answer) said.push(plainAnswer(inquiry, asked, answer));
    else blanks.push(asked);
  }
  // Where no crime has a time limit, nothing is missing about when it begins and ends.
  const limitless = said.some((one) => one.question.id === "sol-abolished-criminal" && one.answer.coding?.answer === "yes");
  const services = [...catalogue.services.values()];
  return {
    place,
    services: services
      .filter((one) => near.includes(one.jurisdiction))
      .sort((a, b) => near.indexOf(a.jurisdiction) - near.indexOf(b.jurisdiction) || kindOf(a) - kindOf(b)),
    worldwide: services.filter((one) => isWorldwide(one) && !near.includes(one.jurisdiction)),
    answers: said,
    blanks: blanks.filter((one) => !limitless || !OF_A_LIMIT.includes(one.question.id)),
  };
}

function kindOf({ kind }: Service): number {
  const kinds: readonly string[] = SERVICE_KINDS;
  return kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length;
}
