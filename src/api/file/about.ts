import type { Day, FuzzyDate } from "../../domain/date.ts";
import type { Locale } from "../../domain/locale.ts";
import type { Cell } from "../resource.ts";
import type { FileWords } from "./words.ts";

/** What the cells of a column are. `number` and `integer` are written as numbers where a form of file knows them. */
export type ColumnType = "text" | "number" | "integer" | "day" | "yes-no";

/** A column of a table for those who read it, in their language. */
export interface AboutColumn {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: ColumnType;
}

/** A day at which the figures changed their meaning. */
interface AboutBreak {
  readonly from: FuzzyDate;
  readonly to: FuzzyDate | "";
  readonly what: string;
  readonly effect: string;
  /** True when figures before and after must not be compared. */
  readonly forbids: boolean;
}

/** A source of the figures. */
export interface AboutSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly read: Day;
}

/** What must be known to read a file of figures: it stands in the file or, beside a CSV, in its metadata. Texts are in `lang`. */
export interface About {
  /** Name of the file without its ending; letters, digits and hyphens. */
  readonly file: string;
  readonly lang: Locale;
  readonly title: string;
  readonly dataset: string;
  readonly description: string;
  /** What is counted, such as reports or referrals: the labels of the measures. */
  readonly reportClass: string;
  readonly unit: string;
  readonly definition: string;
  readonly asOf: FuzzyDate;
  readonly publisher: string;
  /** Terms of use, as the publisher of the figures states them. */
  readonly terms: string;
  readonly breaks: readonly AboutBreak[];
  /** What the figures do not mean. */
  readonly caveats: readonly string[];
  /** What must be known of this very selection. */
  readonly warnings: readonly string[];
  /** How the figures were made and checked. */
  readonly notes: readonly string[];
  /** What another source says about the same, and why. */
  readonly rivals: readonly string[];
  readonly sources: readonly AboutSource[];
  readonly revision: number;
  readonly recorded: string;
  /** The day about which was asked. */
  readonly at: Day;
  /** Where the same figures stand for good; without host until {@link placed} has added it. */
  readonly address: string;
  readonly columns: readonly AboutColumn[];
}

/** The material with the host of the site in its address, such as `https://atlas.example`. */
export function placed(about: About, origin: string): About {
  return { ...about, address: `${origin}${about.address}` };
}

/** A name for a file from words and codes: what is not a letter or digit of ASCII becomes a hyphen; at most 100 characters. */
export function fileName(...parts: ReadonlyArray<string | number>): string {
  const name = parts
    .map((one) =>
      String(one)
        .normalize("NFD")
        .replace(/[^A-Za-z0-9]+/g, "-"),
    )
    .filter((one) => /[A-Za-z0-9]/.test(one))
    .join("-");
  return name.slice(0, 100).replace(/^-+|-+$/g, "") || "figures";
}

/** The number that a cell of a column of numbers holds; null when it is empty. A cell with other words stays as it is. */
export function typedCell(cell: Cell | undefined, type: ColumnType): Cell {
  if (cell === undefined || cell === null || cell === "") return null;
  if ((type === "number" || type === "integer") && typeof cell === "string" && /^[+-]?\d+(?:\.\d+)?$/.test(cell)) return Number(cell);
  return cell;
}

/** The material as lines for people: a heading, then one or more cells. In the order in which it should be read. */
export function aboutLines(about: About, words: FileWords): string[][] {
  const { label } = words;
  const one = (fact: Parameters<typeof label>[0], text: string): string[][] => (text === "" ? [] : [[label(fact), text]]);
  const each = (fact: Parameters<typeof label>[0], texts: readonly string[]): string[][] => texts.map((text) => [label(fact), text]);
  return [
    ...one("title", about.title),
    ...one("dataset", about.dataset === about.title ? "" : about.dataset),
    ...one("description", about.description),
    ...one("report-class", about.reportClass),
    ...one("unit", about.unit),
    ...one("definition", about.definition),
    ...one("as-of", about.asOf),
    ...each("warning", about.warnings),
    ...about.breaks.map((it) => [label("break"), span(it), it.what, it.effect, it.forbids ? words.noComparison : words.comparison]),
    ...each("caveat", about.caveats),
    ...each("rival", about.rivals),
    ...each("note", about.notes),
    ...one("blanks", words.blanks),
    ...about.sources.map((it) => [label("source"), it.title, it.publisher, it.url, words.read(it.read)]),
    ...one("publisher", about.publisher),
    ...one("terms", about.terms),
    ...one("licence", words.licence),
    ...one("revision", `${about.revision} (${about.recorded})`),
    ...one("at", about.at),
    ...one("address", about.address),
    ...about.columns.map((it) => [label("column"), it.title, it.name, ...(it.description ? [it.description] : [])]),
  ];
}

function span({ from, to }: AboutBreak): string {
  return to ? `${from} – ${to}` : from;
}
