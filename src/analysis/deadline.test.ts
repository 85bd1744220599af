import fc from "fast-check";
import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { inZone, later, momentAt, zoneNames, zoneOf } from "./deadline.ts";
import { zoneOfPlace } from "./zone.ts";

/** The moment of a wall-clock time that exists. */
function at(text: string, zone: string) {
  const moment = momentAt(text, zone);
  if (!moment) throw new Error(`${text} is no time`);
  return moment;
}

describe("a wall-clock time", () => {
  it("is read in its zone, and says when clocks skip it or show it twice", () => {
    expect(at("2026-11-22T10:30", "Europe/Paris")).toMatchObject({ instant: "2026-11-22T09:30:00Z", clock: "once", day: "2026-11-22" });
    expect(at("2026-03-08T02:30", "America/New_York")).toMatchObject({ local: "2026-03-08T03:30:00-04:00", clock: "skipped" });
    expect(at("2026-11-01T01:30", "America/New_York")).toMatchObject({ instant: "2026-11-01T05:30:00Z", clock: "twice" });
    // A whole day that a place left out when it moved across the date line.
    expect(at("2011-12-30T12:00", "Pacific/Apia").clock).toBe("skipped");
  });

  it("is refused when the calendar has no such day or it is no time", () => {
    for (const text of ["2026-02-29T10:00", "2026-13-01T10:00", "2026-11-22T24:00", "2026-11-22T10:60", "2026-11-22", "10:30", "", "2026-11-22T10:30Z"])
      expect(momentAt(text, "UTC"), text).toBeNull();
  });

  it("needs a zone of the tz database", () => {
    expect(zoneOf("europe/paris")).toBe("Europe/Paris");
    expect(zoneOf("utc")).toBe("UTC");
    expect(zoneOf("US/Eastern")).toBe("US/Eastern");
    for (const name of ["Mars/Olympus", "+02:00", "", "Europe", "Europe/Paris;x", "UTC+1"]) expect(zoneOf(name), name).toBeNull();
    for (const name of zoneNames()) expect(zoneOf(name)).toBe(name);
  });
});

describe("a deadline", () => {
  it.each([
    ["2024-02-29T12:00", "Europe/Paris", "P1Y", "2025-02-28T12:00:00+01:00"],
    ["2023-02-28T12:00", "Europe/Paris", "P1Y", "2024-02-28T12:00:00+01:00"],
    ["2026-01-31T08:00", "Asia/Tokyo", "P1M", "2026-02-28T08:00:00+09:00"],
    ["2026-03-28T12:00", "Europe/Berlin", "P1D", "2026-03-29T12:00:00+02:00"],
    ["2026-03-28T12:00", "Europe/Berlin", "PT24H", "2026-03-29T13:00:00+02:00"],
    ["2026-10-24T12:00", "Europe/Berlin", "PT24H", "2026-10-25T11:00:00+01:00"],
    ["2026-03-07T02:30", "America/New_York", "P1D", "2026-03-08T03:30:00-04:00"],
    ["2026-10-31T01:30", "America/New_York", "P1D", "2026-11-01T01:30:00-04:00"],
    ["2026-10-31T01:30", "America/New_York", "PT48H", "2026-11-02T00:30:00-05:00"],
    ["2026-06-01T00:00", "Australia/Lord_Howe", "PT2H", "2026-06-01T02:00:00+10:30"],
  ])("%s in %s and %s is %s", (text, zone, duration, due) => {
    expect(later(at(text, zone), duration).local).toBe(due);
  });

  it("refuses what is no duration", () => {
    expect(() => later(at("2026-01-01T00:00", "UTC"), "as-soon-as-reasonably-possible")).toThrow(RangeError);
  });

  it("is the same point in time in every zone", () => {
    const due = later(at("2026-11-22T10:30", "Europe/Paris"), "PT48H");
    expect(inZone(due, "Asia/Kolkata")).toEqual({
      instant: "2026-11-24T09:30:00Z",
      local: "2026-11-24T15:00:00+05:30",
      zone: "Asia/Kolkata",
      day: "2026-11-24",
    });
  });
});

