import type { Position } from "../../domain/position.ts";
import type { Observation } from "../../domain/statistic.ts";
import type { Update } from "../../domain/update.ts";
import type { Change, Counts } from "../../store/reader.ts";
import type { Inquiry } from "../inquiry.ts";
import { begunOn, type InstrumentLine, lineOf } from "../instrument/view.ts";
import { coverageOf, type JurisdictionLine } from "../jurisdiction/list.ts";
import { updatesBy } from "../update/view.ts";

export const TOTALS = "cybertipline-totals";
export const INCIDENT_TYPES = "cybertipline-by-incident-type";
const LOCATIONS = ["reports-international-users", "reports-us-users", "reports-unknown-location"] as const;
/** The last year for which the front page splits reports by location. */
const LOCATION_YEAR = "2023";

/** Entries in each list of what the front page features. */
const FEATURED = 5;

/** What the front page shows. */
export interface HomeView {
  readonly coverage: ReadonlyMap<string, JurisdictionLine>;
  /** Consultations and petitions that are open on the day, the first to close first. */
  readonly closing: readonly Update[];
  /** Those that closed last, for a day on which none is open. */
  readonly closed: readonly Update[];
  /** The latest updates that do not stand in a list of their own. */
  readonly latest: readonly Update[];
  /** Laws and bills with a stage still ahead, the soonest first. */
  readonly ahead: readonly InstrumentLine[];
  /** States, territories and unions in which most questions are answered, the most first. */
  readonly deepest: readonly JurisdictionLine[];
  /** What was last recorded. */
  readonly changes: readonly Change[];
  readonly emerging: readonly Update[];
  /** Hearings, testimony, statements, letters and campaigns. */
  readonly voices: readonly Update[];
  readonly positions: readonly Position[];
  /** World totals of reports of the latest years, by year. */
  readonly totals: readonly Observation[];
  /** Reports of online enticement in whole years. */
  readonly enticement: readonly Observation[];
  /** Reports of one year by where the user seemed to be. */
  readonly locations: readonly Observation[];
  readonly counts: Counts;
  /** Pairs of state or territory and codebook question that have a coding, out of all. */
  readonly filled: { readonly coded: number; readonly all: number };
}

const VOICES: ReadonlySet<Update["kind"]> = new Set(["hearing", "testimony", "statement", "open-letter", "petition", "campaign"]);

/** Everything on the front page. */
export async function homeView(inquiry: Inquiry): Promise<HomeView> {
  const { catalogue, reader, at } = inquiry;
  const [coverage, changes, counts, totals, enticement] = await Promise.all([
    coverageOf(inquiry),
    reader.changes(12),
    reader.counts(),
    reader.observations({ dataset: TOTALS }),
    reader.observations({ dataset: INCIDENT_TYPES, measure: "online-enticement" }),
  ]);
  const updates = updatesBy(inquiry);
  const questions = [...catalogue.codebook.values()].reduce((sum, one) => sum + one.length, 0);
  const places = [...coverage.values()].filter(({ jurisdiction }) => jurisdiction.kind === "state" || jurisdiction.kind === "territory");
  return {
    coverage,
    closing: updates
      .filter((one) => one.closes !== "" && one.closes >= at && (one.opens === "" || one.opens <= at))
      .sort((a, b) => a.closes.localeCompare(b.closes)),
    closed: updates
      .filter((one) => one.closes !== "" && one.closes < at)
      .sort((a, b) => b.closes.localeCompare(a.closes))
      .slice(0, 3),
    latest: updates.filter((one) => one.kind !== "emerging-issue" && !VOICES.has(one.kind)).slice(0, 6),
    ahead: begunOn(inquiry)
      .map((instrument) => lineOf(inquiry, instrument))
      .filter((line) => line.next !== null)
      .sort((a, b) => (a.next?.date ?? "").localeCompare(b.next?.date ?? ""))
      .slice(0, FEATURED),
    deepest: [...coverage.values()]
      .filter((one) => one.codebook + one.ask > 0)
      .sort((a, b) => b.codebook + b.ask - a.codebook - a.ask)
      .slice(0, FEATURED),
    changes,
    emerging: updates.filter((one) => one.kind === "emerging-issue").slice(0, 6),
    voices: updates.filter((one) => VOICES.has(one.kind)).slice(0, 6),
    positions: [...catalogue.positions.values()],
    totals: byYear(totals.filter((one) => one.measure === "reports")).slice(-6),
    enticement: byYear(enticement.filter((one) => one.status === "exact")),
    locations: LOCATIONS.flatMap((measure) => totals.filter((one) => one.measure === measure && one.period === LOCATION_YEAR)),
    counts,
    filled: { coded: places.reduce((sum, one) => sum + one.codebook, 0), all: places.length * questions },
  };
}

/** Whole years only, in order. */
function byYear(observations: readonly Observation[]): Observation[] {
  return observations.filter((one) => /^\d{4}$/.test(one.period)).sort((a, b) => a.period.localeCompare(b.period));
}
