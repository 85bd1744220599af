import { stepsFor } from "../../../api/step.ts";
import { lawTitles, lawWords } from "../../../api/term/bridge.ts";
import { termView } from "../../../api/term/view.ts";
import { Say } from "../../part/said.tsx";
import type { Page } from "../../visit.ts";
import { TermEntry } from "./entry.tsx";
import { LawTables, LawTitles } from "./laws.tsx";
import { WordTable } from "./words.tsx";

/** `/glossary/{id}`: a term as a bridge between languages and laws: its words in every language, what each law calls it, and the questions about it. */
export const termPage: Page = async (visit) => {
  const view = termView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { term } = view;
  const laws = await lawWords(visit, term);
  const steps = await stepsFor(
    visit,
    laws.flatMap((one) => one.answers.map((placed) => placed.answer)),
    { questions: laws.map((one) => one.question.id) },
  );
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
        <TermEntry view={view} visit={visit} alone={true} />
        {term.citations.length === 0 && <p class="meta">{t("glossary.no-source")}</p>}
        <WordTable term={term} visit={visit} />
        {view.questions.length > 0 && <LawTables laws={laws} steps={steps} visit={visit} />}
        <LawTitles titles={lawTitles(visit, term)} visit={visit} />
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
