import { type CorrectionView, correctionView, type Named } from "../../../api/correction/view.ts";
import { DataTable } from "../../part/table.tsx";
import { Time } from "../../part/time.tsx";
import type { Page, Visit } from "../../visit.ts";

/** `/corrections`: what was reported, decided and changed, in an editor's words. */
export const correctionPage: Page = async (visit) => {
  const { t } = visit;
  const view = await correctionView(visit);
  return {
    title: t("correction.title"),
    description: t("correction.description"),
    crumbs: [],
    // The log changes between revisions of the record.
    fresh: true,
    data: view ? "/corrections" : undefined,
    body: (
      <>
        <h1>{t("correction.title")}</h1>
        <p class="lead">{t("correction.lead")}</p>
        {view ? <Log view={view} visit={visit} /> : <p>{t("correction.off")}</p>}
      </>
    ),
  };
};

function Log({ view, visit }: { view: CorrectionView; visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <p class="count">
        {t("correction.waiting", { count: view.open })} <a href={visit.link("/feedback")}>{t("correction.report")}</a>
      </p>
      {view.waiting.length > 0 && (
        <details>
          <summary>{t("correction.waiting-list")}</summary>
          <ul>
            {view.waiting.map((one) => (
              <li>
                <About about={one.about} visit={visit} /> ({one.count})
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.corrections.length === 0 ? <p>{t("correction.none")}</p> : <Looked view={view} visit={visit} />}
    </>
  );
}

function Looked({ view, visit }: { view: CorrectionView; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={t("correction.list")}
      rows={view.corrections}
      columns={[
        { head: t("correction.reference"), row: true, cell: (one) => <bdi dir="ltr">{one.reference}</bdi> },
        { head: t("correction.about"), cell: (one) => <About about={one.about} visit={visit} /> },
        {
          head: t("correction.asked"),
          cell: (one) => (
            <>
              <Time date={one.received.slice(0, 10)} visit={visit} />
              <br />
              <Words words={one.summary} visit={visit} />
            </>
          ),
        },
        {
          head: t("correction.decided"),
          cell: (one) => (
            <>
              {one.decided && <Time date={one.decided.slice(0, 10)} visit={visit} />} <strong>{t(`correction.state-${one.state}`)}</strong>
              <br />
              <Words words={one.decision} visit={visit} />
            </>
          ),
        },
        {
          head: t("correction.changed"),
          cell: (one) =>
            one.revision === null || one.changed === null ? (
              one.state !== "open" && t("correction.unchanged")
            ) : (
              <>
                <Time date={one.changed.slice(0, 10)} visit={visit} />{" "}
                <a href={visit.link("/history", { changeset: String(one.revision) })}>{t("correction.revision", { id: one.revision })}</a>
              </>
            ),
        },
      ]}
    />
  );
}

function About({ about, visit }: { about: Named | null; visit: Visit }) {
  if (!about) return <>{visit.t("correction.no-record")}</>;
  const name = <span lang={about.name.lang === visit.locale ? undefined : about.name.lang}>{about.name.words}</span>;
  return about.path ? <a href={visit.link(about.path)}>{name}</a> : name;
}

/** An editor's words, which are English in every language of the site. */
function Words({ words, visit }: { words: string; visit: Visit }) {
  return visit.locale === "en" ? (
    <bdi>{words}</bdi>
  ) : (
    <bdi lang="en" dir="ltr">
      {words}
    </bdi>
  );
}
