import type { MatterStep } from "../../../analysis/matter.ts";
import type { Update } from "../../../domain/update.ts";
import { Cite } from "../../part/citation.tsx";
import { InstrumentLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** The steps of a matter, oldest first, from the first note or stage to what came of it. A law is named where the steps begin to be about it. */
export function Steps({ update, steps, visit }: { update: Update; steps: readonly MatterStep[]; visit: Visit }) {
  const stages = steps.filter((step) => step.what === "stage");
  return (
    <ol class="stages">
      {steps.map((step) => (
        <li class={step.ahead ? "ahead" : undefined} aria-current={step.own && step.what === "update" ? "step" : undefined}>
          <Time date={step.date} visit={visit} />{" "}
          <StepWords update={update} step={step} named={stages[stages.indexOf(step) - 1]?.id !== step.id} visit={visit} />
          {step.ahead && <span class="soon"> · {visit.t(step.date.slice(0, 10) > visit.today ? "instrument.ahead" : "timeline.not-yet")}</span>}
        </li>
      ))}
    </ol>
  );
}

function StepWords({ update, step, named, visit }: { update: Update; step: MatterStep; named: boolean; visit: Visit }) {
  const { t } = visit;
  if (step.what === "stage") {
    const instrument = visit.catalogue.instruments.get(step.id);
    const note = instrument?.stages[step.step]?.note;
    return (
      <>
        <strong>{t(`instrument.stage-${step.stage}`)}</strong>
        {named && (
          <>
            {" "}
            · <InstrumentLink id={step.id} visit={visit} />
          </>
        )}
        {note && (
          <p>
            <Say said={visit.say("instrument", step.id, `stages.${step.step}.note`, note)} visit={visit} />
          </p>
        )}
      </>
    );
  }
  if (step.what === "outcome" && update.outcome)
    return (
      <>
        <strong>{t("update.outcome")}</strong> · <Say said={visit.say("update", update.id, "outcome.text", update.outcome.text)} visit={visit} />
        <Cite citations={update.outcome.citations} visit={visit} />
      </>
    );
  if (step.what !== "update") return <strong>{t(`update.${step.what}`)}</strong>;
  const one = visit.catalogue.updates.get(step.id);
  if (!one) return <></>;
  const title = <Say said={visit.say("update", one.id, "title", one.title)} visit={visit} />;
  return (
    <>
      {t(`update.kind-${one.kind}`)} · {step.own ? <strong>{title}</strong> : <a href={visit.link(`/updates/${one.id}`)}>{title}</a>}
      {step.own && ` · ${t("update.this")}`}
    </>
  );
}
