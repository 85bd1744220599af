import { describe, expect, it } from "vitest";
import { EVENT_RULES } from "../../../analysis/duty.ts";
import { FRAME, inquiryInto, place } from "../../../api/sample.ts";
import { EVENTS } from "../../../domain/obligation.ts";
import { translator } from "../../message/translate.ts";
import { render } from "../../render.ts";
import { visitOf } from "../../visitor.ts";
import { dutyPage } from "./page.tsx";

const assets = { style: "", script: "", sprite: "", places: {}, files: new Map(), methods: async () => [] };

async function leafOf(query: Record<string, string>, locale: "en" | "fr" = "en") {
  const inquiry = { ...inquiryInto({ records: [...FRAME, place("GB")], answers: [] }, query), locale };
  const leaf = await dutyPage(visitOf(inquiry, { assets: assets as never, path: "/duties", origin: "", params: {} }));
  return { leaf, html: render(() => leaf?.body as never, {}) };
}

describe("the page of the duty finder", () => {
  it("asks first, and shows no result before it was asked", async () => {
    const { leaf, html } = await leafOf({});
    expect(leaf?.status).toBeUndefined();
    expect(leaf?.data).toBeUndefined();
    expect(html).toContain("<form");
    expect(html).not.toContain("section");
  });

  it.each([
    ["place", { service: "hosting" }],
    ["place", { place: "Narnia" }],
    ["service", { place: "GB", service: "bakery" }],
    ["event", { place: "GB", event: "earthquake" }],
    ["time", { place: "GB", time: "2026-02-30T10:00" }],
    ["zone", { place: "GB", zone: "Mars/Olympus" }],
    ["size", { place: "GB", size: "lots" }],
  ])("keeps the form and says beside %s what is wrong, in both languages", async (field, query) => {
    const said = await Promise.all((["en", "fr"] as const).map((locale) => leafOf(query, locale)));
    for (const { leaf, html } of said) {
      expect(leaf?.status).toBe(400);
      expect(html).toContain(`id="e-${field}"`);
      expect(html).toContain("<form");
    }
    const message = (html: string) => html.slice(html.indexOf(`id="e-${field}"`), html.indexOf(`id="e-${field}"`) + 200);
    expect(message(said[0]?.html ?? "")).not.toBe(message(said[1]?.html ?? ""));
  });

  it("keeps the question in the address, in its short form", async () => {
    const { leaf, html } = await leafOf({ service: "isp,hosting", place: "gb", time: "2026-11-22T10:30", zone: "europe/london", size: "1 000" });
    expect(leaf?.keep).toEqual({ service: "access,hosting", place: "GB", event: "", time: "2026-11-22T10:30", zone: "Europe/London", size: "1000" });
    expect(html).toContain("not legal advice");
  });
});

describe("the rule from event to duties", () => {
  it("stands on the page in the words of the table", () => {
    for (const event of EVENTS) expect(translator("en")(`duty.rule-${event}`)).toBe(EVENT_RULES[event].reason);
  });
});
