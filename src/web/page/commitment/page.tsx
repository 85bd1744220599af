import { type CommitmentView, commitmentView } from "../../../api/commitment/view.ts";
import { Cite } from "../../part/citation.tsx";
import { InstrumentLink, PlaceLinks, TopicLinks } from "../../part/place.tsx";
import { Doubt, ReviewLine } from "../../part/review.tsx";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { UpdateLinks } from "../update/links.tsx";

/** `/commitments/{id}`: what a company said that it would do, and what sources said of it later, as a time line. */
export const commitmentPage: Page = async (visit) => {
  const view = commitmentView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { commitment, standing, later } = view;
  const title = visit.say("commitment", commitment.id, "title", commitment.title);
  const text = visit.say("commitment", commitment.id, "text", commitment.text);
  return {
    title: title.text,
    description: text.text,
    crumbs: [{ href: visit.link("/commitments"), label: t("commitment.title") }],
    data: `/commitments/${commitment.id}`,
    record: { kind: "commitment", id: commitment.id },
    place: commitment.jurisdictions.length === 1 ? commitment.jurisdictions[0] : undefined,
    body: (
      <>
        <p class="meta">
          <bdi>{commitment.company}</bdi>
        </p>
        <h1>
          <Say said={title} visit={visit} />
        </h1>
        <p class="lead">
          <Say said={text} visit={visit} />
          <Cite citations={commitment.citations} visit={visit} />
        </p>
        <ReviewLine of={commitment} visit={visit} />
        <Doubt kind="commitment" id={commitment.id} doubt={commitment.doubt} visit={visit} />
        <Facts view={view} visit={visit} />
        <h2>{t("commitment.later")}</h2>
        {standing === "none" ? (
          <p class="quiet">{t("commitment.later-none")}</p>
        ) : (
          <>
            <p>{t("commitment.later-lead")}</p>
            <ol class="stages">
              {later.map(({ entry, index }) => (
                <li>
                  <Time date={entry.date} visit={visit} /> <strong>{t(`commitment.record-${entry.record}`)}</strong>
                  <p>
                    <Say said={visit.say("commitment", commitment.id, `later.${index}.text`, entry.text)} visit={visit} />
                    <Cite citations={entry.citations} visit={visit} />
                  </p>
                </li>
              ))}
            </ol>
          </>
        )}
        {view.updates.length > 0 && (
          <>
            <h2>{t("update.title")}</h2>
            <UpdateLinks updates={view.updates} visit={visit} />
          </>
        )}
      </>
    ),
  };
};

function Facts({ view: { commitment, standing }, visit }: { view: CommitmentView; visit: Visit }) {
  const { t } = visit;
  return (
    <dl class="facts">
      <dt>{t("commitment.date")}</dt>
      <dd>
        <Time date={commitment.date} visit={visit} />
      </dd>
      <dt>{t("commitment.due")}</dt>
      <dd>{commitment.due ? <Time date={commitment.due} visit={visit} /> : <span class="quiet">{t("commitment.due-none")}</span>}</dd>
      <dt>{t("commitment.record")}</dt>
      <dd>
        <strong>{t(`commitment.record-${standing}`)}</strong>
      </dd>
      <dt>{t("update.where")}</dt>
      <dd>
        <PlaceLinks codes={commitment.jurisdictions} visit={visit} />
      </dd>
      <dt>{t("update.topics")}</dt>
      <dd>
        <TopicLinks ids={commitment.topics} visit={visit} />
      </dd>
      {commitment.instruments.length > 0 && (
        <>
          <dt>{t("update.instruments")}</dt>
          {commitment.instruments.map((id) => (
            <dd>
              <InstrumentLink id={id} visit={visit} />
            </dd>
          ))}
        </>
      )}
    </dl>
  );
}
