import { figuresOf } from "../../domain/snapshot.ts";
import { saidCell } from "../cite.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Cell, Resource } from "../resource.ts";
import { type SnapshotView, snapshotList, snapshotView } from "./view.ts";

const LIST = ["id", "title", "date", "version", "summary", "figures", "values"] as const;
const VALUES = ["snapshot", "date", "figure", "value_id", "label", "kind", "rule", "of", "value", "unit", "status", "now", "moved", "dataset", "rows"] as const;

/** `/api/snapshots` and `/api/snapshots/{id}`: what is said of the figures, and every pinned and worked-out value, one a row. */
export const snapshotResource: Resource = {
  name: "snapshots",
  async list(inquiry) {
    const rows = snapshotList(inquiry).map((one) => ({
      id: one.id,
      title: saidCell(inquiry, "snapshot", one.id, "title", one.title),
      date: one.date,
      version: one.version,
      summary: saidCell(inquiry, "snapshot", one.id, "summary", one.summary),
      figures: figuresOf(one).length,
      values: figuresOf(one).reduce((count, figure) => count + figure.points.length + figure.derived.length, 0),
    }));
    return { table: { columns: LIST, rows } };
  },
  async one(inquiry, id) {
    const view = await snapshotView(inquiry, id);
    if (!view) return null;
    const caveats = new Map(view.figures.flat().flatMap((one) => one.drawn.caveats.map((caveat) => [caveat.id, caveat.text] as const)));
    return {
      table: { columns: VALUES, rows: valueRows(inquiry, view) },
      data: whole(inquiry, view),
      caveats: [...caveats].map(([caveat, text]) => inquiry.say("caveat", caveat, "text", text).text),
    };
  },
};

function valueRows(inquiry: Inquiry, { snapshot, figures }: SnapshotView): Record<string, Cell>[] {
  return figures.flat().flatMap(({ figure, path, drawn }) => {
    const shared = { snapshot: snapshot.id, date: snapshot.date, figure: figure.id, dataset: figure.dataset };
    const label = (field: string, text: string) => saidCell(inquiry, "snapshot", snapshot.id, `${path}.${field}.label`, text);
    return [
      ...figure.points.map((point, at) => ({
        ...shared,
        value_id: point.id,
        label: label(`points.${at}`, point.label),
        kind: "pinned",
        rule: null,
        of: null,
        value: point.value,
        unit: drawn.unit,
        status: point.status,
        now: drawn.points[at]?.now ?? null,
        moved: drawn.points[at]?.moved ? "yes" : "no",
        rows: point.rows.join(";"),
      })),
      ...figure.derived.map((one, at) => ({
        ...shared,
        value_id: one.id,
        label: label(`derived.${at}`, one.label),
        kind: "derived",
        rule: one.rule,
        of: one.of.join(";"),
        value: one.value,
        unit: one.rule === "change" || one.rule === "share" ? "percent" : drawn.unit,
        status: "derived",
        now: null,
        moved: null,
        rows: null,
      })),
    ];
  });
}

/** The snapshot in the reader's language, with what the record says now beside each pinned value. */
function whole(inquiry: Inquiry, { snapshot, figures, pinned, moved }: SnapshotView): object {
  const said = (field: string, text: string) => saidCell(inquiry, "snapshot", snapshot.id, field, text);
  const statements = (field: "can" | "cannot") => snapshot[field].map((one, at) => ({ ...one, text: said(`${field}.${at}.text`, one.text) }));
  return {
    ...snapshot,
    title: said("title", snapshot.title),
    summary: said("summary", snapshot.summary),
    pinned,
    moved,
    sections: snapshot.sections.map((section, place) => ({
      title: said(`sections.${place}.title`, section.title),
      statements: section.statements.map((one, at) => ({ ...one, text: said(`sections.${place}.statements.${at}.text`, one.text) })),
      figures: (figures[place] ?? []).map(({ figure, path, drawn }) => ({
        ...figure,
        title: said(`${path}.title`, figure.title),
        unit: drawn.unit,
        asOf: drawn.dataset.asOf,
        publisher: drawn.dataset.publisher,
        points: figure.points.map((point, at) => ({
          ...point,
          label: said(`${path}.points.${at}.label`, point.label),
          now: drawn.points[at]?.now ?? null,
          moved: drawn.points[at]?.moved ?? true,
          sources: drawn.points[at]?.sources ?? [],
        })),
        derived: figure.derived.map((one, at) => ({ ...one, label: said(`${path}.derived.${at}.label`, one.label) })),
      })),
    })),
    can: statements("can"),
    cannot: statements("cannot"),
  };
}
