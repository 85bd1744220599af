import { answerEvents, type Event, stageEvents } from "../../analysis/timeline.ts";
import type { Coding } from "../../domain/coding.ts";
import { firstDay } from "../../domain/date.ts";
import type { Instrument } from "../../domain/instrument.ts";
import type { Locale } from "../../domain/locale.ts";
import { punctuation } from "../../domain/punctuation.ts";
import type { Question } from "../../domain/question.ts";
import type { Citation } from "../../domain/source.ts";
import type { DatedKind } from "../../store/reader.ts";
import { dateText } from "../date.ts";
import { apart, type FeedText } from "../feed/feed.ts";
import { choice, type Inquiry, text } from "../inquiry.ts";
import { folded } from "../order.ts";
import { answerWords } from "../question/words.ts";

/** What a feed or a list of changes asks for. */
export interface ChangeQuery {
  readonly place: string;
  readonly topic: string;
  readonly question: string;
  readonly instrument: string;
  readonly words: readonly string[];
}

/** Reads the parameters place, topic, question, instrument and q. Throws a Fault for a value that is none. */
export function changeQueryOf({ catalogue, query }: Inquiry): ChangeQuery {
  return {
    place: choice(query, "place", [...catalogue.jurisdictions.keys()]),
    topic: choice(query, "topic", [...catalogue.topics.keys()]),
    question: choice(query, "question", [...catalogue.questions.keys()]),
    instrument: choice(query, "instrument", [...catalogue.instruments.keys()]),
    words: folded(text(query, "q")).split(/\s+/).filter(Boolean),
  };
}

/** A dated change of the law: a step of an instrument, or an answer that began, changed or ended. */
export interface LawChange {
  /** Permanent. */
  readonly id: string;
  readonly what: "stage" | "answer";
  readonly date: string;
  readonly jurisdiction: string;
  /** For a step its name; for an answer starts, changes or ends. */
  readonly step: string;
  readonly instrument: Instrument | null;
  readonly question: Question | null;
  readonly coding: Coding | null;
  readonly topics: readonly string[];
  readonly citations: readonly Citation[];
  /** When the record first said so; ISO 8601. */
  readonly recorded: string;
}

/**
 * Changes of the law that have come by the day of the inquiry. An answer whose start is not known is none, nor is a second
 * reading of the same law, nor an answer that goes on under another provision. Where an answer took over on the day after
 * another ended, the law changed on that day, also when the new answer was read again since: it is still the same change.
 */
export async function lawChanges(inquiry: Inquiry, wanted: ChangeQuery): Promise<LawChange[]> {
  const { catalogue, at } = inquiry;
  const come = (one: Event): boolean => firstDay(one.date) <= at;
  const stages = wanted.question ? [] : stageEvents(instrumentsOf(inquiry, wanted)).filter(come);
  const answers = (await answersOf(inquiry, wanted)).filter((one) => come(one.event));
  const since = await recordedSince(inquiry, stages, answers);
  return [
    ...stages.flatMap((event): LawChange[] => {
      const instrument = catalogue.instruments.get(event.id);
      if (!instrument) return [];
      const id = `stage ${event.id} ${event.date} ${event.what}`;
      return [
        {
          ...BARE,
          id,
          what: "stage",
          ...dated(event),
          instrument,
          topics: instrument.topics,
          recorded: since("instrument", `${event.id} ${event.date} ${event.what}`),
        },
      ];
    }),
    ...answers.map(({ event, coding, question }): LawChange => {
      const said = event.what === "ends" ? `${coding.to} ends` : coding.from;
      return {
        ...BARE,
        id: `answer ${coding.id} ${said}`,
        what: "answer",
        ...dated(event),
        question,
        coding,
        topics: [question.topic],
        recorded: question.kind === "treaty" ? since("treaty-status", `${statusOf(coding)} ${event.date}`) : since("coding", `${coding.id} ${said}`),
      };
    }),
  ].filter((one) => holds(inquiry, one, wanted.words));
}

const BARE = { instrument: null, question: null, coding: null } as const;

function dated({ date, jurisdiction, what, citations }: Event): Pick<LawChange, "date" | "jurisdiction" | "step" | "citations"> {
  return { date, jurisdiction, step: what, citations };
}

function instrumentsOf({ catalogue }: Inquiry, { place, topic, instrument }: ChangeQuery): Instrument[] {
  return [...catalogue.instruments.values()].filter(
    (one) => (!place || one.jurisdiction === place) && (!topic || one.topics.includes(topic)) && (!instrument || one.id === instrument),
  );
}

