import { inZone } from "../../../analysis/deadline.ts";
import type { FoundDuty } from "../../../analysis/duty.ts";
import { type DutyView, dutyDay, dutyParameters } from "../../../api/duty/view.ts";
import { statusOn } from "../../../domain/life.ts";
import { Cite, Provision, withoutPlace } from "../../part/citation.tsx";
import { dateText, numberText } from "../../part/date.ts";
import { PlaceLinks } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Doubt, ReviewLine } from "../../part/review.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";
import { Applies, ObligationFacts } from "../obligation/facts.tsx";
import { Clock, DueHere, DueThere } from "./due.tsx";
import { Gaps } from "./gaps.tsx";

/** Up to so many duties stand in full; of more, each stands in short, so that the page stays light. */
const IN_FULL = 16;

/** What the duty finder found, and what the record does not cover. */
export function DutyResult({ view, visit }: { view: DutyView; visit: Visit }) {
  const { t } = visit;
  const found = [...view.now, ...view.next, ...view.soon, ...view.unknown];
  return (
    <section class="result" aria-labelledby="result">
      <h2 id="result">{t("duty.result", { count: view.now.length + view.next.length })}</h2>
      <p class="doubt">{t("duty.not-advice")}</p>
      <Understood view={view} visit={visit} />
      {found.length === 0 && <p>{t("duty.none")}</p>}
      {found.length > IN_FULL && <p class="meta">{t("duty.many")}</p>}
      <Deadlines view={view} visit={visit} />
      <Group title={t("duty.now")} list={view.now} view={view} full={found.length <= IN_FULL} visit={visit} />
      <Group title={t("duty.next")} note={t("duty.next-note")} list={view.next} view={view} full={found.length <= IN_FULL} visit={visit} />
      <Group title={t("duty.soon")} note={t("duty.soon-note")} list={view.soon} view={view} full={found.length <= IN_FULL} visit={visit} />
      <Group title={t("duty.unknown")} note={t("duty.unknown-note")} list={view.unknown} view={view} full={found.length <= IN_FULL} visit={visit} />
      <Gaps view={view} visit={visit} />
    </section>
  );
}

/** The question as it was understood, and the rule from event to duties. */
function Understood({ view, visit }: { view: DutyView; visit: Visit }) {
  const { t } = visit;
  const { moment, event, services, places } = view.asked;
  const kinds =
    services.length > 0
      ? services.map((one) => t(`obligation.actor-${one === "access" ? "isp" : one}`)).join(punctuation(visit.locale).comma)
      : t("duty.any-service");
  return (
    <>
      <p>
        {t("duty.asked")} {kinds} · {places.map((code) => visit.name(code)).join(punctuation(visit.locale).comma)}
        {event && <> · {t(`duty.event-${event}`)}</>}
      </p>
      {moment ? (
        <p>
          {t("duty.read-as")} <Clock moment={moment} visit={visit} />
          {moment.zone !== "UTC" && (
            <>
              {" "}
              = <Clock moment={inZone(moment, "UTC")} visit={visit} />
            </>
          )}
          {moment.clock !== "once" && <span class="flag"> · {t(`duty.clock-${moment.clock}`)}</span>}
        </p>
      ) : (
        <p>{t("duty.no-time", { day: dateText(visit.at, visit.locale) })}</p>
      )}
      {moment && !event && <p class="flag">{t("duty.any-event")}</p>}
      {event && (
        <p class="meta">
          {t("duty.rule")} {t(`duty.rule-${event}`)} <a href={visit.link("/methods/deadlines")}>{t("method.link")}</a>
        </p>
      )}
    </>
  );
}

