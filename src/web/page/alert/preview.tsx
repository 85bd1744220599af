import type { Preview } from "../../../api/alert/preview.ts";
import { PlaceLink } from "../../part/place.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { Time } from "../../part/time.tsx";
import type { Visit } from "../../visit.ts";
import { EventWords } from "../timeline/words.tsx";

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
              <EventWords event={event} view={preview} visit={visit} />
            </li>
          ))}
        </ul>
      )}
      <p class="meta">{t("alert.preview-note")}</p>
    </section>
  );
}
