import type { Claim } from "../../domain/claim.ts";
import { CITED_COLUMNS, citedCells, saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { claimList, claimView } from "./view.ts";

const COLUMNS = ["claim", "statement", "who", "when", "figure", "value", "definition", "denominator", "by", "evidence", "settle", ...CITED_COLUMNS] as const;

/** Disputed claims, one row a rival figure. */
export const claimResource: Resource = {
  name: "claims",
  async list(inquiry) {
    const claims = claimList(inquiry);
    return { table: { columns: COLUMNS, rows: claims.flatMap((claim) => rowsOf(inquiry, claim)) }, data: claims.map((claim) => whole(inquiry, claim)) };
  },
  async one(inquiry, id) {
    const view = claimView(inquiry, id);
    return view && { table: { columns: COLUMNS, rows: rowsOf(inquiry, view.claim) }, data: whole(inquiry, view.claim) };
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
    settle: said("settle", claim.settle),
    figures: claim.figures.map((figure, index) => ({
      value: said(`figures.${index}.value`, figure.value),
      definition: said(`figures.${index}.definition`, figure.definition),
      denominator: said(`figures.${index}.denominator`, figure.denominator),
      by: said(`figures.${index}.by`, figure.by),
    })),
  };
}
