import { termList } from "../../../api/term/view.ts";
import { Say } from "../../part/said.tsx";
import type { Page } from "../../visit.ts";
import { TermEntry } from "./entry.tsx";

/** `/glossary`: all terms on one page, each with an anchor and a page of its own. */
export const glossaryPage: Page = async (visit) => {
  const { t } = visit;
  const views = termList(visit);
  return {
    title: t("glossary.title"),
    description: t("glossary.description"),
    crumbs: [],
    data: "/glossary",
    jsonLd: [
      {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        name: t("glossary.title"),
        url: `${visit.origin}${visit.link("/glossary")}`,
        inLanguage: visit.locale,
      },
    ],
    body: (
      <>
        <h1>{t("glossary.title")}</h1>
        <p class="lead">{t("glossary.lead")}</p>
        <p class="count">{t("glossary.count", { count: views.length })}</p>
        <p class="quiet">{t("glossary.guidelines")}</p>
        {views.length === 0 && <p>{t("frame.none")}</p>}
        {views.map((view) => (
          <section class="term" id={view.term.id} aria-labelledby={`t-${view.term.id}`}>
            <h2 id={`t-${view.term.id}`} class="as-h3">
              <a href={visit.link(`/glossary/${view.term.id}`)}>
                <Say said={visit.say("term", view.term.id, "term", view.term.term)} visit={visit} />
              </a>
            </h2>
            <TermEntry view={view} visit={visit} alone={false} />
          </section>
        ))}
      </>
    ),
  };
};
