import type { Obligation } from "../../../domain/obligation.ts";
import { deadlineText } from "../../part/deadline.ts";
import { Say } from "../../part/said.tsx";
import type { Visit } from "../../visit.ts";

/** Duties in short: the duty, what sets it off, by when. */
export function ObligationLinks({ obligations, visit }: { obligations: readonly Obligation[]; visit: Visit }) {
  return (
    <ul>
      {obligations.map((one) => (
        <li>
          <a href={visit.link(`/obligations/${one.id}`)}>{visit.t(`obligation.duty-${one.duty}`)}</a> <span class="meta">{deadlineText(visit, one)}</span>
          <br />
          <Say said={visit.say("obligation", one.id, "trigger", one.trigger)} visit={visit} />
        </li>
      ))}
    </ul>
  );
}
