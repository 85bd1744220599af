import { beforeAll, describe, expect, test } from "vitest";
import { linked, mainOf, words } from "./html.ts";
import { each, json, page } from "./read.ts";
import { csv, type Files, files, folder, yaml } from "./record.ts";

/** What the record holds. A change of the data changes these numbers, by hand and on purpose. */
const CODEBOOK_CODINGS = 1363 + 3;
const DEROGATION_CODINGS = 4;
const ASK_CODINGS = 510;
const CODEBOOK_PLACES = 148;
const ASK_PLACES = 151;
const TREATY_ROWS = 1089;
const SOURCES = 1139;
const SERVICE_PLACES = 88;
const STAGES = 354 + 1;
const STANCES = { for: 56, against: 27, reservation: 19 };
const LISTS = {
  positions: 19,
  instruments: 130,
  obligations: 86,
  updates: 99,
  testimony: 34,
  commitments: 13,
  campaigns: 2,
  claims: 10,
  snapshots: 2,
  treaties: 12,
  topics: 33,
  glossary: 75,
  data: 13,
  questions: 42 + 73 + 12,
} as const;
const JURISDICTIONS = 267;
const HEADINGS = 3;
const MEMBERSHIPS = 315;
const SERVICES = 125;
const FIGURES: Readonly<Record<string, number>> = {
  "cybertipline-by-country": 1461,
  "cybertipline-by-country-2024-split": 240,
  "cybertipline-by-country-incident-type-2024": 4158,
  "cybertipline-by-incident-type": 53,
  "cybertipline-by-platform": 1113,
  "cybertipline-totals": 192,
  "eu-eprivacy-before-after": 48,
  "icmec-criteria": 25,
  "icmec-totals": 27,
  "ncmec-notices-by-platform": 33,
  population: 2260,
  "published-indices": 41,
  "transparency-disclosures": 988,
};
const FIGURE_ROWS = 10_639;

const LOCALES = ["en", "fr"] as const;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const distinct = (values: readonly unknown[]): number => new Set(values).size;

let record: Files;
beforeAll(async () => {
  record = await files();
});

describe("the files", () => {
  test("hold what the program reads from them", () => {
    const codings = folder("codings");
    expect(record.of("coding")).toHaveLength(codings.length);
    expect(record.of("instrument")).toHaveLength(folder("instruments").length);
    expect(record.of("obligation")).toHaveLength(folder("obligations").length);
    expect(record.of("update")).toHaveLength(folder("updates").length);
    expect(record.of("treaty-status")).toHaveLength(csv("treaties/status.csv").length);
    expect(record.of("membership")).toHaveLength(csv("memberships.csv").length);
    expect(record.of("service")).toHaveLength(csv("services.csv").length);
    expect(record.of("source")).toHaveLength(csv("sources.csv").length);
    expect(record.of("argument")).toHaveLength(yaml("positions/arguments.yaml").length);
    for (const id of Object.keys(FIGURES))
      expect(
        record.of("row").filter((row) => row.dataset === id),
        id,
      ).toHaveLength(csv(`statistics/${id}.csv`).length);
  });

  test("hold as many records as were taken over", () => {
    const kinds = new Map([...yaml("codebook/questions.yaml"), ...yaml("codebook/asks.yaml")].map((one) => [one["id"], one["kind"]]));
    const codings = folder("codings");
    const codebook = codings.filter((one) => kinds.get(one["question"]) === "codebook");
    const asks = codings.filter((one) => kinds.get(one["question"]) === "ask");
    expect(codebook.filter((one) => one["question"] !== "eu-privacy-derogation")).toHaveLength(CODEBOOK_CODINGS);
    expect(codebook.filter((one) => one["question"] === "eu-privacy-derogation")).toHaveLength(DEROGATION_CODINGS);
    expect(asks).toHaveLength(ASK_CODINGS);
    expect(codings).toHaveLength(CODEBOOK_CODINGS + DEROGATION_CODINGS + ASK_CODINGS);
    expect(distinct(codebook.map((one) => one["jurisdiction"]))).toBe(CODEBOOK_PLACES);
    expect(distinct(asks.map((one) => one["jurisdiction"]))).toBe(ASK_PLACES);
    expect(sum(record.of("instrument").map((one) => one.stages.length))).toBe(STAGES);
    expect(record.of("treaty-status")).toHaveLength(TREATY_ROWS);
    expect(record.of("membership")).toHaveLength(MEMBERSHIPS);
    expect(record.of("service")).toHaveLength(SERVICES);
    expect(distinct(record.of("service").map((one) => one.jurisdiction))).toBe(SERVICE_PLACES);
    expect(record.of("source")).toHaveLength(SOURCES);
    expect(distinct(record.of("source").map((one) => one.url))).toBe(SOURCES);
    expect(record.of("row")).toHaveLength(FIGURE_ROWS);
    expect(sum(Object.values(FIGURES))).toBe(FIGURE_ROWS);
    for (const [stance, count] of Object.entries(STANCES)) expect(record.of("argument").filter((one) => one.stance === stance)).toHaveLength(count);
    expect(record.of("jurisdiction")).toHaveLength(JURISDICTIONS);
    const kindOf = {
      positions: "position",
      instruments: "instrument",
      obligations: "obligation",
      updates: "update",
      testimony: "testimony",
      commitments: "commitment",
      campaigns: "campaign",
      claims: "claim",
      snapshots: "snapshot",
      treaties: "treaty",
      topics: "topic",
      glossary: "term",
      data: "dataset",
      questions: "question",
    } as const;
    for (const [name, count] of Object.entries(LISTS)) expect(record.of(kindOf[name as keyof typeof LISTS]), name).toHaveLength(count);
  });
});

