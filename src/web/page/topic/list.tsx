import { type TopicLine, topicList } from "../../../api/topic/view.ts";
import { DateBar } from "../../part/datebar.tsx";
import { Say } from "../../part/said.tsx";
import type { Page, Visit } from "../../visit.ts";

/** The tree of topics. */
export const topicListPage: Page = async (visit) => {
  const { t } = visit;
  const { tree, total } = topicList(visit);
  const title = t("frame.nav-topics");
  return {
    title,
    description: t("topic.list-description"),
    data: "/topics",
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{t("topic.list-description")}</p>
        {visit.past && <DateBar visit={visit} />}
        <p class="meta">{t("frame.count", { count: total })}</p>
        {total === 0 && <p>{t("frame.none")}</p>}
        <Tree lines={tree} visit={visit} />
      </>
    ),
  };
};

function Tree({ lines, visit }: { lines: readonly TopicLine[]; visit: Visit }) {
  if (lines.length === 0) return <></>;
  return (
    <ul class="tree">
      {lines.map((line) => (
        <li>
          <a href={visit.link(`/topics/${line.topic.id}`)}>
            <Say said={visit.say("topic", line.topic.id, "title", line.topic.title)} visit={visit} />
          </a>{" "}
          <span class="meta">{visit.t("topic.line", { questions: line.questions, instruments: line.instruments, updates: line.updates })}</span>
          <Tree lines={line.parts} visit={visit} />
        </li>
      ))}
    </ul>
  );
}
