import { z } from "zod";
import { Id, MaybeWords, Words } from "./id.ts";

/** How an answer is drawn. A number has a state of its own. */
export const STATES = ["yes", "partial", "no", "unclear", "not-applicable", "number"] as const;
export type State = (typeof STATES)[number];

/** What a reader can meet for a jurisdiction, a question and a day. Absence is never "no". */
export type Standing = State | "not-known" | "not-coded";

/** One possible answer, in words, and how it is drawn. */
export const Option = z.strictObject({
  id: Id,
  label: Words,
  state: z.enum(["yes", "partial", "no", "unclear", "not-applicable"]).describe("how the answer is drawn and counted"),
});
export type Option = z.infer<typeof Option>;

/** A set of answers that several questions share. */
export const Scale = z.strictObject({
  id: Id,
  type: z.enum(["category", "number"]).describe("category: one of the options; number: a number, or one of the options"),
  unit: MaybeWords.describe("unit of a number, such as years"),
  min: z.number().nullable().describe("least number"),
  max: z.number().nullable().describe("greatest number"),
  options: z.array(Option),
});
export type Scale = z.infer<typeof Scale>;

/** How far an answer meets what a position asks for. */
export const ALIGNMENTS = ["met", "partly", "not-met", "unclear", "not-applicable"] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** One rule from answers to an alignment: the answer itself, or a bound such as >=18 for numbers. */
export const Rule = z.strictObject({
  answer: z.string().regex(/^(?:[a-z0-9-]+|(?:>=|<=|<|>|=)-?\d+(?:\.\d+)?)$/, "write an answer of the scale or a bound such as >=18"),
  alignment: z.enum(ALIGNMENTS).describe("how far the answer meets what the position asks for"),
});
export type Rule = z.infer<typeof Rule>;

/** A question of the codebook: wording, guidance and the scale of its answers. */
export const Question = z.strictObject({
  id: Id,
  order: z.number().int().nonnegative(),
  kind: z.enum(["codebook", "ask", "treaty"]).describe("codebook: asked of every jurisdiction; ask: tests a position; treaty: made from treaty statuses"),
  topic: Id,
  wording: Words.describe("the question, as it is asked"),
  guidance: MaybeWords.describe("how to choose an answer"),
  scale: Id,
  version: z.number().int().positive().describe("raised when the wording or the scale changes its meaning"),
  position: z.union([Id, z.literal("")]).describe("for an ask: the position it tests"),
  treaty: z.union([Id, z.literal("")]).describe("for a treaty question: the treaty"),
  same: z.union([Id, z.literal("")]).describe("for an ask: the codebook question that already asks this; its answers count, through the rules"),
  rules: z.array(Rule).describe("for an ask: which answers (of `same` where it is named) meet it"),
  flags: z.array(Id),
  note: MaybeWords.describe("what a reader must know before comparing answers"),
});
export type Question = z.infer<typeof Question>;

/** The state in which an answer of this scale is drawn, or null when the scale does not know the answer. */
export function stateOf(scale: Scale, answer: string): State | null {
  const option = scale.options.find((one) => one.id === answer);
  if (option) return option.state;
  if (scale.type !== "number" || !/^-?\d+(\.\d+)?$/.test(answer)) return null;
  const value = Number(answer);
  if (scale.min !== null && value < scale.min) return null;
  if (scale.max !== null && value > scale.max) return null;
  return "number";
}

/** Applies a question's rules to an answer. No rule fits: null, which is shown as "unclear". */
export function align(rules: readonly Rule[], answer: string): Alignment | null {
  for (const rule of rules) if (fits(rule.answer, answer)) return rule.alignment;
  return null;
}

function fits(pattern: string, answer: string): boolean {
  const bound = /^(>=|<=|<|>|=)(-?\d+(?:\.\d+)?)$/.exec(pattern);
  if (!bound) return pattern === answer;
  if (!/^-?\d+(\.\d+)?$/.test(answer)) return false;
  const value = Number(answer);
  const limit = Number(bound[2]);
  switch (bound[1]) {
    case ">=":
      return value >= limit;
    case "<=":
      return value <= limit;
    case "<":
      return value < limit;
    case ">":
      return value > limit;
    default:
      return value === limit;
  }
}
