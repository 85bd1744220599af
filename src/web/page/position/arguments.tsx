import { STANCES, type Stance } from "../../../api/position/view.ts";
import type { Argument } from "../../../domain/position.ts";
import { Cite } from "../../part/citation.tsx";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** Arguments for, against and with reservations: three columns of the same width, in the same type. */
export function Arguments({ held, visit }: { held: Readonly<Record<Stance, readonly Argument[]>>; visit: Visit }) {
  const { t } = visit;
  return (
    <div class="cols sides">
      {STANCES.map((stance) => (
        <section aria-labelledby={`a-${stance}`}>
          <h3 id={`a-${stance}`}>{t(`position.stance-${stance}`)}</h3>
          {held[stance].length === 0 && <p class="quiet">{t("position.no-argument")}</p>}
          {held[stance].map((one) => (
            <OneArgument argument={one} visit={visit} />
          ))}
        </section>
      ))}
    </div>
  );
}

function OneArgument({ argument, visit }: { argument: Argument; visit: Visit }) {
  const { t } = visit;
  return (
    <article class="argument" id={`a-${argument.id}`}>
      <p>
        <strong>
          <bdi>{argument.holder}</bdi>
        </strong>{" "}
        <span class="meta">
          {t(`position.holder-${argument.holderKind}`)} · {argument.date ? <Time date={argument.date} visit={visit} /> : t("position.undated")}
        </span>
      </p>
      <p>
        <Say said={visit.say("argument", argument.id, "claim", argument.claim)} visit={visit} />
        <Cite citations={argument.citations} visit={visit} />
      </p>
      {argument.evidence && (
        <p class="evidence">
          {t("position.evidence")} <Say said={visit.say("argument", argument.id, "evidence", argument.evidence)} visit={visit} />
        </p>
      )}
      <p class="meta">{t(`answer.confidence-${argument.confidence}`)}</p>
    </article>
  );
}
