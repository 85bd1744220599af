import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, FRAME, inquiryInto, place, question, type Sample } from "../../../api/sample.ts";
import type { AtlasRecord } from "../../../domain/record.ts";
import { Footnotes } from "../../part/citation.tsx";
import { type Printer, PrinterProblem } from "../../printer.ts";
import { render } from "../../render.ts";
import type { Leaf } from "../../visit.ts";
import { visitOf } from "../../visitor.ts";
import { briefPage, briefPdf } from "./page.tsx";
import { plainText } from "./plain.ts";

const assets = {
  style: "/asset/style.css",
  script: "",
  sprite: "",
  places: {},
  files: new Map([["/asset/style.css", { type: "text/css", body: Buffer.from("p{margin:0}"), brotli: null }]]),
  methods: async () => [],
};
const citations = [{ source: "law", read: "2026-11-01", instrument: "", provision: "", note: "" }];
const RULES = [
  { answer: "yes", alignment: "met" as const },
  { answer: "no", alignment: "not-met" as const },
];
const QUESTIONS = ["q1", "q2", "own"];

function sampleOf(values: ReadonlyArray<string | null | undefined>): Sample {
  const records: AtlasRecord[] = [
    ...FRAME,
    place("AA"),
    place("BB"),
    question({ id: "q1" }),
    question({ id: "q2" }),
    question({ id: "own", kind: "ask", position: "stance", rules: RULES }),
    {
      kind: "position",
      id: "stance",
      body: {
        id: "stance",
        order: 1,
        organisation: "Org",
        title: "Stance <b>",
        claim: "Do.",
        topics: ["offences"],
        addresses: ["governments"],
        asks: ["own"],
        citations,
      },
    },
    {
      kind: "argument",
      id: "contra",
      body: {
        id: "contra",
        position: "stance",
        stance: "against",
        holder: "H",
        holderKind: "ngo",
        claim: "C.",
        evidence: "",
        date: "",
        citations,
        confidence: "looked-up",
      },
    },
  ];
  const answers = ["AA", "BB"].flatMap((code) =>
    QUESTIONS.flatMap((id, index) => (values[index] === undefined ? [] : [answer(code, id, values[index] ?? null)])),
  );
  return { records, answers };
}

const ASKED = { place: "AA", topic: "offences", position: "stance" };

async function visited(
  page: typeof briefPage,
  query: Record<string, string>,
  options: { values?: ReadonlyArray<string | null | undefined>; printer?: Printer | null; locale?: "en" | "fr" } = {},
): Promise<{ leaf: Leaf; html: string }> {
  const { values = ["yes", "no", "yes"], printer = null, locale = "en" } = options;
  const inquired = inquiryInto(sampleOf(values), query);
  const inquiry = { ...inquired, locale, catalogue: { ...inquired.catalogue, date: "2026-11-22" } };
  const visit = visitOf(inquiry, { assets: assets as never, path: "/brief", origin: "https://atlas.example", params: {}, printer });
  const leaf = await page(visit);
  if (!leaf) throw new Error("The page gave nothing.");
  // Footnotes stand after everything that cites, as in the frame.
  return { leaf, html: render(() => [leaf.body, <Footnotes visit={visit} />], {}) };
}

