import { punctuation, quoted } from "../../domain/punctuation.ts";
import { watchParameters } from "../../domain/watch.ts";
import { type Part, type Pen, said } from "./letter.ts";

/**
 * What is watched, in words. `typed`: whether the words of a search may stand there. They may not in a letter to an address
 * that nobody has confirmed: forms could be used to send words to anybody.
 */
export function watchParts(pen: Pen, query: string, typed: boolean): Part[] {
  const { catalogue, t } = pen;
  const { q, place, topic, question, instrument, kind } = watchParameters(query);
  const title = (of: "topic" | "question", id: string): Part => {
    const found = of === "topic" ? catalogue.topics.get(id)?.title : catalogue.questions.get(id)?.wording;
    return said(pen, pen.say(of, id, of === "topic" ? "title" : "wording", found ?? id), { strong: true });
  };
  const strong = (words: string): Part => ({ words, strong: true });
  const parts: Array<readonly [label: string, part: Part]> = [];
  if (place) parts.push([t("update.place"), strong(pen.name(place))]);
  if (topic) parts.push([t("update.topic"), title("topic", topic)]);
  if (question) parts.push([t("search.kind-question"), title("question", question)]);
  if (instrument) {
    const treaty = catalogue.treaties.get(instrument);
    const law = pen.say(treaty ? "treaty" : "instrument", instrument, "title", treaty?.title ?? catalogue.instruments.get(instrument)?.title ?? instrument);
    parts.push([t("search.kind-instrument"), said(pen, law, { strong: true })]);
  }
  if (kind) parts.push([t("update.kind"), strong(kindWords(pen, kind))]);
  if (q) parts.push([t("alert.words"), strong(typed ? quoted(`\u2068${q}\u2069`, pen.locale) : t("mail.confirm-own-words"))]);
  const { colon, semicolon } = punctuation(pen.locale);
  return parts.flatMap(([label, part], index) => [`${index > 0 ? semicolon : ""}${label}${colon}`, part]);
}

/** What sort of record or change it is, as the site calls it. */
export function kindWords(pen: Pen, kind: string): string {
  return pen.either([`update.kind-${kind}`, `instrument.kind-${kind}`, `search.kind-${kind}`, `testimony.kind-${kind}`, `history.kind-${kind}`], kind);
}
