import type { Argument, Position } from "../../domain/position.ts";
import type { Catalogue } from "../../store/catalogue.ts";

/** A position near a topic, with all who argue about it. */
export interface Neighbour {
  readonly position: Position;
  readonly arguments: readonly Argument[];
}

/** What else is held on some topics: positions of other organisations, and further positions of the same one. */
export interface OtherPositions {
  /** Positions of organisations other than the one named. */
  readonly others: readonly Neighbour[];
  /** Further positions of the same organisation that share a topic. */
  readonly own: readonly Neighbour[];
}

/** What else is held on the topics of a position. */
export function otherPositions(catalogue: Catalogue, position: Position): OtherPositions {
  const near = positionsOn(catalogue, position.topics).filter((one) => one.position.id !== position.id);
  return {
    others: near.filter((one) => one.position.organisation !== position.organisation),
    own: near.filter((one) => one.position.organisation === position.organisation),
  };
}

/** The positions on any of these topics, each with its arguments by holder. */
export function positionsOn(catalogue: Catalogue, topics: readonly string[]): Neighbour[] {
  return [...catalogue.positions.values()]
    .filter((position) => position.topics.some((one) => topics.includes(one)))
    .map((position) => ({
      position,
      arguments: [...catalogue.arguments.values()].filter((one) => one.position === position.id).sort((a, b) => (a.holder < b.holder ? -1 : 1)),
    }));
}
