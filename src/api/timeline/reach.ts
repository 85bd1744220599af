import type { Reach } from "../../analysis/timeline.ts";
import { type Day, firstDay, lastDay, shiftDay } from "../../domain/date.ts";
import type { Inquiry } from "../inquiry.ts";

/** Before every date of the record. */
const DAWN: Day = "1600-01-01";

/**
 * Whose law has reached a place, and on which days: its own always, that of a state over its parts, that of the
 * European Union while it was a member. The place itself comes first.
 */
export function reachSpans(inquiry: Inquiry, code: string): Reach[] {
  const { catalogue } = inquiry;
  const parent = catalogue.jurisdictions.get(code)?.parent ?? "";
  const turns = new Set<Day>([DAWN]);
  for (const one of catalogue.memberships) {
    if (one.jurisdiction !== code && one.jurisdiction !== parent) continue;
    if (one.from) turns.add(firstDay(one.from));
    if (one.to) turns.add(shiftDay(lastDay(one.to), 1));
  }
  const days = [...turns].sort();
  const spans: Reach[] = [];
  for (const [index, day] of days.entries()) {
    const next = days[index + 1];
    const to = next === undefined ? null : shiftDay(next, -1);
    const from = day === DAWN ? null : day;
    for (const jurisdiction of catalogue.reachOf(code, day)) {
      const last = spans.findLastIndex((one) => one.jurisdiction === jurisdiction);
      const before = spans[last];
      // Nothing changed for this law on that day: its span goes on.
      if (before?.to && from !== null && shiftDay(before.to, 1) === from) spans[last] = { ...before, to };
      else spans.push({ jurisdiction, from, to });
    }
  }
  return spans;
}
