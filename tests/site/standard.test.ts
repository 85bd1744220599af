import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { PAGES } from "../journey/pages.ts";
import { attributes } from "./html.ts";
import { each, json, page } from "./read.ts";
import { type Files, files } from "./record.ts";

let record: Files;
beforeAll(async () => {
  record = await files();
});

const Address = z.url({ protocol: /^https?$/ });
const Words = z.string().min(1);
const Moment = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
const Language = z.enum(["en", "fr"]);
const Organisation = z.object({ "@type": z.literal("Organization"), name: Words });
const Place = z.object({ "@type": z.enum(["AdministrativeArea", "Organization"]), name: Words, identifier: Words });
const Download = z.object({ "@type": z.literal("DataDownload"), encodingFormat: z.string().regex(/^\w+\/[\w.+-]+$/), contentUrl: Address });
const context = { "@context": z.literal("https://schema.org") };

/** What a reader of linked data needs of each type that the pages use. */
const TYPES = {
  WebSite: z.object({
    ...context,
    name: Words,
    url: Address,
    inLanguage: Language,
    potentialAction: z.object({
      "@type": z.literal("SearchAction"),
      target: z.string().includes("{search_term_string}"),
      "query-input": z.literal("required name=search_term_string"),
    }),
  }),
  WebPage: z.object({ ...context, name: Words, url: Address, inLanguage: Language, about: Place, dateModified: Moment }),
  Legislation: z.object({
    ...context,
    name: Words,
    url: Address,
    legislationType: Words,
    legislationJurisdiction: Place.optional(),
    legislationDate: Moment.optional(),
    legislationIdentifier: z.array(Words).optional(),
    // A treaty whose entry into force the record does not know says nothing about it.
    legislationLegalForce: z.enum(["https://schema.org/InForce", "https://schema.org/NotInForce"]).optional(),
    sameAs: Address.optional(),
  }),
  Dataset: z.object({
    ...context,
    name: Words,
    description: Words,
    url: Address,
    inLanguage: Language,
    creator: Organisation,
    dateModified: Moment,
    distribution: z.array(Download).min(2),
    variableMeasured: z.union([Words, z.array(z.object({ "@type": z.literal("PropertyValue"), name: Words, unitText: Words })).min(1)]),
  }),
  Report: z.object({
    ...context,
    name: Words,
    description: Words,
    url: Address,
    inLanguage: Language,
    creator: Organisation,
    datePublished: Moment,
    license: Address,
    temporalCoverage: z.string().regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/),
    citation: z.array(Address).min(1),
    isBasedOn: z.array(Address).min(1),
  }),
  ClaimReview: z.object({
    ...context,
    url: Address,
    datePublished: Moment,
    claimReviewed: Words,
    author: Organisation,
    itemReviewed: z.object({ "@type": z.literal("Claim"), name: Words, author: Organisation }),
    reviewRating: z.object({ "@type": z.literal("Rating"), alternateName: Words }),
  }),
  DefinedTermSet: z.object({ ...context, name: Words, url: Address, inLanguage: Language }),
  DefinedTerm: z.object({ ...context, name: Words, description: Words, url: Address, inDefinedTermSet: Address }),
} as const;

describe("linked data", () => {
  test("every block has what its type needs, in both languages", async () => {
    const paths = [
      ...PAGES.filter((path) => path !== "/no-such-page"),
      ...record.of("instrument").map((one) => `/instruments/${one.id}`),
      ...record.of("treaty").map((one) => `/treaties/${one.id}`),
      ...record.of("snapshot").map((one) => `/snapshots/${one.id}`),
      ...record.of("claim").map((one) => `/claims/${one.id}`),
      ...record.of("dataset").map((one) => `/data/${one.id}`),
      ...record.of("question").map((one) => `/questions/${one.id}`),
    ];
    const wrong: string[] = [];
    const types = new Map<string, number>();
    await each(
      ["en", "fr"].flatMap((locale) => paths.map((path) => `/${locale}${path}`)),
      async (path) => {
        for (const [, block] of (await page(path)).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
          const data = JSON.parse(block ?? "") as { "@type": string };
          types.set(data["@type"], (types.get(data["@type"]) ?? 0) + 1);
          const type = TYPES[data["@type"] as keyof typeof TYPES];
          const result = type?.safeParse(data);
          if (!result?.success) wrong.push(`${path} ${data["@type"]}: ${result ? z.prettifyError(result.error) : "an unknown type"}`);
        }
      },
    );
    expect(wrong).toEqual([]);
    expect([...types.keys()].sort()).toEqual(Object.keys(TYPES).sort());
    expect(types.get("Legislation")).toBeGreaterThanOrEqual(2 * (130 + 12));
  });
});

