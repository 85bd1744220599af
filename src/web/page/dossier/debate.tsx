import { argumentCount, type Debate } from "../../../api/dossier/debate.ts";
import type { DossierView } from "../../../api/dossier/view.ts";
import { STANCES, type Stance } from "../../../api/position/view.ts";
import type { Argument } from "../../../domain/position.ts";
import { Cite } from "../../part/citation.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** Positions whose arguments stand on the page, and arguments of each stance; the rest is one link away. */
const DEBATES = 3;
const ARGUMENTS = 2;

/** Positions near the law, with what is said for them, against them and with reservations: each stance in the same room and type. */
export function Debates({ view, visit }: { view: DossierView; visit: Visit }) {
  const { t } = visit;
  if (view.debates.length === 0) return <></>;
  const argued = view.debates.filter((one) => argumentCount(one) > 0).slice(0, DEBATES);
  const others = view.debates.filter((one) => !argued.includes(one));
  return (
    <section aria-labelledby="positions">
      <h2 id="positions">{t("dossier.positions")}</h2>
      <p>{t("dossier.positions-text")}</p>
      {argued.map((one, index) => (
        <details open={index === 0}>
          <summary>
            <strong>
              <Say said={visit.say("position", one.position.id, "title", one.position.title)} visit={visit} />
            </strong>{" "}
            <span class="meta">
              <bdi>{one.position.organisation}</bdi> · <Counts debate={one} visit={visit} />
            </span>
          </summary>
          <p>
            <Say said={visit.say("position", one.position.id, "claim", one.position.claim)} visit={visit} />
            <Cite citations={one.position.citations.slice(0, 1)} visit={visit} /> <Why debate={one} visit={visit} />
          </p>
          <Sides debate={one} visit={visit} />
          <p>
            <a href={visit.link(`/positions/${one.position.id}`)}>{t("dossier.position-page", { count: argumentCount(one) })}</a>
          </p>
        </details>
      ))}
      {others.length > 0 && (
        <details>
          <summary>{t("dossier.other-positions", { count: others.length })}</summary>
          <ul>
            {others.map((one) => (
              <li>
                <a href={visit.link(`/positions/${one.position.id}`)}>
                  <Say said={visit.say("position", one.position.id, "title", one.position.title)} visit={visit} />
                </a>{" "}
                <span class="meta">
                  <bdi>{one.position.organisation}</bdi> · <Counts debate={one} visit={visit} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Counts({ debate, visit }: { debate: Debate; visit: Visit }) {
  return <>{STANCES.map((stance) => visit.t(`position.${stance}-count`, { count: debate.arguments[stance].length })).join(punctuation(visit.locale).comma)}</>;
}

/** Why the position stands here: an ask that this law answers, or shared topics. */
function Why({ debate, visit }: { debate: Debate; visit: Visit }) {
  const { t, catalogue } = visit;
  const topics = debate.topics.map((id) => visit.say("topic", id, "title", catalogue.topics.get(id)?.title ?? id).text).join(punctuation(visit.locale).comma);
  return <span class="meta">{debate.asks.length > 0 ? t("dossier.why-asks", { count: debate.asks.length }) : t("dossier.why-topics", { topics })}</span>;
}

function Sides({ debate, visit }: { debate: Debate; visit: Visit }) {
  return (
    <div class="cols sides">
      {STANCES.map((stance) => (
        <section>
          <h3>{visit.t(`position.stance-${stance}`)}</h3>
          <Side held={debate.arguments[stance]} stance={stance} visit={visit} />
        </section>
      ))}
    </div>
  );
}

function Side({ held, stance, visit }: { held: readonly Argument[]; stance: Stance; visit: Visit }) {
  const { t } = visit;
  if (held.length === 0) return <p class="quiet">{t("position.no-argument")}</p>;
  return (
    <>
      {held.slice(0, ARGUMENTS).map((one) => (
        <div class="argument">
          <p>
            <strong>
              <bdi>{one.holder}</bdi>
            </strong>{" "}
            <span class="meta">
              {t(`position.holder-${one.holderKind}`)} · {one.date ? <Time date={one.date} visit={visit} /> : t("position.undated")}
            </span>
          </p>
          <p>
            <Say said={visit.say("argument", one.id, "claim", one.claim)} visit={visit} />
            <Cite citations={one.citations.slice(0, 1)} visit={visit} />
          </p>
        </div>
      ))}
      {held.length > ARGUMENTS && <p class="meta">{t(`dossier.more-${stance}`, { count: held.length - ARGUMENTS })}</p>}
    </>
  );
}
