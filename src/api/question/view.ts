import type { Position } from "../../domain/position.ts";
import type { Option, Question, Scale, Standing } from "../../domain/question.ts";
import type { Term } from "../../domain/term.ts";
import type { Answer } from "../../store/reader.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";
import { classesOf, type NumberClass } from "./classes.ts";
import { STANDINGS, standingOf } from "./words.ts";

export const QUESTION_KINDS = ["codebook", "ask", "treaty"] as const;

/** A question with the number of jurisdictions that have a coding for it. */
export interface QuestionLine {
  readonly question: Question;
  readonly coded: number;
}

/** Questions of one topic. */
export interface QuestionGroup {
  readonly topic: string;
  readonly questions: readonly QuestionLine[];
}

/** The codebook by topic. Parameters: kind, topic. */
export async function questionList(inquiry: Inquiry): Promise<{ groups: QuestionGroup[]; total: number }> {
  const { catalogue, query } = inquiry;
  const kind = choice(query, "kind", QUESTION_KINDS);
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const coverage = await codedOn(inquiry);
  const groups: QuestionGroup[] = [];
  let total = 0;
  for (const id of catalogue.topics.keys()) {
    if (topic && id !== topic) continue;
    const questions: QuestionLine[] = [];
    for (const question of catalogue.questions.values())
      if (question.topic === id && (!kind || question.kind === kind)) questions.push({ question, coded: coverage.get(question.id) ?? 0 });
    if (questions.length > 0) groups.push({ topic: id, questions });
    total += questions.length;
  }
  return { groups, total };
}

/** One jurisdiction's answer with how it is drawn. */
export interface Placed {
  readonly jurisdiction: string;
  readonly answer: Answer;
  readonly standing: Standing;
}

/** How many jurisdictions gave an answer of the scale. */
export interface OptionCount {
  readonly option: Option;
  readonly count: number;
}

/** A position whose ask uses the question. */
export interface Use {
  readonly position: Position;
  readonly ask: Question;
}

/** A question with the answers of all jurisdictions on a day. */
export interface QuestionView {
  readonly question: Question;
  readonly scale: Scale | undefined;
  /** All jurisdictions that have a coding, ordered by name; also those for which nothing is known on the day. */
  readonly answers: readonly Placed[];
  /** States and territories without any coding, ordered by name. */
  readonly blanks: readonly string[];
  /** Standing of every state and territory: the sum is their number. */
  readonly counts: ReadonlyMap<Standing, number>;
  /** Answers by option of the scale, over states and territories. */
  readonly options: readonly OptionCount[];
  /** Jurisdictions with a coding that are neither states nor territories. */
  readonly others: number;
  readonly classes: readonly NumberClass[];
  readonly uses: readonly Use[];
  /** Asks that are also asked on a scale of their own, with the number of jurisdictions so read. */
  readonly readings: readonly QuestionLine[];
  readonly terms: readonly Term[];
}

/** Jurisdictions with a coding, by question; for a day gone by, those of which an answer is known for it. */
async function codedOn({ catalogue, reader, at, today }: Inquiry): Promise<ReadonlyMap<string, number>> {
  if (at >= today) return reader.coverage();
  const known = new Map<string, number>();
  for (const one of await reader.answersTo([...catalogue.questions.keys()], at)) if (one.coding) known.set(one.question, (known.get(one.question) ?? 0) + 1);
  return known;
}

/** The question of this id; null when the codebook has none. */
export async function questionView(inquiry: Inquiry, id: string): Promise<QuestionView | null> {
  const { catalogue, reader } = inquiry;
  const question = catalogue.questions.get(id);
  if (!question) return null;
  const scale = catalogue.scales.get(question.scale);
  const order = byName(inquiry);
  const [found, coverage] = await Promise.all([reader.answersTo([id], inquiry.at), reader.coverage()]);
  const answers = found
    .map((answer) => ({ jurisdiction: answer.jurisdiction, answer, standing: standingOf(inquiry, question, answer) }))
    .sort((a, b) => order(a.jurisdiction, b.jurisdiction));
  const coded = new Map(answers.map((one) => [one.jurisdiction, one]));
  const counts = new Map<Standing, number>(STANDINGS.map((standing) => [standing, 0]));
  const byOption = new Map<string, number>();
  const blanks: string[] = [];
  let places = 0;
  for (const { id: code, kind } of catalogue.jurisdictions.values()) {
    if (kind !== "state" && kind !== "territory") continue;
    places++;
    const placed = coded.get(code);
    const standing = placed?.standing ?? "not-coded";
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
    if (!placed) blanks.push(code);
    const option = placed?.answer.coding?.answer;
    if (option) byOption.set(option, (byOption.get(option) ?? 0) + 1);
  }
  const numbers = answers.filter((one) => one.standing === "number").map((one) => Number(one.answer.coding?.answer));
  return {
    question,
    scale,
    answers,
    blanks: blanks.sort(order),
    counts,
    options: (scale?.options ?? []).map((option) => ({ option, count: byOption.get(option.id) ?? 0 })),
    others: answers.length - (places - blanks.length),
    classes: classesOf(numbers),
    uses: usesOf(inquiry, question),
    readings: (catalogue.readings.get(id) ?? [])
      .filter((one) => (coverage.get(one.id) ?? 0) > 0)
      .map((one) => ({ question: one, coded: coverage.get(one.id) ?? 0 })),
    terms: [...catalogue.terms.values()].filter((term) => term.questions.includes(id)),
  };
}

/** The positions that a question serves: its own, or those whose asks take over its answers. */
function usesOf(inquiry: Inquiry, question: Question): Use[] {
  const { questions, positions } = inquiry.catalogue;
  const uses: Use[] = [];
  for (const ask of questions.values()) {
    if (ask.kind !== "ask" || (ask.id !== question.id && ask.same !== question.id)) continue;
    const position = positions.get(ask.position);
    if (position) uses.push({ position, ask });
  }
  return uses;
}
