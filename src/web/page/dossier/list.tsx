import { type DossierLine, dossierList as listOf } from "../../../api/dossier/view.ts";
import { byName } from "../../../api/order.ts";
import { FilterForm, kept, placeChoices } from "../../part/filter.tsx";
import { PlaceLink } from "../../part/place.tsx";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Page, Visit } from "../../visit.ts";

/** `/dossiers`: laws about which the record holds more than their own page shows. */
export const dossierList: Page = async (visit) => {
  const { t, catalogue } = visit;
  const lines = listOf(visit);
  const places = [...new Set([...catalogue.instruments.values()].map((one) => one.jurisdiction))].sort(byName(visit));
  return {
    title: t("dossier.title"),
    description: t("dossier.description"),
    crumbs: [{ href: visit.link("/instruments"), label: t("instrument.title") }],
    data: "/dossiers",
    method: "timelines",
    keep: kept(visit, ["place"]),
    wide: true,
    body: (
      <>
        <h1>{t("dossier.title")}</h1>
        <p class="lead">{t("dossier.lead")}</p>
        <FilterForm
          path="/dossiers"
          visit={visit}
          fields={[{ name: "place", label: t("instrument.place"), kind: "choice", choices: placeChoices(visit, places) }]}
        />
        <p class="count">{t("frame.count", { count: lines.length })}</p>
        {lines.length === 0 ? <p>{t("frame.none")}</p> : <Table lines={lines} visit={visit} />}
        <p class="meta">{t("dossier.any")}</p>
      </>
    ),
  };
};

function Table({ lines, visit }: { lines: readonly DossierLine[]; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      id="texts"
      caption={t("dossier.caption")}
      rows={lines}
      columns={[
        {
          head: t("dossier.law"),
          row: true,
          cell: ({ lead }) => (
            <a href={visit.link(`/dossiers/${lead.id}`)}>
              <Say said={visit.say("instrument", lead.id, "title", lead.title)} visit={visit} />
            </a>
          ),
        },
        { head: t("instrument.place"), cell: ({ lead }) => <PlaceLink code={lead.jurisdiction} visit={visit} /> },
        { head: t("instrument.status"), cell: ({ status }) => t(`instrument.status-${status ?? "not-known"}`) },
        { head: t("dossier.instruments"), number: true, cell: ({ members }) => members.length },
        { head: t("dossier.updates"), number: true, cell: ({ updates }) => updates },
        { head: t("dossier.duties"), number: true, cell: ({ obligations }) => obligations },
      ]}
    />
  );
}
