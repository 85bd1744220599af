import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { shiftDay } from "../domain/date.ts";
import { countedIn, daysBetween, endOf, phaseOf } from "./consultation.ts";

describe("where a consultation stands", () => {
  it("is said for every day of its life, closing soon from fourteen days before the last", () => {
    const on = (at: string) => phaseOf({ opens: "2026-03-01", closes: "2026-03-31" }, at);
    expect(["2026-02-28", "2026-03-01", "2026-03-16", "2026-03-17", "2026-03-31", "2026-04-01"].map(on)).toEqual([
      "upcoming",
      "open",
      "open",
      "closing",
      "closing",
      "closed",
    ]);
    expect(phaseOf({ opens: "2026-03-01", closes: "" }, "2030-01-01")).toBe("undated");
  });

  it("counts days over leap years and changes of the clock", () => {
    fc.assert(fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => daysBetween("2024-02-28", shiftDay("2024-02-28", days)) === days));
  });
});

describe("the zone of a consultation", () => {
  it("is that of its page, else that of the place, of the Commission for the EU, else not known", () => {
    expect(countedIn({ zone: "australia/sydney", jurisdictions: ["AU"] })).toEqual({ zone: "Australia/Sydney", from: "page" });
    expect(countedIn({ zone: "", jurisdictions: ["GB"] })).toEqual({ zone: "Europe/London", from: "place" });
    expect(countedIn({ jurisdictions: ["EU"] })).toEqual({ zone: "Europe/Brussels", from: "place" });
    for (const jurisdictions of [["US"], ["UN"], ["GB", "FR"]]) expect(countedIn({ zone: "", jurisdictions })).toBeNull();
  });

  it("ends a day at its midnight, as an independent calendar counts it", () => {
    expect(endOf("2026-03-28", "Europe/Brussels")).toBe("2026-03-28T23:00:00Z");
    expect(endOf("2026-03-29", "Europe/Brussels")).toBe("2026-03-29T22:00:00Z");
    // Midnight of this day does not exist in Beirut: clocks go from 00:00 to 01:00.
    expect(endOf("2026-03-28", "Asia/Beirut")).toBe("2026-03-28T22:00:00Z");
    for (const zone of ["Europe/London", "Pacific/Apia", "America/New_York", "Asia/Kathmandu"])
      for (const day of ["2026-01-31", "2026-06-30", "2026-11-01", "2028-02-29"])
        expect(endOf(day, zone)).toBe(DateTime.fromISO(day, { zone }).endOf("day").plus(1).toUTC().toISO({ suppressMilliseconds: true }));
  });
});
