import type { Campaign } from "../../domain/campaign.ts";
import { direction } from "../../domain/locale.ts";
import type { Position } from "../../domain/position.ts";
import { punctuation } from "../../domain/punctuation.ts";
import type { Question } from "../../domain/question.ts";
import type { Citation } from "../../domain/source.ts";
import { type BriefAsk, type BriefView, briefView } from "../brief/view.ts";
import { dateText } from "../date.ts";
import { Fault } from "../fault.ts";
import { choice, type Inquiry, listed } from "../inquiry.ts";
import { answerWords } from "../question/words.ts";

/** What a letter is made about. Any part may still be missing. */
export interface LetterAsked {
  readonly place: string;
  readonly position: string;
  /** Ids of asks of the position; empty for those that are not met or partly met. */
  readonly asks: readonly string[];
  /** The campaign whose letter it is; null for none. */
  readonly campaign: Campaign | null;
}

/** A paragraph of the letter; its lines stand below each other. */
export type Paragraph = readonly string[];

export interface LetterView {
  readonly asked: LetterAsked;
  readonly position: Position;
  readonly brief: BriefView;
  /** The asks that the letter speaks of. */
  readonly asks: readonly BriefAsk[];
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
  /** The address that opens the letter in a mail program, without a recipient. */
  readonly mail: string;
  /** Whether the letter is cut in that address. */
  readonly cut: boolean;
}

/** Longest address that the mail programs of common systems open whole, in characters. */
export const LONGEST_MAIL = 1900;
/** Examples elsewhere that a letter names for one ask. */
const MOST_EXAMPLES = 3;

/** The parameters place, position, ask (repeated) and campaign. Throws a Fault of status 400 for a code that is none. */
function letterAsked(inquiry: Inquiry): LetterAsked {
  const { catalogue, query } = inquiry;
  const campaign = catalogue.campaigns.get(choice(query, "campaign", [...catalogue.campaigns.keys()])) ?? null;
  const places = [...catalogue.jurisdictions.values()].filter((one) => one.kind !== "statistical").map((one) => one.id);
  const place = choice(query, "place", places);
  const position = choice(query, "position", [...catalogue.positions.keys()]);
  const known = catalogue.positions.get(position)?.asks ?? [];
  const asks = listed(query, "ask");
  // Asks of another position were ticked before the position was changed: they are left out.
  for (const one of asks) if (!catalogue.questions.has(one)) throw new Fault(400, "ask", `“${one.slice(0, 60)}” is not an ask of this position.`, known);
  return { place, position, asks: known.filter((one) => asks.includes(one)), campaign };
}

/**
 * The letter on the inquiry's day, in its language; null while place or position is missing. `whole` is the address of the
 * page with the letter, which stands in it where it has to be cut. Throws a Fault of status 400.
 */
export async function letterView(inquiry: Inquiry, whole: string, positions: string): Promise<LetterView | null> {
  const asked = letterAsked(inquiry);
  const position = inquiry.catalogue.positions.get(asked.position);
  if (!position || !asked.place) return null;
  const brief = await briefView({ ...inquiry, query: new URLSearchParams({ place: asked.place, position: asked.position }) });
  const open = brief.asks.filter((one) => one.alignment === "not-met" || one.alignment === "partly");
  const asks = asked.asks.length > 0 ? brief.asks.filter((one) => asked.asks.includes(one.ask.id)) : open;
  const writer = new Writer(inquiry);
  const subject = inquiry.t("letter.subject", { place: inquiry.name(asked.place), position: writer.title(position) });
  const paragraphs = writer.letter(asked, position, asks, `${positions}${position.id}#arguments`);
  const body = paragraphs.map((one) => one.join("\n")).join("\n\n");
  return { asked, position, brief, asks, subject, paragraphs, ...mailAddress(subject, body, `${inquiry.t("letter.whole")} ${whole}`) };
}

/**
 * An address of the scheme mailto (RFC 6068) with subject and body, at most LONGEST_MAIL characters long. A body that is too
 * long is cut between two words and ends with `instead`.
 */
export function mailAddress(subject: string, body: string, instead: string): { readonly mail: string; readonly cut: boolean } {
  const address = (text: string): string => `mailto:?subject=${escaped(subject)}&body=${escaped(text.replaceAll("\n", "\r\n"))}`;
  const mail = address(body);
  if (mail.length <= LONGEST_MAIL) return { mail, cut: false };
  const end = `…\n\n${instead}`;
  const room = LONGEST_MAIL - address(end).length;
  let kept = "";
  let size = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(body)) {
    size += escaped(segment.replaceAll("\n", "\r\n")).length;
    if (size > room) break;
    kept += segment;
  }
  return { mail: address(`${kept.trimEnd()}${end}`), cut: true };
}

