import type { Update } from "../../domain/update.ts";
import type { Inquiry } from "../inquiry.ts";
import { matchingUpdates, yearOf } from "../update/view.ts";
import { type Feed, type FeedEntry, NEWEST } from "./feed.ts";
import { idOf, newestFirst, pathOf, tagsOf, titleOf } from "./frame.ts";

/** Parameters of the list of updates that a feed keeps. */
const FILTERS = ["kind", "place", "topic", "year", "from", "to", "q"] as const;

/** Updates as a feed, with the parameters of their list: one entry a note, that counts as new again when the record of it changes. */
export async function updateFeed(inquiry: Inquiry): Promise<Feed> {
  const { query, locale } = inquiry;
  const year = yearOf(query);
  const updates = matchingUpdates(inquiry).filter((one) => (!year || one.date.startsWith(year)) && one.date <= inquiry.at);
  const recorded = await inquiry.reader.recordedOn(
    "update",
    updates.map((one) => one.id),
  );
  const entries = newestFirst(updates.map((one) => entryOf(inquiry, one, recorded.get(one.id) ?? inquiry.revision.recorded)));
  return {
    id: idOf("updates", query, FILTERS),
    title: titleOf(inquiry, inquiry.t("update.title"), FILTERS),
    about: inquiry.t("feed.about-updates"),
    path: pathOf("/updates", query, FILTERS),
    lang: locale,
    updated: entries[0]?.updated ?? inquiry.revision.recorded,
    entries: entries.slice(0, NEWEST),
  };
}

function entryOf(inquiry: Inquiry, update: Update, recorded: string): FeedEntry {
  const title = inquiry.say("update", update.id, "title", update.title);
  const summary = inquiry.say("update", update.id, "summary", update.summary);
  const day = `${update.date}T00:00:00.000Z`;
  return {
    id: `update ${update.id}`,
    path: `/updates/${update.id}`,
    title,
    summary,
    published: day,
    updated: recorded > day ? recorded : day,
    tags: [
      { term: update.kind, label: inquiry.t(`update.kind-${update.kind}`) },
      ...update.jurisdictions.map((code) => ({ term: code, label: inquiry.name(code) })),
      ...tagsOf(inquiry, update.topics),
    ],
  };
}
