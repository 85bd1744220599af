import type { Fault } from "../../../api/fault.ts";
import type { Leaf, Visit } from "../../visit.ts";

/** The page for an address that cannot be answered, in the site's own style. */
export function faultLeaf(visit: Visit, status: number, fault: Fault | null): Leaf {
  const { t } = visit;
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
        {fault?.field && <p>{t("frame.bad-field", { field: fault.field })}</p>}
        {fault && status !== 404 && <p lang="en">{fault.message}</p>}
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
