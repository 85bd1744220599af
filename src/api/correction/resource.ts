import { createHash } from "node:crypto";
import type { Cell, Resource, Table } from "../resource.ts";
import { correctionView } from "./view.ts";

const COLUMNS = ["reference", "asked", "record_kind", "record", "summary", "state", "decided", "decision", "changed", "changeset"] as const;

/** `/api/corrections`: the public log; the JSON also counts what waits for a first look, by record. */
export const correctionResource: Resource = {
  name: "corrections",
  async list(inquiry) {
    const view = await correctionView(inquiry);
    const rows = (view?.corrections ?? []).map(
      (one): Record<(typeof COLUMNS)[number], Cell> => ({
        reference: one.reference,
        asked: dayOf(one.received),
        record_kind: one.kind || null,
        record: one.record || null,
        summary: one.summary,
        state: one.state,
        decided: dayOf(one.decided),
        decision: one.decision || null,
        changed: dayOf(one.changed),
        changeset: one.revision,
      }),
    );
    const waiting = (view?.waiting ?? []).map((one) => ({ record_kind: one.kind || null, record: one.record || null, count: one.count }));
    const table: Table = { columns: COLUMNS, rows };
    const mark = createHash("sha256")
      .update(JSON.stringify([rows, waiting]))
      .digest("base64url")
      .slice(0, 12);
    return { table, data: { corrections: rows, waiting }, mark };
  },
};

function dayOf(moment: string | null): string | null {
  return moment === null ? null : moment.slice(0, 10);
}
