import type { Claim } from "../../domain/claim.ts";
import type { Dataset } from "../../domain/statistic.ts";
import type { Update } from "../../domain/update.ts";
import type { Inquiry } from "../inquiry.ts";

export interface ClaimView {
  readonly claim: Claim;
  readonly updates: readonly Update[];
  readonly datasets: readonly Dataset[];
}

/** The disputed claims in the record's order. */
export function claimList(inquiry: Inquiry): Claim[] {
  return [...inquiry.catalogue.claims.values()];
}

/** One disputed claim with the updates and figures that it is about; null when there is none of this id. */
export function claimView(inquiry: Inquiry, id: string): ClaimView | null {
  const { catalogue } = inquiry;
  const claim = catalogue.claims.get(id);
  if (!claim) return null;
  return {
    claim,
    updates: claim.updates.flatMap((one) => catalogue.updates.get(one) ?? []),
    datasets: claim.datasets.flatMap((one) => catalogue.datasets.get(one) ?? []),
  };
}