function escaped(text: string): string {
  return encodeURIComponent(text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Writes a letter, and numbers its sources. */
class Writer {
  readonly #inquiry: Inquiry;
  readonly #notes: Citation[] = [];

  constructor(inquiry: Inquiry) {
    this.#inquiry = inquiry;
  }

  title(position: Position): string {
    return this.#inquiry.say("position", position.id, "title", position.title).text;
  }

  letter(asked: LetterAsked, position: Position, asks: readonly BriefAsk[], debate: string): Paragraph[] {
    const { t, name, locale, at, say } = this.#inquiry;
    const { campaign } = asked;
    const opening = campaign?.appeal?.position === position.id ? campaign.appeal.opening : "";
    const claim = this.#isolated(say("position", position.id, "claim", position.claim).text);
    const said = [
      [t("letter.recipient")],
      [opening && campaign ? say("campaign", campaign.id, "appeal.opening", opening).text : t("letter.opening", { topic: this.title(position) })],
      [`${t("letter.claim", { organisation: position.organisation, claim })} ${this.#cite(position.citations)}`],
      ...(asks.length === 0 ? [[t("letter.own-ask")]] : [[t("letter.law", { day: dateText(at, locale), place: name(asked.place) })]]),
      ...asks.map((one, index) => this.#ask(one, index + 1)),
      ...(asks.length === 0 ? [] : [[t("letter.request")]]),
      [t("letter.debate", { address: debate })],
      [t("letter.review")],
      [t("letter.closing"), t("letter.sender")],
    ];
    return [...said, [t("letter.sources"), ...this.#notes.map((one, index) => this.#source(one, index + 1))]];
  }

  #ask(of: BriefAsk, number: number): Paragraph {
    const { t, name, say } = this.#inquiry;
    const { ask, counted, answer, alignment, reach, examples } = of;
    const blank = alignment === "not-coded" || alignment === "not-known";
    const lines = [`${number}. ${this.#isolated(say("question", ask.id, "wording", ask.wording).text)}`];
    lines.push(t(`letter.line-${blank ? "blank" : alignment}`));
    if (answer?.coding) lines.push(t("letter.answer", { answer: this.#answer(counted, answer.coding.answer, answer.coding.citations) }));
    for (const one of reach)
      if (one.answer.coding)
        lines.push(t("letter.reach", { place: name(one.from), answer: this.#answer(counted, one.answer.coding.answer, one.answer.coding.citations) }));
    const { comma, semicolon, stop } = punctuation(this.#inquiry.locale);
    const named = examples.slice(0, MOST_EXAMPLES).map(({ answer: other }) => {
      const cited = other.coding?.citations.slice(0, 1) ?? [];
      const place = this.#place(cited[0]).join(comma);
      return `${name(other.jurisdiction)}${place ? ` (${this.#isolated(place)})` : ""} ${this.#cite(cited)}`.trimEnd();
    });
    if (named.length > 0 && alignment !== "met") lines.push(`${t("letter.examples")} ${named.join(semicolon)}${stop}`);
    return lines;
  }

  #answer(question: Question, answer: string, citations: readonly Citation[]): string {
    const { words } = answerWords(this.#inquiry, question, answer);
    const { comma } = punctuation(this.#inquiry.locale);
    return `${[words, ...this.#place(citations[0]).map((one) => this.#isolated(one))].join(comma)} ${this.#cite(citations.slice(0, 1))}`.trimEnd();
  }

  /** The law and the provision that an answer stands on, as far as the record names them. */
  #place(citation: Citation | undefined): string[] {
    const { instrument = "", provision = "" } = citation ?? {};
    const law = this.#inquiry.catalogue.instruments.get(instrument);
    const title = law && !provision.includes(law.title) ? [this.#inquiry.say("instrument", law.id, "title", law.title).text] : [];
    return [...title, ...(provision ? [provision] : [])];
  }

  #cite(citations: readonly Citation[]): string {
    return citations
      .map((one) => {
        const known = this.#notes.findIndex((other) => other.source === one.source);
        if (known < 0) this.#notes.push(one);
        return `[${known < 0 ? this.#notes.length : known + 1}]`;
      })
      .join("");
  }

  #source(citation: Citation, number: number): string {
    const source = this.#inquiry.catalogue.sources.get(citation.source);
    if (!source) return `[${number}] ${citation.source}`;
    const { comma } = punctuation(this.#inquiry.locale);
    return `[${number}] ${this.#isolated([source.title, source.publisher].filter(Boolean).join(comma))}${comma}${source.url}`;
  }

  /** A name or text that may run the other way than the letter: marked, so that its brackets and stops keep their places. */
  #isolated(text: string): string {
    return direction(this.#inquiry.locale) === "rtl" ? `\u2068${text}\u2069` : text;
  }
}
