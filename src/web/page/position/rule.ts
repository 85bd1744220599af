import { answerWords } from "../../../api/question/words.ts";
import { ALIGNMENTS, type Question } from "../../../domain/question.ts";
import { punctuation, quoted } from "../../part/punctuation.ts";
import type { Visit } from "../../visit.ts";

const BOUNDS: Readonly<Record<string, string>> = { ">=": "ge", ">": "gt", "<=": "le", "<": "lt", "=": "eq" };

/** The rule of an ask as one sentence: which answers meet it, partly meet it, do not meet it. */
export function ruleWords(visit: Visit, ask: Question, counted: Question): string {
  const { comma, semicolon, stop } = punctuation(visit.locale);
  const parts = ALIGNMENTS.flatMap((alignment) => {
    const answers = ask.rules.filter((rule) => rule.alignment === alignment).map((rule) => patternWords(visit, counted, rule.answer));
    return answers.length > 0 ? [visit.t(`position.rule-${alignment}`, { answers: answers.join(comma) })] : [];
  });
  return `${parts.join(semicolon)}${stop}`;
}

/** An answer of the scale in quotation marks, or a bound such as “18 years or more”. */
function patternWords(visit: Visit, question: Question, pattern: string): string {
  const bound = /^(>=|<=|<|>|=)(-?\d+(?:\.\d+)?)$/.exec(pattern);
  if (bound) return visit.t(`position.bound-${BOUNDS[bound[1] ?? "="]}`, { value: answerWords(visit, question, bound[2] ?? "").words });
  const { words } = answerWords(visit, question, pattern);
  return quoted(words, visit.locale);
}
