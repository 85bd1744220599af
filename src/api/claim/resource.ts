import type { Claim } from "../../domain/claim.ts";
import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { type ClaimView, claimList, claimView } from "./view.ts";

const COLUMNS = [
  "claim",
  "statement",
  "who",
  "when",
  "figure",
  "value",
  "definition",
  "denominator",
  "by",
  "evidence",
  "assessment",
  "settle",
  ...CITED_COLUMNS,
] as const;

/** Disputed claims, one row a rival figure. */
export const claimResource: Resource = {
  name: "claims",
  async list(inquiry) {
    const claims = claimList(inquiry);
    return { table: { columns: COLUMNS, rows: claims.flatMap((claim) => rowsOf(inquiry, claim)) }, data: claims.map((claim) => whole(inquiry, claim)) };
  },
  async one(inquiry, id) {
    const view = await claimView(inquiry, id);
    if (!view) return null;
    const caveats = new Map(view.figures.flatMap((one) => one?.caveats ?? []).map((caveat) => [caveat.id, caveat.text]));
    return {
      table: { columns: COLUMNS, rows: rowsOf(inquiry, view.claim) },
      data: { ...whole(inquiry, view.claim), series: seriesOf(inquiry, view), snapshots: view.snapshots.map((one) => one.id) },
      caveats: [...caveats].map(([caveat, text]) => inquiry.say("caveat", caveat, "text", text).text),
    };
  },
};

function rowsOf(inquiry: Inquiry, claim: Claim): Record<string, Cell>[] {
  const said = (field: string, text: string) => saidCell(inquiry, "claim", claim.id, field, text);
  return claim.figures.map((figure, index) => ({
    claim: claim.id,
    statement: said("statement", claim.statement),
    who: said("who", claim.who),
    when: said("when", claim.when),
    figure: index + 1,
    value: said(`figures.${index}.value`, figure.value),
    definition: said(`figures.${index}.definition`, figure.definition),
    denominator: said(`figures.${index}.denominator`, figure.denominator),
    by: said(`figures.${index}.by`, figure.by),
    evidence: said("evidence", claim.evidence),
    assessment: said("assessment", claim.assessment ?? ""),
    settle: said("settle", claim.settle),
    ...citedCells(inquiry, claim.citations),
  }));
}

function whole(inquiry: Inquiry, claim: Claim): object {
  const said = (field: string, text: string) => saidCell(inquiry, "claim", claim.id, field, text);
  return {
    ...claim,
    statement: said("statement", claim.statement),
    who: said("who", claim.who),
    when: said("when", claim.when),
    evidence: said("evidence", claim.evidence),
    assessment: said("assessment", claim.assessment ?? ""),
    settle: said("settle", claim.settle),
    figures: claim.figures.map((figure, index) => ({
      value: said(`figures.${index}.value`, figure.value),
      definition: said(`figures.${index}.definition`, figure.definition),
      denominator: said(`figures.${index}.denominator`, figure.denominator),
      by: said(`figures.${index}.by`, figure.by),
    })),
  };
}

/** The series of a claim with their values in the record that is asked. */
function seriesOf(inquiry: Inquiry, { claim, figures }: ClaimView): object[] {
  return (claim.series ?? []).map((series, place) => {
    const said = (field: string, text: string) => saidCell(inquiry, "claim", claim.id, `series.${place}.${field}`, text);
    const drawn = figures[place];
    return {
      ...series,
      title: said("title", series.title),
      note: said("note", series.note),
      unit: drawn?.unit ?? null,
      asOf: drawn?.dataset.asOf ?? null,
      points: series.points.map((point, at) => {
        const one = drawn?.points[at];
        return {
          ...point,
          label: said(`points.${at}.label`, point.label),
          value: one?.value ?? null,
          status: one?.status ?? "missing",
          sources: one?.sources ?? [],
        };
      }),
    };
  });
}
