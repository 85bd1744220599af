import { daysBetween } from "../../../analysis/consultation.ts";
import type { ConsultationLine } from "../../../api/consultation/view.ts";
import { QuestionLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** Questions that are shown before the rest is folded away. */
const SHOWN = 5;

/** Until when it can be answered: the days, the days left, the zone, and the end in the reader's own zone where script runs. */
export function Deadline({ line, visit }: { line: ConsultationLine; visit: Visit }) {
  const { t } = visit;
  const { update, left, counted, ends, phase } = line;
  if (phase === "closed" || left === null) return <></>;
  return (
    <p>
      <strong class="soon">
        {phase === "upcoming" ? t("consultation.opens-in", { count: daysBetween(visit.at, update.opens) }) : t("consultation.left", { count: left })}
      </strong>
      {" · "}
      {counted ? t(`consultation.zone-${counted.from}`, { zone: counted.zone }) : t("consultation.zone-unknown")} {t("consultation.hour")}
      {ends && visit.at === visit.today && <atlas-countdown data-until={ends} data-words={t("consultation.yours")}></atlas-countdown>}
    </p>
  );
}

/** First and last day; what the record lacks is left out. */
export function Days({ line, visit }: { line: ConsultationLine; visit: Visit }) {
  const { opens, closes } = line.update;
  return (
    <>
      {opens && (
        <>
          {visit.t("update.opens")} <Time date={opens} visit={visit} />
        </>
      )}
      {opens && closes && punctuation(visit.locale).semicolon}
      {closes && (
        <>
          {visit.t(line.phase === "closed" ? "update.closed-on" : "update.closes")} <Time date={closes} visit={visit} />
        </>
      )}
    </>
  );
}

/** Who may answer, the documents, and the addresses of its days as a calendar. */
export function Facts({ line, visit }: { line: ConsultationLine; visit: Visit }) {
  const { t } = visit;
  const { update } = line;
  return (
    <dl class="facts">
      <dt>{t("consultation.who")}</dt>
      <dd>
        {update.respondents ? (
          <Say said={visit.say("update", update.id, "respondents", update.respondents)} visit={visit} />
        ) : (
          <span class="quiet">{t("consultation.not-said")}</span>
        )}
      </dd>
      <dt>{t("consultation.documents")}</dt>
      {update.links.length === 0 && <dd class="quiet">{t("consultation.documents-none")}</dd>}
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
    </dl>
  );
}

/** Everything that helps to answer a consultation, on its own page. */
export function ToAnswer({ line, visit }: { line: ConsultationLine; visit: Visit }) {
  const { t } = visit;
  const { update } = line;
  const place = update.jurisdictions[0] ?? "";
  const topic = update.topics[0] ?? "";
  return (
    <>
      <h2>{t(line.phase === "closed" ? "consultation.facts" : "consultation.to-answer")}</h2>
      <Deadline line={line} visit={visit} />
      <Facts line={line} visit={visit} />
      {(update.opens || update.closes) && (
        <p class="meta">
          <a href={`/api/consultations/${update.id}.ics?lang=${visit.locale}`}>{t("consultation.calendar-one")}</a>
        </p>
      )}
      {line.questions.length > 0 && (
        <>
          <h3>{t("consultation.help")}</h3>
          <Questions line={line} visit={visit} />
        </>
      )}
      <p>
        <a href={visit.link("/brief", { place, topic })}>{t("consultation.brief")}</a> ·{" "}
        <a href={visit.link("/letters", { place })}>{t("consultation.letter")}</a>
      </p>
    </>
  );
}

function Questions({ line, visit }: { line: ConsultationLine; visit: Visit }) {
  const rest = line.questions.slice(SHOWN);
  const list = (questions: ConsultationLine["questions"]) => (
    <ul>
      {questions.map((question) => (
        <li>
          <QuestionLink question={question} visit={visit} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(line.questions.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary>{visit.t("consultation.more-questions", { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
