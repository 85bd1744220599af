import type { Day, FuzzyDate } from "../../domain/date.ts";
import type { Citation } from "../../domain/source.ts";
import type { Dataset, Observation } from "../../domain/statistic.ts";

/** How a value stands: as the record says, or that it must not be set against the values before it. */
export type FigureStatus = Observation["status"] | "not-comparable";

/** How values are shown. */
export type FigureScale = "absolute" | "rate" | "change" | "index" | "log";

/** How values are drawn. */
export type PictureKind = "line" | "bar" | "slope" | "multiples" | "map";

/** One value, tidy: one row a series and period. */
export interface FigureRow {
  /** The key of its series. */
  readonly series: string;
  /** Code of the place; empty for groups and for figures without a place. */
  readonly jurisdiction: string;
  /** Id of the group, code of the M49 region, or `world`; empty for single places. */
  readonly group: string;
  readonly platform: string;
  readonly category: string;
  readonly measure: string;
  readonly period: string;
  readonly start: Day;
  readonly end: Day;
  /** The value as shown, on the scale of the view; null when there is none that may be shown. Never 0 for a suppressed or missing one. */
  readonly value: number | null;
  /** The value on the scale of the record, in the unit of the measure. */
  readonly count: number | null;
  /** The value when it is words. */
  readonly words: string;
  readonly status: FigureStatus;
  /** What the publisher says of a suppressed value, such as `<50`. */
  readonly bound: string;
  /** True for a sum of which parts are suppressed or missing: the value is a lower bound. */
  readonly atLeast: boolean;
  /** Rows of one series with the same number can be compared; a break that forbids comparison begins the next. */
  readonly segment: number;
  /** The residents that a rate divides by, and their year; null and empty on other scales. */
  readonly population: number | null;
  readonly populationYear: string;
  /** The publisher's note and ours, in the reader's language where it is ours. */
  readonly note: string;
  /** Ids of sources. */
  readonly sources: readonly string[];
}

/** One line of the picture, one row of the table. */
export interface FigureSeries {
  readonly key: string;
  /** In the reader's language. */
  readonly label: string;
  readonly jurisdiction: string;
  readonly group: string;
  readonly platform: string;
  readonly category: string;
  readonly measure: string;
  /** Codes of the places that a group sum is made of, in any of the periods. */
  readonly members: readonly string[];
}

/** A day at which the series changed its meaning. */
export interface FigureBreak {
  readonly id: string;
  readonly day: Day;
  readonly from: FuzzyDate;
  readonly to: FuzzyDate | "";
  /** In the reader's language. */
  readonly what: string;
  readonly effect: string;
  /** True when values before and after must not be compared: no line is drawn across. */
  readonly forbids: boolean;
}

/** What another source says about the same place and period, and why it differs. */
export interface FigureRival {
  readonly jurisdiction: string;
  readonly period: string;
  readonly value: number;
  readonly status: FigureStatus;
  readonly measure: string;
  readonly dataset: string;
  readonly rival: { readonly value: number; readonly status: FigureStatus; readonly measure: string; readonly dataset: string };
  readonly reason: string;
}

/** A measure with its words in the reader's language. */
export interface FigureMeasure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
}

/** What was asked for, after defaults: the parameters of the address that gives the same view. */
export interface FigureAsked {
  readonly dataset: string;
  readonly measure: readonly string[];
  readonly place: readonly string[];
  readonly group: readonly string[];
  /** `fixed`: the members of the day of the view in every period; `then`: those at the end of each period. */
  readonly members: "fixed" | "then";
  readonly platform: readonly string[];
  readonly category: readonly string[];
  readonly every: string;
  readonly from: string;
  readonly to: string;
  readonly scale: FigureScale;
  readonly base: string;
  readonly picture: PictureKind;
  readonly sort: "given" | "name" | "value" | "change";
  readonly status: string;
}

/** Figures with all that must travel with them. Texts are in the language of the inquiry. */
export interface FigureView {
  readonly title: string;
  readonly subtitle: string;
  readonly asked: FigureAsked;
  /** The parameters that differ from the defaults: the address of the view. */
  readonly keep: Readonly<Record<string, string>>;
  readonly dataset: Dataset;
  readonly datasetTitle: string;
  readonly measures: readonly FigureMeasure[];
  /** The labels of the measures, joined. */
  readonly measure: string;
  /** The unit of `value` as shown. */
  readonly unit: string;
  /** The unit of `count`. */
  readonly countUnit: string;
  readonly definition: string;
  readonly asOf: FuzzyDate;
  readonly publisher: string;
  readonly terms: string;
  /** Series by series in the order of `series`, in each by time. */
  readonly rows: readonly FigureRow[];
  readonly series: readonly FigureSeries[];
  /** Every period of the rows, by time. */
  readonly periods: readonly string[];
  readonly breaks: readonly FigureBreak[];
  readonly caveats: ReadonlyArray<{ readonly id: string; readonly text: string; readonly lang: string }>;
  readonly citations: readonly Citation[];
  readonly warnings: ReadonlyArray<{ readonly id: string; readonly text: string }>;
  readonly rivals: readonly FigureRival[];
}
