import { Coding } from "../src/domain/coding.ts";
import type { Question, Scale } from "../src/domain/question.ts";
import type { AtlasRecord } from "../src/domain/record.ts";

/** Size of the generated record: jurisdictions, questions a jurisdiction, periods a question. */
const JURISDICTIONS = 250;
const QUESTIONS = 125;
/** The jurisdiction whose page is measured. */
const LOOKED_AT = "BR";

/** A record with generated codings in place of the real ones. */
export interface Generated {
  readonly records: AtlasRecord[];
  readonly codings: number;
  /** Current answers of the jurisdiction that is looked at. */
  readonly answers: number;
}

/**
 * The real record with its codings replaced: so many generated ones, spread evenly over 250 jurisdictions, 125 questions
 * and as many periods as it takes, each period ending the day before the next. Words and citations are those of real
 * codings. With 0, only the last period of the jurisdiction that is looked at. Treaty statuses stay.
 */
export function generated(real: readonly AtlasRecord[], wanted: number): Generated {
  const models = real.flatMap((one) => (one.kind === "coding" ? [one.body] : []));
  const scales = new Map(real.flatMap((one) => (one.kind === "scale" ? [[one.id, one.body] as const] : [])));
  const questions = questionsOf(real);
  const places = placesOf(real);
  const periods = Math.max(1, Math.ceil(wanted / (places.length * questions.length)));
  // Every period of the small record is the last of the large one, so that both show the same page.
  const codings: AtlasRecord[] = [];
  const made: AtlasRecord[] = [];
  for (const [p, place] of places.entries()) {
    if (wanted === 0 && place !== LOOKED_AT) continue;
    for (const [q, question] of questions.entries()) {
      const model = models[(p * 31 + q) % models.length];
      if (!model) throw new Error("The record holds no coding to take as a model.");
      for (let period = 0; period < periods && (wanted === 0 || codings.length < wanted); period += 1) {
        codings.push(codingOf(model, place, question, scales.get(question.scale), period, periods));
      }
    }
  }
  const known = new Set(real.flatMap((one) => (one.kind === "question" ? [one.id] : [])));
  for (const question of questions) if (!known.has(question.id)) made.push({ kind: "question", id: question.id, body: question });
  const texts = (one: AtlasRecord): boolean => one.kind === "text" && one.body.kind === "coding";
  return {
    records: [...real.filter((one) => one.kind !== "coding" && !texts(one)), ...made, ...codings],
    codings: codings.length,
    answers: codings.filter((one) => one.kind === "coding" && one.body.jurisdiction === LOOKED_AT && one.body.to === "").length,
  };
}

/** The codebook and the asks, and as many more of their like as are needed. */
function questionsOf(real: readonly AtlasRecord[]): Question[] {
  const own = real.flatMap((one) => (one.kind === "question" && one.body.kind !== "treaty" ? [one.body] : []));
  const codebook = own.filter((one) => one.kind === "codebook");
  const all = own.slice(0, QUESTIONS);
  for (let number = 0; all.length < QUESTIONS; number += 1) {
    const like = codebook[number % codebook.length];
    if (!like) throw new Error("The record holds no question of the codebook.");
    all.push({ ...like, id: `${like.id}-bench-${number}`, order: 1000 + number });
  }
  return all;
}

function placesOf(real: readonly AtlasRecord[]): string[] {
  const all = real.flatMap((one) => (one.kind === "jurisdiction" && one.body.kind !== "statistical" ? [one.id] : []));
  return [LOOKED_AT, ...all.filter((one) => one !== LOOKED_AT)].slice(0, JURISDICTIONS);
}

function codingOf(model: Coding, place: string, question: Question, scale: Scale | undefined, period: number, periods: number): AtlasRecord {
  const last = period === periods - 1;
  const back = periods - 1 - period;
  // The last period begins in 2016 whatever their number; each earlier one lasts two years.
  const year = 2016 - 2 * back;
  const options = scale?.options ?? [];
  const answer = options[(period + question.order) % options.length]?.id ?? String(Math.max(0, scale?.min ?? 0) + 1);
  const id = `${place.toLowerCase()}-${question.id}-${year}`;
  const body = Coding.parse({
    ...model,
    id,
    jurisdiction: place,
    question: question.id,
    answer: last ? (options[question.order % options.length]?.id ?? answer) : answer,
    from: `${year}-03-01`,
    to: last ? "" : `${year + 2}-02-28`,
    current: "",
    before: "",
    change: period === 0 ? "first" : "amendment",
  });
  return { kind: "coding", id, body };
}
