import { DUTY_PARAMETERS, dutyParameters, dutyView } from "../../../api/duty/view.ts";
import { Fault } from "../../../api/fault.ts";
import { attempt } from "../../part/field.tsx";
import { kept } from "../../part/filter.tsx";
import type { Page, Visit } from "../../visit.ts";
import { DutyForm } from "./form.tsx";
import { DutyResult } from "./result.tsx";

/** `/duties`: which duties meet a service, and by when. The address keeps the question. */
export const dutyPage: Page = async (visit) => {
  const { t } = visit;
  const asked = DUTY_PARAMETERS.some((name) => visit.query.getAll(name).some((value) => value.trim() !== ""));
  const { value: view, fault } = asked ? await attempt(() => placed(visit)) : { value: null, fault: null };
  return {
    title: t("duty.title"),
    description: t("duty.description"),
    crumbs: [{ href: visit.link("/obligations"), label: t("obligation.title") }],
    data: view ? "/duties" : undefined,
    method: "deadlines",
    keep: view ? dutyParameters(view.asked) : kept(visit, DUTY_PARAMETERS),
    status: fault ? fault.status : undefined,
    index: !asked,
    wide: true,
    body: (
      <>
        <h1>{t("duty.title")}</h1>
        <p class="lead">{t("duty.lead")}</p>
        {fault && (
          <p class="error">
            <a href={`#e-${fault.field}`}>{t("duty.faulty")}</a>
          </p>
        )}
        {!asked && <p class="doubt">{t("duty.not-advice")}</p>}
        {view ? (
          <>
            <details class="change">
              <summary>{t("duty.change")}</summary>
              <DutyForm view={view} fault={null} visit={visit} />
            </details>
            <DutyResult view={view} visit={visit} />
          </>
        ) : (
          <DutyForm view={null} fault={fault} visit={visit} />
        )}
      </>
    ),
  };
};

/** A page shows the duties of places that were chosen; every duty there is stands in the list of duties. */
function placed(visit: Visit) {
  const view = dutyView(visit);
  if (view.asked.places.length === 0) throw new Fault(400, "place", "Choose at least one place.");
  return view;
}
