import type { Update } from "../../../domain/update.ts";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";

/** Updates in one line each: date, title, kind, places. */
export function UpdateLinks({ updates, visit }: { updates: readonly Update[]; visit: Visit }) {
  return (
    <ul class="plain lines">
      {updates.map((update) => (
        <li>
          <span class="meta">
            <Time date={update.date} visit={visit} /> · {visit.t(`update.kind-${update.kind}`)} ·{" "}
            {update.jurisdictions.map(visit.name).join(punctuation(visit.locale).comma)}
          </span>
          <br />
          <a href={visit.link(`/updates/${update.id}`)}>
            <Say said={visit.say("update", update.id, "title", update.title)} visit={visit} />
          </a>
        </li>
      ))}
    </ul>
  );
}
