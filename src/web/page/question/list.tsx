import { QUESTION_KINDS, type QuestionLine, questionList } from "../../../api/question/view.ts";
import { DateBar } from "../../part/datebar.tsx";
import { FilterForm } from "../../part/filter.tsx";
import { Flags } from "../../part/flag.tsx";
import { Say } from "../../part/said.tsx";
import type { Page, Visit } from "../../visit.ts";

/** All questions of the codebook by topic, with the number of jurisdictions that have an answer. */
export const questionListPage: Page = async (visit) => {
  const { t, catalogue, query } = visit;
  const { groups, total } = await questionList(visit);
  const title = t("question.list-title");
  return {
    title,
    description: t("question.list-description"),
    data: "/questions",
    keep: { kind: query.get("kind") ?? "", topic: query.get("topic") ?? "" },
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{t("question.list-description")}</p>
        <p>
          <a href={visit.link("/adoption")}>{t("adoption.all")}</a>
        </p>
        <DateBar visit={visit} />
        <FilterForm
          path="/questions"
          visit={visit}
          fields={[
            {
              name: "kind",
              label: t("question.kind"),
              kind: "choice",
              choices: QUESTION_KINDS.map((value) => ({ value, label: t(`question.kind-${value}`) })),
            },
            {
              name: "topic",
              label: t("question.topic"),
              kind: "choice",
              choices: [...catalogue.topics.values()].map((one) => ({ value: one.id, label: visit.say("topic", one.id, "title", one.title).text })),
            },
          ]}
        />
        <p class="meta">{t("frame.count", { count: total })}</p>
        {total === 0 && <p>{t("frame.none")}</p>}
        {groups.map((group) => {
          const topic = catalogue.topics.get(group.topic);
          return (
            <section>
              <h2>
                <a href={visit.link(`/topics/${group.topic}`)}>
                  {topic ? <Say said={visit.say("topic", topic.id, "title", topic.title)} visit={visit} /> : group.topic}
                </a>
              </h2>
              <QuestionLines lines={group.questions} visit={visit} />
            </section>
          );
        })}
      </>
    ),
  };
};

/** Questions as links, each with its kind and how many jurisdictions have an answer. */
export function QuestionLines({ lines, visit }: { lines: readonly QuestionLine[]; visit: Visit }) {
  const { t } = visit;
  return (
    <ul class="plain laws">
      {lines.map(({ question, coded }) => (
        <li>
          <a href={visit.link(`/questions/${question.id}`)}>
            <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />
          </a>
          <br />
          <span class="meta">
            {t(`question.kind-${question.kind}`)} · {question.same && coded === 0 ? t("question.answered-by-same") : t("question.coded", { count: coded })}
            <Flags flags={question.flags} visit={visit} />
          </span>
        </li>
      ))}
    </ul>
  );
}
