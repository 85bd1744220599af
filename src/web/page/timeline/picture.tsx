import type { LawLane, QuestionLane, TimelineView } from "../../../api/timeline/view.ts";
import { firstDay } from "../../../domain/date.ts";
import { ends } from "../../../domain/life.ts";
import { type LaneAxis, LaneLine, LaneRow, LaneYears, laneAxis, Shape } from "../../chart/lane.tsx";
import { dateText } from "../../part/date.ts";
import { InstrumentLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** The life of a place as lanes on one axis: its laws, its answers by topic, its treaties; law that reaches it apart. */
export function Picture({ view, visit }: { view: TimelineView; visit: Visit }) {
  const { t, at } = visit;
  const own = view.jurisdiction.id;
  const ahead = view.next.map((event) => event.date);
  const dates = [
    ...view.laws.flatMap((one) => one.phases.map((phase) => phase.from)),
    ...view.lanes.flatMap((one) => one.bars.map((bar) => bar.from)),
    ...ahead,
  ];
  const axis = laneAxis(dates, at);
  const codes = [...new Set(view.reach.map((one) => one.jurisdiction))];
  return (
    <figure class="lanes" aria-labelledby="picture">
      <figcaption>
        <strong id="picture">{t("timeline.picture")}</strong> {t("timeline.picture-text", { year: axis.from.slice(0, 4) })} <Key visit={visit} />
      </figcaption>
      {codes.map((code) => {
        const laws = view.laws.filter((one) => one.instrument.jurisdiction === code);
        const lanes = view.lanes.filter((one) => one.jurisdiction === code);
        if (laws.length + lanes.length === 0) return <></>;
        const body = <Place laws={laws} lanes={lanes} axis={axis} name={visit.name(code)} visit={visit} />;
        if (code === own) return body;
        return (
          <details open={view.laws.every((one) => one.instrument.jurisdiction !== own)}>
            <summary>{t("timeline.reaching", { name: visit.name(code), place: visit.name(own) })}</summary>
            {body}
          </details>
        );
      })}
      <Treaties view={view} axis={axis} visit={visit} />
    </figure>
  );
}

/** What the shapes mean, each with its word. */
function Key({ visit }: { visit: Visit }) {
  return (
    <span class="key">
      {(["yes", "partial", "no", "unclear", "number", "not-applicable"] as const).map((one) => (
        <span>
          <Swatch look={`a-${one}`} /> {visit.t(`timeline.key-${one}`)}
        </span>
      ))}
      <span>
        <Swatch look="" /> {visit.t("timeline.key-gap")}
      </span>
      <span>
        <Swatch look="force" /> {visit.t("timeline.key-force")}
      </span>
      <span>
        <Swatch look="making" /> {visit.t("timeline.key-making")}
      </span>
      <span>
        <Swatch look="over" /> {visit.t("timeline.key-over")}
      </span>
    </span>
  );
}

function Swatch({ look }: { look: string }) {
  return (
    <svg class="lane" aria-hidden="true">
      <LaneLine />
      {look && <Shape look={look} width={100} />}
    </svg>
  );
}

function Place({ laws, lanes, axis, name, visit }: { laws: readonly LawLane[]; lanes: readonly QuestionLane[]; axis: LaneAxis; name: string; visit: Visit }) {
  const { t } = visit;
  const moving = lanes.filter((one) => one.moves);
  const still = lanes.filter((one) => !one.moves);
  return (
    <>
      {laws.length > 0 && (
        <>
          <h3>{t("timeline.laws", { name })}</h3>
          <Years axis={axis} visit={visit} />
          <ul class="plain">
            {laws.map((one) => (
              <LawRow lane={one} axis={axis} visit={visit} />
            ))}
          </ul>
        </>
      )}
      {moving.length > 0 && (
        <>
          <h3>{t("timeline.answers", { name })}</h3>
          <Topics lanes={moving} axis={axis} visit={visit} />
        </>
      )}
      {still.length > 0 && (
        <details class="blank">
          <summary>{t("timeline.still", { count: still.length })}</summary>
          <p class="meta">{t("timeline.still-text")}</p>
          <Topics lanes={still} axis={axis} visit={visit} />
        </details>
      )}
    </>
  );
}

function Topics({ lanes, axis, visit }: { lanes: readonly QuestionLane[]; axis: LaneAxis; visit: Visit }) {
  const topics = [...visit.catalogue.topics.values()].filter((topic) => lanes.some((one) => one.question.topic === topic.id));
  return (
    <>
      {topics.map((topic) => (
        <>
          <Years
            axis={axis}
            head={
              <h4>
                <Say said={visit.say("topic", topic.id, "title", topic.title)} visit={visit} />
              </h4>
            }
            visit={visit}
          />
          <ul class="plain">
            {lanes
              .filter((one) => one.question.topic === topic.id)
              .map(({ question, bars }) => (
                <li>
                  <a href={visit.link(`/questions/${question.id}`)}>
                    <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />
                  </a>
                  <LaneRow axis={axis} bars={bars.map((bar) => ({ from: bar.from, to: bar.to, look: `a-${bar.state}` }))} day={visit.at} />
                </li>
              ))}
          </ul>
        </>
      ))}
    </>
  );
}

/** A law's life: on its way, in force, over, with its steps as marks. */
export function LawRow({ lane, axis, visit }: { lane: LawLane; axis: LaneAxis; visit: Visit }) {
  const { instrument, phases } = lane;
  const from = phases[0]?.from ?? "";
  const to = phases.at(-1)?.to ?? "9999-12-31";
  return (
    <li>
      <InstrumentLink id={instrument.id} visit={visit} />
      <LaneRow
        axis={axis}
        bars={phases.map((phase) => ({ from: phase.from, to: phase.to, look: phase.phase }))}
        marks={instrument.stages
          .filter((stage) => firstDay(stage.date) >= from && firstDay(stage.date) <= to)
          .map((stage) => ({ date: stage.date, end: ends(instrument, stage.stage) }))}
        day={visit.at}
      />
    </li>
  );
}

/** The years above lanes, with today or the day that is looked at. */
export function Years({ axis, head, visit }: { axis: LaneAxis; head?: unknown; visit: Visit }) {
  const { t, at, today } = visit;
  return (
    <div class="head">
      {head ?? <span />}
      <LaneYears axis={axis} day={at} words={at === today ? t("chart.today") : dateText(at, visit.locale)} />
    </div>
  );
}

function Treaties({ view, axis, visit }: { view: TimelineView; axis: LaneAxis; visit: Visit }) {
  const rows = [...view.statuses.values()].filter((one) => one.signed || one.ratified);
  if (rows.length === 0) return <></>;
  return (
    <>
      <h3>{visit.t("timeline.treaties")}</h3>
      <Years axis={axis} visit={visit} />
      <ul class="plain">
        {rows.map((status) => {
          const treaty = visit.catalogue.treaties.get(status.treaty);
          const party = status.status === "party" && status.ratified;
          return (
            <li>
              <a href={visit.link(`/treaties/${status.treaty}`)}>
                {treaty ? <Say said={visit.say("treaty", treaty.id, "short", treaty.short)} visit={visit} /> : status.treaty}
              </a>
              <LaneRow
                axis={axis}
                bars={party ? [{ from: firstDay(status.ratified), to: null, look: "force" }] : []}
                marks={[status.signed, status.ratified].filter(Boolean).map((date) => ({ date, end: false }))}
                day={visit.at}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
