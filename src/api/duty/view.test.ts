import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Obligation } from "../../domain/obligation.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import type { Fault } from "../fault.ts";
import { FRAME, inquiryInto, obligation, place, type Sample, sampleWords } from "../sample.ts";
import { calendarOf } from "./calendar.ts";
import { dutyResource } from "./resource.ts";
import { dutyParameters, dutyView } from "./view.ts";

/** A duty that follows from apparent material, without a deadline in numbers. */
function duty(part: Partial<Obligation> & Pick<Obligation, "id" | "jurisdiction">): AtlasRecord {
  return obligation({
    events: ["material-found"],
    deadline: "as-soon-as-reasonably-possible",
    counted: "",
    recipient: "The hotline",
    provision: "s. 2; s. 3, §§ 4",
    ...part,
  });
}

const sample: Sample = {
  records: [
    ...FRAME,
    ...["GB", "FR", "US", "JP", "EU", "TV"].map((code) => place(code)),
    place("US-CA", { kind: "subdivision", parent: "US" }),
    { kind: "name", id: "FR.en", body: { id: "FR.en", of: "FR", locale: "en", name: "France", origin: "cldr" } },
    { kind: "name", id: "FR.fr", body: { id: "FR.fr", of: "FR", locale: "fr", name: "France", origin: "cldr" } },
    {
      kind: "membership",
      id: "eu-fr",
      body: { id: "eu-fr", group: "eu", jurisdiction: "FR", from: "1958-01-01", to: "", source: "law", read: "2026-11-01", note: "" },
    },
    duty({ id: "us-report", jurisdiction: "US", actors: ["hosting", "social"] }),
    duty({ id: "us-keep", jurisdiction: "US", duty: "preserve", events: ["report-sent"], deadline: "P1Y", counted: "report" }),
    duty({ id: "us-remove", jurisdiction: "US", duty: "remove", events: ["notice-received"], deadline: "PT48H", counted: "event", from: "2026-05-19" }),
    duty({ id: "us-ca-notify", jurisdiction: "US-CA", duty: "notify", events: ["notice-received"], deadline: "PT36H", counted: "event" }),
    duty({ id: "eu-yearly", jurisdiction: "EU", duty: "publish-report", events: [], deadline: "P1Y", counted: "period", limits: ["size"] }),
    duty({ id: "eu-proposed", jurisdiction: "EU", duty: "remove", events: ["notice-received"], deadline: "PT24H", counted: "event", from: "" }),
    duty({ id: "gb-remove", jurisdiction: "GB", duty: "remove", events: ["notice-received"], deadline: "PT24H", counted: "event" }),
    duty({ id: "gb-old", jurisdiction: "GB", duty: "remove", events: ["notice-received"], deadline: "PT1H", counted: "event", to: "2026-01-01" }),
    duty({
      id: "jp-answer",
      jurisdiction: "JP",
      duty: "notify",
      actors: ["interpersonal-communication"],
      events: ["notice-received"],
      deadline: "P7D",
      counted: "event",
    }),
  ],
  answers: [],
};
const view = (query: Record<string, string>, at?: string) => dutyView(inquiryInto(sample, query, at));
const ids = (list: ReadonlyArray<{ obligation: Obligation }>) => list.map((one) => one.obligation.id);

