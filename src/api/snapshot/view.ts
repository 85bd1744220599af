import type { Claim } from "../../domain/claim.ts";
import { figuresOf, type Snapshot, type SnapshotFigure } from "../../domain/snapshot.ts";
import type { Inquiry } from "../inquiry.ts";
import { type Drawn, drawn } from "./drawn.ts";

/** One figure of a snapshot with where it stands in it. */
export interface PlacedFigure {
  readonly figure: SnapshotFigure;
  /** Path of the figure in the snapshot, such as `sections.1.figures.0`. */
  readonly path: string;
  readonly drawn: Drawn;
}

/** A snapshot with its figures as they stood and as they stand. */
export interface SnapshotView {
  readonly snapshot: Snapshot;
  /** By section, in order. */
  readonly figures: ReadonlyArray<readonly PlacedFigure[]>;
  /** Values that are pinned, and how many of them the record gives otherwise now. */
  readonly pinned: number;
  readonly moved: number;
  readonly claims: readonly Claim[];
}

/** The snapshots in the record's order. */
export function snapshotList(inquiry: Inquiry): Snapshot[] {
  return [...inquiry.catalogue.snapshots.values()];
}

/** The snapshots that bear on a claim. */
export function snapshotsAbout(inquiry: Inquiry, claim: string): Snapshot[] {
  return snapshotList(inquiry).filter((one) => one.claims.includes(claim));
}

/** The snapshots with a figure of a dataset. */
export function snapshotsOf(inquiry: Inquiry, dataset: string): Snapshot[] {
  return snapshotList(inquiry).filter((one) => figuresOf(one).some((figure) => figure.dataset === dataset));
}

/** One snapshot; null when there is none of this id. */
export async function snapshotView(inquiry: Inquiry, id: string): Promise<SnapshotView | null> {
  const snapshot = inquiry.catalogue.snapshots.get(id);
  if (!snapshot) return null;
  const all = await drawn(inquiry, figuresOf(snapshot));
  let next = 0;
  const figures = snapshot.sections.map((section, place) =>
    section.figures.flatMap((figure, at): PlacedFigure[] => {
      const one = all[next++];
      return one ? [{ figure, path: `sections.${place}.figures.${at}`, drawn: one }] : [];
    }),
  );
  const points = figures.flat().flatMap((one) => one.drawn.points);
  return {
    snapshot,
    figures,
    pinned: points.length,
    moved: points.filter((one) => one.moved).length,
    claims: snapshot.claims.flatMap((one) => inquiry.catalogue.claims.get(one) ?? []),
  };
}