function Deadlines({ view, visit }: { view: DutyView; visit: Visit }) {
  const { t } = visit;
  const rows = [...view.now, ...view.next];
  if (rows.length === 0) return <></>;
  const query = new URLSearchParams({
    ...Object.fromEntries(Object.entries(dutyParameters(view.asked)).filter(([, value]) => value !== "")),
    ...visit.time,
    lang: visit.locale,
  });
  return (
    <>
      <DataTable
        caption={t("duty.in-short")}
        rows={rows}
        columns={[
          {
            head: t("obligation.duty"),
            row: true,
            cell: ({ obligation, step }) => (
              <>
                <a href={`#${obligation.id}`}>
                  {t("obligation.heading", { duty: t(`obligation.duty-${obligation.duty}`), place: visit.name(obligation.jurisdiction) })}
                </a>
                {step === "next" && <span class="meta"> · {t("duty.step-next")}</span>}
                {rows.length <= IN_FULL && (
                  <>
                    <br />
                    <Say said={visit.say("obligation", obligation.id, "trigger", obligation.trigger)} visit={visit} />
                  </>
                )}
              </>
            ),
          },
          { head: t("obligation.deadline"), cell: (found) => <DueHere found={found} visit={visit} /> },
          { head: t("duty.there"), cell: (found) => <DueThere found={found} visit={visit} /> },
          {
            head: t("obligation.recipient"),
            cell: ({ obligation }) =>
              obligation.recipient ? <Say said={visit.say("obligation", obligation.id, "recipient", obligation.recipient)} visit={visit} /> : "",
          },
        ]}
      />
      {rows.some((one) => one.due.kind === "moment") && (
        <p>
          <a href={`/api/duties.ics?${query.toString()}`}>{t("duty.calendar")}</a> <span class="meta">{t("duty.calendar-note")}</span>
        </p>
      )}
    </>
  );
}

interface Grouped {
  readonly title: string;
  readonly note?: string;
  readonly list: readonly FoundDuty[];
  readonly full: boolean;
  readonly view: DutyView;
  readonly visit: Visit;
}

function Group({ title, note, list, full, view, visit }: Grouped) {
  if (list.length === 0) return <></>;
  return (
    <>
      <h3>
        {title} <span class="meta">{list.length}</span>
      </h3>
      {note && <p class="meta">{note}</p>}
      {list.map((found) => (
        <DutyCard found={found} full={full} view={view} visit={visit} />
      ))}
    </>
  );
}

/** A duty in full, or its trigger, conditions and place in the law. */
function DutyCard({ found, full, view, visit }: { found: FoundDuty; full: boolean; view: DutyView; visit: Visit }) {
  const { t } = visit;
  const { obligation, applies } = found;
  const instrument = visit.catalogue.instruments.get(obligation.instrument);
  const { limits = [] }: Partial<typeof obligation> = obligation;
  const { size, places } = view.asked;
  const status = instrument && statusOn(instrument, dutyDay(visit, view), visit.today);
  const reached = found.places.filter((one) => one !== obligation.jurisdiction);
  return (
    <article class="duty" id={obligation.id}>
      <h4>
        <a href={visit.link(`/obligations/${obligation.id}`)}>
          {t("obligation.heading", { duty: t(`obligation.duty-${obligation.duty}`), place: visit.name(obligation.jurisdiction) })}
        </a>
        {instrument && status !== "in-force" && <span class="flag"> · {t(`instrument.status-${status ?? "not-known"}`)}</span>}
      </h4>
      {reached.length > 0 && places.length > 1 && (
        <p class="meta">
          {t("duty.reaches")} <PlaceLinks codes={reached} visit={visit} />
        </p>
      )}
      {full && found.due.kind === "moment" && (
        <p>
          <DueHere found={found} visit={visit} />
          <br />
          {t("duty.there-lead")} <DueThere found={found} visit={visit} />
        </p>
      )}
      {limits.map((limit) => (
        <p class="flag">
          {t(`duty.limit-${limit}`)}
          {limit === "size" && size !== null && <> {t("duty.limit-users", { users: numberText(size, visit.locale, 0) })}</>}
        </p>
      ))}
      {full ? (
        <>
          <ObligationFacts line={{ obligation, instrument, applies }} visit={visit} />
          <ReviewLine of={obligation} visit={visit} />
          <Doubt kind="obligation" id={obligation.id} doubt={obligation.doubt} visit={visit} />
        </>
      ) : (
        <InShort found={found} visit={visit} />
      )}
    </article>
  );
}

function InShort({ found, visit }: { found: FoundDuty; visit: Visit }) {
  const { obligation, applies } = found;
  const instrument = visit.catalogue.instruments.get(obligation.instrument);
  return (
    <p>
      <Say said={visit.say("obligation", obligation.id, "trigger", obligation.trigger)} visit={visit} />.{" "}
      {obligation.condition && (
        <>
          <Say said={visit.say("obligation", obligation.id, "condition", obligation.condition)} visit={visit} />.{" "}
        </>
      )}
      <span class="meta">
        {found.applies !== "yes" && <DueHere found={found} visit={visit} />} <Applies line={{ obligation, instrument, applies }} visit={visit} />
        <Provision of={obligation.provision} visit={visit} />
      </span>
      <Cite citations={withoutPlace(obligation.citations)} visit={visit} />
    </p>
  );
}
