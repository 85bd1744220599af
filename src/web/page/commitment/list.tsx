import { commitmentList as listOf, STANDINGS } from "../../../api/commitment/view.ts";
import { DateBar } from "../../part/datebar.tsx";
import { FilterForm, kept, topicChoices } from "../../part/filter.tsx";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page } from "../../visit.ts";

const FILTERS = ["company", "topic", "record"] as const;

/** `/commitments`: what companies said that they would do, newest first, each with what is known of it last. */
export const commitmentList: Page = async (visit) => {
  const { t, catalogue } = visit;
  const lines = listOf(visit);
  return {
    title: t("commitment.title"),
    description: t("commitment.description"),
    crumbs: [],
    data: "/commitments",
    keep: kept(visit, FILTERS),
    body: (
      <>
        <h1>{t("commitment.title")}</h1>
        <p class="lead">{t("commitment.lead")}</p>
        <DateBar visit={visit} />
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/commitments"
          visit={visit}
          fields={[
            { name: "company", label: t("commitment.company"), kind: "words" },
            {
              name: "topic",
              label: t("update.topic"),
              kind: "choice",
              choices: topicChoices(
                visit,
                [...catalogue.commitments.values()].flatMap((one) => one.topics),
              ),
            },
            {
              name: "record",
              label: t("commitment.record"),
              kind: "choice",
              choices: STANDINGS.map((value) => ({ value, label: t(`commitment.record-${value}`) })),
            },
          ]}
        />
        <h2>{t("commitment.all")}</h2>
        <p class="count">{t("frame.count", { count: lines.length })}</p>
        {lines.length === 0 && <p>{t("frame.none")}</p>}
        {lines.map(({ commitment, standing, latest }) => (
          <article class="note">
            <p class="meta">
              <Time date={commitment.date} visit={visit} /> · <bdi>{commitment.company}</bdi>
            </p>
            <h3>
              <a href={visit.link(`/commitments/${commitment.id}`)}>
                <Say said={visit.say("commitment", commitment.id, "title", commitment.title)} visit={visit} />
              </a>
            </h3>
            <p>
              <Say said={visit.say("commitment", commitment.id, "text", commitment.text)} visit={visit} />
            </p>
            <p class="meta">
              {t("commitment.record")} · <strong>{t(`commitment.record-${standing}`)}</strong>
              {latest && (
                <>
                  {" · "}
                  <Time date={latest.date} visit={visit} />
                </>
              )}
            </p>
          </article>
        ))}
      </>
    ),
  };
};
