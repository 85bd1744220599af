import type { Visit } from "../visit.ts";

/** Links to the page before and after; nothing when all is on one page. `to` gives the address of a page, from 1. */
export function Pager({ page, pages, to, visit }: { page: number; pages: number; to: (page: number) => string; visit: Visit }) {
  if (pages <= 1) return <></>;
  return (
    <nav aria-label={visit.t("search.pages")}>
      <ul>
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              {visit.t("search.previous")}
            </a>
          </li>
        )}
        <li>{visit.t("search.page-of", { page, last: pages })}</li>
        {page < pages && (
          <li>
            <a href={to(page + 1)} rel="next">
              {visit.t("search.next")}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
