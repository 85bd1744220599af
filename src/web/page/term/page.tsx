import { termView } from "../../../api/term/view.ts";
import { Say } from "../../part/said.tsx";
import type { Page } from "../../visit.ts";
import { TermEntry } from "./entry.tsx";

/** `/glossary/{id}`: one term with the questions that ask about it. */
export const termPage: Page = async (visit) => {
  const view = termView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { term } = view;
  const name = visit.say("term", term.id, "term", term.term);
  const definition = visit.say("term", term.id, "definition", term.definition);
  return {
    title: name.text,
    description: definition.text,
    crumbs: [{ href: visit.link("/glossary"), label: t("glossary.title") }],
    data: `/glossary/${term.id}`,
    record: { kind: "term", id: term.id },
    jsonLd: [
      {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        name: name.text,
        description: definition.text,
        url: `${visit.origin}${visit.link(visit.path)}`,
        inDefinedTermSet: `${visit.origin}${visit.link("/glossary")}`,
      },
    ],
    body: (
      <>
        <h1>
          <Say said={name} visit={visit} />
        </h1>
        <TermEntry view={view} visit={visit} note={true} />
        {term.citations.length === 0 && <p class="meta">{t("glossary.no-source")}</p>}
        {view.questions.length > 0 && (
          <>
            <h2>{t("glossary.questions")}</h2>
            <ul>
              {view.questions.map((question) => (
                <li>
                  <a href={visit.link(`/questions/${question.id}`)}>
                    <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  };
};
