import { type QuestionView, questionView } from "../../../api/question/view.ts";
import { answerWords } from "../../../api/question/words.ts";
import { type Steps, stepsAmong, unknownOf } from "../../../api/step.ts";
import { testimoniesAbout } from "../../../api/testimony/view.ts";
import type { Day } from "../../../domain/date.ts";
import { Chip } from "../../part/chip.tsx";
import { numberText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { Flags } from "../../part/flag.tsx";
import { Guidance } from "../../part/guidance.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Page, Visit } from "../../visit.ts";
import { TestimonyAbout } from "../testimony/links.tsx";
import { AnswerTable } from "./answers.tsx";
import { AnswerMap } from "./picture.tsx";
import { MapSlider } from "./slider.tsx";

/** A question with its guidance, and the answers of the world as counts, map and table. */
export const questionPage: Page = async (visit) => {
  const id = visit.params.id ?? "";
  // The database is only asked about questions that there are.
  if (!visit.catalogue.questions.has(id)) return null;
  const [view, days] = await Promise.all([questionView(visit, id), visit.reader.changeDays(id)]);
  if (!view) return null;
  const { t, catalogue } = visit;
  const { question } = view;
  const answers = view.answers.map((one) => one.answer);
  const steps = stepsAmong(
    days.filter((one) => one.law).map((one) => one.day),
    visit.at,
  );
  const title = visit.say("question", question.id, "wording", question.wording).text;
  const topic = catalogue.topics.get(question.topic);
  return {
    title,
    description: t("question.description", { count: view.answers.length }),
    crumbs: [
      { href: visit.link("/questions"), label: t("frame.nav-questions") },
      ...(topic ? [{ href: visit.link(`/topics/${topic.id}`), label: visit.say("topic", topic.id, "title", topic.title).text }] : []),
    ],
    data: `/questions/${question.id}`,
    watch: { question: question.id },
    feeds: [feedOf(visit, "changes", { question: question.id }, visit.say("question", question.id, "wording", question.wording).text)],
    record: { kind: "question", id: question.id },
    wide: true,
    jsonLd: [datasetOf(view, visit, title)],
    body: <Body view={view} steps={steps} days={days.map((one) => one.day)} unknown={unknownOf(answers)} visit={visit} title={title} />,
  };
};

function datasetOf(view: QuestionView, visit: Visit, title: string): object {
  const { question, answers } = view;
  const starts = answers
    .map((one) => one.answer.coding?.from ?? "")
    .filter(Boolean)
    .sort();
  const file = `${visit.origin}/api/questions/${question.id}`;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description: visit.t("question.description", { count: answers.length }),
    identifier: question.id,
    url: `${visit.origin}${visit.link(`/questions/${question.id}`)}`,
    inLanguage: visit.locale,
    license: "https://creativecommons.org/licenses/by/4.0/",
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: visit.t("frame.site"), url: visit.origin },
    dateModified: visit.catalogue.date || undefined,
    temporalCoverage: starts[0] ? `${starts[0]}/..` : undefined,
    spatialCoverage: "World",
    variableMeasured: title,
    distribution: [
      { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: `${file}.csv` },
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `${file}.json` },
    ],
  };
}

function Body({
  view,
  steps,
  days,
  unknown,
  visit,
  title,
}: {
  view: QuestionView;
  steps: Steps;
  days: readonly Day[];
  unknown: number;
  visit: Visit;
  title: string;
}) {
  const { t } = visit;
  const { question } = view;
  const none = view.answers.length === 0;
  return (
    <>
      <h1>
        <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />
      </h1>
      <p class="meta">
        {t(`question.kind-${question.kind}`)} · {t("question.version", { version: question.version })}
        {view.answers.some((one) => one.answer.coding?.review === "unreviewed") && (
          <>
            {" · "}
            <span class="flag">{t("question.unreviewed")}</span>
          </>
        )}
        <Flags flags={question.flags} visit={visit} />
      </p>
      {question.guidance && (
        <p>
          <strong>{t("question.guidance")}</strong>{" "}
          <Guidance question={question} said={visit.say("question", question.id, "guidance", question.guidance)} visit={visit} />
        </p>
      )}
      {question.note && (
        <p class="doubt">
          <strong>{t("question.note")}</strong> <Say said={visit.say("question", question.id, "note", question.note)} visit={visit} />
        </p>
      )}
      {question.same && <Same id={question.same} visit={visit} />}
      <DateBar visit={visit} steps={steps} unknown={unknown} />
      {!none && (
        <p class="over">
          <a href={visit.link(`/questions/${question.id}/adoption`)}>{t("adoption.link")}</a>
          {(view.counts.get("yes") ?? 0) > 1 && (
            <>
              {" · "}
              <a href={visit.link("/compare", { question: question.id })}>{t("compare.from-question")}</a>
            </>
          )}
        </p>
      )}
      <MapSlider days={days} visit={visit} />
      <div class="beside">
        <Counts view={view} visit={visit} />
        {none ? <p>{t("question.nowhere")}</p> : <AnswerMap view={view} title={title} visit={visit} />}
      </div>
      <AnswerTable view={view} visit={visit} />
      <Around view={view} visit={visit} />
      <TestimonyAbout testimonies={testimoniesAbout(visit, { question: question.id })} all={{ question: question.id }} visit={visit} />
    </>
  );
}

