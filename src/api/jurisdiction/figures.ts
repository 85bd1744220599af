import type { Observation } from "../../domain/statistic.ts";

/** The data sets that a jurisdiction's page shows in a form of their own. */
export const REPORTS = "cybertipline-by-country";
export const SPLIT = "cybertipline-by-country-2024-split";
export const TYPES = "cybertipline-by-country-incident-type-2024";
const POPULATION = "population";

/** First year of the country list that counts agencies served; it never stands in one series with the years before. */
const RECOUNTED = "2024";

/** Measures that the page of the data set shows, and the page of a jurisdiction leaves to it. */
const DETAIL = /^(?:files-(?:images|videos|other)|ncmec-priority-.|esp-escalations)$/;

/** Figures about one jurisdiction. Nothing is added up; suppressed and missing figures keep their status. */
export interface Figures {
  /** Reports by year up to 2023. */
  readonly reports: readonly Observation[];
  /** The country list of 2024: referrals, informational reports and both together. */
  readonly split: readonly Observation[];
  /** Referrals of 2024, all and by incident type, and files made with generative AI; rounded by their publisher. */
  readonly types: readonly Observation[];
  /** The latest population. */
  readonly population: Observation | null;
  /** Figures of all other data sets, by data set. */
  readonly others: ReadonlyMap<string, readonly Observation[]>;
  /** Data sets that any of the figures come from. */
  readonly datasets: readonly string[];
}

/** Sorts the observations of one jurisdiction into the tables of its page. */
export function figuresOf(observations: readonly Observation[]): Figures {
  const byDataset = new Map<string, Observation[]>();
  for (const one of observations) {
    const list = byDataset.get(one.dataset);
    if (list) list.push(one);
    else byDataset.set(one.dataset, [one]);
  }
  const take = (id: string): Observation[] => [...(byDataset.get(id) ?? [])].sort((a, b) => a.period.localeCompare(b.period));
  const population =
    take(POPULATION)
      .filter((one) => one.value !== null)
      .at(-1) ?? null;
  const own = new Set([REPORTS, SPLIT, TYPES, POPULATION]);
  return {
    reports: take(REPORTS).filter((one) => one.period < RECOUNTED),
    split: take(SPLIT),
    types: take(TYPES).filter((one) => !DETAIL.test(one.measure)),
    population,
    others: new Map([...byDataset].filter(([id]) => !own.has(id))),
    datasets: [...byDataset.keys()],
  };
}
