import type { Leaf, Visit } from "../../visit.ts";

/** What the pages behind a link have in common: nobody keeps them, no search engine finds them. */
export function frame(visit: Visit, title: string): Omit<Leaf, "body"> {
  const { t } = visit;
  return { title, description: t("alert.description"), crumbs: [{ href: visit.link("/alerts"), label: t("alert.title") }], index: false, fresh: true };
}

/** The answer to every address that is given, whatever is known about it. */
export function sentLeaf(visit: Visit): Leaf {
  const { t } = visit;
  return {
    ...frame(visit, t("alert.sent")),
    body: (
      <div role="status">
        <h1>{t("alert.sent")}</h1>
        <p class="lead">{t("alert.sent-text")}</p>
        <p>{t("alert.sent-more")}</p>
      </div>
    ),
  };
}

/** What is said when alerts have ended. */
export function stoppedLeaf(visit: Visit): Leaf {
  const { t } = visit;
  return {
    ...frame(visit, t("alert.stopped")),
    body: (
      <div role="status">
        <h1>{t("alert.stopped")}</h1>
        <p>
          <a href={visit.link("/alerts")}>{t("alert.title")}</a>
        </p>
      </div>
    ),
  };
}
