import { describe, expect, test } from "vitest";
import { PUBLIC } from "../../src/dataset/release.ts";
import { json } from "./read.ts";

/** Names that the API gives beside the fields of the record: columns of its tables, and parts of its views. */
const OF_VIEWS = `
  alignment answer answers answer_label answers_allowed arguments arguments_against arguments_for arguments_reservation as_of as_of_first as_of_last
  ask ask_answers bound category cited codebook_answers coded consultation counted counted_question counts day earlier end force further_sources
  grade groups in_force instrument_title jurisdiction_name jurisdictions jurisdictions_coded lang last_stage last_stage_date later
  comparison columns known_answers_differ not_coded not_known memberships next next_answer next_date next_from next_instrument next_stage next_stage_date not_party obligation obligations
  obligations_of_law_that_reaches_it party passage period platform positions reached_by region_name row rows service services short_title
  moved now pinned signatory snapshots sources status_on_day source_read source_title source_url speaks_from standing start start_known_from statuses
  term_id terms text_of text_url title_original topic_title treaties treaties_without_status treaty_answers unconfirmed update
  adopters cause classes coding counts_from dated moves not_coded since steps undated year years
  parts valid_from valid_to words worldwide
  atLeast base count countUnit datasetTitle every forbids key members picture population populationYear rivals segment sort subtitle
  ahead answer_before answers_without_start claims events laws own_law part phase phases record related spans stage until what
  above applies below clock due due_there due_utc duties ended event instrument_status keep_until local meets no_date_because not_covered other
  counterfactual fitted refused side size turn share first code model harmonics dispersion trend trendInterval trendStated interval serial neweyWest stated ratio
  theta correlation residuals lag1 ljungBox lags chance coefficients estimate error placebo sensitivity change points slope value values lines dates index warnings
  among effect freedom leftOut p pooled rank smallest spread
  places question reason rule silent size step time unnamed utc written zone zone_there zone_there_is
  texts_of reviewed machine stale missing
  languages definition_state titles
  result result_date result_stage result_instrument outcome steps what ahead decisions step
  phase days_left zone_from ends_utc documents answer_before coding changeset recorded
  campaign examples paragraphs subject
  alignments asked met not_applicable not_met number other_organisations partly place place_name section sentences unclear
`;

/** Parts whose own names are data: the columns of a dataset, the standings that are counted. */
const NAMED_BY_DATA = new Set(["cells", "counts", "values"]);

const RECORD = Object.values(PUBLIC).flatMap((fields) => [...fields].map((path) => path.split(".").at(-1) ?? path));
const listed = new Set([...RECORD, ...OF_VIEWS.trim().split(/\s+/)]);

function namesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) namesIn(one, found);
  else if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      found.add(name);
      if (!NAMED_BY_DATA.has(name)) namesIn(part, found);
    }
  }
  return found;
}

function unlisted(value: unknown, also: readonly string[] = []): string[] {
  return [...namesIn(value)].filter((name) => !listed.has(name) && !also.includes(name));
}

const KINDS = [
  "treaties",
  "claims",
  "testimony",
  "commitments",
  "campaigns",
  "services",
  "glossary",
  "positions",
  "asks",
  "alignments",
  "instruments",
  "obligations",
  "updates",
  "consultations",
  "jurisdictions",
  "questions",
  "topics",
  "adoption",
  "timelines",
  "dossiers",
  "snapshots",
];

describe("the API gives only what has been decided on", () => {
  test.each(KINDS)("%s: the list and some of its entries", async (name) => {
    const list = await json<ReadonlyArray<Record<string, string>>>(`/api/${name}`);
    expect(unlisted(list.data)).toEqual([]);
    const ids = list.data.map((row) => Object.values(row)[0] ?? "");
    expect(ids.length).toBeGreaterThan(0);
    for (const id of new Set([ids[0], ids[Math.floor(ids.length / 2)], ids.at(-1)])) {
      const one = await json<unknown>(`/api/${name}/${id}`);
      expect([id, unlisted(one.data)]).toEqual([id, []]);
    }
  });

  test("a view of figures", async () => {
    const { data } = await json<unknown>("/api/figures?dataset=cybertipline-by-country&place=DE,FR");
    expect(unlisted(data)).toEqual([]);
  });

  test("the brief", async () => {
    const { data } = await json<unknown>("/api/brief?place=DE&topic=offences&position=end-to-end-encryption");
    expect(unlisted(data)).toEqual([]);
  });

  test("the duty finder", async () => {
    const { data } = await json<unknown>("/api/duties?place=US,ES,TV&event=material-found&time=2026-11-22T10:30");
    expect(unlisted(data)).toEqual([]);
  });

  test("the data: every dataset has its own columns and no more", async () => {
    const list = await json<ReadonlyArray<{ id: string; columns: ReadonlyArray<{ name: string }> }>>("/api/data");
    expect(unlisted(list.data)).toEqual([]);
    for (const { id, columns } of list.data) {
      const one = await json<unknown>(`/api/data/${id}`);
      expect([
        id,
        unlisted(
          one.data,
          columns.map((column) => column.name),
        ),
      ]).toEqual([id, []]);
    }
  });

  test("the search", async () => {
    const found = await json<readonly unknown[]>("/api/search?q=grooming");
    expect(found.data.length).toBeGreaterThan(0);
    expect(unlisted(found.data)).toEqual([]);
  });

  test("before and after", async () => {
    for (const series of [
      "",
      "?series=cybertipline-totals/reports&date=2013&slope=yes",
      "?series=cybertipline-by-country/reports/PL&date=2020-12-21&comparison=eu",
    ]) {
      const { data } = await json<{ warnings?: ReadonlyArray<{ values: object }> }>(`/api/event-study${series}`);
      expect([series, unlisted(data)]).toEqual([series, []]);
    }
  });

  test("the log of corrections: an editor's words, days and numbers", async () => {
    const { data } = await json<unknown>("/api/corrections");
    const names = ["corrections", "waiting", "reference", "record_kind", "summary", "state", "decided", "decision", "changed", "changeset", "count"];
    expect(unlisted(data, names)).toEqual([]);
  });

  test("changes of the law", async () => {
    const { data } = await json<readonly unknown[]>("/api/changes?place=BR");
    expect(data.length).toBeGreaterThan(0);
    expect(unlisted(data)).toEqual([]);
  });

  test("the comparison", async () => {
    const { data } = await json<unknown>("/api/compare?place=BR,FR");
    expect(unlisted(data)).toEqual([]);
  });

  test("a name that is not listed is seen", () => {
    expect(unlisted([{ title: "", citations: [{ source: "", coder: "" }] }])).toEqual(["coder"]);
  });
});
