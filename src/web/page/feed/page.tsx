import { NEWEST } from "../../../api/feed/feed.ts";
import { feedAddress, feedOf } from "../../part/feed.ts";
import type { Page } from "../../visit.ts";

/** The forms of a feed, as readers know them. */
const FORMS = [
  ["atom", "Atom"],
  ["rss", "RSS"],
  ["feed.json", "JSON Feed"],
] as const;

/** Feeds that everybody may want; all others are made by parameters. */
const FEEDS = [
  { name: "updates", words: "feed.updates", parameters: {} },
  { name: "updates", words: "consultation.title", parameters: { kind: "consultation" } },
  { name: "changes", words: "feed.title-amendment", parameters: {} },
  { name: "testimony", words: "testimony.title", parameters: {} },
  { name: "changes", words: "feed.title-recoding", parameters: { change: "recoding" } },
] as const;

/** `/feeds`: what is offered as feeds, in which forms, and how every filter becomes one. */
export const feedPage: Page = async (visit) => {
  const { t } = visit;
  return {
    title: t("feed.title"),
    description: t("feed.description"),
    crumbs: [{ href: visit.link("/updates"), label: t("update.title") }],
    feeds: [feedOf(visit, "updates", {}), feedOf(visit, "changes", {})],
    body: (
      <>
        <h1>{t("feed.title")}</h1>
        <p class="lead">{t("feed.lead")}</p>
        <table class="data">
          <caption class="hide">{t("feed.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("feed.what")}</th>
              <th scope="col">{t("feed.forms")}</th>
            </tr>
          </thead>
          <tbody>
            {FEEDS.map(({ name, words, parameters }) => (
              <tr>
                <th scope="row">{t(words)}</th>
                <td>
                  {FORMS.map(([form, label], index) => (
                    <>
                      {index > 0 && " · "}
                      <a href={feedAddress(visit, name, parameters, form)} aria-label={`${label} · ${t(words)}`}>
                        {label}
                      </a>
                    </>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{t("feed.one")}</h2>
        <p>{t("feed.one-text")}</p>
        <p>{t("feed.newest", { count: NEWEST })}</p>
        <p>
          <a href={visit.link("/consultations")}>{t("feed.calendar")}</a>
        </p>
      </>
    ),
  };
};
