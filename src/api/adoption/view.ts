import { type Adopters, adoptersOf, type Band, type Curve, curveOf, departures, type Move } from "../../analysis/adoption.ts";
import type { Coding } from "../../domain/coding.ts";
import type { Day } from "../../domain/date.ts";
import { type Question, type Scale, type State, stateOf } from "../../domain/question.ts";
import type { AnswerSpan, QuestionYears } from "../../store/reader.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";
import { classesOf, classOf, type NumberClass } from "../question/classes.ts";
import { QUESTION_KINDS } from "../question/view.ts";

/** A band of a curve: the state of an answer, or a class of numbers from low to high. */
export type AnswerBand = State | "n1" | "n2" | "n3" | "n4" | "n5";
export type AnswerCurve = Curve<AnswerBand>;

const CLASSES = ["n1", "n2", "n3", "n4", "n5"] as const satisfies readonly AnswerBand[];

/** From the ground of a picture upwards: what the law says, then what cannot be said. */
const BANDS = ["yes", "partial", "n5", "n4", "n3", "n2", "n1", "number", "no", "unclear", "not-applicable"] as const satisfies readonly AnswerBand[];

/** Who first gave one kind of answer. */
export interface FirstAdopters {
  readonly state: "yes" | "partial" | "number";
  readonly found: Adopters;
}

/** The curve of one M49 region; the region is empty for bodies that lie in none. */
export interface RegionCurve {
  readonly region: string;
  readonly curve: AnswerCurve;
}

/** How the answers to one question came and went. */
export interface AdoptionView {
  readonly question: Question;
  readonly scale: Scale | undefined;
  /** Bands that anybody was in at any time, from the ground of a picture upwards; "not-known" is always the last. */
  readonly bands: readonly Band<AnswerBand>[];
  readonly classes: readonly NumberClass[];
  readonly curve: AnswerCurve;
  /** States and territories without any coding. They are in no band. */
  readonly notCoded: number;
  readonly adopters: readonly FirstAdopters[];
  /** Changes of the law by which a jurisdiction left "yes", latest first. */
  readonly departures: ReadonlyArray<{ readonly day: Day; readonly move: Move<AnswerBand> }>;
  /** In the order of the M49 codes, those without a region last; only those where somebody is coded. */
  readonly regions: readonly RegionCurve[];
  readonly spans: readonly AnswerSpan[];
}

/** How the answers to the question of this id came and went; null when the codebook has no such question. */
export async function adoptionView(inquiry: Inquiry, id: string): Promise<AdoptionView | null> {
  const { catalogue, reader } = inquiry;
  const question = catalogue.questions.get(id);
  if (!question) return null;
  const scale = catalogue.scales.get(question.scale);
  const spans = await reader.spans({ questions: [id] });
  const state = ({ answer }: Coding): State => (scale && stateOf(scale, answer)) ?? "unclear";
  const classes = classesOf(spans.filter((one) => state(one.coding) === "number").map((one) => Number(one.coding.answer)));
  const bandOf = (coding: Coding): AnswerBand => {
    const drawn = state(coding);
    return drawn === "number" ? (CLASSES[classOf(classes, Number(coding.answer)) - 1] ?? "number") : drawn;
  };
  const curve = curveOf(spans, bandOf);
  const used = new Set(curve.steps.flatMap((step) => [...step.counts.keys()]));
  const targets = scale?.type === "number" ? (["number", "yes", "partial"] as const) : (["yes", "partial"] as const);
  const coded = new Set(spans.map((one) => one.jurisdiction));
  return {
    question,
    scale,
    bands: [...BANDS.filter((band) => used.has(band)), "not-known"],
    classes,
    curve,
    notCoded: [...catalogue.jurisdictions.values()].filter(({ id: code, kind }) => (kind === "state" || kind === "territory") && !coded.has(code)).length,
    adopters: targets
      .map((target) => ({ state: target, found: adoptersOf(spans, (coding) => state(coding) === target) }))
      .filter(({ found }) => found.dated.length + found.undated.length > 0),
    departures: departures(curve, "yes").reverse(),
    regions: regionsOf(inquiry, spans, bandOf),
    spans,
  };
}

function regionsOf(inquiry: Inquiry, spans: readonly AnswerSpan[], bandOf: (coding: Coding) => AnswerBand): RegionCurve[] {
  const { jurisdictions } = inquiry.catalogue;
  const regions = new Map<string, AnswerSpan[]>();
  for (const span of spans) {
    const region = jurisdictions.get(span.jurisdiction)?.region ?? "";
    const known = regions.get(region);
    if (known) known.push(span);
    else regions.set(region, [span]);
  }
  const last = "~";
  return [...regions].sort(([a], [b]) => ((a || last) < (b || last) ? -1 : 1)).map(([region, own]) => ({ region, curve: curveOf(own, bandOf) }));
}

/** One question in the list of all, with the counts of its years. */
export interface AdoptionLine extends QuestionYears {
  readonly of: Question;
}

/** Questions of one topic. */
export interface AdoptionGroup {
  readonly topic: string;
  readonly lines: readonly AdoptionLine[];
}

/** All questions that are coded anywhere, by topic, with their yearly counts. Parameters: kind, topic. */
export async function adoptionList(inquiry: Inquiry): Promise<{ groups: AdoptionGroup[]; total: number }> {
  const { catalogue, query, reader } = inquiry;
  const kind = choice(query, "kind", QUESTION_KINDS);
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const years = new Map((await reader.adoption(inquiry.at)).map((one) => [one.question, one]));
  const groups = [...catalogue.topics.keys()]
    .filter((id) => !topic || id === topic)
    .map((id) => ({
      topic: id,
      lines: [...catalogue.questions.values()].flatMap((of) => {
        const found = of.topic === id && (!kind || of.kind === kind) ? years.get(of.id) : undefined;
        return found ? [{ ...found, of }] : [];
      }),
    }))
    .filter((group) => group.lines.length > 0);
  return { groups, total: groups.reduce((sum, group) => sum + group.lines.length, 0) };
}

/** How many are in none of the counts: coded, but nothing is known for the day. */
export function notKnown(coded: number, counts: QuestionYears["on"]): number {
  return coded - Object.values(counts).reduce((sum, one) => sum + one, 0);
}

/** Codes in the order of their names. */
export function named(inquiry: Inquiry, codes: readonly string[]): string[] {
  return [...codes].sort(byName(inquiry));
}
