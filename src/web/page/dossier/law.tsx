import type { Event } from "../../../analysis/timeline.ts";
import type { DossierView } from "../../../api/dossier/view.ts";
import { firstDay } from "../../../domain/date.ts";
import { laneAxis } from "../../chart/lane.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { deadlineText } from "../../part/deadline.ts";
import { InstrumentLink, PlaceLink, TopicLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Doubt, ReviewLine } from "../../part/review.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";
import { LawRow, Years } from "../timeline/picture.tsx";

/** Steps ahead that are shown, and steps that stand open. */
const NEXT = 5;
const OPEN = 12;

/** What comes next, with dates; and the last step before the day, for that is where matters stand. */
export function Next({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t, at, today } = visit;
  const last = view.stages.findLast(({ stage }) => firstDay(stage.date) <= at);
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t(at < today ? "timeline.next-then" : "timeline.next")}</h2>
      {view.next.length === 0 && <p>{t("timeline.next-none")}</p>}
      <ul class="plain lines">
        {view.next.slice(0, NEXT).map((event) => (
          <li>
            <strong class="soon">
              <Time date={event.date} visit={visit} />
            </strong>{" "}
            <NextWords event={event} visit={visit} />
          </li>
        ))}
      </ul>
      {last && (
        <p>
          {t("dossier.last")} <Time date={last.stage.date} visit={visit} />
          {punctuation(visit.locale).comma}
          <InstrumentLink id={last.instrument.id} visit={visit} />
          {t("timeline.colon")}
          <strong>{t(`instrument.stage-${last.stage.stage}`)}</strong>
          {last.stage.note && (
            <span class="quiet">
              {" – "}
              <Say
                said={visit.say("instrument", last.instrument.id, `stages.${last.instrument.stages.indexOf(last.stage)}.note`, last.stage.note)}
                visit={visit}
              />
            </span>
          )}
        </p>
      )}
    </section>
  );
}

function NextWords({ event, visit }: { event: Event; visit: Visit }) {
  const { t, catalogue } = visit;
  if (event.kind === "stage")
    return (
      <>
        <InstrumentLink id={event.id} visit={visit} />
        {t("timeline.colon")}
        {t(`instrument.stage-${event.what}`)}
      </>
    );
  if (event.kind === "duty")
    return (
      <>
        <a href={visit.link(`/obligations/${event.id}`)}>{t(`obligation.duty-${catalogue.obligations.get(event.id)?.duty ?? ""}`)}</a>{" "}
        {t(`timeline.duty-${event.what}`)}
      </>
    );
  return (
    <>
      <a href={visit.link(`/updates/${event.id}`)}>
        <Say said={visit.say("update", event.id, "title", catalogue.updates.get(event.id)?.title ?? "")} visit={visit} />
      </a>
      {event.what !== "noted" && ` ${t(`timeline.update-${event.what}`)}`}
    </>
  );
}

/** The lives of all instruments on one axis, and their steps as a table. */
export function Life({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t, at, today } = visit;
  if (view.stages.length === 0) return <></>;
  const axis = laneAxis(
    view.stages.map(({ stage }) => stage.date),
    at,
  );
  const table = (
    <DataTable
      caption={t("dossier.stages")}
      rows={[...view.stages].reverse()}
      columns={[
        {
          head: t("timeline.date"),
          row: true,
          cell: ({ stage }) => (
            <>
              <Time date={stage.date} visit={visit} />
              {firstDay(stage.date) > at && <span class="soon"> · {t(at < today ? "timeline.not-yet" : "instrument.ahead")}</span>}
            </>
          ),
        },
        {
          head: t("dossier.step"),
          cell: ({ instrument, stage }) => (
            <>
              <strong>{t(`instrument.stage-${stage.stage}`)}</strong>
              {stage.note && (
                <>
                  {t("timeline.colon")}
                  <Say said={visit.say("instrument", instrument.id, `stages.${instrument.stages.indexOf(stage)}.note`, stage.note)} visit={visit} />
                </>
              )}
            </>
          ),
        },
        ...(view.members.length > 1
          ? [{ head: t("dossier.law"), cell: ({ instrument }: DossierView["stages"][number]) => <InstrumentLink id={instrument.id} visit={visit} /> }]
          : []),
      ]}
    />
  );
  return (
    <section aria-labelledby="life">
      <h2 id="life">{t("dossier.life")}</h2>
      <figure class="lanes" aria-labelledby="life">
        <Years axis={axis} visit={visit} />
        <ul class="plain">
          {view.members.map((one) => (
            <LawRow lane={one} axis={axis} visit={visit} />
          ))}
        </ul>
        <figcaption>{t("dossier.life-text")}</figcaption>
      </figure>
      {view.stages.length > OPEN ? (
        <details>
          <summary>{t("dossier.all-stages", { count: view.stages.length })}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </section>
  );
}

/** What each instrument does or would do, in the record's words. */
export function Members({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="does">
      <h2 id="does">{t("dossier.does")}</h2>
      {view.members.map(({ instrument, status }) => (
        <article class="note">
          <h3>
            <InstrumentLink id={instrument.id} visit={visit} />
          </h3>
          <p class="meta">
            <PlaceLink code={instrument.jurisdiction} visit={visit} /> · {t(`instrument.kind-${instrument.kind}`)} ·{" "}
            {t(`instrument.status-${status ?? "not-known"}`)}
          </p>
          <p>
            <Say said={visit.say("instrument", instrument.id, "summary", instrument.summary)} visit={visit} />
            <Cite citations={instrument.citations.slice(0, 2)} visit={visit} />
          </p>
          <ReviewLine of={instrument} visit={visit} />
          <Doubt kind="instrument" id={instrument.id} doubt={instrument.doubt} visit={visit} />
        </article>
      ))}
      <p>
        {t("dossier.topics")} <TopicLinks ids={view.topics} visit={visit} />
      </p>
    </section>
  );
}

/** Duties of services under the instruments. */
export function Duties({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t } = visit;
  if (view.obligations.length === 0) return <></>;
  const proposed = new Set(view.members.filter((one) => one.status === "proposed").map((one) => one.instrument.id));
  return (
    <section aria-labelledby="obligations">
      <h2 id="obligations">{t("dossier.obligations")}</h2>
      <DataTable
        id="duties"
        caption={t("dossier.obligations-caption")}
        rows={view.obligations}
        columns={[
          {
            head: t("jurisdiction.duty"),
            row: true,
            cell: (one) => <a href={visit.link(`/obligations/${one.id}`)}>{t(`obligation.duty-${one.duty}`)}</a>,
          },
          {
            head: t("jurisdiction.trigger"),
            cell: (one) => (
              <>
                <Say said={visit.say("obligation", one.id, "trigger", one.trigger)} visit={visit} />
                <Cite citations={withoutPlace(one.citations.slice(0, 1))} visit={visit} />
              </>
            ),
          },
          { head: t("jurisdiction.deadline"), cell: (one) => deadlineText(visit, one) },
          { head: t("jurisdiction.under"), cell: (one) => <InstrumentLink id={one.instrument} visit={visit} /> },
          {
            head: t("dossier.applies"),
            cell: (one) => (
              <>
                {one.from ? <Time date={one.from} visit={visit} /> : t(proposed.has(one.instrument) ? "dossier.not-law" : "jurisdiction.date-unknown")}
                {one.to && (
                  <>
                    {" – "}
                    <Time date={one.to} visit={visit} />
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
