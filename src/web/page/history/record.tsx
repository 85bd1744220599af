import type { HistoryView, VersionView } from "../../../api/history/view.ts";
import { isBody } from "../../../dataset/shape.ts";
import { answerWords } from "../../part/chip.tsx";
import { dateText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";
import { historyAddress, recordAddress } from "./address.ts";
import { KnownThen } from "./filter.tsx";
import { Contents, Differences } from "./value.tsx";
import { dayOf, minuteOf, reasonWords, roleWords, wordOr } from "./words.ts";

/** Every version of a record, newest first. */
export function RecordBody({ view, visit }: { view: HistoryView; visit: Visit }) {
  const { t } = visit;
  const now = view.removed ? null : recordAddress(visit, view.kind, view.id, view.body);
  return (
    <>
      <p class="meta">
        {wordOr(visit, `history.kind-${view.kind}`, view.kind)} · <code>{view.id}</code>
      </p>
      <h1>
        {t("history.history-of")} <span lang={view.name.lang === visit.locale ? undefined : view.name.lang}>{view.name.words}</span>
      </h1>
      <p class="lead">{t("history.record-lead", { count: view.versions.length })}</p>
      <KnownThen keep={{ kind: view.kind, id: view.id }} visit={visit} />
      {view.removed && <p class="soon">{t("history.is-removed")}</p>}
      {now && (
        <p>
          <a href={now}>{t("history.as-it-stands")}</a>
        </p>
      )}
      {view.versions.map((one) => (
        <VersionPart one={one} view={view} visit={visit} />
      ))}
      <Beside view={view} visit={visit} />
    </>
  );
}

function VersionPart({ one, view, visit }: { one: VersionView; view: HistoryView; visit: Visit }) {
  const { t } = visit;
  const id = `r${one.changeset}`;
  const reason = reasonWords(visit, one.reason);
  return (
    <section class="version" aria-labelledby={id}>
      <h2 id={id}>{t("history.version-line", { id: one.changeset, day: dayOf(visit, one.recorded) })}</h2>
      <p class="meta">
        {t(`history.action-${one.action}`)}
        {one.action !== "removed" && <> · {one.until ? t("history.valid-until", { day: dayOf(visit, one.until) }) : t("history.stands")}</>}
      </p>
      <dl class="facts">
        <dt>{t("history.by")}</dt>
        <dd>{roleWords(visit, one.role)}</dd>
        <dt>{t("history.why")}</dt>
        <dd lang={reason.lang}>{reason.text}</dd>
        <dt>{t("history.cause")}</dt>
        <dd>{t(`history.cause-words-${one.cause}`)}</dd>
        {one.change && (
          <>
            <dt>{t("history.change")}</dt>
            <dd>{wordOr(visit, `history.own-${one.change}`, one.change)}</dd>
          </>
        )}
        <dt>{t("history.when")}</dt>
        <dd>
          <time datetime={one.recorded}>{minuteOf(visit, one.recorded)}</time>
        </dd>
      </dl>
      <What one={one} view={view} visit={visit} />
      <Links one={one} view={view} visit={visit} />
    </section>
  );
}

function What({ one, view, visit }: { one: VersionView; view: HistoryView; visit: Visit }) {
  const { t } = visit;
  const shown = { held: view, differences: one.differences, visit };
  if (one.action === "changed") return <Differences {...shown} caption={t("history.difference")} />;
  const caption = t(one.action === "added" ? "history.contents" : "history.was");
  return (
    <details open={view.versions.length === 1}>
      <summary>{caption}</summary>
      <Contents {...shown} caption={caption} />
    </details>
  );
}

/** Where a version leads: the record's page as it was known on either side, and everything else of its revision. */
function Links({ one, view, visit }: { one: VersionView; view: HistoryView; visit: Visit }) {
  const { t } = visit;
  const at = (revision: number) => recordAddress(visit, view.kind, view.id, view.body, { at: "", known: String(revision) });
  const before = one.previous === null ? null : at(one.previous);
  const after = one.action === "removed" ? null : at(one.changeset);
  return (
    <ul class="inline">
      {before && (
        <li>
          <a href={before}>{t("history.before-known", { id: one.previous ?? 0 })}</a>
        </li>
      )}
      {after && (
        <li>
          <a href={after}>{before ? t("history.after-known", { id: one.changeset }) : t("history.as-known")}</a>
        </li>
      )}
      <li>
        <a href={visit.link("/history", { changeset: String(one.changeset) })}>{t("history.whole-revision", { id: one.changeset })}</a>
      </li>
    </ul>
  );
}

/** The other answers of the same place to the same question: one that ended is a record of its own. */
function Beside({ view, visit }: { view: HistoryView; visit: Visit }) {
  const { t, catalogue, locale } = visit;
  const first = view.beside[0];
  const question = first && catalogue.questions.get(first.question);
  if (!first || !question || !isBody(view.body)) return <></>;
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{t("history.beside", { place: visit.name(first.jurisdiction) })}</h2>
      <p class="meta">{t("history.beside-lead")}</p>
      <ul>
        {view.beside.map(({ coding, from, to }) => (
          <li>
            <a href={historyAddress(visit, "coding", coding.id)}>{answerWords(visit, question, coding.answer).words}</a>{" "}
            {from === null
              ? t("history.speaks-never")
              : to === null
                ? t("history.speaks-from", { from: dateText(from, locale) })
                : t("history.speaks-span", { from: dateText(from, locale), to: dateText(to, locale) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
