import type { Standing } from "../../domain/question.ts";

export { answerWords } from "../../api/question/words.ts";

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
