import type { Position } from "../../../domain/position.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** Positions in one line each, with the organisation whose they are. */
export function PositionLinks({ positions, visit }: { positions: readonly Position[]; visit: Visit }) {
  return (
    <ul>
      {positions.map((position) => (
        <li>
          <a href={visit.link(`/positions/${position.id}`)}>
            <Say said={visit.say("position", position.id, "title", position.title)} visit={visit} />
          </a>{" "}
          <span class="meta">{visit.t("position.by", { organisation: position.organisation })}</span>
        </li>
      ))}
    </ul>
  );
}
