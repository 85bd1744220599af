import { type TopicView, topicView } from "../../../api/topic/view.ts";
import { Cite } from "../../part/citation.tsx";
import { DateBar } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { InstrumentLink, PlaceLink, PlaceLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { Neighbours } from "../position/near.tsx";
import { QuestionLines } from "../question/list.tsx";

/** One policy issue: its questions, law, duties, positions and updates. */
export const topicPage: Page = async (visit) => {
  const view = await topicView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { topic, parent } = view;
  const title = visit.say("topic", topic.id, "title", topic.title).text;
  return {
    title,
    description: topic.description ? visit.say("topic", topic.id, "description", topic.description).text : t("topic.description", { title }),
    crumbs: [
      { href: visit.link("/topics"), label: t("frame.nav-topics") },
      ...(parent ? [{ href: visit.link(`/topics/${parent.id}`), label: visit.say("topic", parent.id, "title", parent.title).text }] : []),
    ],
    data: `/topics/${topic.id}`,
    watch: { topic: topic.id },
    feeds: (["changes", "updates"] as const).map((list) => feedOf(visit, list, { topic: topic.id }, title)),
    record: { kind: "topic", id: topic.id },
    body: <Body view={view} visit={visit} />,
  };
};

function Body({ view, visit }: { view: TopicView; visit: Visit }) {
  const { t } = visit;
  const { topic } = view;
  return (
    <>
      <h1>
        <Say said={visit.say("topic", topic.id, "title", topic.title)} visit={visit} />
      </h1>
      {topic.description && (
        <p class="lead">
          <Say said={visit.say("topic", topic.id, "description", topic.description)} visit={visit} />
        </p>
      )}
      <DateBar visit={visit} />
      {view.parts.length > 0 && (
        <ul>
          {view.parts.map((one) => (
            <li>
              <a href={visit.link(`/topics/${one.id}`)}>
                <Say said={visit.say("topic", one.id, "title", one.title)} visit={visit} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <section aria-labelledby="questions">
        <h2 id="questions">{t("topic.questions")}</h2>
        {view.questions.length === 0 && <p>{t("topic.no-questions")}</p>}
        <QuestionLines lines={view.questions} visit={visit} />
      </section>
      {view.positions.length > 0 && (
        <section aria-labelledby="positions">
          <h2 id="positions">{t("topic.positions")}</h2>
          <Neighbours list={view.positions} visit={visit} />
        </section>
      )}
      {view.instruments.length > 0 && (
        <section aria-labelledby="instruments">
          <h2 id="instruments">{t("topic.instruments")}</h2>
          <ul class="plain laws">
            {view.instruments.map(({ instrument: one, status }) => (
              <li>
                <InstrumentLink id={one.id} visit={visit} />
                <Cite citations={one.citations} visit={visit} />
                <br />
                <span class="meta">
                  <PlaceLink code={one.jurisdiction} visit={visit} /> · {t(`instrument.kind-${one.kind}`)} · {t(`instrument.status-${status ?? "not-known"}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.treaties.length > 0 && (
        <section aria-labelledby="treaties">
          <h2 id="treaties">{t("topic.treaties")}</h2>
          <ul>
            {view.treaties.map((one) => (
              <li>
                <a href={visit.link(`/treaties/${one.id}`)}>
                  <Say said={visit.say("treaty", one.id, "title", one.title)} visit={visit} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.obligations.length > 0 && (
        <section aria-labelledby="obligations">
          <h2 id="obligations">{t("topic.obligations")}</h2>
          <details>
            <summary>{t("topic.obligations-count", { count: view.obligations.length })}</summary>
            <ul>
              {view.obligations.map((one) => (
                <li>
                  {visit.name(one.jurisdiction)}
                  {punctuation(visit.locale).colon}
                  <a href={visit.link(`/obligations/${one.id}`)}>{t(`obligation.duty-${one.duty}`)}</a>{" "}
                  <Say said={visit.say("obligation", one.id, "trigger", one.trigger)} visit={visit} />
                </li>
              ))}
            </ul>
          </details>
        </section>
      )}
      {view.updates.length > 0 && (
        <section aria-labelledby="updates">
          <h2 id="updates">{t("topic.updates")}</h2>
          <ul class="plain laws">
            {view.updates.map((one) => (
              <li>
                <a href={visit.link(`/updates/${one.id}`)}>
                  <Say said={visit.say("update", one.id, "title", one.title)} visit={visit} />
                </a>
                <Cite citations={one.citations} visit={visit} />
                <br />
                <span class="meta">
                  <Time date={one.date} visit={visit} /> · <PlaceLinks codes={one.jurisdictions} visit={visit} /> · {t(`update.kind-${one.kind}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
