import { type ServiceList, serviceList } from "../../../api/service/view.ts";
import type { Subject } from "../../../api/subject.ts";
import { PlaceOptions } from "../../part/filter.tsx";
import type { Visit } from "../../visit.ts";
import { Cards } from "../service/card.tsx";

/** Services where abuse can be reported; others help those who were hurt and stand on their own page. */
const REPORTING: ReadonlySet<string> = new Set(["hotline", "law-enforcement", "helpline"]);

/** Above the form: that it is not for reporting abuse, and where the reader can do that. */
export function NotHere({ subject, visit }: { subject: Subject | null; visit: Visit }) {
  const { t, catalogue } = visit;
  const asked = visit.query.get("place") ?? "";
  const place = catalogue.jurisdictions.has(asked) ? asked : (subject?.place ?? "");
  const view = serviceList({ ...visit, query: new URLSearchParams({ place }) });
  return (
    <section class="doubt" aria-labelledby="not-here">
      <h2 id="not-here">{t("feedback.not-here")}</h2>
      <p>{t("feedback.not-here-text")}</p>
      {place && <Reporting view={view} visit={visit} />}
      <form class="filter" action={visit.link("/feedback")} method="get" aria-label={t("feedback.show")}>
        <p>
          <label for="place">{t("feedback.your-place")}</label>
          <select id="place" name="place" autocomplete="country">
            <option value=""></option>
            <PlaceOptions codes={view.places} chosen={place} visit={visit} />
          </select>
        </p>
        <input type="hidden" name="page" value={subject?.page ?? ""} />
        <p>
          <button type="submit">{t("feedback.show")}</button>
        </p>
      </form>
      <p>
        <a href={visit.link("/services", { place })}>{t("feedback.where-all")}</a>
      </p>
    </section>
  );
}

function Reporting({ view, visit }: { view: ServiceList; visit: Visit }) {
  const { t } = visit;
  const near = view.groups.flatMap((group) => group.services).filter((one) => REPORTING.has(one.kind));
  const name = visit.name(view.place);
  return (
    <>
      <h3>{t("feedback.where", { place: name })}</h3>
      {near.length === 0 && <p>{t("feedback.where-none", { place: name })}</p>}
      <Cards services={near.length > 0 ? near : view.worldwide.filter((one) => REPORTING.has(one.kind))} visit={visit} />
    </>
  );
}
