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
  const before = byDay ? past : [...new Set(past.map((day) => `${day.slice(0, 4)}-12-31`))].filter((day) => day < today);
  const stops = [...before, today, ...days.filter((day) => day > today)];
  if (stops.length === 1) return <></>;
  const chosen = stops.findLast((day) => day <= at) ?? stops[0];
  const label = (day: Day): string => (day === today ? t("adoption.map-today") : byDay || day > today ? dateText(day, locale) : day.slice(0, 4));
  return (
    <atlas-slider>
      <form class="day" action={visit.link(visit.path, { at: "", known: "" })}>
        <label for="when">{t(byDay ? "adoption.map-days" : "adoption.map-years")}</label>
        <select id="when" name="at">
          {stops.map((day) => (
            <option value={day === today ? "" : day} selected={day === chosen}>
              {label(day)}
            </option>
          ))}
        </select>
        {known && <input type="hidden" name="known" value={known} />}
        <button type="submit">{t("frame.filter")}</button>
      </form>
    </atlas-slider>
  );
}
