import type { Event } from "../../../analysis/timeline.ts";
import type { TimelineView } from "../../../api/timeline/view.ts";
import { answerWords, Chip } from "../../part/chip.tsx";
import { InstrumentLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** The records that events speak of and the catalogue does not hold. */
type Records = Pick<TimelineView, "codings" | "statuses">;

/** What happened, with links to the record: the law and its stage, the question and its answer, the treaty, the duty, the update. */
export function EventWords({ event, view, visit }: { event: Event; view: Records; visit: Visit }) {
  switch (event.kind) {
    case "stage":
      return <StageWords event={event} visit={visit} />;
    case "answer":
      return <AnswerWords event={event} view={view} visit={visit} />;
    case "duty":
      return <DutyWords event={event} visit={visit} />;
    case "treaty":
      return <TreatyWords event={event} view={view} visit={visit} />;
    case "update":
      return <UpdateWords event={event} visit={visit} />;
    case "membership":
      return <GroupWords event={event} visit={visit} />;
  }
}

function StageWords({ event, visit }: { event: Event; visit: Visit }) {
  const note = visit.catalogue.instruments.get(event.id)?.stages[event.step]?.note;
  return (
    <>
      <InstrumentLink id={event.id} visit={visit} />
      {visit.t("timeline.colon")}
      <strong>{visit.t(`instrument.stage-${event.what}`)}</strong>
      {note && (
        <span class="quiet">
          {" – "}
          <Say said={visit.say("instrument", event.id, `stages.${event.step}.note`, note)} visit={visit} />
        </span>
      )}
    </>
  );
}

function AnswerWords({ event, view, visit }: { event: Event; view: Records; visit: Visit }) {
  const { t } = visit;
  const coding = view.codings.get(event.id);
  const question = coding && visit.catalogue.questions.get(coding.question);
  if (!coding || !question) return <></>;
  const { words, lang, state } = answerWords(visit, question, coding.answer);
  return (
    <>
      <a href={visit.link(`/questions/${question.id}`)}>
        <Say said={visit.say("question", question.id, "wording", question.wording)} visit={visit} />
      </a>{" "}
      <strong>{t(`timeline.answer-${event.what}`)}</strong> <Chip standing={state} words={words} lang={lang === visit.locale ? undefined : lang} />
      {event.what === "changes" && event.before && (
        <span class="quiet"> {t("timeline.answer-before", { answer: answerWords(visit, question, event.before.answer).words })}</span>
      )}
    </>
  );
}

function DutyWords({ event, visit }: { event: Event; visit: Visit }) {
  const duty = visit.catalogue.obligations.get(event.id);
  if (!duty) return <></>;
  return (
    <>
      <a href={visit.link(`/obligations/${duty.id}`)}>{visit.t(`obligation.duty-${duty.duty}`)}</a> <strong>{visit.t(`timeline.duty-${event.what}`)}</strong>
      <span class="quiet">
        {" – "}
        <InstrumentLink id={duty.instrument} visit={visit} />
      </span>
    </>
  );
}

function TreatyWords({ event, view, visit }: { event: Event; view: Records; visit: Visit }) {
  const treaty = visit.catalogue.treaties.get(view.statuses.get(event.id)?.treaty ?? "");
  if (!treaty) return <></>;
  return (
    <>
      <a href={visit.link(`/treaties/${treaty.id}`)}>
        <Say said={visit.say("treaty", treaty.id, "short", treaty.short)} visit={visit} />
      </a>
      {visit.t("timeline.colon")}
      <strong>{visit.t(`timeline.treaty-${event.what}`)}</strong>
    </>
  );
}

function UpdateWords({ event, visit }: { event: Event; visit: Visit }) {
  const update = visit.catalogue.updates.get(event.id);
  if (!update) return <></>;
  return (
    <>
      <a href={visit.link(`/updates/${update.id}`)}>
        <Say said={visit.say("update", update.id, "title", update.title)} visit={visit} />
      </a>{" "}
      <span class="quiet">({visit.t(`update.kind-${update.kind}`)})</span>
      {event.what !== "noted" && <strong> {visit.t(`timeline.update-${event.what}`)}</strong>}
    </>
  );
}

function GroupWords({ event, visit }: { event: Event; visit: Visit }) {
  const group = visit.catalogue.groups.get(visit.catalogue.memberships.find((one) => one.id === event.id)?.group ?? "");
  if (!group) return <></>;
  return (
    <>
      <Say said={visit.say("group", group.id, "name", group.name)} visit={visit} />
      {visit.t("timeline.colon")}
      <strong>{visit.t(`timeline.group-${event.what}`)}</strong>
    </>
  );
}