interface Answered {
  readonly event: Event;
  readonly coding: Coding;
  readonly question: Question;
}

async function answersOf({ catalogue, reader }: Inquiry, { place, topic, question, instrument }: ChangeQuery): Promise<Answered[]> {
  const questions = question ? [question] : topic ? [...catalogue.questions.values()].filter((one) => one.topic === topic).map((one) => one.id) : undefined;
  if (questions?.length === 0) return [];
  const spans = await reader.spans({ ...(questions ? { questions } : {}), ...(place ? { jurisdictions: [place] } : {}) });
  const codings = new Map(spans.map(({ coding }) => [coding.id, coding]));
  return answerEvents(spans).flatMap((event) => {
    const coding = codings.get(event.id);
    const about = coding && catalogue.questions.get(coding.question);
    if (!coding || !about || event.what === "continues" || (event.what === "starts" && coding.change === "recoding")) return [];
    if (instrument && !coding.citations.some((one) => one.instrument === instrument)) return [];
    return [{ event, coding, question: about }];
  });
}

/** When the record first said each change; the time of the revision where the store does not know. */
async function recordedSince(inquiry: Inquiry, stages: readonly Event[], answers: readonly Answered[]): Promise<(kind: DatedKind, key: string) => string> {
  const { reader, revision } = inquiry;
  const ids = (kind: string) => [
    ...new Set(
      answers.filter((one) => (one.question.kind === "treaty") === (kind === "treaty")).map(({ coding }) => (kind === "treaty" ? statusOf(coding) : coding.id)),
    ),
  ];
  const [instrument, coding, status] = await Promise.all([
    reader.saidSince("instrument", [...new Set(stages.map((one) => one.id))]),
    reader.saidSince("coding", ids("codebook")),
    reader.saidSince("treaty-status", ids("treaty")),
  ]);
  const known: Readonly<Record<DatedKind, ReadonlyMap<string, string>>> = { instrument, coding, "treaty-status": status };
  return (kind, key) => known[kind].get(key) ?? revision.recorded;
}

/** The treaty status that an answer to a treaty's question is made from. */
function statusOf(coding: Coding): string {
  return coding.id.replace(/-signed$/, "");
}

/** What a change is called: the place, what changed, and to what. */
export function changeTitle(inquiry: Inquiry, change: LawChange): FeedText {
  const { locale, t } = inquiry;
  const mark = punctuation(locale);
  const place = inquiry.name(change.jurisdiction);
  if (change.instrument) {
    const said = inquiry.say("instrument", change.instrument.id, "title", change.instrument.title);
    return { text: `${place}${mark.colon}${inside(said, locale)} · ${t(`instrument.stage-${change.step}`)}`, lang: locale };
  }
  const { coding, question } = change;
  if (!coding || !question) return { text: place, lang: locale };
  const said = inquiry.say("question", question.id, "wording", question.wording);
  const { words, lang } = answerWords(inquiry, question, coding.answer);
  const answer = inside({ text: words, lang: lang as Locale }, locale);
  return { text: `${place}${mark.colon}${inside(said, locale)} ${t(`feed.answer-${change.step === "ends" ? "ends" : "starts"}`, { answer })}`, lang: locale };
}

/** What is to be known of a change, in lines: its day, what the answer was before, note, provision and sources. */
export function changeLines(inquiry: Inquiry, change: LawChange): FeedText {
  const { locale, t, catalogue } = inquiry;
  const note = change.coding?.note ? inquiry.say("coding", change.coding.id, "note", change.coding.note) : null;
  const stage = change.instrument?.stages.find((one) => one.date === change.date && one.stage === change.step);
  const remark =
    stage?.note && change.instrument
      ? inquiry.say("instrument", change.instrument.id, `stages.${change.instrument.stages.indexOf(stage)}.note`, stage.note)
      : note;
  const sources = change.citations.flatMap((one) => {
    const source = catalogue.sources.get(one.source);
    return source ? [`${t("feed.source")} ${apart(source.title, "en")} ${source.url}`] : [];
  });
  return { text: [t("feed.day", { day: dateText(change.date, locale) }), ...(remark ? [inside(remark, locale)] : []), ...sources].join("\n"), lang: locale };
}

function inside({ text: words, lang }: FeedText, locale: Locale): string {
  return lang === locale ? words : apart(words, lang);
}

function holds(inquiry: Inquiry, change: LawChange, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const english = change.instrument?.title ?? change.question?.wording ?? "";
  const all = folded(`${changeTitle(inquiry, change).text} ${english}`);
  return words.every((word) => all.includes(word));
}
