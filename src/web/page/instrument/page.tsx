import { commitmentsAbout } from "../../../api/commitment/view.ts";
import { identifierLink } from "../../../api/instrument/identifier.ts";
import { type InstrumentView, instrumentView, type Resting } from "../../../api/instrument/view.ts";
import { stepsAmong } from "../../../api/step.ts";
import { testimoniesAbout } from "../../../api/testimony/view.ts";
import { firstDay } from "../../../domain/date.ts";
import { LaneRow, LaneYears, laneAxis } from "../../chart/lane.tsx";
import { marksOf } from "../../chart/mark.ts";
import { TimeLine } from "../../chart/timeline.tsx";
import { CodingChip } from "../../part/answer.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { dateText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { PlaceLink, QuestionLink, TopicLinks } from "../../part/place.tsx";
import { Doubt, ReviewLine } from "../../part/review.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";
import { CommitmentLinks } from "../commitment/links.tsx";
import { ObligationLinks } from "../obligation/links.tsx";
import { TestimonyAbout } from "../testimony/links.tsx";
import { UpdateLinks } from "../update/links.tsx";
import { legislation } from "./jsonld.ts";

/** `/instruments/{id}`: one law with its stages, and what rests on it. */
export const instrumentPage: Page = async (visit) => {
  const view = await instrumentView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { instrument } = view;
  const title = visit.say("instrument", instrument.id, "title", instrument.title);
  return {
    title: title.text,
    description: visit.say("instrument", instrument.id, "summary", instrument.summary).text,
    crumbs: [
      { href: visit.link("/instruments"), label: t("instrument.title") },
      { href: visit.link("/instruments", { place: instrument.jurisdiction }), label: visit.name(instrument.jurisdiction) },
    ],
    data: `/instruments/${instrument.id}`,
    watch: { instrument: instrument.id },
    feeds: [feedOf(visit, "changes", { instrument: instrument.id }, visit.say("instrument", instrument.id, "title", instrument.title).text)],
    record: { kind: "instrument", id: instrument.id },
    place: instrument.jurisdiction,
    jsonLd: [legislation(visit, instrument)],
    body: (
      <>
        <h1>
          <Say said={title} visit={visit} />
        </h1>
        <p class="lead">
          <PlaceLink code={instrument.jurisdiction} visit={visit} /> · {t(`instrument.kind-${instrument.kind}`)} ·{" "}
          <strong>{t(`instrument.status-${view.status ?? "not-known"}`)}</strong>
        </p>
        <DateBar
          visit={visit}
          steps={stepsAmong(
            view.stages.map((stage) => firstDay(stage.date)),
            visit.at,
          )}
        />
        <ReviewLine of={instrument} visit={visit} />
        <p>
          {visit.at < visit.today && <span class="meta">{t("instrument.summary-today")} </span>}
          <Say said={visit.say("instrument", instrument.id, "summary", instrument.summary)} visit={visit} />
          <Cite citations={instrument.citations} visit={visit} />
        </p>
        <Doubt kind="instrument" id={instrument.id} doubt={instrument.doubt} visit={visit} />
        <Facts view={view} visit={visit} />
        <Stages view={view} visit={visit} />
        {view.dossier && (
          <p>
            <a href={visit.link(`/dossiers/${view.dossier}`)}>{t("instrument.dossier")}</a>
          </p>
        )}
        <h2>{t("instrument.resting")}</h2>
        {view.resting.length === 0 ? <p>{t("instrument.resting-none")}</p> : <RestingTable rows={view.resting} visit={visit} />}
        {view.obligations.length > 0 && (
          <>
            <h2>{t("instrument.obligations")}</h2>
            <ObligationLinks obligations={view.obligations} visit={visit} />
          </>
        )}
        {view.updates.length > 0 && (
          <>
            <h2>{t("instrument.updates")}</h2>
            <UpdateLinks updates={view.updates} visit={visit} />
          </>
        )}
        <TestimonyAbout testimonies={testimoniesAbout(visit, { instrument: instrument.id })} all={{ instrument: instrument.id }} visit={visit} />
        <CommitmentLinks lines={commitmentsAbout(visit, instrument.id)} visit={visit} />
      </>
    ),
  };
};

