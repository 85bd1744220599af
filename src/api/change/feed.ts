import { firstDay } from "../../domain/date.ts";
import type { Locale } from "../../domain/locale.ts";
import { punctuation } from "../../domain/punctuation.ts";
import { apart, type Feed, type FeedEntry, NEWEST } from "../feed/feed.ts";
import { idOf, keptOf, newestFirst, pathOf, tagsOf, titleOf } from "../feed/frame.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { answerWords } from "../question/words.ts";
import { type Recoding, recodings } from "./recoding.ts";
import { changeLines, changeQueryOf, changeTitle, type LawChange, lawChanges } from "./view.ts";

/** Changes of the law, or second readings of the same law: never both in one list. */
const CHANGE_SORTS = ["amendment", "recoding"] as const;

const FILTERS = ["place", "topic", "question", "instrument", "change", "q"] as const;

/** Which sort of change is asked for; amendments when none is named. */
export function sortOf(inquiry: Pick<Inquiry, "query">): (typeof CHANGE_SORTS)[number] {
  return choice(inquiry.query, "change", CHANGE_SORTS) || "amendment";
}

/** Changes as a feed. Parameters: place, topic, question, instrument, q, change (amendment, the default, or recoding). */
export async function changeFeed(inquiry: Inquiry): Promise<Feed> {
  const { query, locale, revision, t } = inquiry;
  const wanted = changeQueryOf(inquiry);
  const sort = sortOf(inquiry);
  const entries: FeedEntry[] =
    sort === "recoding"
      ? (await recodings(inquiry, wanted)).slice(0, NEWEST).map((one) => recodingEntry(inquiry, one))
      : newestFirst((await lawChanges(inquiry, wanted)).map((one) => ({ ...one, ...timesOf(one) })))
          .slice(0, NEWEST)
          .map((one) => changeEntry(inquiry, one));
  return {
    id: idOf(`changes ${sort}`, keptOf(query, ["place", "topic", "question", "instrument", "q"]), FILTERS),
    title: titleOf(inquiry, t(`feed.title-${sort}`), FILTERS),
    about: t(`feed.about-${sort}`),
    path: pageOf(query),
    lang: locale,
    updated: entries[0]?.updated ?? revision.recorded,
    entries,
  };
}

/** When a change happened, and when the record came to say so or its day came, whichever was later. */
export function timesOf({ date, recorded }: LawChange): { published: string; updated: string } {
  const day = `${firstDay(date)}T00:00:00.000Z`;
  return { published: day, updated: recorded > day ? recorded : day };
}

/** The page on which the same can be read: of the question, the law, the place or the topic, else of all adoptions. */
function pageOf(query: URLSearchParams): string {
  const value = (name: string): string => query.get(name)?.trim() ?? "";
  if (value("change") === "recoding") return pathOf("/history", new URLSearchParams({ kind: "coding", change: "recoding" }), ["kind", "change"]);
  if (value("question")) return `/questions/${value("question")}`;
  if (value("instrument")) return `/instruments/${value("instrument")}`;
  if (value("place")) return `/jurisdictions/${value("place")}/timeline`;
  return value("topic") ? `/topics/${value("topic")}` : "/adoption";
}

function changeEntry(inquiry: Inquiry, change: LawChange): FeedEntry {
  return {
    id: change.id,
    path: change.instrument ? `/instruments/${change.instrument.id}` : `/questions/${change.question?.id ?? ""}`,
    title: changeTitle(inquiry, change),
    summary: changeLines(inquiry, change),
    ...timesOf(change),
    tags: [{ term: change.jurisdiction, label: inquiry.name(change.jurisdiction) }, ...tagsOf(inquiry, change.topics)],
  };
}

function recodingEntry(inquiry: Inquiry, { id, recorded, changeset, reason, coding, before, question }: Recoding): FeedEntry {
  const { locale, t } = inquiry;
  const said = inquiry.say("question", question.id, "wording", question.wording);
  const mark = punctuation(locale);
  const words = (answer: string): string => {
    const found = answerWords(inquiry, question, answer);
    return found.lang === locale ? found.words : apart(found.words, found.lang as Locale);
  };
  const wording = said.lang === locale ? said.text : apart(said.text, said.lang);
  const lines = [
    t("feed.recoded"),
    ...(before !== null && before !== coding.answer ? [t("feed.before", { answer: words(before) })] : []),
    `${t("feed.reason")} ${apart(reason, "en")}`,
    t("feed.changeset", { changeset }),
  ];
  return {
    id,
    path: `/history?kind=coding&id=${encodeURIComponent(coding.id)}`,
    title: { text: `${inquiry.name(coding.jurisdiction)}${mark.colon}${wording} ${t("feed.answer-starts", { answer: words(coding.answer) })}`, lang: locale },
    summary: { text: lines.join("\n"), lang: locale },
    published: recorded,
    updated: recorded,
    tags: [{ term: coding.jurisdiction, label: inquiry.name(coding.jurisdiction) }, ...tagsOf(inquiry, [question.topic])],
  };
}
