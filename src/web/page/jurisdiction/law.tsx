import type { JurisdictionView, TreatyLine } from "../../../api/jurisdiction/view.ts";
import { type Day, firstDay } from "../../../domain/date.ts";
import type { Instrument, Stage } from "../../../domain/instrument.ts";
import { statusOn } from "../../../domain/life.ts";
import type { Obligation } from "../../../domain/obligation.ts";
import { timeAxis } from "../../chart/axis.ts";
import { marksOf } from "../../chart/mark.ts";
import { BundleAxis, BundleRow } from "../../chart/timeline.tsx";
import { AnswerChip } from "../../part/answer.tsx";
import { Cite, Provision, withoutPlace } from "../../part/citation.tsx";
import { deadlineText } from "../../part/deadline.ts";
import { Flags } from "../../part/flag.tsx";
import { InstrumentLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** Length of the common axis of a jurisdiction's laws, in drawing units. */
const AXIS = 720;

/** Laws and bills of the jurisdiction, latest step first, each with its steps drawn on one axis. Their sources stand on their own pages. */
export function Instruments({ view, visit }: { view: JurisdictionView; visit: Visit }) {
  const { t, at, today } = visit;
  const axis = timeAxis(
    view.instruments.flatMap((one) => one.stages.map((stage) => stage.date)),
    today,
    AXIS,
    10,
  );
  return (
    <>
      <p class="meta">{t("chart.bundle")}</p>
      <BundleAxis axis={axis} />
      <ul class="plain laws">
        {view.instruments.map((one) => (
          <li>
            <InstrumentLink id={one.id} visit={visit} />
            <BundleRow axis={axis} marks={marksOf(one, (stage) => stage)} today={today} />
            <span class="meta">
              {t(`instrument.kind-${one.kind}`)} · {t(`instrument.status-${statusOn(one, at, today) ?? "not-known"}`)}
              {telling(one, at).map((stage) => (
                <>
                  {" · "}
                  {t(`instrument.stage-${stage.stage}`)} <Time date={stage.date} visit={visit} />
                </>
              ))}
              <Flags flags={one.flags} visit={visit} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The stages that say where a law stands: the latest one, and all that lie ahead. The others stand in the picture and on its page. */
function telling(one: Instrument, at: Day): Stage[] {
  const sorted = [...one.stages].sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1));
  const ahead = sorted.findIndex((stage) => firstDay(stage.date) > at);
  return sorted.slice(Math.max(0, (ahead < 0 ? sorted.length : ahead) - 1));
}

/** Duties of platforms as a table: what, upon what, by when, under which law. */
export function Duties({ obligations, caption, visit }: { obligations: readonly Obligation[]; caption: string; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={caption}
      rows={obligations}
      columns={[
        { head: t("jurisdiction.duty"), row: true, cell: (one) => <a href={visit.link(`/obligations/${one.id}`)}>{t(`obligation.duty-${one.duty}`)}</a> },
        {
          head: t("jurisdiction.trigger"),
          cell: (one) => (
            <>
              <Say said={visit.say("obligation", one.id, "trigger", one.trigger)} visit={visit} />
              <Cite citations={withoutPlace(one.citations.slice(0, 1))} visit={visit} />
              <Flags flags={one.flags} visit={visit} />
            </>
          ),
        },
        { head: t("jurisdiction.deadline"), cell: (one) => deadlineText(visit, one) },
        {
          head: t("jurisdiction.under"),
          cell: (one) => (
            <>
              <InstrumentLink id={one.instrument} visit={visit} />
              <Provision of={one.provision} visit={visit} />
            </>
          ),
        },
        { head: t("jurisdiction.applies-from"), cell: (one) => (one.from ? <Time date={one.from} visit={visit} /> : t("jurisdiction.date-unknown")) },
      ]}
    />
  );
}

/** Treaties: how the jurisdiction stands on the day, with dates and reservations. */
export function Treaties({ view, visit }: { view: JurisdictionView; visit: Visit }) {
  const { t } = visit;
  const missing = view.otherTreaties;
  return (
    <section aria-labelledby="treaties">
      <h2 id="treaties">{t("jurisdiction.treaties")}</h2>
      {view.treaties.length > 0 && (
        <DataTable
          caption={t("jurisdiction.treaties-caption")}
          rows={view.treaties}
          columns={[
            {
              head: t("jurisdiction.treaty"),
              row: true,
              cell: ({ treaty, status }) => (
                <>
                  <a href={visit.link(`/treaties/${treaty.id}`)}>
                    <Say said={visit.say("treaty", treaty.id, "short", treaty.short)} visit={visit} />
                  </a>
                  <Cite citations={[{ source: status.source, read: status.read, instrument: "", provision: "", note: "" }]} visit={visit} />
                </>
              ),
            },
            { head: t("jurisdiction.treaty-standing"), cell: (line) => <TreatyChip line={line} visit={visit} /> },
            { head: t("jurisdiction.signed"), cell: ({ status }) => status.signed && <Time date={status.signed} visit={visit} /> },
            { head: t("jurisdiction.ratified"), cell: ({ status }) => status.ratified && <Time date={status.ratified} visit={visit} /> },
            {
              head: t("jurisdiction.treaty-note"),
              cell: ({ status }) => status.note && <Say said={visit.say("treaty-status", status.id, "note", status.note)} visit={visit} />,
            },
          ]}
        />
      )}
      {missing.length > 0 && (
        <details class="blank">
          <summary>{t("jurisdiction.treaties-blank", { count: missing.length })}</summary>
          <ul>
            {missing.map((one) => (
              <li>
                <a href={visit.link(`/treaties/${one.id}`)}>
                  <Say said={visit.say("treaty", one.id, "short", one.short)} visit={visit} />
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function TreatyChip({ line, visit }: { line: TreatyLine; visit: Visit }) {
  return line.answer && line.question ? <AnswerChip answer={line.answer} question={line.question} visit={visit} /> : <>{visit.t("answer.not-known")}</>;
}
