import { dateText } from "../../api/date.ts";
import { answerWords } from "../../api/question/words.ts";
import type { FuzzyDate } from "../../domain/date.ts";
import { punctuation } from "../../domain/punctuation.ts";
import type { KeptNotice } from "../../store/desk/notice.ts";
import { type Block, type Item, type Letter, type Part, type Pen, said } from "./letter.ts";
import { kindWords, watchParts } from "./watch.ts";

/** Changes of one letter at most; the rest is a link. */
const MOST = 60;

/** What a digest is made from. */
export interface Digest {
  readonly notices: readonly KeptNotice[];
  /** The watches that they met: the query, null when it was ended since, and the address that ends it. */
  readonly watches: ReadonlyArray<{ readonly query: string | null; readonly end: string }>;
  readonly manage: string;
  readonly end: string;
}

const FIRST = ["amendment", "update", "recoding"];

/** Everything that somebody watches and that changed, by place: what, from which answer to which, since when, with page and source. */
export function digestLetter(pen: Pen, { notices, watches, manage, end }: Digest): Letter {
  const { t } = pen;
  const rank = (one: KeptNotice): number => FIRST.indexOf(one.change);
  const sorted = [...notices].sort(
    (one, other) => rank(one) - rank(other) || (one.said.day < other.said.day ? 1 : one.said.day > other.said.day ? -1 : one.no - other.no),
  );
  const shown = sorted.slice(0, MOST);
  const codes = [...new Set(shown.map((one) => one.said.places[0] ?? ""))].sort((one, other) => pen.name(one).localeCompare(pen.name(other), pen.locale));
  const [only = ""] = codes;
  const blocks: Block[] = codes.flatMap((code) => [
    { is: "heading", words: pen.name(code) } as const,
    { is: "list", items: shown.filter((one) => (one.said.places[0] ?? "") === code).map((one) => itemOf(pen, one)) } as const,
  ]);
  const more = notices.length - shown.length;
  if (more > 0) blocks.push({ is: "text", parts: [t("mail.more", { count: more }), " ", { words: t("mail.more-link"), href: pen.link("/history") }] });
  return {
    subject:
      codes.length === 1 && only
        ? t("mail.subject-digest-place", { place: pen.name(only), count: notices.length })
        : t("mail.subject-digest", { count: notices.length }),
    blocks,
    foot: [
      { is: "text", parts: [t("mail.why")] },
      { is: "list", items: watches.map((one) => ({ title: "", lines: whyLines(pen, one) })) },
      { is: "text", parts: [{ words: t("mail.manage"), href: manage }] },
      { is: "text", parts: [{ words: t("mail.end-all"), href: end }] },
    ],
  };
}

function whyLines(pen: Pen, { query, end }: Digest["watches"][number]): Item["lines"] {
  if (query === null) return [{ label: "", parts: [pen.t("mail.why-ended")] }];
  return [
    { label: "", parts: watchParts(pen, query, true) },
    { label: "", parts: [{ words: pen.t("mail.end-one"), href: end }] },
  ];
}

function itemOf(pen: Pen, notice: KeptNotice): Item {
  const { t } = pen;
  const { said: about, kind, record } = notice;
  const lines: Array<{ label: string; parts: readonly Part[] }> = [];
  const sort = about.sort ? kindWords(pen, about.sort) : kindWords(pen, kind);
  lines.push({
    label: "",
    parts: kind === "coding" ? [t(`mail.${notice.change}`)] : [`${t(`mail.${notice.change}`)}${punctuation(pen.locale).semicolon}${sort}`],
  });
  const [before, now] = answersOf(pen, notice);
  if (before && about.before !== about.after) lines.push({ label: t("mail.before"), parts: [before] });
  // A law has a standing, not an answer.
  if (now) lines.push({ label: t(about.before === about.after && kind !== "instrument" ? "mail.unchanged" : "mail.now"), parts: [now] });
  else if (kind === "coding" && notice.change === "recoding") lines.push({ label: t("mail.now"), parts: [t("mail.withdrawn")] });
  if (about.day) lines.push({ label: dayLabel(pen, notice, now !== null), parts: [dateText(about.day as FuzzyDate, pen.locale), ...stepOf(pen, notice)] });
  if (about.closes) lines.push({ label: t("mail.closes"), parts: [dateText(about.closes as FuzzyDate, pen.locale)] });
  const others = about.places.slice(1, 7).map((code) => pen.name(code));
  if (others.length > 0) lines.push({ label: t("mail.places"), parts: [others.join(punctuation(pen.locale).comma)] });
  const source = pen.catalogue.sources.get(about.source);
  if (source) {
    const provision = about.provision ? [punctuation(pen.locale).comma, { words: about.provision, lang: "en" as const }] : [];
    lines.push({ label: t("mail.source"), parts: [{ words: source.title, lang: "en", href: source.url }, ...provision] });
  }
  return { title: said(pen, titleOf(pen, kind, record, about.question, about.title), { href: pen.link(about.path) }), lines };
}

/** The step of a law on the day that is told of, with what the record says of it. */
function stepOf(pen: Pen, { kind, record, said: about }: KeptNotice): Part[] {
  const stages = (kind === "instrument" && pen.catalogue.instruments.get(record)?.stages) || [];
  const step = stages.findLastIndex((one) => one.date === about.day);
  const stage = stages[step];
  if (!stage) return [];
  const words = pen.either([`instrument.stage-${stage.stage}`], stage.stage);
  const note = stage.note ? [punctuation(pen.locale).semicolon, said(pen, pen.say("instrument", record, `stages.${step}.note`, stage.note))] : [];
  return [" · ", words, ...note];
}

function dayLabel({ t }: Pen, { kind }: KeptNotice, stands: boolean): string {
  if (kind === "coding" || kind === "treaty-status") return t(stands ? "mail.since" : "mail.until");
  return t("mail.dated");
}

/** What the change is about, in the words of the record as it stands; those that were written down when it has been taken out since. */
function titleOf(pen: Pen, kind: string, record: string, question: string, title: string): { text: string; lang: Pen["locale"] | "en" } {
  const { catalogue } = pen;
  switch (kind) {
    case "coding":
    case "treaty-status":
      return pen.say("question", question, "wording", catalogue.questions.get(question)?.wording ?? title);
    case "obligation":
      return pen.say("obligation", record, "trigger", title);
    case "instrument":
    case "update":
    case "testimony":
    case "campaign":
      return pen.say(kind, record, "title", title);
    default:
      return { text: title, lang: "en" };
  }
}

/** The answers, or the standing of a law, before and now; null where there is none. */
function answersOf(pen: Pen, { kind, said: about }: KeptNotice): [before: Part | null, now: Part | null] {
  const words = (answer: string): Part | null => {
    if (answer === "") return null;
    if (kind === "instrument") return pen.either([`instrument.status-${answer}`], answer);
    const question = pen.catalogue.questions.get(about.question);
    if (!question) return answer;
    const { words: text, lang } = answerWords(pen, question, answer);
    return lang === pen.locale ? text : { words: text, lang: "en" };
  };
  return [words(about.before), words(about.after)];
}
