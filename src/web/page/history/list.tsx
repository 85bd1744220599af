import type { Fault } from "../../../api/fault.ts";
import type { ChangesetList } from "../../../api/history/view.ts";
import type { Changeset } from "../../../store/reader.ts";
import { Pager } from "../../part/pager.tsx";
import { punctuation } from "../../part/punctuation.ts";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";
import { ChangeFilterForm, KnownThen } from "./filter.tsx";
import { minuteOf, reasonWords, roleWords } from "./words.ts";

/** All revisions, newest first. `view` is null when the filters cannot be read. */
export function ListBody({ view, fault, visit }: { view: ChangesetList | null; fault: Fault | null; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <h1>{t("history.title")}</h1>
      <p class="lead">{t("history.lead")}</p>
      <KnownThen keep={{}} visit={visit} />
      <h2 class="hide">{t("history.filter")}</h2>
      <ChangeFilterForm names={["kind", "cause", "change"]} fault={fault} visit={visit} />
      {view && <Lines view={view} visit={visit} />}
    </>
  );
}

function Lines({ view, visit }: { view: ChangesetList; visit: Visit }) {
  const { t } = visit;
  const { kind = "", cause = "", change = "" } = view.filter;
  if (view.changesets.length === 0) return <p>{t("frame.none")}</p>;
  return (
    <>
      <p class="count">{t("history.count", { count: view.total })}</p>
      <DataTable
        caption={t("history.table")}
        rows={view.changesets}
        columns={[
          {
            head: t("history.revision"),
            row: true,
            cell: (one) => <a href={visit.link("/history", { changeset: String(one.id), kind, change })}>{t("history.revision-of", { id: one.id })}</a>,
          },
          { head: t("history.when"), cell: (one) => <time datetime={one.recorded}>{minuteOf(visit, one.recorded)}</time> },
          { head: t("history.by"), cell: (one) => roleWords(visit, one.role) },
          { head: t("history.why"), cell: (one) => <Why one={one} visit={visit} /> },
          { head: t("history.records"), cell: (one) => countsOf(one, visit) },
        ]}
      />
      <Pager
        page={view.page}
        pages={view.pages}
        to={(page) => visit.link("/history", { kind, cause, change, page: page > 1 ? String(page) : "" })}
        visit={visit}
      />
    </>
  );
}

function Why({ one, visit }: { one: Changeset; visit: Visit }) {
  if (one.id === 1) return <>{visit.t("history.first", { count: one.added })}</>;
  const reason = reasonWords(visit, one.reason);
  const cause = visit.t(`history.cause-${one.cause}`);
  return (
    <>
      <span lang={reason.lang}>{reason.text}</span>
      {reason.text !== cause && (
        <>
          <br />
          <small class="quiet">{cause}</small>
        </>
      )}
    </>
  );
}

/** How many records were added, changed and removed; what did not happen is left out. */
export function countsOf(one: Pick<Changeset, "added" | "changed" | "removed">, visit: Visit): string {
  const parts = (["added", "changed", "removed"] as const).filter((name) => one[name] > 0);
  return parts.map((name) => visit.t(`history.n-${name}`, { count: one[name] })).join(punctuation(visit.locale).comma);
}
