import { firstDay } from "../../domain/date.ts";
import type { Testimony } from "../../domain/testimony.ts";
import { type Feed, type FeedEntry, NEWEST } from "../feed/feed.ts";
import { idOf, newestFirst, pathOf, tagsOf, titleOf } from "../feed/frame.ts";
import type { Inquiry } from "../inquiry.ts";
import { testimonyList } from "./view.ts";

/** Parameters of the library that a feed keeps. */
const FILTERS = ["kind", "place", "topic", "question", "organisation", "body", "year", "position", "claim", "instrument"] as const;
/** Those of them that stand in its title. */
const TITLED = ["place", "topic", "question", "instrument", "year"] as const;

/** The library as a feed, with the parameters of its list: one entry a document, that counts as new again when the record of it changes. */
export async function testimonyFeed(inquiry: Inquiry): Promise<Feed> {
  const { query, t } = inquiry;
  const all = testimonyList(inquiry);
  const recorded = await inquiry.reader.recordedOn(
    "testimony",
    all.map((one) => one.id),
  );
  const entries = newestFirst(all.map((one) => entryOf(inquiry, one, recorded.get(one.id) ?? inquiry.revision.recorded)));
  return {
    id: idOf("testimony", query, FILTERS),
    title: titleOf(inquiry, t("testimony.title"), TITLED),
    about: t("testimony.description"),
    path: pathOf("/testimony", query, FILTERS),
    lang: inquiry.locale,
    updated: entries[0]?.updated ?? inquiry.revision.recorded,
    entries: entries.slice(0, NEWEST),
  };
}

function entryOf(inquiry: Inquiry, one: Testimony, recorded: string): FeedEntry {
  const day = `${firstDay(one.date)}T00:00:00.000Z`;
  return {
    id: `testimony ${one.id}`,
    path: `/testimony/${one.id}`,
    title: inquiry.say("testimony", one.id, "title", one.title),
    summary: inquiry.say("testimony", one.id, "summary", one.summary),
    published: day,
    updated: recorded > day ? recorded : day,
    tags: [
      { term: one.kind, label: inquiry.t(`testimony.kind-${one.kind}`) },
      ...one.jurisdictions.map((code) => ({ term: code, label: inquiry.name(code) })),
      ...tagsOf(inquiry, one.topics),
    ],
  };
}
