import type { FeedLink, Visit } from "../visit.ts";

/** Lists that are given as feeds. */
type Name = "updates" | "changes" | "testimony";

const TITLES: Readonly<Record<Name, string>> = { updates: "update.title", changes: "feed.title-amendment", testimony: "testimony.title" };

/** The address of a feed below the origin, in the language of the page. */
export function feedAddress(visit: Pick<Visit, "locale">, name: Name, parameters: Readonly<Record<string, string>>, form = "atom"): string {
  const kept = Object.entries(parameters).filter(([, value]) => value !== "");
  return `/api/${name}.${form}?${new URLSearchParams([...kept, ["lang", visit.locale]])}`;
}

/** A feed as a page offers it: `of` is what the page is about. */
export function feedOf(visit: Visit, name: Name, parameters: Readonly<Record<string, string>>, of = ""): FeedLink {
  const title = visit.t(TITLES[name]);
  return { href: feedAddress(visit, name, parameters), title: of ? `${title} · ${of}` : title };
}