const ZONES = [...new Set([...zoneNames(), "America/New_York", "Europe/London", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca"])];

/** Ordinary times, and times around the changes of clocks and around 29 February. */
const wall = fc.oneof(
  fc.record({ year: fc.integer({ min: 1990, max: 2045 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ year: fc.integer({ min: 2000, max: 2040 }), month: fc.constantFrom(3, 4, 9, 10, 11), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ year: fc.constantFrom(2000, 2004, 2024, 2028, 2032), month: fc.constant(2), day: fc.constantFrom(28, 29) }),
  fc.record({ year: fc.integer({ min: 2000, max: 2040 }), month: fc.constantFrom(1, 3, 5, 8, 10, 12), day: fc.constantFrom(29, 30, 31) }),
);
const clock = fc.oneof(
  fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) }),
  fc.record({ hour: fc.integer({ min: 0, max: 3 }), minute: fc.constantFrom(0, 15, 30, 45) }),
);
const duration = fc.oneof(
  fc.constantFrom("PT1H", "PT2H", "PT3H", "PT24H", "PT36H", "PT48H", "P7D", "P21D", "P28D", "P30D", "P90D", "P1M", "P3M", "P6M", "P1Y"),
  fc.integer({ min: 1, max: 400 }).map((days) => `P${days}D`),
  fc.integer({ min: 1, max: 24 }).map((months) => `P${months}M`),
  fc.integer({ min: 1, max: 9000 }).map((minutes) => `PT${minutes}M`),
  fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 50 })).map(([days, hours]) => `P${days}DT${hours}H`),
);

/**
 * What luxon says. It may take the second of two like wall clocks; the first of them is the rule here. A date part and a time
 * part are added one after the other, so that the rule holds for the date in between.
 */
function oracle(start: DateTime, text: string): DateTime {
  const span = Duration.fromISO(text);
  const { years, months, days, hours, minutes } = span;
  const dated = years || months || days ? first(start.plus({ years, months, days })) : start;
  return dated.plus({ hours, minutes });
}

function first(time: DateTime): DateTime {
  return time.getPossibleOffsets()[0] ?? time;
}

describe("10,000 times across zones, against luxon", () => {
  it("agrees", () => {
    let compared = 0;
    fc.assert(
      fc.property(wall, clock, fc.constantFrom(...ZONES), duration, (date, { hour, minute }, zone, span) => {
        const two = (value: number) => String(value).padStart(2, "0");
        const text = `${date.year}-${two(date.month)}-${two(date.day)}T${two(hour)}:${two(minute)}`;
        const moment = momentAt(text, zone);
        const other = DateTime.fromISO(text, { zone });
        expect(moment !== null).toBe(other.isValid);
        if (!moment) return;
        compared += 1;
        const start = first(other);
        expect(Date.parse(moment.instant), `${text} in ${zone}`).toBe(start.toMillis());
        expect(Date.parse(later(moment, span).instant), `${text} in ${zone} and ${span}`).toBe(oracle(start, span).toMillis());
        // Elapsed hours are elapsed whatever the clocks do.
        const hours = /^PT(\d+)H$/.exec(span);
        if (hours) expect(Date.parse(later(moment, span).instant) - Date.parse(moment.instant)).toBe(Number(hours[1]) * 3_600_000);
      }),
      { numRuns: 11_000, seed: 20261122 },
    );
    expect(compared).toBeGreaterThanOrEqual(10_000);
  });
});

describe("the civil time of a place", () => {
  it("is known where there is one", () => {
    expect(zoneOfPlace("GB")).toBe("Europe/London");
    expect(zoneOfPlace("DE")).toBe("Europe/Berlin");
    for (const code of ["US", "EU", "AU", "BR", "CA", "ID", "US-TX", "XX"]) expect(zoneOfPlace(code), code).toBeNull();
  });
});
