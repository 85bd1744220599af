import { ALIGNED, type Aligned, type AlignedAnswer, type AskAlignment, alignAnswers, countedQuestion } from "../../analysis/alignment.ts";
import type { Position } from "../../domain/position.ts";
import type { Question } from "../../domain/question.ts";
import type { Answer } from "../../store/reader.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";

/** An ask with the answers of every jurisdiction through its rules. */
export interface AskView extends AskAlignment {
  readonly ask: Question;
  /** The question whose answers count: a codebook question that asks the same, or the ask itself. */
  readonly counted: Question;
  /** Codings under the ask's own id beside a codebook question: shown, not counted. */
  readonly second: readonly Answer[];
}

/** The answers that stand alike to an ask, in alphabetical order of the places. */
export interface AlignedGroup {
  readonly alignment: Aligned;
  readonly rows: readonly AlignedAnswer[];
}

/** One ask in full: every jurisdiction, in groups by alignment. */
export interface AskPage {
  readonly position: Position;
  /** Its number among the position's asks, from 1. */
  readonly number: number;
  readonly view: AskView;
  /** Groups with at least one answer, those that the filter leaves out included. */
  readonly groups: readonly AlignedGroup[];
  /** The alignment that the reader asked for; empty for all. */
  readonly only: Aligned | "";
}

/** An ask of the codebook, wherever it stands. */
export interface AskLine {
  readonly position: Position;
  readonly number: number;
  readonly view: AskView;
}

/** One ask on the inquiry's day; null when the position does not ask it. Parameter: alignment. */
export async function askPage(inquiry: Inquiry, positionId: string, askId: string): Promise<AskPage | null> {
  const { catalogue } = inquiry;
  const position = catalogue.positions.get(positionId);
  const ask = catalogue.questions.get(askId);
  const number = (position?.asks.indexOf(askId) ?? -1) + 1;
  if (!position || !ask || number === 0) return null;
  const only = choice(inquiry.query, "alignment", ALIGNED);
  const [view] = await askViews(inquiry, [ask]);
  if (!view) return null;
  const groups = ALIGNED.map((alignment) => ({ alignment, rows: view.rows.filter((row) => row.alignment === alignment) }));
  return { position, number, view, groups: groups.filter((one) => one.rows.length > 0), only };
}

/** The asks of all positions with their counts, in the order of the record. Parameters: position, topic. */
export async function askList(inquiry: Inquiry): Promise<AskLine[]> {
  const { catalogue, query } = inquiry;
  const wanted = choice(query, "position", [...catalogue.positions.keys()]);
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const lines = [...catalogue.positions.values()]
    .filter((position) => (!wanted || position.id === wanted) && (!topic || position.topics.includes(topic)))
    .flatMap((position) => position.asks.map((id, index) => ({ position, number: index + 1, ask: catalogue.questions.get(id) })));
  const views = await askViews(
    inquiry,
    lines.flatMap(({ ask }) => ask ?? []),
  );
  const by = new Map(views.map((view) => [view.ask.id, view]));
  return lines.flatMap(({ position, number, ask }) => {
    const view = ask && by.get(ask.id);
    return view ? [{ position, number, view }] : [];
  });
}

/** Asks with the answers of every jurisdiction on the inquiry's day, through their rules. */
export async function askViews(inquiry: Inquiry, asks: readonly Question[]): Promise<AskView[]> {
  const { catalogue, reader, at } = inquiry;
  const wanted = [...new Set(asks.flatMap((ask) => [ask.id, countedQuestion(ask)]))];
  const order = byName(inquiry);
  const answers = (await reader.answersTo(wanted, at)).sort((a, b) => order(a.jurisdiction, b.jurisdiction));
  const by = new Map<string, Answer[]>();
  for (const answer of answers) {
    const held = by.get(answer.question);
    if (held) held.push(answer);
    else by.set(answer.question, [answer]);
  }
  const expected = expectedPlaces(inquiry);
  return asks.map((ask) => ({
    ...alignAnswers(ask, by.get(countedQuestion(ask)) ?? [], expected),
    ask,
    counted: catalogue.questions.get(countedQuestion(ask)) ?? ask,
    second: ask.same ? (by.get(ask.id) ?? []) : [],
  }));
}

/** The states and territories, in alphabetical order: whoever of them has no coding is listed as not coded. */
function expectedPlaces(inquiry: Inquiry): string[] {
  return [...inquiry.catalogue.jurisdictions.values()]
    .filter(({ kind }) => kind === "state" || kind === "territory")
    .map((one) => one.id)
    .sort(byName(inquiry));
}