describe("the duty finder", () => {
  it("takes the event's duties first, then those that begin with the report", () => {
    const found = view({ service: "hosting", place: "US", event: "material-found", time: "2026-11-22T10:30", zone: "America/New_York" });
    expect([ids(found.now), ids(found.next)]).toEqual([["us-report"], ["us-keep"]]);
    expect(found.now[0]?.due).toEqual({ kind: "words" });
    expect(found.next[0]?.due).toMatchObject({ kind: "moment", asked: { local: "2027-11-22T10:30:00-05:00" }, there: { zone: "UTC" }, oneTime: false });
    expect(found.gaps).toMatchObject({ other: 1, below: ["US-CA"], silent: [], unnamed: [] });
  });

  it("gives the deadline on the clocks of the asker and of the law", () => {
    const [first] = view({ place: "GB", event: "notice-received", time: "2026-06-01T09:00", zone: "Asia/Tokyo" }).now;
    expect(first?.due).toMatchObject({
      asked: { local: "2026-06-02T09:00:00+09:00" },
      there: { local: "2026-06-02T01:00:00+01:00", zone: "Europe/London" },
      oneTime: true,
    });
  });

  it("asks for the law of the day of the event at the law's place", () => {
    const on = (time: string, zone: string) => ids(view({ place: "US", event: "notice-received", time, zone }).now);
    // The US has no one time: midnight in UTC counts.
    expect(on("2026-05-19T08:00", "Asia/Tokyo")).toEqual([]);
    expect(on("2026-05-19T09:00", "Asia/Tokyo")).toEqual(["us-remove"]);
    expect(ids(view({ place: "US", event: "notice-received" }, "2026-05-18").soon)).toEqual(["us-remove"]);
    expect(ids(view({ place: "US", event: "notice-received" }, "2026-05-19").now)).toEqual(["us-remove"]);
  });

  it("lets the law of the EU reach a member, and of a state its part", () => {
    expect(view({ place: "FR" }).now[0]).toMatchObject({ places: ["FR"], due: { kind: "span", why: "period" } });
    expect(view({ place: "FR" }).gaps.above).toEqual(["FR"]);
    expect(ids(view({ place: "US-CA", event: "notice-received" }).now)).toEqual(["us-ca-notify", "us-remove"]);
  });

  it("gives no date to what has no known start, and leaves out what has ended", () => {
    const found = view({ place: "EU,GB", event: "notice-received", time: "2026-06-01T09:00" });
    expect(ids(found.unknown)).toEqual(["eu-proposed"]);
    expect(found.unknown[0]?.due).toEqual({ kind: "span", why: "not-applying" });
    expect(ids(found.now)).toEqual(["gb-remove"]);
    expect(found.gaps.ended).toBe(1);
  });

  it("says what the record does not cover", () => {
    expect(view({ place: "TV,US", service: "device,hosting" }).gaps).toMatchObject({ silent: ["TV"], unnamed: ["device"] });
  });

  it("knows messaging as interpersonal communication, places by name, and the same question by one address", () => {
    const found = view({ service: "isp; messaging", place: "france, jp", event: "notice-received" });
    expect(ids(found.now)).toEqual(["jp-answer"]);
    expect(dutyParameters(found.asked)).toMatchObject({ service: "access,messaging", place: "FR,JP", zone: "" });
  });

  it.each([
    ["service", "hostng"],
    ["place", "Narnia"],
    ["event", "earthquake"],
    ["time", "2026-02-29T10:00"],
    ["time", "yesterday"],
    ["time", "9999-12-31T10:00"],
    ["zone", "Mars/Olympus"],
    ["size", "many"],
  ])("refuses %s “%s” and names the field", (field, value) => {
    expect(() => view({ [field]: value })).toThrow(expect.objectContaining({ status: 400, field }) as Fault);
  });
});

describe("the table of duties", () => {
  it("has one row each with every column, and null where there is no date", async () => {
    const { table } = await dutyResource.list(inquiryInto(sample, { place: "US,EU", time: "2026-06-01T09:00" }));
    expect(table.rows).toHaveLength(5);
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
    const row = (id: string) => table.rows.find((one) => one["obligation"] === id);
    expect(row("us-report")).toMatchObject({ due: null, no_date_because: "the law names no time", keep_until: null });
    expect(row("us-keep")).toMatchObject({ keep_until: "2027-06-01", due_utc: "2027-06-01T09:00:00Z", no_date_because: null });
    expect(row("eu-yearly")).toMatchObject({ due: null, limits: "size" });
  });
});

describe("the calendar", () => {
  const query = { place: "US,US-CA,GB,JP", event: "notice-received", time: "2026-06-01T09:00", zone: "Europe/Paris" };
  const text = (locale: "en" | "fr" = "en") => {
    const inquiry = { ...inquiryInto(sample, query), locale, t: sampleWords(locale) };
    return calendarOf(inquiry, dutyView(inquiry));
  };

  it("is read by another library: one event a deadline that is a number, with alarms, the provision, the source and the warning", () => {
    const calendar = new ICAL.Component(ICAL.parse(text()));
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(events.map((one) => [one.uid, one.startDate.toJSDate().toISOString()])).toEqual([
      ["gb-remove.20260601T070000Z@safeguard-atlas", "2026-06-02T07:00:00.000Z"],
      ["us-ca-notify.20260601T070000Z@safeguard-atlas", "2026-06-02T19:00:00.000Z"],
      ["us-remove.20260601T070000Z@safeguard-atlas", "2026-06-03T07:00:00.000Z"],
      ["jp-answer.20260601T070000Z@safeguard-atlas", "2026-06-08T07:00:00.000Z"],
    ]);
    for (const event of events) {
      expect(event.description).toContain("Not legal advice");
      expect(event.description).toContain("s. 2; s. 3, §§ 4");
      expect(event.description).toContain("https://law.example/1");
      const alarms = event.component.getAllSubcomponents("valarm");
      expect(alarms.length).toBeGreaterThan(0);
      for (const alarm of alarms) expect(String(alarm.getFirstPropertyValue("trigger"))).toMatch(/^-P/);
    }
  });

  it("folds lines at 75 octets, ends them with CRLF, and says the same twice", () => {
    for (const locale of ["en", "fr"] as const) {
      const written = text(locale);
      expect(written).toBe(text(locale));
      for (const line of written.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toContain("\n");
      }
    }
    expect(text("fr").replace(/\r\n /g, "")).toContain("pas un conseil juridique");
  });

  it("is empty, and still a calendar, when no time was given", async () => {
    const empty = (await dutyResource.calendar?.(inquiryInto(sample, { place: "US" }), "https://atlas.example")) ?? "";
    expect(new ICAL.Component(ICAL.parse(empty)).getAllSubcomponents("vevent")).toEqual([]);
  });
});
