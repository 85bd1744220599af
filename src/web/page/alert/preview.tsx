import type { Preview, Told } from "../../../api/alert/preview.ts";
import { PlaceLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Say } from "../../part/said.tsx";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";
import { EventWords } from "../timeline/words.tsx";
import { kindWords } from "./words.tsx";

/** How many of the latest are shown. */
const LATEST = 5;

/** What would have been sent: how much, and the latest of it. `noticed`: how many changes that were published here lately fit. */
export function PreviewPart({ preview, noticed, visit }: { preview: Preview; noticed: number; visit: Visit }) {
  const { t } = visit;
  const { events } = preview;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t("alert.preview")}</h2>
      <p>
        {t("alert.preview-count", { count: events.length })}
        {noticed > 0 && ` ${t("alert.preview-notices", { count: noticed })}`}
      </p>
      {events.length > 0 && (
        <ul>
          {events.slice(0, LATEST).map((event) => (
            <li>
              <Time date={event.date} visit={visit} /> · <PlaceLink code={event.jurisdiction} visit={visit} />
              {punctuation(visit.locale).colon}
              {"step" in event ? <EventWords event={event} view={preview} visit={visit} /> : <ToldWords told={event} visit={visit} />}
            </li>
          ))}
        </ul>
      )}
      <p class="meta">{t("alert.preview-note")}</p>
    </section>
  );
}

function ToldWords({ told: { kind, id }, visit }: { told: Told; visit: Visit }) {
  const { testimonies, campaigns } = visit.catalogue;
  const found = kind === "testimony" ? testimonies.get(id) : campaigns.get(id);
  return (
    <>
      <a href={visit.link(kind === "testimony" ? `/testimony/${id}` : `/campaigns/${id}`)}>
        <Say said={visit.say(kind, id, "title", found?.title ?? id)} visit={visit} />
      </a>{" "}
      <span class="quiet">({kindWords(kind, visit)})</span>
    </>
  );
}
