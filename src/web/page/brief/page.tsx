import { briefAsked } from "../../../api/brief/asked.ts";
import { briefView } from "../../../api/brief/view.ts";
import { Fault } from "../../../api/fault.ts";
import { attempt } from "../../part/field.tsx";
import { PrinterProblem } from "../../printer.ts";
import type { Leaf, Page, Visit } from "../../visit.ts";
import { BriefBody, briefLink, briefTitle } from "./body.tsx";
import { BriefForm } from "./form.tsx";
import { paperHtml } from "./paper.tsx";

/** `/brief`: one or two pages for a jurisdiction, topics and a position; without a jurisdiction, the form to choose. */
export const briefPage: Page = async (visit) => {
  const asked = await attempt(() => briefAsked(visit));
  if (asked.fault) return formLeaf(visit, asked.fault);
  // Whoever comes here for the first time, or from a position, has nothing to mend yet.
  if (!asked.value.place && !visit.query.has("place")) return formLeaf(visit, null);
  const made = await attempt(() => briefView(visit));
  if (made.fault) return formLeaf(visit, made.fault);
  const { t } = visit;
  const view = made.value;
  const { place, topics, position } = asked.value;
  return {
    title: briefTitle(view, visit),
    description: t("brief.description"),
    crumbs: [{ href: visit.link("/brief"), label: t("brief.title") }],
    data: "/brief",
    method: "brief",
    keep: { place, topic: topics.join(","), position },
    place,
    index: false,
    body: (
      <>
        <p class="take">
          {visit.printer && (
            <>
              <a href={briefLink(view, visit, "/brief.pdf")} type="application/pdf">
                {t("brief.pdf")}
              </a>
              {" · "}
            </>
          )}
          {t("brief.print")}
        </p>
        <details class="take">
          <summary>{t("brief.change")}</summary>
          <BriefForm visit={visit} />
        </details>
        <BriefBody view={view} visit={visit} />
      </>
    ),
  };
};

/** `/brief.pdf`: the same as a PDF, made by a browser where there is one. */
export const briefPdf: Page = async (visit) => {
  const made = await attempt(() => briefView(visit));
  if (made.fault) return formLeaf(visit, made.fault);
  const view = made.value;
  if (!visit.printer) return noPdf(visit, 501, "no-browser", briefLink(view, visit));
  try {
    const body = await visit.printer.pdf(paperHtml(view, visit));
    const name = ["safeguard-atlas-brief", view.place.id, view.asked.position, visit.at].filter(Boolean).join("-");
    return { title: name, description: "", body: "", file: { type: "application/pdf", name: `${name}.pdf`, body } };
  } catch (error) {
    if (error instanceof PrinterProblem) return noPdf(visit, 503, error.sort === "busy" ? "pdf-busy" : "pdf-failed", briefLink(view, visit));
    throw error;
  }
};

function formLeaf(visit: Visit, found: Fault | null): Leaf {
  const { t } = visit;
  // What can stand there stands in the form itself, in words.
  const fault = found && new Fault(400, found.field, found.message);
  return {
    title: t("brief.title"),
    method: "brief",
    description: t("brief.description"),
    crumbs: [],
    ...(fault ? { status: 400 } : {}),
    body: (
      <>
        <h1>{t("brief.title")}</h1>
        <p class="lead">{t("brief.description")}</p>
        <p>{t("brief.explain")}</p>
        <BriefForm fault={fault} visit={visit} />
      </>
    ),
  };
}

/** Says why there is no PDF, and how to print instead. */
function noPdf(visit: Visit, status: 501 | 503, reason: "no-browser" | "pdf-busy" | "pdf-failed", brief: string): Leaf {
  const { t } = visit;
  return {
    title: t("brief.no-pdf"),
    description: t(`brief.${reason}`),
    crumbs: [{ href: visit.link("/brief"), label: t("brief.title") }],
    status,
    index: false,
    body: (
      <>
        <h1>{t("brief.no-pdf")}</h1>
        <p class="lead">{t(`brief.${reason}`)}</p>
        <p>{t("brief.instead")}</p>
        <p>
          <a href={brief}>{t("brief.open")}</a>
        </p>
      </>
    ),
  };
}
