import { claimView } from "../../../api/claim/view.ts";
import { testimoniesAbout } from "../../../api/testimony/view.ts";
import type { Claim } from "../../../domain/claim.ts";
import { BarChart } from "../../chart/bar.tsx";
import { Cite } from "../../part/citation.tsx";
import { numberText } from "../../part/date.ts";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Page, Visit } from "../../visit.ts";
import { RecordFigure } from "../snapshot/figure.tsx";
import { SnapshotLink } from "../snapshot/list.tsx";
import { TestimonyAbout } from "../testimony/links.tsx";
import { UpdateLinks } from "../update/links.tsx";

/** `/claims/{id}`: one disputed claim, its rival figures, and what would settle it. */
export const claimPage: Page = async (visit) => {
  const view = await claimView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { claim } = view;
  const said = (field: "statement" | "who" | "when" | "evidence" | "assessment" | "settle") => visit.say("claim", claim.id, field, claim[field] ?? "");
  return {
    title: said("statement").text,
    description: t("claim.description"),
    crumbs: [{ href: visit.link("/claims"), label: t("claim.title") }],
    data: `/claims/${claim.id}`,
    method: "snapshots",
    record: { kind: "claim", id: claim.id },
    jsonLd: [reviewJson(visit, claim)],
    body: (
      <>
        <p class="meta">{t("claim.disputed")}</p>
        <h1>
          <Say said={said("statement")} visit={visit} />
        </h1>
        <dl class="facts">
          <dt>{t("claim.who")}</dt>
          <dd>
            <Say said={said("who")} visit={visit} />
            <Cite citations={claim.citations} visit={visit} />
          </dd>
          <dt>{t("claim.when")}</dt>
          <dd>
            <Say said={said("when")} visit={visit} />
          </dd>
        </dl>
        <h2>{t("claim.figures")}</h2>
        <Figures claim={claim} visit={visit} />
        {claim.table && (
          <>
            <h2>{t("claim.yearly")}</h2>
            <Yearly claim={claim} table={claim.table} visit={visit} />
            {claim.table.note && (
              <p class="caveats">
                <Say said={visit.say("claim", claim.id, "table.note", claim.table.note)} visit={visit} />
              </p>
            )}
            <YearlyPicture claim={claim} table={claim.table} visit={visit} />
          </>
        )}
        {(view.figures.length > 0 || !claim.table) && <h2>{t("claim.series")}</h2>}
        {view.figures.length === 0 && !claim.table && <p>{t("claim.no-series")}</p>}
        {view.figures.map((drawn, at) => {
          const series = claim.series[at];
          return drawn && series && <RecordFigure of={{ kind: "claim", id: claim.id, path: `series.${at}` }} figure={series} drawn={drawn} visit={visit} />;
        })}
        <h2>{t("claim.evidence")}</h2>
        <p>
          <Say said={said("evidence")} visit={visit} />
          <Cite citations={claim.citations} visit={visit} />
        </p>
        {claim.assessment && (
          <>
            <h2>{t("claim.assessment")}</h2>
            <p class="lead">
              <Say said={said("assessment")} visit={visit} />
            </p>
          </>
        )}
        <h2>{t("claim.settle")}</h2>
        <p>
          <Say said={said("settle")} visit={visit} />
        </p>
        {view.snapshots.length > 0 && (
          <>
            <h2>{t("snapshot.about")}</h2>
            <ul>
              {view.snapshots.map((one) => (
                <li>
                  <SnapshotLink snapshot={one} visit={visit} />
                </li>
              ))}
            </ul>
          </>
        )}
        {view.datasets.length > 0 && (
          <>
            <h2>{t("claim.datasets")}</h2>
            <ul>
              {view.datasets.map((dataset) => (
                <li>
                  <a href={visit.link(`/data/${dataset.id}`)}>
                    <Say said={visit.say("dataset", dataset.id, "title", dataset.title)} visit={visit} />
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {view.updates.length > 0 && (
          <>
            <h2>{t("claim.updates")}</h2>
            <UpdateLinks updates={view.updates} visit={visit} />
          </>
        )}
        <TestimonyAbout testimonies={testimoniesAbout(visit, { claim: claim.id })} all={{ claim: claim.id }} visit={visit} />
      </>
    ),
  };
};

function Figures({ claim, visit }: { claim: Claim; visit: Visit }) {
  const { t } = visit;
  const said = (index: number, field: "value" | "definition" | "denominator" | "by", text: string) =>
    text ? <Say said={visit.say("claim", claim.id, `figures.${index}.${field}`, text)} visit={visit} /> : <span class="quiet">{t("claim.not-stated")}</span>;
  return (
    <DataTable
      caption={t("claim.figures-table")}
      rows={claim.figures.map((figure, index) => ({ figure, index }))}
      columns={[
        { head: t("claim.value"), row: true, cell: ({ figure, index }) => said(index, "value", figure.value) },
        { head: t("claim.definition"), cell: ({ figure, index }) => said(index, "definition", figure.definition) },
        { head: t("claim.denominator"), cell: ({ figure, index }) => said(index, "denominator", figure.denominator) },
        { head: t("claim.by"), cell: ({ figure, index }) => said(index, "by", figure.by) },
      ]}
    />
  );
}

function Yearly({ claim, table, visit }: { claim: Claim; table: NonNullable<Claim["table"]>; visit: Visit }) {
  const { t } = visit;
  return (
    <DataTable
      caption={t("claim.yearly-table")}
      rows={table.rows}
      columns={table.columns.map((column, index) => {
        const head = visit.say("claim", claim.id, `table.columns.${index}`, column).text;
        return {
          head,
          row: index === 0,
          number: index > 0,
          cell: (row: ReadonlyArray<number | null>) => {
            const value = row[index] ?? null;
            if (value === null) return <span class="quiet">{t("claim.no-figure")}</span>;
            // The first column counts years, which take no separators.
            return index === 0 ? String(value) : numberText(value, visit.locale);
          },
        };
      })}
    />
  );
}

/** The last column of the table as bars by year; the rows without a figure are gaps. */
function YearlyPicture({ claim, table, visit }: { claim: Claim; table: NonNullable<Claim["table"]>; visit: Visit }) {
  const last = table.columns.length - 1;
  const title = visit.say("claim", claim.id, `table.columns.${last}`, table.columns[last] ?? "").text;
  const bars = table.rows.map((row) => {
    const value = row[last] ?? null;
    return { label: String(row[0] ?? ""), value, text: value === null ? visit.t("claim.no-figure") : numberText(value, visit.locale), soft: true };
  });
  return (
    <figure class="drawn">
      <figcaption>
        {title}
        <Cite citations={claim.citations} visit={visit} />
      </figcaption>
      <BarChart title={title} bars={bars} />
    </figure>
  );
}

/** The claim as schema.org ClaimReview. Its rating is words without a number: what can be said of the claim, not who is right. */
function reviewJson(visit: Visit, claim: Claim): object {
  const statement = visit.say("claim", claim.id, "statement", claim.statement).text;
  const assessment = visit.say("claim", claim.id, "assessment", claim.assessment ?? "").text;
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: `${visit.origin}${visit.link(visit.path)}`,
    datePublished: visit.catalogue.date,
    inLanguage: visit.locale,
    claimReviewed: statement,
    author: { "@type": "Organization", name: visit.t("frame.site") },
    itemReviewed: { "@type": "Claim", name: statement, author: { "@type": "Organization", name: visit.say("claim", claim.id, "who", claim.who).text } },
    reviewRating: { "@type": "Rating", alternateName: assessment || visit.t("claim.disputed") },
    reviewBody: visit.say("claim", claim.id, "evidence", claim.evidence).text,
    citation: claim.citations.flatMap((one) => visit.catalogue.sources.get(one.source)?.url ?? []),
  };
}