/** Every list of the API, and one record of each that has any. */
const VIEWS = [
  ["jurisdictions", "BR"],
  ["questions", "def-grooming"],
  ["topics", "encryption"],
  ["positions", "end-to-end-encryption"],
  ["instruments", "eu-eprivacy-derogation-2021-1232"],
  ["treaties", "opsc"],
  ["obligations", "us-2258a-report"],
  ["updates", "petition-child-safety-first-2020"],
  ["testimony", "edpb-edps-joint-opinion-2022-07-28"],
  ["commitments", "apple-icloud-detection-2021"],
  ["campaigns", "child-safety-first-2020"],
  ["claims", "swiss-relevance-of-reports"],
  ["snapshots", "eu-reports-and-the-eprivacy-gap"],
  ["services", "ae-child-helpline"],
  ["glossary", "child-sexual-abuse"],
  ["data", "cybertipline-by-country-incident-type-2024"],
  ["adoption", "party-to-opsc"],
] as const;
const LISTS = [...VIEWS.map(([name]) => name), "search?q=grooming"];
const withEnding = (view: string, ending: string): string => `/api/${view.replace(/(?=\?|$)/, `.${ending}`)}`;
const ALL = [
  ...LISTS,
  ...VIEWS.map(([name, id]) => `${name}/${id}`),
  "updates?place=EU",
  "letters?place=BR&position=generative-ai-csam",
  "instruments?status=in-force&place=EU",
  "jurisdictions?group=eu",
  "data/population?place=BR",
  "questions/def-csam?at=2020-01-01",
  "adoption?at=2020-01-01",
  "adoption/party-to-opsc?table=adopters",
];
const Described = z.object({
  meta: z.object({
    source: Words,
    address: z.string().startsWith("/api/"),
    licence: Words,
    dataOf: Moment,
    revision: z.int().positive(),
    recorded: z.iso.datetime(),
    at: z.iso.date(),
    review: Words,
    blanks: z.string().includes("never 0"),
    caveats: z.array(Words),
    rows: z.int().nonnegative(),
  }),
  data: z.unknown(),
});

describe.each(ALL)("/api/%s", (view) => {
  test("JSON says what it is; CSV has one header, named columns, and the same rows", async () => {
    const body = Described.parse(JSON.parse(await page(withEnding(view, "json"))));
    const text = await page(withEnding(view, "csv"));
    const [header = [], ...rows] = parse(text, { bom: true }) as string[][];
    expect(header.length).toBeGreaterThan(1);
    expect(new Set(header).size).toBe(header.length);
    for (const name of header) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    for (const row of rows) expect(row).toHaveLength(header.length);
    expect(rows).toHaveLength(body.meta.rows);
    expect(rows.length).toBeGreaterThan(0);
    const found = rowsIn(body.data, header);
    if (!found) return;
    expect(found).toHaveLength(rows.length);
    for (const [index, row] of rows.entries()) expect(row).toEqual(header.map((name) => cell(found[index]?.[name])));
  });
});

