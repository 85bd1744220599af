import { readFileSync } from "node:fs";
import { describe, expect, inject, test } from "vitest";
import { json } from "./read.ts";

const SICILY = readFileSync("tests/validation/sicily-series.csv", "utf8");

function post(form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}, path = "/en/event-study"): Promise<Response> {
  return fetch(`${inject("site")}${path}`, { method: "POST", body: new URLSearchParams(form), headers, redirect: "manual" });
}

describe("before and after", () => {
  test("yearly figures give a ratio, an interval and the refusal to speak of a trend", async () => {
    const { data } = await json<Record<string, unknown>>("/api/event-study?series=cybertipline-by-country/reports/PL&date=2020-12-21");
    expect(data).toMatchObject({ kind: "few", before: 2, after: 3, trend: null });
    const html = await (
      await fetch(`${inject("site")}/en/event-study?series=cybertipline-by-country/reports&of=Poland&event=break:messaging-under-eprivacy`)
    ).text();
    expect(html).toContain("A trend cannot be judged from 2 points before and 3 points after.");
    expect(html).toContain("0.555 times");
    expect(html).not.toContain("caused");
  });

  test("no figure is compared across the break of the country lists", async () => {
    const { data } = await json<{ warnings: ReadonlyArray<{ code: string }>; kind: string }>(
      "/api/event-study?series=cybertipline-by-country/reports/PL&date=2024-01-01",
    );
    expect(data).toMatchObject({ kind: "refused", reason: "no-before" });
    expect(data.warnings.map((one) => one.code)).toContain("forbidden");
  });

  test("comparison series: a ratio of ratios, its rank, and no word of a cause", async () => {
    interface Comparison {
      readonly kind: string;
      readonly ratio: number;
      readonly interval: readonly [number, number];
      readonly rank: number;
      readonly among: number;
      readonly p: number | null;
      readonly trend: null;
      readonly places: ReadonlyArray<{ readonly id: string; readonly effect: number }>;
    }
    const asked = "series=cybertipline-by-country/reports/PL&date=2020-12-21&comparison";
    const { data } = await json<{ comparison: Comparison }>(`/api/event-study?${asked}=all`);
    const { comparison } = data;
    expect(comparison).toMatchObject({ kind: "few", trend: null });
    expect(comparison.among).toBeGreaterThan(150);
    expect(comparison.places).toHaveLength(comparison.among);
    expect(comparison.p).toBeCloseTo(comparison.rank / comparison.among, 10);
    expect(comparison.places.findIndex((one) => one.id === "") + 1).toBe(comparison.rank);
    expect(comparison.interval[0]).toBeLessThan(comparison.ratio);
    expect(comparison.interval[1]).toBeGreaterThan(comparison.ratio);
    const two = await json<{ comparison: Comparison }>(`/api/event-study?${asked}=DE&comparison=Spain,PL`);
    expect(two.data.comparison).toMatchObject({ among: 3, p: null });
    for (const [locale, words] of [
      ["en", "With fewer than 5 comparison series nothing can be said from that rank: the smallest p that they can give is 0.333."],
      ["fr", "Avec moins de 5 séries de comparaison, ce rang ne permet de rien dire"],
    ] as const) {
      const html = await (await fetch(`${inject("site")}/${locale}/event-study?${asked}=DE&comparison=ES`)).text();
      expect(html).toContain(words);
      expect(html).toContain('value="DE, ES"');
      expect(html).toContain("comparison=DE%2CES");
      expect(html).not.toContain("caused");
    }
    // A group is its members on the day of the event, the studied place left out.
    const union = await json<{ comparison: Comparison }>(`/api/event-study?${asked}=eu`);
    expect(union.data.comparison.among).toBe(27);
  });

  test("measures that are offered have a study or say which place they want", async () => {
    const { data } = await json<ReadonlyArray<{ id: string }>>("/api/event-study");
    expect(data.length).toBeGreaterThan(20);
    for (const { id } of data.filter((_, index) => index % 6 === 0)) {
      const response = await fetch(`${inject("site")}/api/event-study?series=${id}&date=2021-01-01`);
      const answer = (await response.json()) as { field?: string; data?: { kind: string } };
      expect([id, response.status === 200 ? (answer.data?.kind ?? "") !== "" : answer.field === "of"]).toEqual([id, true]);
    }
  });

  test.each([
    ["series=nothing/at-all&date=2020", "series"],
    ["series=cybertipline-by-country/reports&of=Nowhere&date=2020", "of"],
    ["series=cybertipline-totals/reports", "date"],
    ["series=cybertipline-totals/reports&date=yesterday", "date"],
    ["series=cybertipline-totals/reports&event=break:none", "event"],
    ["series=cybertipline-totals/reports&date=2013&harmonics=9", "harmonics"],
    ["series=cybertipline-totals/reports&date=2013&model=guess", "model"],
    ["series=cybertipline-totals/reports&date=2013&period=month", "period"],
    ["series=cybertipline-by-country/reports/PL&date=2020-12-21&comparison=DE,Nowhere", "comparison"],
  ])("a question that cannot be read: %s", async (query, field) => {
    const api = await fetch(`${inject("site")}/api/event-study?${query}`);
    expect([api.status, ((await api.json()) as { field: string }).field]).toEqual([400, field]);
    for (const locale of ["en", "fr"]) {
      const page = await fetch(`${inject("site")}/${locale}/event-study?${query}`);
      expect(page.status).toBe(400);
      expect(await page.text()).toContain(`id="e-${field}"`);
    }
  });
});

