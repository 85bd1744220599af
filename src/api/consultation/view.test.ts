import ICAL from "ical.js";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { FRAME, inquiryInto, instrument, place, question, type Sample, update } from "../sample.ts";
import { consultationResource } from "./resource.ts";
import { consultationList } from "./view.ts";

const LONG = "مشاورة عامة بشأن مشروع لائحة لمنع الاعتداء الجنسي على الأطفال ومكافحته عبر الإنترنت وحماية الضحايا";

const sample: Sample = {
  records: [
    ...FRAME,
    place("GB"),
    place("US"),
    place("EU", { kind: "supranational" }),
    question({ id: "q-topic" }),
    question({ id: "q-named", topic: "other" }),
    instrument({ id: "code", kind: "code", jurisdiction: "GB", stages: [{ date: "2025-05-01", stage: "adopted", note: "" }] }),
    update({ id: "soon", kind: "consultation", date: "2026-11-01", opens: "2026-11-01", closes: "2026-12-06", jurisdictions: ["EU"], title: LONG }),
    update({ id: "open", kind: "consultation", date: "2026-11-01", closes: "2026-12-07", jurisdictions: ["US"], questions: ["q-named"] }),
    update({ id: "later", kind: "consultation", date: "2026-11-10", opens: "2027-01-01", closes: "2027-02-01", jurisdictions: ["GB"] }),
    update({ id: "decided", kind: "consultation", date: "2025-01-01", closes: "2025-03-31", jurisdictions: ["GB"], instruments: ["code"] }),
    update({ id: "silent", kind: "consultation", date: "2024-12-01", closes: "2025-01-31", jurisdictions: ["GB"] }),
    update({ id: "undated", kind: "consultation", date: "2026-10-01", jurisdictions: ["GB"] }),
    update({ id: "note", kind: "ruling", date: "2026-10-01", jurisdictions: ["GB"] }),
  ],
  answers: [],
};

const ids = (lines: readonly { update: { id: string } }[]) => lines.map((line) => line.update.id);

describe("consultations", () => {
  it("stand by what can still be done: closing soon, open, upcoming, without a last day, closed by year", () => {
    const list = consultationList(inquiryInto(sample));
    expect(ids(list.closing)).toEqual(["soon"]);
    expect(ids(list.open)).toEqual(["open"]);
    expect(ids(list.upcoming)).toEqual(["later"]);
    expect(ids(list.undated)).toEqual(["undated"]);
    expect(list.closed.map(({ year, lines }) => [year, ids(lines)])).toEqual([["2025", ["decided", "silent"]]]);
    expect(list.closed[0]?.lines.map((line) => line.result.kind)).toEqual(["known", "not-known"]);
  });

  it("say the days left, the zone and when the last day ends there, and nothing that is not known", () => {
    const { closing, open } = consultationList(inquiryInto(sample));
    expect(closing[0]).toMatchObject({ left: 14, counted: { zone: "Europe/Brussels", from: "place" }, ends: "2026-12-06T23:00:00Z" });
    expect(open[0]).toMatchObject({ left: 15, counted: null, ends: null });
    expect(open[0]?.questions.map((one) => one.id)).toEqual(["q-named"]);
    expect(closing[0]?.questions.map((one) => one.id)).toEqual(["q-topic"]);
  });

  it("are asked about another day, a place, a year", () => {
    expect(ids(consultationList(inquiryInto(sample, {}, "2025-03-20")).closing)).toEqual(["decided"]);
    expect(ids(consultationList(inquiryInto(sample, { place: "GB" })).lines)).toEqual(["later", "undated", "decided", "silent"]);
    expect(ids(consultationList(inquiryInto(sample, { year: "2025" })).lines)).toEqual(["decided", "silent"]);
  });

  it("leave as a table with empty cells for what is not known", async () => {
    const { table } = await consultationResource.list(inquiryInto(sample));
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
    expect(table.rows.find((row) => row["consultation"] === "open")).toMatchObject({ respondents: null, zone: null, ends_utc: null, days_left: 15 });
  });
});

describe("their calendar", () => {
  const made = async (query: Record<string, string> = {}, id?: string) =>
    (await consultationResource.calendar?.(inquiryInto(sample, query), "https://atlas.example", id)) ?? "";

  it("holds whole days that other programs read as the same days in any zone", async () => {
    const calendar = new ICAL.Component(ICAL.parse(await made()));
    const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(events.map((one) => [one.uid, one.startDate.toString(), one.endDate.toString(), one.startDate.isDate])).toContainEqual([
      "soon.closes@safeguard-atlas",
      "2026-12-06",
      "2026-12-07",
      true,
    ]);
    expect(events).toHaveLength(7);
    for (const zone of ["Pacific/Apia", "America/Los_Angeles"]) {
      const { year, month, day } = DateTime.fromISO("2026-12-06", { zone });
      const shown = events.find((one) => one.uid === "soon.closes@safeguard-atlas")?.startDate;
      expect([shown?.year, shown?.month, shown?.day]).toEqual([year, month, day]);
    }
  });

  it("is one to subscribe to: stable names, a sequence, when to ask again, no alarms", async () => {
    const text = await made();
    expect(await made()).toBe(text);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getFirstProperty("refresh-interval")?.getFirstValue()?.toString()).toBe("PT12H");
    for (const event of calendar.getAllSubcomponents("vevent")) {
      expect(event.getFirstPropertyValue("sequence")).toBe(1);
      expect(event.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-11-22T00:00:00Z");
      expect(event.getAllSubcomponents("valarm")).toEqual([]);
    }
  });

  it("folds Arabic at 75 octets without breaking a letter", async () => {
    const text = await made();
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\uFFFD");
    }
    const event = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .find((one) => one.getFirstPropertyValue("uid") === "soon.closes@safeguard-atlas");
    expect(event?.getFirstPropertyValue("summary")).toContain(LONG);
  });

  it("is given for a filter and for one consultation, and for nothing else", async () => {
    expect((await made({ place: "GB" })).match(/BEGIN:VEVENT/g)).toHaveLength(4);
    expect((await made({}, "soon")).match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(await made({}, "note")).toBe("");
  });
});
