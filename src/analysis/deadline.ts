import { Temporal } from "temporal-polyfill";
import type { Day } from "../domain/date.ts";

/** A point in time as the clocks of a place show it. */
export interface Moment {
  /** The same point everywhere: ISO 8601 in UTC, to the second. */
  readonly instant: string;
  /** The wall clock of the zone with its distance from UTC: `2026-03-08T03:30:00-04:00`. */
  readonly local: string;
  /** IANA name of the zone. */
  readonly zone: string;
  readonly day: Day;
}

/** A wall-clock time read in a zone. `clock` says when that time was not there once: skipped in spring, or twice in autumn. */
export interface ReadMoment extends Moment {
  /** As it was written: `2026-11-22T10:30`. */
  readonly wall: string;
  readonly clock: "once" | "skipped" | "twice";
}

const NAME = /^[A-Za-z][A-Za-z0-9_+/-]*$/;
let names: ReadonlyMap<string, string> | undefined;

/** The zone of this name as the tz database writes it; null when it has none. Differences in case are forgiven, offsets are no zones. */
export function zoneOf(name: string): string | null {
  if (!NAME.test(name)) return null;
  names ??= new Map(["UTC", ...Intl.supportedValuesOf("timeZone")].map((one) => [one.toLowerCase(), one]));
  const known = names.get(name.toLowerCase());
  if (known) return known;
  try {
    // Links, such as US/Eastern, are names too.
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    return null;
  }
}

/** The names of all zones, for lists to choose from. */
export function zoneNames(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((one) => one !== "UTC")];
}

/**
 * Reads a wall-clock time, `2026-11-22T10:30` (seconds may follow), in a zone. Null when it is not such a time or the
 * calendar has no such day. A time that clocks skip is moved on by what they skip; of a time that comes twice the first counts.
 */
export function momentAt(text: string, zone: string): ReadMoment | null {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?$/.test(text)) return null;
  let wall: Temporal.PlainDateTime;
  try {
    wall = Temporal.PlainDateTime.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const last = wall.toZonedDateTime(zone, { disambiguation: "later" });
  const there = first.toPlainDateTime().equals(wall);
  const clock = first.epochMilliseconds === last.epochMilliseconds ? "once" : there ? "twice" : "skipped";
  return { ...momentOf(wall.toZonedDateTime(zone, { disambiguation: "compatible" })), wall: text.replace(" ", "T"), clock };
}

/**
 * The moment that lies a duration after another. Hours and minutes are elapsed time. Years, months and days follow the
 * calendar of the moment's zone and keep its wall clock: 29 February and a year is 28 February, 31 January and a month the
 * last of February; a wall clock that is skipped moves on, of one that comes twice the first counts.
 * Throws a RangeError when the text is no ISO 8601 duration.
 */
export function later(moment: Moment, duration: string): Moment {
  const span = Temporal.Duration.from(duration);
  return momentOf(Temporal.Instant.from(moment.instant).toZonedDateTimeISO(moment.zone).add(span));
}

/** The same point in time on the clocks of another zone. */
export function inZone(moment: Moment, zone: string): Moment {
  return momentOf(Temporal.Instant.from(moment.instant).toZonedDateTimeISO(zone));
}

function momentOf(at: Temporal.ZonedDateTime): Moment {
  const local = at.toString({ timeZoneName: "never", calendarName: "never", smallestUnit: "second" });
  return {
    instant: at.toInstant().toString({ smallestUnit: "second" }),
    local,
    zone: at.timeZoneId,
    day: at.toPlainDate().toString(),
  };
}