describe("the page of a brief", () => {
  it.each(["en", "fr"] as const)("cites a footnote that exists behind every sentence about law, in %s", async (locale) => {
    const anyValues = fc.array(fc.constantFrom("yes", "no", "partial", null, undefined), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(anyValues, async (values) => {
        const { html } = await visited(briefPage, ASKED, { values, locale });
        const notes = new Set([...html.matchAll(/id="(n\d+)"/g)].map((one) => one[1]));
        for (const [, number] of html.matchAll(/href="#(n\d+)"/g)) expect(notes).toContain(number);
        const coded = new Set(QUESTIONS.filter((_, index) => values[index] !== null && values[index] !== undefined));
        for (const list of html.matchAll(/<(?:ul|ol) class="said">(.*?)<\/(?:ul|ol)>/gs))
          for (const item of (list[1] ?? "").split("<li>").slice(1)) {
            const question = QUESTIONS.find((id) => item.includes(`About ${id}?`));
            // What is blank has no source to name; everything else does.
            if (question === undefined || coded.has(question)) expect(item).toContain('class="cite"');
            else expect(item).toMatch(/class="stands"/);
          }
      }),
      { numRuns: 60 },
    );
  });

  it("never says “no” for a blank, and counts blanks in words", async () => {
    const { html } = await visited(briefPage, ASKED, { values: [undefined, null, undefined] });
    expect(html).not.toMatch(/<b>No<\/b>/);
    expect(html).toContain("answers 0 of the 3 questions");
    expect(html).toContain("Not coded (2)");
    expect(html).toContain("Not known for that day (1)");
  });

  it("shows the form before anything was asked, and the message beside the field that cannot be read", async () => {
    const first = await visited(briefPage, {});
    expect([first.leaf.status, first.html.includes("<form")]).toEqual([undefined, true]);
    for (const [field, query] of [
      ["place", { place: "ZZ" }],
      ["place", { place: "", topic: "offences" }],
      ["topic", { place: "AA", topic: "none" }],
      ["topic", { place: "AA" }],
      ["position", { place: "AA", position: "none" }],
    ] as const) {
      const { leaf, html } = await visited(briefPage, query);
      expect(leaf.status).toBe(400);
      expect(html).toContain(`id="e-${field}"`);
    }
  });
});

describe("the PDF of a brief", () => {
  const given: string[] = [];
  const printer: Printer = {
    pdf: async (html) => {
      given.push(html);
      return Buffer.from("%PDF-1.4");
    },
  };

  it("is offered only where a browser can make it", async () => {
    expect((await visited(briefPage, ASKED)).html).not.toContain("brief.pdf");
    expect((await visited(briefPage, ASKED, { printer })).html).toContain("/en/brief.pdf?place=AA");
  });

  it("is made from a page that stands for itself: styles inside, no script, no address to fetch", async () => {
    const { leaf } = await visited(briefPdf, ASKED, { printer });
    expect(leaf.file).toMatchObject({ type: "application/pdf", name: "safeguard-atlas-brief-AA-stance-2026-11-22.pdf" });
    const html = given.at(-1) ?? "";
    expect(html).toContain('<html lang="en"');
    expect(html).toMatch(/<title>AA: Offences · /);
    expect(html).toContain("p{margin:0}");
    expect(html).not.toMatch(/<script|<link|<img|src=| href="\//);
    expect(html).toContain('href="https://atlas.example/en/positions/stance');
    expect(html).toContain("Stance &lt;b&gt;");
  });

  it("is 501 without a browser, 503 when the browser did not make it, 400 for what cannot be read; each says what to do", async () => {
    const none = await visited(briefPdf, ASKED);
    expect(none.leaf.status).toBe(501);
    expect(none.html).toContain("Print command");
    expect(none.html).toContain("/en/brief?place=AA");
    const broken: Printer = { pdf: async () => Promise.reject(new PrinterProblem("late", "late")) };
    expect((await visited(briefPdf, ASKED, { printer: broken })).leaf.status).toBe(503);
    const fault = await visited(briefPdf, { place: "ZZ" }, { printer });
    expect([fault.leaf.status, fault.leaf.file]).toEqual([400, undefined]);
  });
});

describe("plain text", () => {
  it("keeps headings, lists, the numbers of footnotes and the addresses of sources", () => {
    const html =
      '<main><h1>A &amp; B</h1><p>One<sup class="cite"><a href="#n1">[1]</a></sup>.</p><ol class="said"><li>x</li><li>y</li></ol><ol><li id="n1"><a href="https://a.example/?b&amp;c" lang="en">T</a></li></ol></main><footer>z</footer>';
    expect(plainText(html)).toBe("A & B\n\nOne[1].\n1. x\n2. y\n[1] T <https://a.example/?b&c>\n");
  });
});