/** Says that an ask takes its answers from a codebook question; answers below are a second reading. */
function Same({ id, visit }: { id: string; visit: Visit }) {
  const question = visit.catalogue.questions.get(id);
  return (
    <p>
      {visit.t("question.same")}{" "}
      <a href={visit.link(`/questions/${id}`)}>{question ? <Say said={visit.say("question", id, "wording", question.wording)} visit={visit} /> : id}</a>{" "}
      {visit.t("question.same-reading")}
    </p>
  );
}

/** How many states and territories stand where; the two kinds of blank have their own lines. */
function Counts({ view, visit }: { view: QuestionView; visit: Visit }) {
  const { t } = visit;
  const { question } = view;
  const number = (value: number): string => numberText(value, visit.locale);
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{t("question.counts")}</h2>
      <table class="data counts">
        <caption>{t("question.counts-caption", { others: view.others })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("question.answer")}</th>
            <th scope="col" class="num">
              {t("question.places")}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.options.map(({ option, count }) => {
            const { words, lang } = answerWords(visit, question, option.id);
            return (
              <tr>
                <th scope="row">
                  <Chip standing={option.state} words={words} lang={lang === visit.locale ? undefined : lang} />
                </th>
                <td class="num">{number(count)}</td>
              </tr>
            );
          })}
          {view.scale?.type === "number" && (
            <tr>
              <th scope="row">
                <Chip standing="number" words={t("question.a-number")} />
              </th>
              <td class="num">{number(view.counts.get("number") ?? 0)}</td>
            </tr>
          )}
          {(["not-known", "not-coded"] as const).map((standing) => (
            <tr>
              <th scope="row">
                <Chip standing={standing} words={t(`answer.${standing}`)} />
              </th>
              <td class="num">{number(view.counts.get(standing) ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Positions that use the question, terms that explain it, second readings of the same matter. */
function Around({ view, visit }: { view: QuestionView; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      {view.uses.length > 0 && (
        <section aria-labelledby="uses">
          <h2 id="uses">{t("question.uses")}</h2>
          <ul>
            {view.uses.map(({ position, ask }) => (
              <li>
                <a href={visit.link(`/positions/${position.id}`)}>
                  <Say said={visit.say("position", position.id, "title", position.title)} visit={visit} />
                </a>{" "}
                (<bdi>{position.organisation}</bdi>)
                {ask.id !== view.question.id && (
                  <>
                    {punctuation(visit.locale).colon}
                    <Say said={visit.say("question", ask.id, "wording", ask.wording)} visit={visit} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.readings.length > 0 && (
        <section aria-labelledby="readings">
          <h2 id="readings">{t("question.readings")}</h2>
          <ul>
            {view.readings.map(({ question, coded }) => (
              <li>
                <a href={visit.link(`/questions/${question.id}`)}>
                  <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />
                </a>{" "}
                <span class="meta">{t("question.coded", { count: coded })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.terms.length > 0 && (
        <section aria-labelledby="terms">
          <h2 id="terms">{t("question.terms")}</h2>
          <ul>
            {view.terms.map((one) => (
              <li>
                <a href={visit.link(`/glossary/${one.id}`)}>
                  <Say said={visit.say("term", one.id, "term", one.term)} visit={visit} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
