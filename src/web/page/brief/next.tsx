import type { NextStep } from "../../../api/brief/next.ts";
import type { BriefView } from "../../../api/brief/view.ts";
import { answerWords } from "../../part/chip.tsx";
import { Cite, withoutPlace } from "../../part/citation.tsx";
import { InstrumentLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** What comes after the day, as far as the record knows. */
export function NextSection({ view, visit }: { view: BriefView; visit: Visit }) {
  const { t } = visit;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t("brief.next")}</h2>
      {view.next.length === 0 && <p>{t("brief.next-none")}</p>}
      <Steps steps={view.next.filter((one) => one.sort !== "pending")} visit={visit} />
      {view.next.some((one) => one.sort === "pending") && <p>{t("brief.pending")}</p>}
      <Steps steps={view.next.filter((one) => one.sort === "pending")} visit={visit} />
      {view.nextTotal > view.next.length && <p class="quiet">{t("brief.next-more", { count: view.nextTotal - view.next.length })}</p>}
    </section>
  );
}

function Steps({ steps, visit }: { steps: readonly NextStep[]; visit: Visit }) {
  if (steps.length === 0) return <></>;
  return (
    <ul class="said">
      {steps.map((one) => (
        <li>
          <Step step={one} visit={visit} />
          <Cite citations={withoutPlace(one.citations.slice(0, 1))} visit={visit} />
        </li>
      ))}
    </ul>
  );
}

function Step({ step, visit }: { step: NextStep; visit: Visit }) {
  const { t } = visit;
  const date = <Time date={step.date} visit={visit} />;
  const { colon, comma, semicolon, stop } = punctuation(visit.locale);
  switch (step.sort) {
    case "answer":
      return (
        <>
          {date}
          {colon}
          {visit.name(step.coding.jurisdiction)} – <Say said={visit.say("question", step.question.id, "wording", step.question.wording)} visit={visit} />{" "}
          <b>{answerWords(visit, step.question, step.coding.answer).words}</b>
          {stop}
        </>
      );
    case "stage":
      return (
        <>
          {date}
          {colon}
          <InstrumentLink id={step.instrument.id} visit={visit} /> ({visit.name(step.instrument.jurisdiction)}) – {t(`instrument.stage-${step.stage}`)}
          {stop}
        </>
      );
    case "pending":
      return (
        <>
          <InstrumentLink id={step.instrument.id} visit={visit} /> ({visit.name(step.instrument.jurisdiction)}
          {comma}
          {t(`instrument.status-${step.instrument.status}`)}
          {semicolon}
          {t("brief.latest-step")} {date}){stop}
        </>
      );
    case "closes":
    case "update":
      return (
        <>
          {date}
          {colon}
          {step.sort === "closes" && <>{t("brief.closes")} </>}
          <a href={visit.link(`/updates/${step.update.id}`)}>
            <Say said={visit.say("update", step.update.id, "title", step.update.title)} visit={visit} />
          </a>
          {stop}
        </>
      );
    default:
      return (
        <>
          {date}
          {colon}
          {t(`brief.${step.sort}`, { duty: t(`obligation.duty-${step.obligation.duty}`), place: visit.name(step.obligation.jurisdiction) })}{" "}
          <a href={visit.link(`/obligations/${step.obligation.id}`)}>
            <Say said={visit.say("obligation", step.obligation.id, "trigger", step.obligation.trigger)} visit={visit} />
          </a>
          {stop}
        </>
      );
  }
}
