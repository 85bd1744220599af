import type { ObligationLine } from "../../../api/obligation/view.ts";
import { Cite, Provision } from "../../part/citation.tsx";
import { deadlineText } from "../../part/deadline.ts";
import { InstrumentLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** A duty as a rule, line by line. What the record does not hold is said. */
export function ObligationFacts({ line, visit }: { line: ObligationLine; visit: Visit }) {
  const { t } = visit;
  const { obligation, instrument } = line;
  const said = (field: "trigger" | "recipient" | "condition" | "penalty") =>
    obligation[field] ? (
      <Say said={visit.say("obligation", obligation.id, field, obligation[field])} visit={visit} />
    ) : (
      <span class="quiet">{t("obligation.not-stated")}</span>
    );
  return (
    <dl class="facts">
      <dt>{t("obligation.trigger")}</dt>
      <dd>{said("trigger")}</dd>
      <dt>{t("obligation.deadline")}</dt>
      <dd>
        <strong>{deadlineText(visit, obligation)}</strong>
      </dd>
      <dt>{t("obligation.recipient")}</dt>
      <dd>{said("recipient")}</dd>
      {obligation.condition && (
        <>
          <dt>{t("obligation.condition")}</dt>
          <dd>{said("condition")}</dd>
        </>
      )}
      <dt>{t("obligation.penalty")}</dt>
      <dd>{said("penalty")}</dd>
      <dt>{t("obligation.actors")}</dt>
      <dd>{obligation.actors.map((one) => t(`obligation.actor-${one}`)).join(punctuation(visit.locale).comma)}</dd>
      <dt>{t("obligation.since")}</dt>
      <dd>
        <Applies line={line} visit={visit} />
      </dd>
      <dt>{t("obligation.law")}</dt>
      <dd>
        {instrument ? <InstrumentLink id={instrument.id} visit={visit} /> : obligation.instrument}
        <Provision of={obligation.provision} visit={visit} />
        <Cite citations={obligation.citations} visit={visit} />
      </dd>
    </dl>
  );
}

/** From when to when a duty applies; an unknown first day is said, never guessed. */
export function Applies({ line, visit }: { line: ObligationLine; visit: Visit }) {
  const { t } = visit;
  const { from, to } = line.obligation;
  return (
    <>
      {from ? (
        <>
          {t(line.applies === "not-yet" ? "obligation.from-day" : "obligation.since-day")} <Time date={from} visit={visit} />
        </>
      ) : (
        t("obligation.applies-start-not-known")
      )}
      {to && (
        <>
          {" "}
          {t("obligation.until-day")} <Time date={to} visit={visit} />
        </>
      )}
      {(line.applies === "not-yet" || line.applies === "ended") && <span class="soon"> · {t(`obligation.applies-${line.applies}`)}</span>}
    </>
  );
}
