import { byName } from "../../../api/order.ts";
import { updateList as listOf } from "../../../api/update/view.ts";
import { UPDATE_KINDS } from "../../../domain/update.ts";
import { DateBar } from "../../part/datebar.tsx";
import { FilterForm, kept, placeChoices, topicChoices } from "../../part/filter.tsx";
import type { Page } from "../../visit.ts";
import { UpdateNote } from "./note.tsx";

const FILTERS = ["kind", "place", "topic", "from", "to"] as const;

/** `/updates`: what happened, newest first; what closes soon on top. */
export const updateList: Page = async (visit) => {
  const { t, catalogue } = visit;
  const { lines, closing } = listOf(visit);
  const all = [...catalogue.updates.values()];
  const places = [...new Set(all.flatMap((one) => one.jurisdictions))].sort(byName(visit));
  return {
    title: t("update.title"),
    description: t("update.description"),
    crumbs: [],
    data: "/updates",
    keep: kept(visit, FILTERS),
    watch: { kind: "update", ...kept(visit, ["kind", "place", "topic"]) },
    body: (
      <>
        <h1>{t("update.title")}</h1>
        <p class="lead">{t("update.lead")}</p>
        <DateBar visit={visit} />
        <h2 class="hide">{t("frame.filters")}</h2>
        <FilterForm
          path="/updates"
          visit={visit}
          fields={[
            { name: "kind", label: t("update.kind"), kind: "choice", choices: UPDATE_KINDS.map((value) => ({ value, label: t(`update.kind-${value}`) })) },
            { name: "place", label: t("update.place"), kind: "choice", choices: placeChoices(visit, places) },
            {
              name: "topic",
              label: t("update.topic"),
              kind: "choice",
              choices: topicChoices(
                visit,
                all.flatMap((one) => one.topics),
              ),
            },
            { name: "from", label: t("update.from"), kind: "day" },
            { name: "to", label: t("update.to"), kind: "day" },
          ]}
        />
        <h2>{t("update.closing")}</h2>
        {closing.length === 0 ? <p class="quiet">{t("update.closing-none")}</p> : closing.map((line) => <UpdateNote line={line} visit={visit} />)}
        <h2>{t("update.all")}</h2>
        <p class="count">{t("frame.count", { count: lines.length })}</p>
        {lines.length === 0 ? <p>{t("frame.none")}</p> : lines.map((line) => <UpdateNote line={line} visit={visit} />)}
      </>
    ),
  };
};
