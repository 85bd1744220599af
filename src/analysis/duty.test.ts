import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTORS, appliesOn, COUNTED, DUTIES, EVENTS, type Obligation } from "../domain/obligation.ts";
import { momentAt } from "./deadline.ts";
import { EVENT_RULES, findDuties, SERVICE_IDS, SERVICES } from "./duty.ts";

const LAWS = ["GB", "US", "US-CA", "EU"];
const PLACES = [...LAWS, "FR", "TV"];
const day = fc.constantFrom("2019-12-31", "2020-01-01", "2026-05-19", "2030-01-01");

const obligation: fc.Arbitrary<Omit<Obligation, "id">> = fc
  .record({
    jurisdiction: fc.constantFrom(...LAWS),
    duty: fc.constantFrom(...DUTIES),
    actors: fc.subarray([...ACTORS], { minLength: 1 }),
    events: fc.subarray([...EVENTS]),
    time: fc.option(fc.record({ deadline: fc.constantFrom("PT1H", "PT24H", "P7D", "P1M", "P1Y"), counted: fc.constantFrom(...COUNTED) })),
    from: fc.option(day, { nil: "" }),
    to: fc.option(day, { nil: "" }),
  })
  .map(({ time, ...rest }) => ({
    instrument: "law",
    trigger: "Knowledge",
    deadline: time?.deadline ?? "as-soon-as-reasonably-possible",
    counted: time?.counted ?? "",
    recipient: "",
    condition: "",
    limits: [],
    penalty: "",
    provision: "",
    citations: [],
    confidence: "looked-up",
    review: "unreviewed",
    flags: [],
    doubt: "",
    ...rest,
  }));

const question = fc.record({
  services: fc.subarray([...SERVICE_IDS]),
  places: fc.subarray(PLACES, { minLength: 1 }),
  event: fc.constantFrom("" as const, ...EVENTS),
  moment: fc.option(fc.constantFrom(momentAt("2026-05-18T23:30", "America/New_York"), momentAt("2020-01-01T00:00", "UTC"))),
  day,
});

const record = (list: ReadonlyArray<Omit<Obligation, "id">>) => ({
  obligations: list.map((one, index) => ({ ...one, id: `duty-${index}` })),
  reachOf: (code: string) => [code, ...(code === "US-CA" ? ["US"] : []), ...(code === "FR" ? ["EU"] : [])],
  parentOf: (code: string) => (code === "US-CA" ? "US" : ""),
});

describe("the duties that meet a service", () => {
  it("whatever the record and the question: no ended duty, no invented date, nothing lost", () => {
    fc.assert(
      fc.property(fc.array(obligation, { maxLength: 12 }), question, (list, asked) => {
        const held = record(list);
        const { found, gaps } = findDuties(asked, held);
        const reach = new Set(asked.places.flatMap(held.reachOf));
        const actors = new Set<string>((asked.services.length > 0 ? asked.services : SERVICE_IDS).flatMap((one) => SERVICES[one]));
        const meant = held.obligations.filter((one) => reach.has(one.jurisdiction) && one.actors.some((actor) => actors.has(actor)));
        expect(new Set(found.map((one) => one.obligation.id)).size).toBe(found.length);
        for (const one of found) {
          expect(meant).toContain(one.obligation);
          expect(one.places.length).toBeGreaterThan(0);
          expect(one.services.length).toBeGreaterThan(0);
          if (!asked.moment) expect(one.applies).toBe(appliesOn(one.obligation, asked.day));
          if (one.due.kind === "moment") {
            expect(one.applies).toBe("yes");
            expect(["event", "report"]).toContain(one.obligation.counted);
            expect(Date.parse(one.due.asked.instant)).toBe(Date.parse(one.due.there.instant));
            expect(Date.parse(one.due.asked.instant)).toBeGreaterThan(Date.parse(asked.moment?.instant ?? ""));
          }
          // A law that names no time never gets a number.
          expect(one.due.kind === "words").toBe(one.obligation.deadline === "as-soon-as-reasonably-possible");
          if (asked.event) {
            const rule = EVENT_RULES[asked.event];
            expect([...rule.meets, ...rule.next].some((event) => one.obligation.events.includes(event))).toBe(true);
          }
        }
        const ended = meant.length - found.length - gaps.other;
        expect(gaps.ended).toBeLessThanOrEqual(ended);
        if (asked.event === "") expect(found.length + gaps.ended).toBe(meant.length);
        expect(gaps.silent).toEqual(
          asked.places.filter((place) => !held.reachOf(place).some((law) => held.obligations.some((one) => one.jurisdiction === law))),
        );
      }),
      { numRuns: 600, seed: 7 },
    );
  });

  it("puts the earliest deadline first", () => {
    fc.assert(
      fc.property(fc.array(obligation, { maxLength: 12 }), question, (list, asked) => {
        const due = findDuties(asked, record(list)).found.flatMap((one) => (one.due.kind === "moment" ? one.due.asked.instant : []));
        expect(due).toEqual([...due].sort());
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  it("reads versions that were recorded before events and times had fields, and guesses nothing", () => {
    const { events: _events, counted: _counted, limits: _limits, ...old } = { ...fc.sample(obligation, { numRuns: 1, seed: 1 })[0] } as Obligation;
    const before = { ...old, id: "old", jurisdiction: "GB", deadline: "PT24H", from: "2020-01-01", to: "" } as Obligation;
    const held = { ...record([]), obligations: [before] };
    const moment = momentAt("2026-05-18T23:30", "UTC");
    const asked = { services: [], places: ["GB"], moment, day: "2026-05-18" };
    expect(findDuties({ ...asked, event: "" }, held).found[0]?.due).toEqual({ kind: "span", why: "no-time" });
    expect(findDuties({ ...asked, event: "notice-received" }, held).found).toEqual([]);
  });
});
