import { punctuation } from "../../domain/punctuation.ts";
import type { Inquiry } from "../inquiry.ts";
import type { Asked } from "./asked.ts";
import type { Chosen } from "./choose.ts";
import { membersOf } from "./series.ts";
import type { FigureBreak, FigureRival, FigureRow, FigureSeries, FigureView } from "./view.ts";
import { figureWords } from "./words.ts";

/** What warnings are made from. */
interface Warned {
  readonly rows: readonly FigureRow[];
  readonly series: readonly FigureSeries[];
  readonly breaks: readonly FigureBreak[];
  readonly chosen: Chosen;
  readonly asked: Asked;
  readonly rivals: readonly FigureRival[];
}

/** What a reader must know of this very selection, in the reader's language; what is true of the data set stands in its caveats. */
export function warningsOf(inquiry: Inquiry, { rows, series, breaks, chosen, asked, rivals }: Warned): FigureView["warnings"] {
  const { warnings: words } = figureWords(inquiry.t);
  const found: Array<{ id: string; text: string }> = [];
  const add = (id: string, text: string): void => {
    found.push({ id, text });
  };
  for (const one of breaks)
    if (one.forbids && rows.some((row) => row.end < one.day) && rows.some((row) => row.end >= one.day))
      add(`break-${one.id}`, words.forbids(one.from, one.effect));
  if (rivals.length > 0) add("rivals", words.rivals);
  if (rows.some((row) => row.atLeast)) add("at-least", words.atLeast);
  if (rows.some((row) => row.status === "rounded")) add("rounded", words.rounded);
  if (rows.some((row) => row.status === "suppressed")) add("suppressed", words.suppressed);
  if (asked.scale === "rate") add("rate", words.rate);
  for (const group of asked.members === "then" ? asked.group : []) {
    const changes = membershipChanges(inquiry, group, rows);
    if (changes) add(`members-${group}`, words.members(changes));
  }
  if (chosen.without.length > 0) add("no-rows", words.noRows(chosen.without.map(inquiry.name).join(punctuation(inquiry.locale).comma)));
  if (chosen.others > 0) add("other-periods", words.otherPeriods(chosen.others));
  if (chosen.redundant > 0) add("redundant", words.redundant);
  if (chosen.among > 0) add("top", words.top(series.length, chosen.among));
  return found;
}

/** Places that are members at the end of some of the periods only. */
function membershipChanges(inquiry: Inquiry, group: string, rows: readonly FigureRow[]): string {
  const ends = [...new Set(rows.filter((row) => row.group === group).map((row) => row.end))];
  const counts = new Map<string, number>();
  for (const end of ends) for (const code of membersOf(inquiry.catalogue, group, end, [])) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count < ends.length)
    .map(([code]) => inquiry.name(code))
    .join(punctuation(inquiry.locale).comma);
}
