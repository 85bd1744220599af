import type { Option, Question, Scale, Standing, State } from "../../domain/question.ts";
import { stateOf } from "../../domain/question.ts";
import type { Inquiry } from "../../api/inquiry.ts";

const SIGNS: Readonly<Record<Standing, string>> = {
  yes: "●",
  partial: "◐",
  no: "○",
  unclear: "?",
  "not-applicable": "–",
  number: "",
  "not-known": "…",
  "not-coded": "",
};

/** An answer with its sign and its words; never colour alone. */
export function Chip({ standing, words, lang }: { standing: Standing; words: string; lang?: string | undefined }) {
  const sign = SIGNS[standing];
  return (
    <span class={`chip s-${standing}`} lang={lang}>
      {sign && <i aria-hidden="true">{sign}</i>}
      {words}
    </span>
  );
}

/** An answer in words: the label of its option, or the number with its unit. */
export function answerWords(inquiry: Inquiry, question: Question, answer: string): { words: string; lang: string; state: State } {
  const scale = inquiry.catalogue.scales.get(question.scale);
  if (!scale) return { words: answer, lang: "en", state: "unclear" };
  const state = stateOf(scale, answer) ?? "unclear";
  const index = scale.options.findIndex((option: Option) => option.id === answer);
  const option = scale.options[index];
  if (option) {
    const said = inquiry.say("scale", scale.id, `options.${option.id}.label`, option.label);
    return { words: said.text, lang: said.lang, state };
  }
  const unit = unitOf(inquiry, scale);
  return { words: unit.text ? `${answer} ${unit.text}` : answer, lang: unit.lang, state };
}

function unitOf(inquiry: Inquiry, scale: Scale): { text: string; lang: string } {
  return scale.unit ? inquiry.say("scale", scale.id, "unit", scale.unit) : { text: "", lang: inquiry.locale };
}
