import { SOON } from "../../../analysis/consultation.ts";
import { type ConsultationLine, consultationList as listOf } from "../../../api/consultation/view.ts";
import { byName } from "../../../api/order.ts";
import { DateBar } from "../../part/datebar.tsx";
import { feedOf } from "../../part/feed.ts";
import { FilterForm, kept, placeChoices, topicChoices } from "../../part/filter.tsx";
import { PlaceLinks, QuestionLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Page, Visit } from "../../visit.ts";
import { ResultLine } from "../update/result.tsx";
import { Days, Deadline, Facts } from "./answer.tsx";

const FILTERS = ["place", "topic", "year"] as const;

/** Questions that the list shows of a consultation. */
const SHOWN = 3;

/** `/consultations`: what is open, until when, who may answer; what is closed by year, with what came of it. */
export const consultationListPage: Page = async (visit) => {
  const { t, catalogue } = visit;
  const list = listOf(visit);
  const all = [...catalogue.updates.values()].filter((one) => one.kind === "consultation");
  const places = [...new Set(all.flatMap((one) => one.jurisdictions))].sort(byName(visit));
  const years = [...new Set(all.map((one) => (one.closes || one.date).slice(0, 4)))].sort().reverse();
  const keep = kept(visit, FILTERS);
  const groups = (["closing", "open", "upcoming", "undated"] as const).filter((phase) => list[phase].length > 0);
  return {
    title: t("consultation.title"),
    description: t("consultation.description"),
    crumbs: [{ href: visit.link("/updates"), label: t("update.title") }],
    data: "/consultations",
    keep,
    feeds: [feedOf(visit, "updates", { ...keep, kind: "consultation" }, t("consultation.title"))],
    watch: { kind: "consultation", place: keep.place ?? "", topic: keep.topic ?? "" },
    body: (
      <>
        <h1>{t("consultation.title")}</h1>
        <p class="lead">{t("consultation.lead")}</p>
        <DateBar visit={visit} />
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/consultations"
          visit={visit}
          fields={[
            { name: "place", label: t("update.place"), kind: "choice", choices: placeChoices(visit, places) },
            {
              name: "topic",
              label: t("update.topic"),
              kind: "choice",
              choices: topicChoices(
                visit,
                all.flatMap((one) => one.topics),
              ),
            },
            { name: "year", label: t("update.archive"), kind: "choice", choices: years.map((value) => ({ value, label: value })) },
          ]}
        />
        {groups.length === 0 && <p class="quiet">{t("consultation.none")}</p>}
        {groups.map((phase) => (
          <>
            <h2>{t(`consultation.${phase}`, { days: SOON })}</h2>
            {list[phase].map((line) => (
              <Note line={line} visit={visit} />
            ))}
          </>
        ))}
        {list.closed.length === 0 && <p class="quiet">{t("consultation.none-closed")}</p>}
        {list.closed.map(({ year, lines }) => (
          <>
            <h2>{t("consultation.closed", { year })}</h2>
            {lines.map((line) => (
              <Closed line={line} visit={visit} />
            ))}
          </>
        ))}
        <Calendar keep={keep} visit={visit} />
      </>
    ),
  };
};

function Heading({ line, visit }: { line: ConsultationLine; visit: Visit }) {
  const { update } = line;
  return (
    <>
      <p class="meta">
        <Days line={line} visit={visit} /> · <PlaceLinks codes={update.jurisdictions} visit={visit} />
      </p>
      <h3>
        <a href={visit.link(`/updates/${update.id}`)}>
          <Say said={visit.say("update", update.id, "title", update.title)} visit={visit} />
        </a>
      </h3>
    </>
  );
}

function Note({ line, visit }: { line: ConsultationLine; visit: Visit }) {
  const { t } = visit;
  const { update } = line;
  return (
    <article class="note">
      <Heading line={line} visit={visit} />
      <p>
        <Say said={visit.say("update", update.id, "summary", update.summary)} visit={visit} />
      </p>
      <Deadline line={line} visit={visit} />
      <Facts line={line} visit={visit} />
      {line.questions.length > 0 && (
        <p>
          {t("consultation.help")}
          {punctuation(visit.locale).colon}
          {line.questions.slice(0, SHOWN).map((question, index) => (
            <>
              {index > 0 && " · "}
              <QuestionLink question={question} visit={visit} />
            </>
          ))}
        </p>
      )}
      <p class="meta">
        <a href={`/api/consultations/${update.id}.ics?lang=${visit.locale}`}>{t("consultation.calendar-one")}</a> ·{" "}
        <a href={visit.link("/brief", { place: update.jurisdictions[0] ?? "", topic: update.topics[0] ?? "" })}>{t("consultation.brief")}</a> ·{" "}
        <a href={visit.link("/letters", { place: update.jurisdictions[0] ?? "" })}>{t("consultation.letter")}</a>
      </p>
    </article>
  );
}

function Closed({ line, visit }: { line: ConsultationLine; visit: Visit }) {
  const { update } = line;
  return (
    <article class="note">
      <Heading line={line} visit={visit} />
      <p>
        {visit.t("consultation.who")}
        {punctuation(visit.locale).colon}
        {update.respondents ? (
          <Say said={visit.say("update", update.id, "respondents", update.respondents)} visit={visit} />
        ) : (
          <span class="quiet">{visit.t("consultation.not-said")}</span>
        )}
      </p>
      <p class="meta">
        <ResultLine update={update} result={line.result} visit={visit} brief />
      </p>
    </article>
  );
}

/** The days of the list as a calendar: to subscribe to, or as a file. */
function Calendar({ keep, visit }: { keep: Readonly<Record<string, string>>; visit: Visit }) {
  const { t } = visit;
  const query = new URLSearchParams([...Object.entries(keep).filter(([, value]) => value !== ""), ["lang", visit.locale]]);
  const address = `/api/consultations.ics?${query}`;
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t("consultation.calendar")}</h2>
      <p>
        <a href={`webcal://${visit.origin.replace(/^https?:\/\//, "")}${address}`}>{t("consultation.calendar-subscribe")}</a> ·{" "}
        <a href={address}>{t("consultation.calendar-file")}</a>
      </p>
      <p class="meta">{t("consultation.calendar-note")}</p>
    </section>
  );
}
