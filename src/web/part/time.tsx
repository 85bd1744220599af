import type { FuzzyDate } from "../../domain/date.ts";
import type { Visit } from "../visit.ts";
import { dateText } from "./date.ts";

/** A date for people and machines. */
export function Time({ date, visit }: { date: FuzzyDate; visit: Visit }) {
  return <time datetime={date}>{dateText(date, visit.locale)}</time>;
}
