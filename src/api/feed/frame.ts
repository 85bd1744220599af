import type { Inquiry } from "../inquiry.ts";
import type { FeedEntry } from "./feed.ts";

/** The parameters of a query that a feed keeps, in the order given; those without a value are left out. */
export function keptOf(query: URLSearchParams, names: readonly string[]): URLSearchParams {
  return new URLSearchParams(names.flatMap((name) => (query.get(name)?.trim() ? [[name, query.get(name)?.trim() ?? ""]] : [])));
}

/** The permanent name of a feed: what it lists, and by which parameters. */
export function idOf(name: string, query: URLSearchParams, names: readonly string[]): string {
  return `feed ${name} ${keptOf(query, names)}`;
}

/** The page that a feed belongs to, with the feed's parameters. */
export function pathOf(path: string, query: URLSearchParams, names: readonly string[]): string {
  const kept = keptOf(query, names).toString();
  return kept ? `${path}?${kept}` : path;
}

/** The title of a feed: its subject, and what it is about where it is filtered, so that two feeds of a reader can be told apart. */
export function titleOf(inquiry: Inquiry, subject: string, names: readonly string[]): string {
  const { catalogue, query } = inquiry;
  const value = (name: string): string => (names.includes(name) ? (query.get(name)?.trim() ?? "") : "");
  const topic = catalogue.topics.get(value("topic"));
  const question = catalogue.questions.get(value("question"));
  const instrument = catalogue.instruments.get(value("instrument"));
  const kind = value("kind");
  return [
    "Safeguard Atlas",
    subject,
    ...(kind ? [inquiry.t(`update.kind-${kind}`)] : []),
    ...(value("place") ? [inquiry.name(value("place"))] : []),
    ...(topic ? [inquiry.say("topic", topic.id, "title", topic.title).text] : []),
    ...(question ? [inquiry.say("question", question.id, "wording", question.wording).text] : []),
    ...(instrument ? [inquiry.say("instrument", instrument.id, "title", instrument.title).text] : []),
    ...[value("year"), value("q")].filter(Boolean),
  ].join(" · ");
}

/** Topics as tags of an entry. */
export function tagsOf({ catalogue, say }: Inquiry, topics: readonly string[]): FeedEntry["tags"] {
  return topics.flatMap((id) => {
    const topic = catalogue.topics.get(id);
    return topic ? [{ term: id, label: say("topic", id, "title", topic.title).text }] : [];
  });
}

/** Newest first: by when the record came to say it, then by when it happened, then by name. */
export function newestFirst<T extends Pick<FeedEntry, "id" | "published" | "updated">>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => compare(b.updated, a.updated) || compare(b.published, a.published) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
