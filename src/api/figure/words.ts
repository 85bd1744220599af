import type { Translate } from "../inquiry.ts";

/** The words that travel with figures: they stand in the files too, where no page is around them. */
export interface FigureWords {
  readonly colon: string;
  readonly world: string;
  readonly group: (name: string, members: string) => string;
  readonly membersFixed: (count: number, day: string) => string;
  readonly membersThen: string;
  readonly units: Readonly<Record<"rate" | "change" | "index", (unit: string, base: string) => string>>;
  readonly added: (count: number) => string;
  readonly sum: (added: number, suppressed: number, missing: number) => string;
  readonly sumOnlyHidden: string;
  readonly withheld: string;
  readonly noPopulation: string;
  readonly withoutPopulation: (names: string) => string;
  readonly acrossBreak: string;
  readonly noBefore: string;
  readonly noBase: (period: string) => string;
  readonly warnings: {
    readonly forbids: (day: string, what: string) => string;
    readonly atLeast: string;
    readonly rounded: string;
    readonly suppressed: string;
    readonly rivals: string;
    readonly noRows: (names: string) => string;
    readonly otherPeriods: (count: number) => string;
    readonly rate: string;
    readonly top: (count: number, all: number) => string;
    readonly redundant: string;
    readonly members: (names: string) => string;
  };
  readonly faults: {
    readonly value: (value: string) => string;
    readonly units: string;
    readonly words: string;
    readonly noPlaces: string;
    readonly noPlatforms: string;
    readonly rate: string;
    readonly log: string;
    readonly base: (value: string) => string;
    readonly period: (value: string) => string;
    readonly order: string;
    readonly twoPeriods: string;
    readonly map: string;
    readonly mapOne: string;
    readonly change: string;
  };
}

const made = new WeakMap<Translate, FigureWords>();

/** The words in a reader's language, from the messages `caption.*`. */
export function figureWords(t: Translate): FigureWords {
  const known = made.get(t) ?? wordsFrom(t);
  made.set(t, known);
  return known;
}

function wordsFrom(t: Translate): FigureWords {
  return {
    colon: t("caption.colon"),
    world: t("caption.world"),
    group: (name, members) => t("caption.group", { name, members }),
    membersFixed: (count, day) => t("caption.members-fixed", { count, day }),
    membersThen: t("caption.members-then"),
    units: {
      rate: (unit) => t("caption.unit-rate", { unit }),
      change: () => t("caption.unit-change"),
      index: (unit, base) => t("caption.unit-index", { unit, base }),
    },
    added: (count) => t("caption.added", { count }),
    sum: (added, suppressed, missing) => t("caption.sum", { added, suppressed, missing }),
    sumOnlyHidden: t("caption.sum-only-hidden"),
    withheld: t("caption.withheld"),
    noPopulation: t("caption.no-population"),
    withoutPopulation: (names) => t("caption.without-population", { names }),
    acrossBreak: t("caption.across-break"),
    noBefore: t("caption.no-before"),
    noBase: (period) => t("caption.no-base", { period }),
    warnings: {
      forbids: (day, what) => t("caption.warn-forbids", { day, what }),
      atLeast: t("caption.warn-at-least"),
      rounded: t("caption.warn-rounded"),
      suppressed: t("caption.warn-suppressed"),
      rivals: t("caption.warn-rivals"),
      noRows: (names) => t("caption.warn-no-rows", { names }),
      otherPeriods: (count) => t("caption.warn-other-periods", { count }),
      rate: t("caption.warn-rate"),
      top: (count, all) => t("caption.warn-top", { count, all }),
      redundant: t("caption.warn-redundant"),
      members: (names) => t("caption.warn-members", { names }),
    },
    faults: {
      value: (value) => t("caption.fault-value", { value }),
      units: t("caption.fault-units"),
      words: t("caption.fault-words"),
      noPlaces: t("caption.fault-no-places"),
      noPlatforms: t("caption.fault-no-platforms"),
      rate: t("caption.fault-rate"),
      log: t("caption.fault-log"),
      base: (value) => t("caption.fault-base", { value }),
      period: (value) => t("caption.fault-period", { value }),
      order: t("caption.fault-order"),
      twoPeriods: t("caption.fault-two-periods"),
      map: t("caption.fault-map"),
      mapOne: t("caption.fault-map-one"),
      change: t("caption.fault-change"),
    },
  };
}