/** Rows of a table in the JSON body; undefined for a record that is told otherwise in JSON. */
function rowsIn(data: unknown, header: readonly string[]): Array<Record<string, unknown>> | undefined {
  const candidates = [
    data,
    ...(data && typeof data === "object" ? ["answers", "rows", "statuses"].map((name) => (data as Record<string, unknown>)[name]) : []),
  ];
  return candidates.find(
    (one): one is Array<Record<string, unknown>> =>
      Array.isArray(one) &&
      one.length > 0 &&
      header.every(
        (name) =>
          name in (one[0] as object) && !(typeof (one[0] as Record<string, unknown>)[name] === "object" && (one[0] as Record<string, unknown>)[name] !== null),
      ),
  );
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  // A spreadsheet must not run what stands in a cell.
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
}

test.each([
  ["/en/data/population?page=2", 2260],
  ["/fr/search?q=law&page=2", 50],
])("the downloads that %s offers hold all rows, not those of the page", async (path, least) => {
  const links = attributes(await page(path), "href").filter((href) => /^\/api\/.*\.(?:csv|json)\?/.test(href) && !href.includes(".csv-metadata."));
  expect(links).toHaveLength(2);
  for (const link of links) expect(parse(await page(link.replace(".json", ".csv")), { bom: true }).length - 1).toBeGreaterThanOrEqual(least);
});

describe("what has no number never gets one", () => {
  test("a suppressed or missing figure is empty in every answer of the API", async () => {
    let blank = 0;
    const wrong: string[] = [];
    for (const dataset of record.of("dataset")) {
      const value = dataset.columns.filter((one) => one.role === "value").map((one) => one.name);
      const status = dataset.columns.find((one) => one.role === "status")?.name ?? "";
      const { data } = await json<{ rows: Array<Record<string, string>> }>(`/api/data/${dataset.id}.json`);
      const rows = parse(await page(`/api/data/${dataset.id}.csv`), { columns: true, bom: true }) as Array<Record<string, string>>;
      for (const row of [...data.rows, ...rows]) {
        if (row[status] !== "suppressed" && row[status] !== "missing") continue;
        blank++;
        if (value.some((name) => row[name] !== "")) wrong.push(`${dataset.id} ${JSON.stringify(row)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(blank).toBeGreaterThan(1000);
    const places = await each(record.of("jurisdiction"), (one) =>
      json<{ figures: Array<{ status: string; value: unknown; bound?: string }> }>(`/api/jurisdictions/${one.id}.json`),
    );
    const figures = places.flatMap(({ data }) => data.figures).filter((one) => one.status === "suppressed" || one.status === "missing");
    expect(figures.length).toBeGreaterThan(500);
    for (const one of figures) expect(one.value).toBeNull();
  });

  test("a place that is not coded is “not-coded” and empty, never no and never 0", async () => {
    const coded = new Set(record.of("coding").map((one) => `${one.jurisdiction} ${one.question}`));
    const asked = new Map(record.of("treaty").map((one) => [one.id, one.question]));
    for (const status of record.of("treaty-status")) coded.add(`${status.jurisdiction} ${asked.get(status.treaty)}`);
    const states = record.of("jurisdiction").filter((one) => one.kind === "state" || one.kind === "territory");
    const wrong: string[] = [];
    await each(record.of("question"), async (question) => {
      const { data } = await json<{ counts: Record<string, number>; answers: Array<Record<string, string | null>> }>(`/api/questions/${question.id}.json`);
      const rows = new Map(data.answers.map((row) => [row["jurisdiction"], row]));
      wrong.push(...states.filter((place) => !rows.has(place.id)).map((place) => `${question.id} ${place.id}: no row`));
      for (const [code, row] of rows) {
        const blank = !coded.has(`${code} ${question.id}`);
        const silent = [row["answer"], row["answer_label"], row["valid_from"], row["source"]].every((one) => one === null);
        if ((row["standing"] === "not-coded") !== blank || (blank || row["standing"] === "not-known") !== silent)
          wrong.push(`${question.id} ${code}: ${JSON.stringify(row)}`);
      }
      const sum = Object.values(data.counts).reduce((total, one) => total + one, 0);
      expect(sum, question.id).toBe(states.length);
      expect(data.counts["not-coded"], question.id).toBe(states.filter((one) => !coded.has(`${one.id} ${question.id}`)).length);
    });
    expect(wrong).toEqual([]);
  });
});
