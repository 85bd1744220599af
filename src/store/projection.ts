import type { AtlasRecord, Kind } from "../domain/record.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Tx } from "./sql.ts";

/** A record as it shall be from now on, or its removal. */
export type Change = AtlasRecord | { readonly kind: Kind; readonly id: string; readonly body: null };

/** What sort of changeset it is. release: the record's files were loaded; correction: we read it again; amendment: the law changed; translation. */
export const CAUSES = ["release", "correction", "amendment", "translation"] as const;
export type Cause = (typeof CAUSES)[number];

/** Who changes the record, and why. It is kept with the changeset for ever. */
export interface Note {
  /** A role, not a person's name: release, editor, reviewer. */
  readonly role: string;
  readonly reason: string;
  readonly kind: Cause;
  /** Hash of the files that the record now equals; empty after a change that did not come from files. */
  readonly digest: string;
}

/** What a projection is told: the changeset and its changes, which may be read more than once. */
export interface Published {
  readonly changeset: number;
  readonly changes: Iterable<Change>;
}

/** A table made from the record, kept in the transaction of each change. The search index is one. */
export interface Projection {
  readonly name: string;
  /** Brings the projection up to date. `catalogue` shows the record after the change. */
  apply(tx: Tx, change: Published, catalogue: Catalogue): Promise<void>;
}