describe("the API", () => {
  test.each(Object.entries(LISTS))("%s: as many in JSON as in the record", async (name, count) => {
    expect((await json<unknown[]>(`/api/${name}.json`)).data).toHaveLength(count);
  });

  test("jurisdictions: answers by kind, and places that have any", async () => {
    const { data } = await json<Array<Record<string, number>>>("/api/jurisdictions.json");
    // Headings of published figures are no places and stand in no list of them.
    expect(data).toHaveLength(JURISDICTIONS - HEADINGS);
    expect(data.filter((one) => (one["codebook_answers"] ?? 0) > 0)).toHaveLength(CODEBOOK_PLACES);
    expect(data.filter((one) => (one["ask_answers"] ?? 0) > 0)).toHaveLength(ASK_PLACES);
    expect(sum(data.map((one) => one["instruments"] ?? 0))).toBe(LISTS.instruments);
    expect(sum(data.map((one) => one["obligations"] ?? 0))).toBe(LISTS.obligations);
    const kinds = new Map(record.of("question").map((one) => [one.id, one.kind]));
    const pairs = (kind: string): number =>
      distinct(
        record
          .of("coding")
          .filter((one) => kinds.get(one.question) === kind)
          .map((one) => `${one.jurisdiction} ${one.question}`),
      );
    expect(sum(data.map((one) => one["codebook_answers"] ?? 0))).toBe(pairs("codebook"));
    expect(sum(data.map((one) => one["ask_answers"] ?? 0))).toBe(pairs("ask"));
  });

  test("jurisdiction by jurisdiction: memberships, treaties, updates, services", async () => {
    const places = await each(record.of("jurisdiction"), (one) => json<Record<string, unknown[]>>(`/api/jurisdictions/${one.id}.json`));
    const held = (field: string): number => sum(places.map(({ data }) => data[field]?.length ?? 0));
    expect(held("memberships")).toBe(MEMBERSHIPS);
    expect(held("treaties")).toBe(TREATY_ROWS);
    expect(held("services")).toBe(SERVICES);
    expect(held("instruments")).toBe(LISTS.instruments);
    expect(held("obligations")).toBe(LISTS.obligations);
    expect(held("updates")).toBe(sum(record.of("update").map((one) => one.jurisdictions.length)));
  });

  test("services, positions with their asks and arguments, instruments with their stages, treaties with their rows", async () => {
    const services = (await json<Array<{ jurisdiction: string }>>("/api/services.json")).data;
    expect(services).toHaveLength(SERVICES);
    expect(distinct(services.map((one) => one.jurisdiction))).toBe(SERVICE_PLACES);
    const positions = await each(record.of("position"), (one) =>
      json<{ asks: unknown[]; arguments: Array<{ stance: string }> }>(`/api/positions/${one.id}.json`),
    );
    expect(sum(positions.map(({ data }) => data.asks.length))).toBe(73);
    for (const [stance, count] of Object.entries(STANCES))
      expect(sum(positions.map(({ data }) => data.arguments.filter((one) => one.stance === stance).length)), stance).toBe(count);
    const listed = (await json<Array<Record<string, number>>>("/api/positions.json")).data;
    for (const [stance, count] of Object.entries(STANCES)) expect(sum(listed.map((one) => one[`arguments_${stance}`] ?? 0)), stance).toBe(count);
    const instruments = await each(record.of("instrument"), (one) => json<{ stages: unknown[] }>(`/api/instruments/${one.id}.json`));
    expect(sum(instruments.map(({ data }) => data.stages.length))).toBe(STAGES);
    const treaties = await each(record.of("treaty"), (one) => json<{ statuses: unknown[] }>(`/api/treaties/${one.id}.json`));
    expect(sum(treaties.map(({ data }) => data.statuses.length))).toBe(TREATY_ROWS);
    const figures = (await json<Array<{ id: string; rows: number }>>("/api/data.json")).data;
    expect(Object.fromEntries(figures.map((one) => [one.id, one.rows]))).toEqual(FIGURES);
  });
});

