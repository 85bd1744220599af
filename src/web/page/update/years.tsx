import type { ArchiveYear } from "../../../api/update/view.ts";
import type { Visit } from "../../visit.ts";

/** The years of the archive, each with the number of its updates, under the filters in force. */
export function Years({ years, keep, year, visit }: { years: readonly ArchiveYear[]; keep: Readonly<Record<string, string>>; year: string; visit: Visit }) {
  const { t } = visit;
  return (
    <nav aria-label={t("update.archive")}>
      <ul class="inline">
        <li>
          <a href={visit.link("/updates", keep)} aria-current={year === "" ? "page" : undefined}>
            {t("update.archive-all")}
          </a>
        </li>
        {years.map((one) => (
          <li>
            <a href={visit.link(`/updates/archive/${one.year}`, keep)} aria-current={one.year === year ? "page" : undefined}>
              {one.year}
            </a>{" "}
            ({one.count})
          </li>
        ))}
      </ul>
    </nav>
  );
}
