import { datasetsView } from "../../../api/dataset/view.ts";
import { snapshotList } from "../../../api/snapshot/view.ts";
import { WORDS } from "../../../dataset/observation.ts";
import { numberText } from "../../part/date.ts";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Page } from "../../visit.ts";
import { SnapshotLink } from "../snapshot/list.tsx";

/** `/data`: every set of figures, with what a reader must know before using one. */
export const dataList: Page = async (visit) => {
  const { t } = visit;
  const entries = await datasetsView(visit);
  const caveats = [...visit.catalogue.caveats.values()].sort((a, b) => a.order - b.order).slice(0, 3);
  return {
    title: t("data.title"),
    description: t("data.description"),
    crumbs: [],
    data: "/data",
    method: "rates",
    body: (
      <>
        <h1>{t("data.title")}</h1>
        <p class="lead">{t("data.description")}</p>
        <ul>
          {caveats.map((caveat) => (
            <li>
              <Say said={visit.say("caveat", caveat.id, "text", caveat.text)} visit={visit} />
            </li>
          ))}
        </ul>
        <DataTable
          caption={t("data.caption", { count: entries.length })}
          rows={entries}
          columns={[
            {
              head: t("data.dataset"),
              row: true,
              cell: ({ dataset }) => (
                <a href={visit.link(`/data/${dataset.id}`)}>
                  <Say said={visit.say("dataset", dataset.id, "title", dataset.title)} visit={visit} />
                </a>
              ),
            },
            { head: t("data.publisher"), cell: ({ dataset }) => <bdi>{dataset.publisher}</bdi> },
            { head: t("data.as-of"), cell: ({ dataset }) => <Time date={dataset.asOf} visit={visit} /> },
            {
              head: t("figure.title"),
              cell: ({ dataset }) =>
                dataset.measures.some((one) => one.unit !== WORDS) && <a href={visit.link("/figures", { dataset: dataset.id })}>{t("figure.explore")}</a>,
            },
            { head: t("data.rows"), number: true, cell: ({ rows }) => numberText(rows, visit.locale) },
          ]}
        />
        <h2>
          <a href={visit.link("/event-study")}>{t("event.title")}</a>
        </h2>
        <p>{t("event.description")}</p>
        <h2>
          <a href={visit.link("/snapshots")}>{t("snapshot.title")}</a>
        </h2>
        <p>{t("snapshot.lead")}</p>
        <ul>
          {snapshotList(visit).map((one) => (
            <li>
              <SnapshotLink snapshot={one} visit={visit} />
            </li>
          ))}
        </ul>
      </>
    ),
  };
};