function Facts({ view, visit }: { view: InstrumentView; visit: Visit }) {
  const { t } = visit;
  const { instrument } = view;
  const source = visit.catalogue.sources.get(instrument.source);
  return (
    <dl class="facts">
      {instrument.original && (
        <>
          <dt>{t("instrument.original")}</dt>
          <dd>
            <bdi>{instrument.original}</bdi>
          </dd>
        </>
      )}
      {instrument.identifiers.map(({ scheme, value }) => {
        const href = identifierLink(scheme, value, visit.locale);
        return (
          <>
            <dt>{schemeName(visit, scheme)}</dt>
            <dd>
              {href ? (
                <a href={href} rel="noreferrer">
                  <bdi dir="ltr">{value}</bdi>
                </a>
              ) : (
                <bdi dir="ltr">{value}</bdi>
              )}
            </dd>
          </>
        );
      })}
      <dt>{t("update.topics")}</dt>
      <dd>
        <TopicLinks ids={instrument.topics} visit={visit} />
      </dd>
      {source && (
        <>
          <dt>{t("instrument.text")}</dt>
          <dd>
            <a href={source.url} rel="noreferrer" hreflang={source.language || undefined} lang={source.language || "en"}>
              {source.title}
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}

const SCHEMES = new Set(
  "eli celex bill citation public-law us-code cfr procedure com ep-report provision basis code decree law act sections amends cets treaty resolution un-doc si sr stb gsr docket".split(
    " ",
  ),
);

/** The name of an identifier's scheme in the page's language; the scheme itself when it is a new one. */
function schemeName(visit: Visit, scheme: string): string {
  const key = scheme.toLowerCase().replaceAll(/[ _]/g, "-");
  return SCHEMES.has(key) ? visit.t(`instrument.scheme-${key}`) : scheme;
}

function Stages({ view, visit }: { view: InstrumentView; visit: Visit }) {
  const { t, today, at } = visit;
  const marks = marksOf(view.instrument, (stage) => t(`instrument.stage-${stage}`));
  const axis = laneAxis(
    marks.map((mark) => mark.date),
    at,
  );
  return (
    <>
      <h2>{t("instrument.stages")}</h2>
      {view.stages.length === 0 && <p>{t("instrument.stages-none")}</p>}
      {view.next && (
        <p>
          <strong class="soon">
            {t(at < today ? "instrument.next-then" : "instrument.next")} {t(`instrument.stage-${view.next.stage}`)},{" "}
            <Time date={view.next.date} visit={visit} />
          </strong>
        </p>
      )}
      <TimeLine
        marks={marks}
        phases={view.phases}
        day={at}
        dayLabel={at === today ? t("chart.today") : dateText(at, visit.locale)}
        title={t("chart.life", { count: view.stages.length })}
      />
      {marks.length > 0 && (
        <div class="narrow">
          <LaneYears axis={axis} day={at} words={at === today ? t("chart.today") : dateText(at, visit.locale)} />
          <LaneRow axis={axis} bars={view.phases.map((one) => ({ from: one.from, to: one.to, look: one.phase }))} marks={marks} day={at} />
        </div>
      )}
      <ol class="stages">
        {view.stages.map((stage) => {
          const ahead = firstDay(stage.date) > at;
          return (
            <li class={ahead ? "ahead" : undefined}>
              <Time date={stage.date} visit={visit} /> <strong>{t(`instrument.stage-${stage.stage}`)}</strong>
              {ahead && <span class="soon"> · {t(firstDay(stage.date) > today ? "instrument.ahead" : "timeline.not-yet")}</span>}
              {stage.note && (
                <p>
                  <Say said={visit.say("instrument", view.instrument.id, `stages.${view.instrument.stages.indexOf(stage)}.note`, stage.note)} visit={visit} />
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function RestingTable({ rows, visit }: { rows: readonly Resting[]; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={t("instrument.resting-table")}
      rows={rows}
      columns={[
        {
          head: t("instrument.question"),
          row: true,
          cell: ({ question }) => <QuestionLink question={question} visit={visit} />,
        },
        { head: t("instrument.place"), cell: ({ coding }) => <PlaceLink code={coding.jurisdiction} visit={visit} /> },
        {
          head: t("instrument.answer"),
          cell: ({ coding, question }) => <CodingChip coding={coding} question={question} visit={visit} />,
        },
        {
          head: t("instrument.provision"),
          cell: ({ coding }) => (
            <>
              {coding.citations[0]?.provision} <Cite citations={withoutPlace(coding.citations)} visit={visit} />
            </>
          ),
        },
      ]}
    />
  );
}
