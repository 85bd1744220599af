import ICAL from "ical.js";
import { expect, test } from "vitest";
import { attributes, mainOf } from "./html.ts";
import { ask, json, page } from "./read.ts";

type Row = Readonly<Record<string, string | null>>;

const QUESTIONS = [
  "service=hosting,social&place=US,GB,FR,TV&event=notice-received&time=2026-11-01T01:30&zone=America/New_York",
  "service=messaging&place=EU&event=material-found&time=2024-02-29T12:00&zone=Europe/Paris",
  "service=hosting&place=US&event=material-found&time=2024-05-06T12:00&zone=America/New_York",
  "place=US-CA&event=report-sent&time=2026-11-22T10:30",
  "service=device,search&place=GB,IN",
];

test.each(QUESTIONS)("page, table and calendar agree: %s", async (question) => {
  const { data } = await json<{ duties: readonly Row[] }>(`/api/duties.json?${question}`);
  const dated = data.duties.filter((row) => row["due"]);
  for (const locale of ["en", "fr"]) {
    const html = mainOf(await page(`/${locale}/duties?${question}`));
    expect(html.match(/<article class="duty"/g)?.length ?? 0).toBe(data.duties.length);
    const times = attributes(html, "datetime");
    for (const row of dated) for (const name of ["due", "due_there"]) expect(times, String(row["obligation"])).toContain(row[name]);
  }
  const lines = (await page(`/api/duties.csv?${question}`)).trim().split("\r\n");
  for (const row of data.duties) expect(lines.some((line) => line.startsWith(`${row["obligation"] ?? ""},`))).toBe(true);
  const { body, headers } = await ask(`/api/duties.ics?${question}`);
  expect(headers.get("content-type")).toMatch(/^text\/calendar/);
  const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  expect(events.map((one) => Date.parse(one.startDate.toJSDate().toISOString())).sort()).toEqual(dated.map((row) => Date.parse(row["due"] ?? "")).sort());
  expect(new Set(events.map((one) => one.uid)).size).toBe(events.length);
});

test("what was reported is kept for 90 days before 7 May 2024 and for a year since", async () => {
  const kept = async (time: string) => {
    const { data } = await json<{ duties: readonly Row[] }>(`/api/duties.json?place=US&event=report-sent&zone=UTC&time=${time}`);
    return data.duties.map((row) => [row["obligation"], row["keep_until"]]);
  };
  expect(await kept("2024-05-06T12:00")).toContainEqual(["us-2258a-preserve-90d", "2024-08-04"]);
  expect(await kept("2024-05-07T12:00")).toEqual([["us-2258a-preserve", "2025-05-07"]]);
});

test("as soon as reasonably possible is never a number", async () => {
  const { data } = await json<{ duties: readonly Row[] }>("/api/duties.json?time=2026-11-22T10:30");
  const words = data.duties.filter((row) => row["deadline"] === "as-soon-as-reasonably-possible");
  expect(words.length).toBeGreaterThan(20);
  for (const row of words) expect([row["due"], row["due_utc"], row["keep_until"]]).toEqual([null, null, null]);
});

test.each([
  ["service", "service=bakery&place=US"],
  ["place", "place=Narnia"],
  ["event", "place=US&event=earthquake"],
  ["time", "place=US&time=2026-02-30T10:00"],
  ["zone", "place=US&zone=Mars/Olympus"],
  ["size", "place=US&size=lots"],
])("bad input gets a message beside %s and a 400 in the interface", async (field, question) => {
  for (const ending of ["json", "csv", "ics"]) {
    const { status, body } = await ask(`/api/duties.${ending}?${question}`);
    expect([status, JSON.parse(body)]).toEqual([400, expect.objectContaining({ status: 400, field })]);
  }
  for (const locale of ["en", "fr"]) {
    const { status, body } = await ask(`/${locale}/duties?${question}`);
    expect(status).toBe(400);
    expect(body).toContain(`id="e-${field}"`);
    expect(body).toContain('<form class="finder"');
  }
});
