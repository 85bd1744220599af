import type { Question } from "../../domain/question.ts";
import type { Said } from "../../store/catalogue.ts";
import type { Visit } from "../visit.ts";

/** Answers that guidance names by a short word of the page's language, which stands in the messages. */
const SHORT: ReadonlySet<string> = new Set([
  "yes",
  "partial",
  "no",
  "unclear",
  "not-applicable",
  "required",
  "conditional",
  "recommended",
  "none",
  "party",
  "signed",
  "in-law",
]);

/** A piece of guidance: what an answer means, or words that concern all answers (empty label). */
export interface GuidancePiece {
  readonly label: string;
  readonly text: string;
}

/**
 * Cuts guidance at the answers that it explains (“partial: only some acts. no: none.”). `names` gives for every way in
 * which the guidance may name an answer (its id, its label, in small letters) the label that readers know.
 */
export function guidancePieces(text: string, names: ReadonlyMap<string, string>): GuidancePiece[] {
  const known = [...names.keys()].sort((a, b) => b.length - a.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (known.length === 0) return [{ label: "", text }];
  const start = new RegExp(`(?:^|(?<=[.;।؛]\\s|[。；]))(${known.join("|")})(?:\\s?:\\s|：|,?(?=\\s(?:also|aussi)\\s))`, "giu");
  const pieces: GuidancePiece[] = [];
  let from = 0;
  let label = "";
  for (const match of text.matchAll(start)) {
    add(pieces, label, text.slice(from, match.index));
    label = names.get((match[1] ?? "").toLowerCase()) ?? "";
    from = match.index + match[0].length;
  }
  add(pieces, label, text.slice(from));
  return pieces;
}

function add(pieces: GuidancePiece[], label: string, text: string): void {
  const words = text.trim().replace(/[;；؛]$/, "");
  if (words || label) pieces.push({ label, text: words });
}

/** How a question is answered, with each answer named as the reader meets it elsewhere, never by its id. */
export function Guidance({ question, said, visit }: { question: Question; said: Said; visit: Visit }) {
  const lang = said.lang === visit.locale ? undefined : said.lang;
  return (
    <span lang={lang}>
      {guidancePieces(said.text, answerNames(question, visit)).map(({ label, text }, index) => (
        <>
          {index > 0 && " "}
          {label && <b>{visit.t("answer.guide", { label })}</b>} {text}
        </>
      ))}
    </span>
  );
}

/** Ways in which guidance names an answer, each with the answer's label. */
function answerNames(question: Question, visit: Visit): Map<string, string> {
  const names = new Map<string, string>();
  const scale = visit.catalogue.scales.get(question.scale);
  for (const option of scale?.options ?? []) {
    const label = visit.say("scale", question.scale, `options.${option.id}.label`, option.label).text;
    names.set(option.id, label);
    names.set(label.toLowerCase(), label);
    if (SHORT.has(option.id)) names.set(visit.t(`answer.guide-${option.id}`), label);
  }
  return names;
}
