import { consultationLine } from "../../../api/consultation/view.ts";
import { testimoniesAbout } from "../../../api/testimony/view.ts";
import { type UpdateView, updateView } from "../../../api/update/view.ts";
import { statusOn } from "../../../domain/life.ts";
import type { Update } from "../../../domain/update.ts";
import { Cite } from "../../part/citation.tsx";
import { DateBar } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { Flags } from "../../part/flag.tsx";
import { InstrumentLink, PlaceLinks, TopicLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Doubt } from "../../part/review.tsx";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { ToAnswer } from "../consultation/answer.tsx";
import { PositionLinks } from "../position/links.tsx";
import { TestimonyAbout } from "../testimony/links.tsx";
import { NextWords, Standing } from "./note.tsx";
import { ResultLine } from "./result.tsx";
import { Steps } from "./steps.tsx";

/** `/updates/{id}`: one dated note. */
export const updatePage: Page = async (visit) => {
  const view = updateView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { update } = view;
  const title = visit.say("update", update.id, "title", update.title);
  const summary = visit.say("update", update.id, "summary", update.summary);
  return {
    title: title.text,
    description: summary.text,
    crumbs: [
      { href: visit.link("/updates"), label: t("update.title") },
      { href: visit.link("/updates", { kind: update.kind }), label: t(`update.kind-${update.kind}`) },
    ],
    data: `/updates/${update.id}`,
    watch: watchOf(update),
    record: { kind: "update", id: update.id },
    place: update.jurisdictions.length === 1 ? update.jurisdictions[0] : undefined,
    feeds: [feedOf(visit, update.instruments[0] ? "changes" : "updates", watchOf(update), title.text)],
    body: (
      <>
        <DateBar visit={visit} />
        <p class="meta">
          <Time date={update.date} visit={visit} /> · {t(`update.kind-${update.kind}`)}
          <Standing line={view} visit={visit} />
        </p>
        <h1>
          <Say said={title} visit={visit} />
        </h1>
        <p class="lead">
          <Say said={summary} visit={visit} />
          <Cite citations={update.citations} visit={visit} />
        </p>
        <Flagged update={update} visit={visit} />
        <Doubt kind="update" id={update.id} doubt={update.doubt} visit={visit} />
        {update.kind === "consultation" && <ToAnswer line={consultationLine(visit, update)} visit={visit} />}
        <h2>{t("update.steps")}</h2>
        <p>
          <ResultLine update={update} result={view.result} visit={visit} />
        </p>
        <p class={view.next ? "soon" : "quiet"}>{view.next ? <NextWords next={view.next} visit={visit} /> : t("update.next-none")}</p>
        <Steps update={update} steps={view.steps} visit={visit} />
        <Facts view={view} visit={visit} />
        <TestimonyAbout testimonies={testimoniesAbout(visit, { update: update.id })} visit={visit} />
        <Around view={view} visit={visit} />
      </>
    ),
  };
};

/** What of an update can be watched: its law, or else the matter at its place. */
function watchOf({ instruments, jurisdictions, topics }: Update): Record<string, string> {
  const [instrument] = instruments;
  return instrument ? { instrument } : { place: jurisdictions[0] ?? "", topic: topics[0] ?? "" };
}

function Flagged({ update, visit }: { update: Update; visit: Visit }) {
  if (update.flags.length === 0) return <></>;
  return (
    <p class="meta">
      <Time date={update.date} visit={visit} />
      <Flags flags={update.flags} visit={visit} />
    </p>
  );
}

function Facts({ view, visit }: { view: UpdateView; visit: Visit }) {
  const { t } = visit;
  const { update } = view;
  return (
    <dl class="facts">
      <dt>{t("update.where")}</dt>
      <dd>
        <PlaceLinks codes={update.jurisdictions} visit={visit} />
      </dd>
      <dt>{t("update.topics")}</dt>
      <dd>
        <TopicLinks ids={update.topics} visit={visit} />
      </dd>
      {update.opens && (
        <>
          <dt>{t("update.opens")}</dt>
          <dd>
            <Time date={update.opens} visit={visit} />
          </dd>
        </>
      )}
      {update.closes && (
        <>
          <dt>{t("update.closes")}</dt>
          <dd>
            <Time date={update.closes} visit={visit} />
          </dd>
        </>
      )}
      {update.actors.length > 0 && (
        <>
          <dt>{t("update.actors")}</dt>
          <dd>
            <bdi>{update.actors.join(punctuation(visit.locale).comma)}</bdi>
          </dd>
        </>
      )}
      {view.instruments.length > 0 && (
        <>
          <dt>{t("update.instruments")}</dt>
          {view.instruments.map((one) => (
            <dd>
              <InstrumentLink id={one.id} visit={visit} /> · {t(`instrument.status-${statusOn(one, visit.at, visit.today) ?? "not-known"}`)}
            </dd>
          ))}
        </>
      )}
      {update.kind !== "consultation" && update.links.length > 0 && (
        <>
          <dt>{t("update.links")}</dt>
          {update.links.map((link, index) => {
            const source = visit.catalogue.sources.get(link.source);
            const label = <Say said={visit.say("update", update.id, `links.${index}.label`, link.label)} visit={visit} />;
            return (
              <dd>
                {source ? (
                  <a href={source.url} rel="noreferrer" hreflang={source.language || undefined}>
                    {label}
                  </a>
                ) : (
                  label
                )}
              </dd>
            );
          })}
        </>
      )}
    </dl>
  );
}

function Around({ view, visit }: { view: UpdateView; visit: Visit }) {
  const { t } = visit;
  const { update } = view;
  return (
    <>
      {update.figures.length > 0 && (
        <>
          <h2>{t("update.figures")}</h2>
          <dl class="facts">
            {update.figures.map((figure, index) => (
              <>
                <dt>
                  <Say said={visit.say("update", update.id, `figures.${index}.label`, figure.label)} visit={visit} />
                </dt>
                <dd>{figure.value}</dd>
              </>
            ))}
          </dl>
          <p class="meta">{t("update.figures-note")}</p>
        </>
      )}
      {view.positions.length > 0 && (
        <>
          <h2>{t("update.positions")}</h2>
          <PositionLinks positions={view.positions} visit={visit} />
        </>
      )}
    </>
  );
}
