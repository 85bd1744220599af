import { claimView } from "../../../api/claim/view.ts";
import type { Claim } from "../../../domain/claim.ts";
import { Cite } from "../../part/citation.tsx";
import { numberText } from "../../part/date.ts";
import { Say } from "../../part/said.tsx";
import { DataTable } from "../../part/table.tsx";
import type { Page, Visit } from "../../visit.ts";
import { UpdateLinks } from "../update/links.tsx";

/** `/claims/{id}`: one disputed claim, its rival figures, and what would settle it. */
export const claimPage: Page = async (visit) => {
  const view = claimView(visit, visit.params.id ?? "");
  if (!view) return null;
  const { t } = visit;
  const { claim } = view;
  const said = (field: "statement" | "who" | "when" | "evidence" | "settle") => visit.say("claim", claim.id, field, claim[field]);
  return {
    title: said("statement").text,
    description: t("claim.description"),
    crumbs: [{ href: visit.link("/claims"), label: t("claim.title") }],
    data: `/claims/${claim.id}`,
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
          </>
        )}
        <h2>{t("claim.evidence")}</h2>
        <p>
          <Say said={said("evidence")} visit={visit} />
        </p>
        <h2>{t("claim.settle")}</h2>
        <p>
          <Say said={said("settle")} visit={visit} />
        </p>
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

/** The claim as schema.org ClaimReview. Its rating has no number: the Atlas says that the claim is disputed, not who is right. */
function reviewJson(visit: Visit, claim: Claim): object {
  const statement = visit.say("claim", claim.id, "statement", claim.statement).text;
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: `${visit.origin}${visit.link(visit.path)}`,
    datePublished: visit.catalogue.date,
    inLanguage: visit.locale,
    claimReviewed: statement,
    author: { "@type": "Organization", name: visit.t("frame.site") },
    itemReviewed: { "@type": "Claim", name: statement, author: { "@type": "Organization", name: visit.say("claim", claim.id, "who", claim.who).text } },
    reviewRating: { "@type": "Rating", alternateName: visit.t("claim.disputed") },
    reviewBody: visit.say("claim", claim.id, "evidence", claim.evidence).text,
  };
}
