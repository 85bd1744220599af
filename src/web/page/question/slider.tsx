import type { Day } from "../../../domain/date.ts";
import { dateText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";

/** From this many days on, the ends of their years are offered instead. */
const MOST = 16;

/**
 * A choice among the days on which the map changes. It is a form that leads to the page of that day; the script turns it into
 * a slider. `days` in their order. Nothing when there is nothing to choose.
 */
export function MapSlider({ days, visit }: { days: readonly Day[]; visit: Visit }) {
  const { t, at, today, locale, known } = visit;
  const past = days.filter((day) => day < today);
  const byDay = past.length < MOST;
  const stops = byDay ? past : [...new Set(past.map((day) => `${day.slice(0, 4)}-12-31`))].filter((day) => day < today);
  if (stops.length === 0) return <></>;
  const chosen = at === today ? "" : (stops.findLast((day) => day <= at) ?? stops[0]);
  return (
    <atlas-slider>
      <form class="day" action={visit.link(visit.path, { at: "", known: "" })}>
        <label for="when">{t(byDay ? "adoption.map-days" : "adoption.map-years")}</label>
        <select id="when" name="at">
          {stops.map((day) => (
            <option value={day} selected={day === chosen}>
              {byDay ? dateText(day, locale) : day.slice(0, 4)}
            </option>
          ))}
          <option value="" selected={chosen === ""}>
            {t("adoption.map-today")}
          </option>
        </select>
        {known && <input type="hidden" name="known" value={known} />}
        <button type="submit">{t("frame.filter")}</button>
      </form>
    </atlas-slider>
  );
}
