import type { AboutColumn, ColumnType } from "../file/about.ts";
import type { Translate } from "../inquiry.ts";

/** The columns of the table of figures, in order, with what their cells are. */
const TYPES = {
  series: "text",
  label: "text",
  jurisdiction: "text",
  group: "text",
  place_name: "text",
  platform: "text",
  category: "text",
  measure: "text",
  period: "text",
  start: "day",
  end: "day",
  value: "number",
  unit: "text",
  status: "text",
  bound: "text",
  at_least: "yes-no",
  count: "number",
  count_unit: "text",
  population: "number",
  population_year: "text",
  comparable_stretch: "integer",
  note: "text",
  source: "text",
  source_url: "text",
} as const satisfies Readonly<Record<string, ColumnType>>;
type Name = keyof typeof TYPES;

/** The names of the columns. */
export const COLUMNS = Object.keys(TYPES) as readonly Name[];

/** The columns with their headings and what they hold, from the messages `file.column-*`. */
export function columnsIn(t: Translate): AboutColumn[] {
  return COLUMNS.map((name) => {
    const key = `file.column-${name.replaceAll("_", "-")}`;
    return { name, title: t(key), description: t(`${key}-holds`), type: TYPES[name] };
  });
}
