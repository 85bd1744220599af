import type { Beside } from "../../analysis/event/comparison.ts";
import type { Day } from "../../domain/date.ts";
import { Fault } from "../fault.ts";
import { groupIds } from "../figure/asked.ts";
import { membersOf } from "../figure/series.ts";
import { type Inquiry, listed } from "../inquiry.ts";
import { folded } from "../order.ts";
import type { OtherSeries, RecordSeries } from "./record.ts";

/** Asks for every other series of the measure, totals left out. */
const ALL = "all";

/**
 * The comparison series that the parameter `comparison` names, by id, code or name of the place, platform or category;
 * `all`, or the id of a group, stands for every one of its members on the day of the event. The studied one is no
 * comparison series.
 * @throws {Fault} of status 400 for `comparison`, with what there is.
 */
export function besideOf(inquiry: Inquiry, series: RecordSeries, on: Day): Beside[] {
  const wanted = listed(inquiry.query, "comparison");
  const chosen = new Map<string, OtherSeries>();
  const take = (one: OtherSeries): void => void chosen.set(one.id, one);
  for (const written of wanted) {
    const found = seriesOf(inquiry, series, written, on);
    if (found.length === 0 && !isStudied(inquiry, series, written))
      throw new Fault(
        400,
        "comparison",
        `“${written.slice(0, 80)}” is no other place, group, platform or category that this series can be set against.`,
        [ALL, ...series.others.map(restOf)].slice(0, 400),
      );
    for (const one of found) take(one);
  }
  return [...chosen.values()].map(({ id, label, points }) => ({ id, label, points }));
}

function seriesOf(inquiry: Inquiry, { others }: RecordSeries, written: string, on: Day): readonly OtherSeries[] {
  const parts = others.filter((one) => !one.total);
  if (written === ALL) return parts;
  const place = folded(written);
  const one = others.find((other) => other.id === written || restOf(other) === written) ?? others.find((other) => folded(other.label) === place);
  if (one) return [one];
  const group = groupIds(inquiry.catalogue).find((id) => id === written);
  if (!group) return [];
  const members = new Set(
    membersOf(
      inquiry.catalogue,
      group,
      on,
      parts.flatMap((other) => other.jurisdiction || []),
    ),
  );
  return parts.filter((other) => members.has(other.jurisdiction));
}

function isStudied(inquiry: Inquiry, { id, jurisdiction }: RecordSeries, written: string): boolean {
  return id === written || restOf({ id }) === written || (jurisdiction !== "" && folded(inquiry.name(jurisdiction)) === folded(written));
}

/** What an id holds beyond data set and measure. */
function restOf({ id }: { readonly id: string }): string {
  return id.split("/").slice(2).join("/");
}
