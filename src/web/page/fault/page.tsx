import type { Fault } from "../../../api/fault.ts";
import { FieldError, invalid } from "../../part/field.tsx";
import type { Leaf, Visit } from "../../visit.ts";

/** What was asked for when an address could not be answered. */
export interface AskedFor {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The page for an address that cannot be answered, in the site's own style. */
export function faultLeaf(visit: Visit, status: number, fault: Fault | null, asked: AskedFor): Leaf {
  const { t } = visit;
  const time = fault?.field === "at" || fault?.field === "known";
  const title = t(status >= 500 ? "frame.error" : status === 404 ? "frame.not-found" : "frame.bad-request");
  return {
    title,
    description: title,
    index: false,
    body: (
      <>
        <h1>{title}</h1>
        {status >= 500 && <p>{t("frame.error-text")}</p>}
        {status === 404 && <p>{t("frame.not-found-text")}</p>}
        {fault && time && <DayAgain fault={fault} asked={asked} visit={visit} />}
        {fault?.field && !time && <p>{t("frame.bad-field", { field: fault.field })}</p>}
        {fault && status !== 404 && !time && <p lang="en">{fault.message}</p>}
        {fault && fault.allowed.length > 0 && (
          <>
            <p>{t("frame.allowed")}</p>
            <ul class="inline">
              {fault.allowed.map((value) => (
                <li>
                  <code>{value}</code>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={visit.link("")}>{t("frame.home")}</a> · <a href={visit.link("/jurisdictions")}>{t("frame.nav-jurisdictions")}</a> ·{" "}
          <a href={visit.link("/search")}>{t("frame.search")}</a>
        </p>
      </>
    ),
  };
}

/** The day that cannot be read, in its field with the message beside it; everything else of the address is kept. */
function DayAgain({ fault, asked, visit }: { fault: Fault; asked: AskedFor; visit: Visit }) {
  const { t } = visit;
  const { path, query } = asked;
  return (
    <form class="day" action={path}>
      {[...query].map(([name, value]) => name !== fault.field && <input type="hidden" name={name} value={value} />)}
      <label for="again">{t(fault.field === "at" ? "question.day" : "question.known")}</label>
      <input
        id="again"
        name={fault.field}
        type="text"
        inputmode="numeric"
        size={12}
        value={(query.get(fault.field) ?? "").slice(0, 40)}
        {...invalid(fault, fault.field)}
      />
      <button type="submit">{t("frame.filter")}</button>
      <FieldError fault={fault} field={fault.field} words={visit.locale === "en" ? undefined : t(`frame.bad-${fault.field}`)} visit={visit} />
    </form>
  );
}
