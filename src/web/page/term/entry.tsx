import type { TermView } from "../../../api/term/view.ts";
import { Cite } from "../../part/citation.tsx";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** Definition, words to avoid with reasons, questions and neighbours of a term. */
export function TermEntry({ view, visit, note }: { view: TermView; visit: Visit; note: boolean }) {
  const { t } = visit;
  const { term } = view;
  const said = (field: string, text: string) => <Say said={visit.say("term", term.id, field, text)} visit={visit} />;
  return (
    <>
      <p>
        {said("definition", term.definition)}
        {term.citations.length > 0 && <Cite citations={term.citations} visit={visit} />}
      </p>
      {note && term.note && <p class="quiet">{said("note", term.note)}</p>}
      {term.avoid.length > 0 && (
        <p class="avoid">
          <strong>{t("glossary.avoid")}</strong>
          {term.avoid.map((one, index) => (
            <>
              <br />
              <s>{said(`avoid.${index}.word`, one.word)}</s> – {said(`avoid.${index}.reason`, one.reason)}
            </>
          ))}
        </p>
      )}
      {view.related.length > 0 && (
        <p class="meta">
          {t("glossary.related")}{" "}
          {view.related.map((one, index) => (
            <>
              {index > 0 && ", "}
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
