import type { TermView } from "../../../api/term/view.ts";
import { Cite } from "../../part/citation.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** Definition, words to avoid with reasons, and neighbours of a term; on its own page also its note. */
export function TermEntry({ view, visit, alone }: { view: TermView; visit: Visit; alone: boolean }) {
  const { t } = visit;
  const { term } = view;
  const said = (field: string, text: string) => <Say said={visit.say("term", term.id, field, text)} visit={visit} />;
  return (
    <>
      <p>
        {said("definition", term.definition)}
        {term.citations.length > 0 && <Cite citations={term.citations} visit={visit} />}
      </p>
      {alone && term.note && <p class="quiet">{said("note", term.note)}</p>}
      {term.avoid.length > 0 && (
        <div class="avoid">
          <strong>{t("glossary.avoid")}</strong>
          <ol>
            {term.avoid.map((one, index) => (
              <li>
                <s>{said(`avoid.${index}.word`, one.word)}</s> – {said(`avoid.${index}.reason`, one.reason)}
              </li>
            ))}
          </ol>
        </div>
      )}
      {view.related.length > 0 && (
        <p class="meta">
          {t("glossary.related")}{" "}
          {view.related.map((one, index) => (
            <>
              {index > 0 && punctuation(visit.locale).comma}
              <a href={visit.link(`/glossary/${one.id}`)}>
                <Say said={visit.say("term", one.id, "term", one.term)} visit={visit} />
              </a>
            </>
          ))}
        </p>
      )}
    </>
  );
}
