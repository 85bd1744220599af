import type { Result } from "../../../analysis/matter.ts";
import type { Update } from "../../../domain/update.ts";
import { Cite } from "../../part/citation.tsx";
import { InstrumentLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/**
 * What came of an update, in a line; nothing while it can still be answered. `brief` leaves out of which instrument it is said:
 * in a list, where the page of the update says so.
 */
export function ResultLine({ update, result, visit, brief = false }: { update: Update; result: Result; visit: Visit; brief?: boolean }) {
  const { t } = visit;
  const mark = punctuation(visit.locale);
  if (result.kind === "not-known") return <span class="quiet">{t("update.result-unknown")}</span>;
  if (result.kind === "running") {
    const step = result.ahead ?? result.latest;
    return (
      <>
        {t(result.ahead ? "update.result-ahead" : "update.result-running")}{" "}
        {step && <Stage of={step.id} stage={step.stage} date={step.date} brief={brief} visit={visit} />}
      </>
    );
  }
  if (result.kind !== "known") return <></>;
  const { said, decisions } = result;
  const shown = brief ? (said ? [] : decisions.filter((one) => one.instrument === decisions[0]?.instrument)) : decisions;
  return (
    <>
      {t("update.outcome")}
      {mark.colon}
      {said && (
        <>
          <Say said={visit.say("update", update.id, "outcome.text", said.text)} visit={visit} /> (<Time date={said.date} visit={visit} />)
          {!brief && <Cite citations={said.citations} visit={visit} />}
        </>
      )}
      {shown.map((one, index) => (
        <>
          {(said || index > 0) && mark.semicolon}
          <Stage of={one.instrument} stage={one.stage} date={one.date} brief={brief || shown[index - 1]?.instrument === one.instrument} visit={visit} />
          {!brief && <Cite citations={one.citations} visit={visit} />}
        </>
      ))}
    </>
  );
}

function Stage({ of, stage, date, brief, visit }: { of: string; stage: string; date: string; brief: boolean; visit: Visit }) {
  return (
    <>
      {!brief && (
        <>
          <InstrumentLink id={of} visit={visit} /> ·{" "}
        </>
      )}
      {visit.t(`instrument.stage-${stage}`)}
      {punctuation(visit.locale).comma}
      <Time date={date} visit={visit} />
    </>
  );
}
