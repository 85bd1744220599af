import type { Fault } from "../../../api/fault.ts";
import { type ChangedView, type ChangesetView, RECORDS } from "../../../api/history/view.ts";
import { Pager } from "../../part/pager.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Visit } from "../../visit.ts";
import { historyAddress } from "./address.ts";
import { ChangeFilterForm, KnownThen } from "./filter.tsx";
import { countsOf } from "./list.tsx";
import { Differences } from "./value.tsx";
import { minuteOf, reasonWords, roleWords, wordOr } from "./words.ts";

/** One revision with the records that it touched. `view` is null when the filters cannot be read. */
export function ChangesetBody({ id, view, fault, visit }: { id: number; view: ChangesetView | null; fault: Fault | null; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <h1>{t("history.changeset-title", { id })}</h1>
      {view && <Who view={view} visit={visit} />}
      <KnownThen keep={{ changeset: String(id) }} visit={visit} />
      <h2>{t("history.changeset-records")}</h2>
      <ChangeFilterForm names={["kind", "change"]} changeset={id} fault={fault} visit={visit} />
      {view && <Records view={view} visit={visit} />}
    </>
  );
}

function Who({ view, visit }: { view: ChangesetView; visit: Visit }) {
  const { t } = visit;
  const { changeset } = view;
  const reason = reasonWords(visit, changeset.reason);
  return (
    <>
      <dl class="facts">
        <dt>{t("history.when")}</dt>
        <dd>
          <time datetime={changeset.recorded}>{minuteOf(visit, changeset.recorded)}</time>
        </dd>
        <dt>{t("history.by")}</dt>
        <dd>{roleWords(visit, changeset.role)}</dd>
        <dt>{t("history.why")}</dt>
        <dd lang={reason.lang}>{reason.text}</dd>
        <dt>{t("history.cause")}</dt>
        <dd>{t(`history.cause-words-${changeset.cause}`)}</dd>
        <dt>{t("history.records")}</dt>
        <dd>{countsOf(changeset, visit)}</dd>
      </dl>
      <p>
        <a href={visit.link("", { at: "", known: String(changeset.id) })}>{t("history.changeset-known")}</a>
      </p>
    </>
  );
}

function Records({ view, visit }: { view: ChangesetView; visit: Visit }) {
  const { t } = visit;
  if (view.total === 0) return <p>{t("history.no-records")}</p>;
  const changeset = String(view.changeset.id);
  const { kind = "", change = "" } = view.filter;
  const first = (view.page - 1) * RECORDS;
  return (
    <>
      <details>
        <summary>{t("history.changeset-counts")}</summary>
        <DataTable
          caption={t("history.changeset-counts")}
          rows={view.counts}
          columns={[
            {
              head: t("history.kind"),
              row: true,
              cell: (one) => <a href={visit.link("/history", { changeset, kind: one.kind, change })}>{wordOr(visit, `history.kind-${one.kind}`, one.kind)}</a>,
            },
            { head: t("history.records"), cell: (one) => t(`history.n-${one.action}`, { count: one.count }) },
          ]}
        />
      </details>
      <p class="count">{t("history.shown", { from: first + 1, to: first + view.records.length, count: view.total })}</p>
      {view.records.map((one) => (
        <RecordLine one={one} visit={visit} />
      ))}
      <Pager
        page={view.page}
        pages={view.pages}
        to={(page) => visit.link("/history", { changeset, kind, change, page: page > 1 ? String(page) : "" })}
        visit={visit}
      />
    </>
  );
}

function RecordLine({ one, visit }: { one: ChangedView; visit: Visit }) {
  const { t } = visit;
  const { words, lang } = one.name;
  return (
    <div class="note">
      <h3>
        <a href={historyAddress(visit, one.kind, one.id)} lang={lang === visit.locale ? undefined : lang}>
          {words}
        </a>
      </h3>
      <p class="meta">
        {wordOr(visit, `history.kind-${one.kind}`, one.kind)} · {t(`history.action-${one.action}`)}
        {one.change && <> · {wordOr(visit, `history.own-short-${one.change}`, one.change)}</>}
      </p>
      {one.action === "changed" && (
        <details>
          <summary>{t("history.difference")}</summary>
          <Differences held={{ kind: one.kind, body: one.after }} differences={one.differences} caption={words} visit={visit} />
        </details>
      )}
    </div>
  );
}
