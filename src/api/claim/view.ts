import type { Claim } from "../../domain/claim.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import type { Dataset } from "../../domain/statistic.ts";
import type { Update } from "../../domain/update.ts";
import type { Inquiry } from "../inquiry.ts";
import { type Drawn, drawn } from "../snapshot/drawn.ts";
import { snapshotsAbout } from "../snapshot/view.ts";

export interface ClaimView {
  readonly claim: Claim;
  readonly updates: readonly Update[];
  readonly datasets: readonly Dataset[];
  /** The figures of the record that bear on it, in the order of the claim's series. */
  readonly figures: ReadonlyArray<Drawn | null>;
  readonly snapshots: readonly Snapshot[];
}

/** The disputed claims in the record's order. */
export function claimList(inquiry: Inquiry): Claim[] {
  return [...inquiry.catalogue.claims.values()];
}

/** One disputed claim with the updates, snapshots and figures that it is about; null when there is none of this id. */
export async function claimView(inquiry: Inquiry, id: string): Promise<ClaimView | null> {
  const { catalogue } = inquiry;
  const claim = catalogue.claims.get(id);
  if (!claim) return null;
  return {
    claim,
    updates: claim.updates.flatMap((one) => catalogue.updates.get(one) ?? []),
    datasets: claim.datasets.flatMap((one) => catalogue.datasets.get(one) ?? []),
    // A claim that was recorded before it could name series has none.
    figures: await drawn(inquiry, claim.series ?? []),
    snapshots: snapshotsAbout(inquiry, claim.id),
  };
}
