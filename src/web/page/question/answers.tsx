import type { Placed, QuestionView } from "../../../api/question/view.ts";
import { AnswerChip, Since } from "../../part/answer.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { dateText } from "../../part/date.ts";
import { Flags } from "../../part/flag.tsx";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** Every answer to a question, one row a jurisdiction; those without any are folded into one line. */
export function AnswerTable({ view, visit }: { view: QuestionView; visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t("question.answers")}</h2>
      {view.answers.length > 0 && (
        <table class="data">
          <caption>{t("question.answers-caption", { count: view.answers.length, day: dateText(visit.at, visit.locale) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("question.jurisdiction")}</th>
              <th scope="col">{t("question.answer")}</th>
              <th scope="col">{t("question.since")}</th>
              <th scope="col">{t("question.provision")}</th>
            </tr>
          </thead>
          <tbody>
            {view.answers.map((one) => (
              <Row placed={one} view={view} visit={visit} />
            ))}
          </tbody>
        </table>
      )}
      {view.blanks.length > 0 && (
        <details class="blank">
          <summary>{t("question.blanks", { count: view.blanks.length })}</summary>
          <p>{view.blanks.map((code) => visit.name(code)).join(" · ")}</p>
        </details>
      )}
    </section>
  );
}

function Row({ placed, view, visit }: { placed: Placed; view: QuestionView; visit: Visit }) {
  const { t } = visit;
  const { coding } = placed.answer;
  const citation = coding?.citations[0];
  const grade = citation && visit.catalogue.sources.get(citation.source)?.grade;
  return (
    <tr>
      <th scope="row">
        <a href={visit.link(`/jurisdictions/${placed.jurisdiction}`)}>{visit.name(placed.jurisdiction)}</a>
      </th>
      <td>
        <AnswerChip answer={placed.answer} question={view.question} visit={visit} />
      </td>
      <td>{coding ? <Since coding={coding} visit={visit} /> : t("answer.known-from", { day: dateText(placed.answer.since, visit.locale) })}</td>
      <td>
        {coding && (
          <>
            <bdi>{citation?.provision}</bdi> {grade && <small>{t(`answer.grade-${grade}`)}</small>}
            <Cite citations={withoutPlace(coding.citations)} visit={visit} />
            {(coding.note || coding.doubt || coding.flags.length > 0) && (
              <details>
                <summary>{t(coding.doubt || coding.flags.length > 0 ? "question.note-doubt" : "question.note-only")}</summary>
                {coding.note && <Say said={visit.say("coding", coding.id, "note", coding.note)} visit={visit} />}
                {coding.doubt && (
                  <>
                    {" "}
                    <strong>{t("answer.doubt")}</strong> <Say said={visit.say("coding", coding.id, "doubt", coding.doubt)} visit={visit} />
                  </>
                )}
                <Flags flags={coding.flags} visit={visit} />
              </details>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