describe.each(LOCALES)("the pages in %s", (locale) => {
  const number = (value: number): string => new Intl.NumberFormat(locale).format(value);

  test.each(Object.entries(LISTS).filter(([name]) => name !== "questions"))("/%s lists all", async (name, count) => {
    const found = new Set<string>();
    // A long list stands on several pages, and may have an archive beside it.
    for (let at = 1, more = true; more; at += 1) {
      const html = mainOf(await page(`/${locale}/${name}${at > 1 ? `?page=${at}` : ""}`));
      for (const id of linked(html, locale, name)) if (!id.startsWith("archive/")) found.add(id);
      more = html.includes(`page=${at + 1}"`);
    }
    expect(found.size).toBe(count);
  });

  test("/questions lists all, /jurisdictions all but the headings", async () => {
    expect(linked(mainOf(await page(`/${locale}/questions`)), locale, "questions").size).toBe(LISTS.questions);
    expect(linked(mainOf(await page(`/${locale}/jurisdictions`)), locale, "jurisdictions").size).toBe(JURISDICTIONS - HEADINGS);
  });

  test("/services shows every service and every place", async () => {
    const main = mainOf(await page(`/${locale}/services`));
    const places = [...main.matchAll(/<details class="place" id="([^"]+)">.*?<\/details>/gs)];
    expect(places).toHaveLength(SERVICE_PLACES);
    expect(sum(places.map(([html]) => html.split("<li>").length - 1))).toBe(SERVICES);
    expect(words(main)).toContain(number(SERVICES));
    const everywhere = words(main);
    for (const service of record.of("service").filter((one) => one.phone)) expect(everywhere).toContain(service.phone);
  });

  test("/positions counts asks and arguments, /about says how much there is", async () => {
    const main = mainOf(await page(`/${locale}/positions`));
    const counted = [...main.matchAll(/ · (\d+)\D+ · (\d+)\D+ · (\d+)\D+ · (\d+)/g)].map((found) => found.slice(1).map(Number));
    expect([0, 1, 2, 3].map((index) => sum(counted.map((one) => one[index] ?? 0)))).toEqual([73, STANCES.for, STANCES.against, STANCES.reservation]);
    const about = words(await page(`/${locale}/about`));
    for (const count of [CODEBOOK_CODINGS + DEROGATION_CODINGS, CODEBOOK_PLACES, ASK_CODINGS, ASK_PLACES, LISTS.instruments, TREATY_ROWS, FIGURE_ROWS, SOURCES])
      expect(about, String(count)).toMatch(new RegExp(`(?<!\\d)${number(count).replace(/\s/g, "\\s")}(?!\\d)`));
  });

  test("every record has its page", async () => {
    const addresses = [
      ...record.of("instrument").map((one) => `/instruments/${one.id}`),
      ...record.of("obligation").map((one) => `/obligations/${one.id}`),
      ...record.of("update").map((one) => `/updates/${one.id}`),
      ...record.of("testimony").map((one) => `/testimony/${one.id}`),
      ...record.of("commitment").map((one) => `/commitments/${one.id}`),
      ...record.of("claim").map((one) => `/claims/${one.id}`),
      ...record.of("snapshot").map((one) => `/snapshots/${one.id}`),
      ...record.of("term").map((one) => `/glossary/${one.id}`),
      ...record.of("topic").map((one) => `/topics/${one.id}`),
      ...record.of("dataset").map((one) => `/data/${one.id}`),
      ...record.of("service").map((one) => `/services?place=${one.jurisdiction}`),
    ];
    const pages = new Map(await each(new Set(addresses), async (address) => [address, await page(`/${locale}${address}`)] as const));
    for (const one of record.of("instrument")) {
      const html = pages.get(`/instruments/${one.id}`) ?? "";
      for (const stage of one.stages) expect(html, `${one.id} ${stage.date}`).toContain(`<time datetime="${stage.date}"`);
    }
    for (const one of record.of("service")) {
      const html = pages.get(`/services?place=${one.jurisdiction}`) ?? "";
      if (one.phone) expect(html, one.id).toContain(`>${one.phone}<`);
    }
    for (const one of record.of("testimony"))
      expect((pages.get(`/testimony/${one.id}`) ?? "").match(/<td data-head="[^"]*"/g) ?? [], one.id).toHaveLength(4 * one.statements.length);
    for (const one of record.of("commitment"))
      for (const entry of one.later) expect(pages.get(`/commitments/${one.id}`), one.id).toContain(`<time datetime="${entry.date}"`);
  });

  test("every position shows its arguments", async () => {
    const pages = new Map(await each(record.of("position"), async (one) => [one.id, await page(`/${locale}/positions/${one.id}`)] as const));
    for (const one of record.of("argument")) expect(pages.get(one.position), one.id).toContain(`id="a-${one.id}"`);
    expect(sum([...pages.values()].map((html) => html.split('<article class="argument"').length - 1))).toBe(sum(Object.values(STANCES)));
  });
});
