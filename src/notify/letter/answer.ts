import type { Letters } from "../../store/desk/letter.ts";
import type { Letter, Pen } from "./letter.ts";

/** Says what became of a correction that somebody asked for. */
export function answerLetter(pen: Pen, { reference, page, state, summary, decision }: Letters["answer"], origin: string): Letter {
  const { t } = pen;
  const lines = [
    { label: t("mail.answer-asked"), text: summary },
    { label: t("mail.answer-decided"), text: decision },
  ].filter((one) => one.text);
  const href = page.startsWith("/") && !page.startsWith("//") ? `${origin}${page}` : origin;
  return {
    subject: t("mail.subject-answer", { reference }),
    blocks: [
      { is: "text", parts: [t("mail.answer")] },
      { is: "note", parts: [{ words: href, href }] },
      { is: "text", parts: [t(`mail.answer-${state}`)] },
      // An editor writes in English.
      ...(lines.length > 0
        ? [{ is: "list" as const, items: [{ title: "", lines: lines.map(({ label, text }) => ({ label, parts: [{ words: text, lang: "en" as const }] })) }] }]
        : []),
    ],
    foot: [{ is: "note", parts: [{ words: t("mail.answer-log"), href: pen.link("/corrections") }] }],
  };
}