describe("a series of the reader’s own", () => {
  test("gives the published result, and is neither kept nor named by an address", async () => {
    const response = await post({ csv: SICILY, date: "2005-01-10" });
    const html = await response.text();
    expect([response.status, response.headers.get("cache-control"), response.headers.get("etag")]).toEqual([200, "no-store", null]);
    expect(html).toContain("11.5% below");
    expect(html).toMatch(/0\.885.*0\.839 to 0\.933/s);
    expect(html).not.toContain("caused");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const after = await (await fetch(`${inject("site")}/en/event-study`)).text();
    expect(after).not.toContain("2006-11");
  });

  test("is set against further columns", async () => {
    const lines = SICILY.trim().split(/\r?\n/);
    const csv = lines.map((line, row) => (row === 0 ? `${line},value Mainland,offset Mainland` : `${line},${line.split(",").slice(1).join(",")}`)).join("\n");
    const html = await (await post({ csv, date: "2005-01-10" })).text();
    expect(html).toContain("Set against one comparison series: the factor by which your series changed at the event is 1.000 times that of the other, 0.885");
    expect(html).toContain("no difference of trends is seen");
  });

  test("says of every line what is wrong with it, beside the field", async () => {
    const response = await post({ csv: "period,value\n2005-13,1\n2005-01,<script>\n", date: "2005" });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain("Line 2:");
    expect(html).toContain("Line 3:");
    expect(html).not.toContain("<script>\n");
    expect(html).toMatch(/<textarea[^>]*aria-invalid="true"/);
  });

  test.each([
    ["too large", { csv: "x".repeat(70_000) }, {}, 413],
    ["from another site", { csv: SICILY }, { "sec-fetch-site": "cross-site" }, 403],
    ["from another origin", { csv: SICILY }, { origin: "https://elsewhere.example" }, 403],
    ["of another kind", { csv: SICILY }, { "content-type": "multipart/form-data; boundary=x" }, 415],
  ])("is refused when it is %s", async (_, form, headers, status) => {
    const response = await post(form, headers);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain("</html>");
  });

  test("is the only thing that can be posted", async () => {
    for (const path of ["/en", "/en/event-study/", "/en/data", "/api/event-study", "/xx/event-study"])
      expect((await post({ csv: SICILY }, {}, path)).status).toBe(405);
  });
});
