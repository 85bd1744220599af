import { coverageOf, type JurisdictionLine, jurisdictionList, LAW_FILTER, regionsOf } from "../../../api/jurisdiction/list.ts";
import { numberText } from "../../part/date.ts";
import { DateBar } from "../../part/datebar.tsx";
import { FilterForm } from "../../part/filter.tsx";
import type { Page, Visit } from "../../visit.ts";
import { CoverageMap } from "./picture.tsx";

/** All jurisdictions by region, with what is recorded for each, and a map of it. */
export const jurisdictionListPage: Page = async (visit) => {
  const { t, catalogue, query } = visit;
  const [{ groups, total }, coverage] = await Promise.all([jurisdictionList(visit), coverageOf(visit)]);
  const title = t("frame.nav-jurisdictions");
  const keep = Object.fromEntries(["q", "region", "group", "law"].map((field) => [field, query.get(field) ?? ""]));
  return {
    title,
    description: t("jurisdiction.list-description"),
    data: "/jurisdictions",
    keep: Object.fromEntries(Object.entries(keep).filter(([, value]) => value !== "")),
    wide: true,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{t("jurisdiction.list-description")}</p>
        <DateBar visit={visit} />
        <CoverageMap coverage={coverage} title={t("jurisdiction.map-title")} list="#list" visit={visit} />
        <div id="list">
          <FilterForm
            path="/jurisdictions"
            visit={visit}
            fields={[
              { name: "q", label: t("jurisdiction.name"), kind: "words" },
              {
                name: "region",
                label: t("jurisdiction.region"),
                kind: "choice",
                choices: regionsOf(visit).map((value) => ({ value, label: visit.name(value) })),
              },
              {
                name: "group",
                label: t("jurisdiction.group"),
                kind: "choice",
                choices: [...catalogue.groups.values()].map((one) => ({ value: one.id, label: visit.say("group", one.id, "name", one.name).text })),
              },
              {
                name: "law",
                label: t("jurisdiction.with-law"),
                kind: "choice",
                choices: LAW_FILTER.map((value) => ({ value, label: t("jurisdiction.law-only") })),
              },
            ]}
          />
        </div>
        <p class="meta">{t("frame.count", { count: total })}</p>
        {total === 0 && <p>{t("frame.none")}</p>}
        {groups.map((group) => (
          <RegionTable name={group.region ? visit.name(group.region) : t("jurisdiction.no-region")} lines={group.lines} visit={visit} />
        ))}
      </>
    ),
  };
};

/** One table a region. Nothing recorded is an empty cell, not a nought. */
function RegionTable({ name, lines, visit }: { name: string; lines: readonly JurisdictionLine[]; visit: Visit }) {
  const { t } = visit;
  const heads = ["codebook", "ask", "treaty", "instruments"] as const;
  return (
    <table class="data counted">
      <caption>
        {name} ({numberText(lines.length, visit.locale)})
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("jurisdiction.name")}</th>
          {heads.map((head) => (
            <th scope="col" class="num">
              {t(`jurisdiction.col-${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <th scope="row" class={line.jurisdiction.kind === "subdivision" ? "part" : undefined}>
              <a href={visit.link(`/jurisdictions/${line.jurisdiction.id}`)}>{visit.name(line.jurisdiction.id)}</a>
            </th>
            {heads.map((head) => (
              <td class="num">{line[head] > 0 ? line[head] : ""}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
