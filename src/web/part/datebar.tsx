import type { Steps } from "../../api/step.ts";
import { direction } from "../../domain/locale.ts";
import type { Visit } from "../visit.ts";
import { dateText } from "./date.ts";

/**
 * Says for which day and as of whose knowledge the page speaks when that is not today, with steps to the changes around it;
 * otherwise offers another day. `unknown`: answers of the page that are not known for the day.
 */
export function DateBar({ visit, steps = {}, unknown = 0 }: { visit: Visit; steps?: Steps; unknown?: number }) {
  const { t, at, today, known, revision } = visit;
  if (!visit.past)
    return (
      <details class="other-day">
        <summary>{t("question.other-day")}</summary>
        <StepLinks steps={steps} visit={visit} />
        <DayForm visit={visit} />
      </details>
    );
  return (
    <div class="datebar" role="note">
      {at !== today && <strong>{t(at < today ? "frame.past" : "frame.future", { day: dateText(at, visit.locale) })}</strong>}
      {known !== "" && (
        <p>
          <strong>{t("frame.known", { day: dateText(revision.recorded.slice(0, 10), visit.locale), revision: revision.id })}</strong>
        </p>
      )}
      {at < today && unknown > 0 && <p>{t("frame.unknown-then", { count: unknown })}</p>}
      <StepLinks steps={steps} visit={visit} />
      <DayForm visit={visit} />
    </div>
  );
}

function StepLinks({ steps, visit }: { steps: Steps; visit: Visit }) {
  const { t, past, path } = visit;
  // Arrows are not turned round by themselves where lines run from right to left.
  const [earlier, later] = direction(visit.locale) === "rtl" ? ["→", "←"] : ["←", "→"];
  const here = viewOf(visit);
  if (!steps.before && !steps.after && !past) return <></>;
  return (
    <ul class="inline">
      {steps.before && (
        <li>
          <a href={visit.link(path, { ...here, at: steps.before })} rel="prev">
            {earlier} {t("question.change-before", { day: dateText(steps.before, visit.locale) })}
          </a>
        </li>
      )}
      {past && (
        <li>
          <a href={visit.link(path, { ...here, at: "", known: "" })}>{t("frame.back-today")}</a>
        </li>
      )}
      {steps.after && (
        <li>
          <a href={visit.link(path, { ...here, at: steps.after })} rel="next">
            {t("question.change-after", { day: dateText(steps.after, visit.locale) })} {later}
          </a>
        </li>
      )}
    </ul>
  );
}

/** Another day, and what the Atlas knew on a day. A day of knowledge is only asked for where the reader has opened it. */
function DayForm({ visit }: { visit: Visit }) {
  const { t, known, revision } = visit;
  return (
    <form class="day" action={visit.link(visit.path, { at: "", known: "" })}>
      {Object.entries(viewOf(visit)).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label for="at">{t("question.day")}</label>
      <input id="at" name="at" type="date" value={visit.at} required />
      <label for="known">{t("question.known")}</label>
      <input id="known" name="known" type="date" value={known && revision.recorded.slice(0, 10)} />
      <button type="submit">{t("frame.filter")}</button>
    </form>
  );
}

/** The parameters of the address that make the view, without its times and its page. */
function viewOf(visit: Visit): Record<string, string> {
  return Object.fromEntries([...visit.query].filter(([name, value]) => value !== "" && name !== "at" && name !== "known" && name !== "page"));
}

/** Keeps the times of the visit in a form that does not ask for them itself. */
export function TimeFields({ visit }: { visit: Visit }) {
  return (
    <>
      {Object.entries(visit.time).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
