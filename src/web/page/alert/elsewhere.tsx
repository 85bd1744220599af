import { UPDATE_KINDS } from "../../../domain/update.ts";
import type { WatchParameters } from "../../../domain/watch.ts";
import { feedOf } from "../../part/feed.ts";
import type { FeedLink, Visit } from "../../visit.ts";

/** The feeds that hold what is watched, as far as feeds can be narrowed; treaties and questions have no updates of their own. */
export function feedsFor({ q, place, topic, question, instrument, kind }: WatchParameters, visit: Visit): FeedLink[] {
  const update = UPDATE_KINDS.find((one) => one === kind) ?? "";
  const law = visit.catalogue.treaties.has(instrument) ? "" : instrument;
  return [
    ...(update || kind === "update" ? [] : [feedOf(visit, "changes", { q, place, topic, question, instrument: law })]),
    feedOf(visit, "updates", { q, place, topic, kind: update }),
  ];
}

/** The ways without an address: feeds and calendars of the same. */
export function Elsewhere({ parameters, visit }: { parameters: WatchParameters; visit: Visit }) {
  const { t } = visit;
  const { place, topic } = parameters;
  return (
    <section aria-labelledby="without">
      <h2 id="without">{t("alert.without")}</h2>
      <p>{t("alert.without-text")}</p>
      <ul>
        {feedsFor(parameters, visit).map((feed) => (
          <li>
            <a href={feed.href} type="application/atom+xml">
              {feed.title}
            </a>{" "}
            (Atom)
          </li>
        ))}
        <li>
          <a href={visit.link("/consultations", { place, topic, at: "", known: "" })}>{t("frame.nav-consultations")}</a>
        </li>
      </ul>
    </section>
  );
}
