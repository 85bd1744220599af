import type { Day } from "../../domain/date.ts";
import type { Visit } from "../visit.ts";
import { dateText } from "./date.ts";

/** What a date bar knows beside the day: where the law of the page changed before and changes after it. */
export interface DateSteps {
  readonly before?: Day | undefined;
  readonly after?: Day | undefined;
}

/** Says for which day the page speaks when that is not today, with steps to the changes around it; otherwise offers another day. */
export function DateBar({ visit, steps = {} }: { visit: Visit; steps?: DateSteps }) {
  const { t, at, today, path } = visit;
  if (at === today)
    return (
      <details class="other-day">
        <summary>{t("question.other-day")}</summary>
        <DayForm visit={visit} />
      </details>
    );
  return (
    <div class="datebar" role="note">
      <strong>{t(at < today ? "frame.past" : "frame.future", { day: dateText(at, visit.locale) })}</strong>
      <ul class="inline">
        {steps.before && (
          <li>
            <a href={visit.link(path, { at: steps.before })} rel="prev">
              ← {t("question.change-before", { day: dateText(steps.before, visit.locale) })}
            </a>
          </li>
        )}
        <li>
          <a href={visit.link(path)}>{t("frame.back-today")}</a>
        </li>
        {steps.after && (
          <li>
            <a href={visit.link(path, { at: steps.after })} rel="next">
              {t("question.change-after", { day: dateText(steps.after, visit.locale) })} →
            </a>
          </li>
        )}
      </ul>
      <DayForm visit={visit} />
    </div>
  );
}

function DayForm({ visit }: { visit: Visit }) {
  return (
    <form class="day" action={visit.link(visit.path)}>
      <label for="at">{visit.t("question.day")}</label>
      <input id="at" name="at" type="date" value={visit.at} required />
      <button type="submit">{visit.t("frame.filter")}</button>
    </form>
  );
}
