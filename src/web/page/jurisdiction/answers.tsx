import type { Answered, JurisdictionView, Reach, Section } from "../../../api/jurisdiction/view.ts";
import type { Position } from "../../../domain/position.ts";
import type { Question } from "../../../domain/question.ts";
import type { Topic } from "../../../domain/topic.ts";
import { AnswerChip, AnswerRow } from "../../part/answer.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** A question's wording, in the reader's language. */
function Wording({ question, visit }: { question: Question; visit: Visit }) {
  return <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />;
}

/** Answers to the codebook, topic by topic. Topics without any answer are one folded line at the end. */
export function Topics({ view, visit }: { view: JurisdictionView; visit: Visit }) {
  return (
    <section aria-labelledby="law">
      <h2 id="law">{visit.t("jurisdiction.law")}</h2>
      {view.counts.codebook === 0 && <p>{visit.t("jurisdiction.no-law")}</p>}
      {view.topics
        .filter((one) => one.answered.length > 0)
        .map((one) => (
          <>
            <h3>
              <a href={visit.link(`/topics/${one.head.id}`)}>
                <Say said={visit.say("topic", one.head.id, "title", one.head.title)} visit={visit} />
              </a>
            </h3>
            <Rows section={one} visit={visit} />
          </>
        ))}
      <BlankHeads kind="topic" sections={view.topics} visit={visit} />
    </section>
  );
}

/** Answers to what the positions ask. Positions without any answer are one folded line. */
export function Positions({ view, visit }: { view: JurisdictionView; visit: Visit }) {
  const shown = view.positions.filter((one) => one.answered.length > 0);
  return (
    <section aria-labelledby="asks">
      <h2 id="asks">{visit.t("jurisdiction.asks")}</h2>
      <p>
        {visit.t("jurisdiction.asks-text")} <a href={visit.link(`/jurisdictions/${view.jurisdiction.id}/positions`)}>{visit.t("position.gap-link")}</a>
      </p>
      {shown.map((one) => (
        <>
          <h3>
            <a href={visit.link(`/positions/${one.head.id}`)}>
              <Say said={visit.say("position", one.head.id, "title", one.head.title)} visit={visit} />
            </a>
          </h3>
          <Rows section={one} visit={visit} position={one.head.id} />
        </>
      ))}
      <BlankHeads kind="position" sections={view.positions} visit={visit} />
    </section>
  );
}

/** The answers under one heading, then its blanks. Blanks of a position lead to its page, which lists what it asks. */
function Rows({ section, visit, position = "" }: { section: Section<unknown>; visit: Visit; position?: string }) {
  return (
    <>
      {section.answered.map((one) => (
        <AnswerRow
          answer={one.answer}
          question={one.question}
          visit={visit}
          heading={<Wording question={one.question} visit={visit} />}
          more={<Readings one={one} visit={visit} />}
        />
      ))}
      {position && section.blanks.length > 0 ? (
        <p class="blank">
          <a href={visit.link(`/positions/${position}`)}>{visit.t("jurisdiction.blanks", { count: section.blanks.length })}</a>
        </p>
      ) : (
        <Blanks questions={section.blanks} visit={visit} />
      )}
    </>
  );
}

/** The same matter, read again on the scale of a position's ask: shown beside, never counted. */
function Readings({ one, visit }: { one: Answered; visit: Visit }) {
  return (
    <>
      {one.readings.map(({ question, answer }) => (
        <p id={`q-${answer.jurisdiction}-${question.id}`}>
          <strong>{visit.t("jurisdiction.reading")}</strong>{" "}
          <a href={visit.link(`/questions/${question.id}`)}>
            <Wording question={question} visit={visit} />
          </a>{" "}
          <AnswerChip answer={answer} question={question} visit={visit} />
          {answer.coding && (
            <>
              {answer.coding.note && (
                <>
                  {" "}
                  <Say said={visit.say("coding", answer.coding.id, "note", answer.coding.note)} visit={visit} />
                </>
              )}{" "}
              <bdi class="grade">{answer.coding.citations[0]?.provision}</bdi>
              <Cite citations={withoutPlace(answer.coding.citations)} visit={visit} />
            </>
          )}
        </p>
      ))}
    </>
  );
}

/** Questions without an answer under one heading: one line that opens. */
function Blanks({ questions, visit }: { questions: readonly Question[]; visit: Visit }) {
  if (questions.length === 0) return <></>;
  return (
    <details class="blank">
      <summary>{visit.t("jurisdiction.blanks", { count: questions.length })}</summary>
      <ul>
        {questions.map((one) => (
          <li>
            <a href={visit.link(`/questions/${one.id}`)}>
              <Wording question={one} visit={visit} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Topics or positions of which no question has an answer here, with the number of their questions. */
function BlankHeads({ kind, sections, visit }: { kind: "topic" | "position"; sections: ReadonlyArray<Section<Topic | Position>>; visit: Visit }) {
  const empty = sections.filter((one) => one.answered.length === 0);
  const count = empty.reduce((sum, one) => sum + one.blanks.length, 0);
  if (count === 0) return <></>;
  return (
    <details class="blank">
      <summary>
        {visit.t(
          count === sections.reduce((sum, one) => sum + one.answered.length + one.blanks.length, 0) ? "jurisdiction.blanks" : "jurisdiction.blanks-elsewhere",
          { count },
        )}
      </summary>
      <ul>
        {empty.map(({ head, blanks }) => (
          <li>
            <a href={visit.link(`/${kind}s/${head.id}`)}>
              <Say said={visit.say(kind, head.id, "title", head.title)} visit={visit} />
            </a>{" "}
            ({blanks.length})
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Law of the EU or of the parent state that reaches the jurisdiction, marked as such and closed. */
export function ReachSection({ reach, visit }: { reach: Reach; visit: Visit }) {
  const name = visit.name(reach.from);
  const page = visit.link(`/jurisdictions/${reach.from}`, visit.at === visit.today ? {} : { at: visit.at });
  return (
    <section aria-labelledby={`reach-${reach.from}`}>
      <h2 id={`reach-${reach.from}`}>{visit.t(`jurisdiction.reach-${reach.why}`, { name })}</h2>
      <p>
        {visit.t(`jurisdiction.reach-${reach.why}-text`, { name, place: visit.name(visit.params.code ?? "") })}
        {reach.since && (
          <>
            {" "}
            {visit.t("jurisdiction.member-since")} <Time date={reach.since} visit={visit} />
            {punctuation(visit.locale).stop}
          </>
        )}{" "}
        <a href={page}>{visit.t("jurisdiction.reach-page", { name })}</a>
      </p>
      {reach.answered.length > 0 && (
        <details>
          <summary>{visit.t("jurisdiction.reach-answers", { count: reach.answered.length })}</summary>
          <ul class="plain pairs">
            {reach.answered.map(({ question, answer }) => (
              <li>
                <a href={`${page}#q-${reach.from}-${question.id}`}>
                  <Wording question={question} visit={visit} />
                </a>{" "}
                <AnswerChip answer={answer} question={question} visit={visit} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
