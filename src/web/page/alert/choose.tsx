import { byName } from "../../../api/order.ts";
import { UPDATE_KINDS } from "../../../domain/update.ts";
import { FilterForm, placeChoices, topicChoices } from "../../part/filter.tsx";
import type { Visit } from "../../visit.ts";
import { kindWords } from "./words.tsx";

/** Kinds of record that are offered beside those of updates. */
const RECORDS = ["coding", "instrument", "obligation", "treaty-status", "testimony", "campaign"] as const;

/** The form on which a reader chooses what to watch; it asks for nothing else. */
export function ChooseForm({ visit }: { visit: Visit }) {
  const { t, catalogue } = visit;
  return (
    <>
      <p class="meta">{t("alert.choose-note")}</p>
      <FilterForm
        path="/alerts"
        visit={visit}
        fields={[
          { name: "place", label: t("update.place"), kind: "choice", choices: placeChoices(visit, [...catalogue.jurisdictions.keys()].sort(byName(visit))) },
          { name: "topic", label: t("update.topic"), kind: "choice", choices: topicChoices(visit, catalogue.topics.keys()) },
          {
            name: "kind",
            label: t("update.kind"),
            kind: "choice",
            choices: [...RECORDS, ...UPDATE_KINDS].map((value) => ({ value, label: kindWords(value, visit) })),
          },
          { name: "q", label: t("alert.words"), kind: "words" },
        ]}
      />
    </>
  );
}
