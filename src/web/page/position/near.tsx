import type { Neighbour, OtherPositions } from "../../../api/position/other.ts";
import type { Stance } from "../../../api/position/view.ts";
import { STANCES } from "../../../api/position/view.ts";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** What else is held on the topics of a position: by other organisations first, then by the same one. */
export function NearPositions({ near, organisation, visit }: { near: OtherPositions; organisation: string; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <h3>{t("position.others")}</h3>
      {near.others.length > 0 ? <Neighbours list={near.others} visit={visit} /> : <p>{t("position.others-none")}</p>}
      {near.own.length > 0 && (
        <>
          <h3>{t("position.own", { organisation })}</h3>
          <Neighbours list={near.own} visit={visit} />
        </>
      )}
    </>
  );
}

/** Positions with their organisation and all who argue about them, side by side by stance, none before the other. */
export function Neighbours({ list, visit }: { list: readonly Neighbour[]; visit: Visit }) {
  return (
    <ul class="plain laws">
      {list.map((one) => (
        <li>
          <a href={visit.link(`/positions/${one.position.id}`)}>
            <Say said={visit.say("position", one.position.id, "title", one.position.title)} visit={visit} />
          </a>{" "}
          (<bdi>{one.position.organisation}</bdi>)
          <Holders of={one} visit={visit} />
        </li>
      ))}
    </ul>
  );
}

function Holders({ of, visit }: { of: Neighbour; visit: Visit }) {
  const { t } = visit;
  const { arguments: all, position } = of;
  if (all.length === 0) return <></>;
  return (
    <span class="meta">
      {STANCES.map((stance: Stance) => {
        const held = all.filter((one) => one.stance === stance);
        if (held.length === 0) return <></>;
        return (
          <>
            <br />
            {t(`position.holders-${stance}`)}{" "}
            {held.map((one, index) => (
              <>
                {index > 0 && punctuation(visit.locale).semicolon}
                <a href={`${visit.link(`/positions/${position.id}`)}#a-${one.id}`}>
                  <bdi>{one.holder}</bdi>
                </a>
              </>
            ))}
          </>
        );
      })}
    </span>
  );
}
