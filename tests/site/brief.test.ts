import { expect, inject, test } from "vitest";
import { findBrowser } from "../../src/web/printer.ts";
import { ask, json, page } from "./read.ts";

const BRIEFS = [
  "place=BR&topic=grooming-enticement&position=generative-ai-csam",
  "place=US&position=end-to-end-encryption",
  "place=DE&topic=encryption&position=end-to-end-encryption",
  "place=FR&topic=statutes-of-limitations&position=statutes-of-limitations",
  "place=TV&topic=offences",
];

test.each(BRIEFS)("%s: every number leads to a footnote, and the download holds as many blanks as the page", async (query) => {
  const html = await page(`/en/brief?${query}`);
  const notes = new Set([...html.matchAll(/id="(n\d+)"/g)].map((one) => one[1]));
  for (const [, number] of html.matchAll(/href="#(n\d+)"/g)) expect(notes).toContain(number);
  const { data } = await json<{ counts: { notCoded: number }; sentences: Array<{ section: string; standing: string | null; answer: string | null }> }>(
    `/api/brief.json?${query}`,
  );
  const blanks = data.sentences.filter((one) => one.section === "blank");
  for (const one of blanks) expect(one.answer).toBeNull();
  expect(blanks.filter((one) => one.standing === "not-coded")).toHaveLength(data.counts.notCoded);
  if (data.counts.notCoded > 0) expect(html).toContain(`Not coded (${data.counts.notCoded})`);
});

test.each(["en", "fr"])("a PDF has one or two pages, a title and a language, where there is a browser; 501 says what to do without (%s)", async (locale) => {
  const browser = await findBrowser(process.env);
  for (const query of BRIEFS.slice(0, 2)) {
    const address = `/${locale}/brief.pdf?${query}`;
    if (!browser) {
      expect((await ask(address)).status).toBe(501);
      continue;
    }
    const response = await fetch(`${inject("site")}${address}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(response.headers.get("content-disposition")).toMatch(/^inline; filename="safeguard-atlas-brief-[A-Z]{2}-[a-z-]+-\d{4}-\d\d-\d\d\.pdf"$/);
    const pdf = Buffer.from(await response.arrayBuffer()).toString("latin1");
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    const pages = pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(2);
    expect(pdf).toContain("/Title");
    expect(pdf).toContain(`/Lang (${locale})`);
  }
});

test("what cannot be read gets its message beside the field, 400 on the page and in the API", async () => {
  for (const [field, query] of [
    ["place", "place=XX&topic=offences"],
    ["topic", "place=BR&topic=offences&topic=nothing"],
    ["position", "place=BR&position=nothing"],
  ] as const) {
    for (const locale of ["en", "fr"]) {
      const answer = await ask(`/${locale}/brief?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body).toContain(`id="e-${field}"`);
      expect((await ask(`/${locale}/brief.pdf?${query}`)).status).toBe(400);
    }
    const problem = await ask(`/api/brief.json?${query}`);
    expect([problem.status, JSON.parse(problem.body).field]).toEqual([400, field]);
  }
});

test("an ask's page, its download and the page of its position count alike", async () => {
  const { data } = await json<{ counts: Record<string, number>; answers: Array<{ alignment: string | null; counted: string }> }>(
    "/api/asks/generative-ai-csam-possession.json",
  );
  for (const [alignment, count] of Object.entries(data.counts))
    expect(
      data.answers.filter((one) => one.counted === "yes" && one.alignment === alignment),
      alignment,
    ).toHaveLength(count);
  const tally = `<b>${data.counts["met"]}</b>`;
  expect(await page("/en/positions/generative-ai-csam/generative-ai-csam-possession")).toContain(tally);
  expect(await page("/en/positions/generative-ai-csam")).toContain(tally);
  const met = await json<{ answers: unknown[] }>("/api/asks/generative-ai-csam-possession.json?alignment=met");
  expect(met.data.answers).toHaveLength(data.counts["met"] ?? -1);
});

test("a jurisdiction stands beside all 73 asks, with its blanks counted", async () => {
  const { data } = await json<Array<{ place: string; jurisdiction: string; alignment: string }>>("/api/alignments/BR.json");
  const own = data.filter((one) => one.jurisdiction === "BR");
  expect(own).toHaveLength(73);
  const blanks = own.filter((one) => one.alignment === "not-coded" || one.alignment === "not-known").length;
  expect(await page("/en/jurisdictions/BR/positions")).toContain(`${blanks} of 73 asks have no answer`);
});
