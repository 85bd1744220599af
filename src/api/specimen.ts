import type { Coding } from "../domain/coding.ts";
import type { Instrument } from "../domain/instrument.ts";
import type { Obligation } from "../domain/obligation.ts";
import type { Position } from "../domain/position.ts";
import type { Question } from "../domain/question.ts";
import type { AtlasRecord } from "../domain/record.ts";
import type { Citation } from "../domain/source.ts";
import type { Update } from "../domain/update.ts";
import type { Answer } from "../store/reader.ts";

// Records with plain values, for tests: a test names only what it is about.

/** Where a made-up statement stands: the one source of FRAME. */
export function citation(part: Partial<Citation> = {}): Citation {
  return { source: "law", read: "2026-11-01", instrument: "", provision: "s. 1", note: "", ...part };
}

/** A coding with plain values; only what a test is about is named. */
export function coding(part: Partial<Coding> & Pick<Coding, "jurisdiction" | "question" | "answer">): Coding {
  return {
    id: `${part.jurisdiction.toLowerCase()}-${part.question}`,
    from: "2020-01-01",
    to: "",
    current: "",
    before: "",
    basis: "",
    change: "first",
    confidence: "looked-up",
    review: "unreviewed",
    flags: [],
    note: "",
    doubt: "",
    citations: [citation()],
    ...part,
  };
}

/** An answer that stands on a coding, or "not known for that day" without one. */
export function answer(jurisdiction: string, question: string, value: string | null): Answer {
  return { jurisdiction, question, coding: value === null ? null : coding({ jurisdiction, question, answer: value }), next: null, since: "2020-01-01" };
}

/** A question with plain values. */
export function question(part: Partial<Question> & Pick<Question, "id">): AtlasRecord {
  const body: Question = {
    order: 1,
    kind: "codebook",
    topic: "offences",
    wording: `About ${part.id}?`,
    guidance: "",
    scale: "yes-no",
    version: 1,
    position: "",
    treaty: "",
    same: "",
    rules: [],
    flags: [],
    note: "",
    ...part,
  };
  return { kind: "question", id: part.id, body };
}

/** A place with plain values. */
export function place(
  id: string,
  part: { kind?: "state" | "territory" | "subdivision" | "supranational" | "statistical"; parent?: string; region?: string } = {},
): AtlasRecord {
  return {
    kind: "jurisdiction",
    id,
    body: { id, kind: part.kind ?? "state", parent: part.parent ?? "", alpha3: "", numeric: "", region: part.region ?? "150", subregion: "", status: "" },
  };
}

/** The frame that every sample needs: a topic, scales and the source. */
export const FRAME: readonly AtlasRecord[] = [
  {
    kind: "source",
    id: "law",
    body: {
      id: "law",
      url: "https://law.example/1",
      title: "The law",
      publisher: "",
      language: "en",
      grade: "primary-law",
      reason: "made up",
      read: "2026-11-01",
      note: "",
    },
  },
  { kind: "topic", id: "offences", body: { id: "offences", order: 1, parent: "", title: "Offences", description: "" } },
  {
    kind: "scale",
    id: "yes-no",
    body: {
      id: "yes-no",
      type: "category",
      unit: "",
      min: null,
      max: null,
      options: [
        { id: "yes", label: "Yes", state: "yes" },
        { id: "partial", label: "In part", state: "partial" },
        { id: "no", label: "No", state: "no" },
      ],
    },
  },
  { kind: "scale", id: "years", body: { id: "years", type: "number", unit: "years", min: 0, max: 100, options: [] } },
];

/** An instrument with plain values: an act in force. */
export function instrument(part: Partial<Instrument> & Pick<Instrument, "id">): AtlasRecord {
  const body: Instrument = {
    jurisdiction: "AA",
    title: part.id,
    original: "",
    kind: "act",
    status: "in-force",
    topics: ["offences"],
    dossier: "",
    stages: [],
    identifiers: [],
    summary: "S.",
    source: "law",
    citations: [citation()],
    confidence: "looked-up",
    review: "unreviewed",
    flags: [],
    doubt: "",
    ...part,
  };
  return { kind: "instrument", id: part.id, body };
}

/** A duty with plain values: hosting services report within 24 hours of learning of it. */
export function obligation(part: Partial<Obligation> & Pick<Obligation, "id">): AtlasRecord {
  const body: Obligation = {
    instrument: "law-a",
    jurisdiction: "AA",
    duty: "report",
    actors: ["hosting"],
    trigger: "Knowledge",
    events: [],
    deadline: "PT24H",
    counted: "event",
    recipient: "",
    condition: "",
    limits: [],
    penalty: "",
    from: "2020-01-01",
    to: "",
    provision: "",
    citations: [citation()],
    confidence: "looked-up",
    review: "unreviewed",
    flags: [],
    doubt: "",
    ...part,
  };
  return { kind: "obligation", id: part.id, body };
}

/** An update with plain values: a consultation without dates. */
export function update(part: Partial<Update> & Pick<Update, "id">): AtlasRecord {
  const body: Update = {
    date: "2026-01-01",
    jurisdictions: ["AA"],
    topics: ["offences"],
    kind: "consultation",
    title: part.id,
    summary: "S.",
    opens: "",
    closes: "",
    zone: "",
    respondents: "",
    actors: [],
    questions: [],
    outcome: null,
    figures: [],
    links: [],
    instruments: [],
    citations: [citation()],
    flags: [],
    doubt: "",
    ...part,
  };
  return { kind: "update", id: part.id, body };
}

/** The position `stance` with these asks. */
export function stance(asks: readonly string[], part: Partial<Position> = {}): AtlasRecord {
  const body: Position = {
    id: "stance",
    order: 1,
    organisation: "Org",
    title: "Stance",
    claim: "Do.",
    topics: ["offences"],
    addresses: ["governments"],
    asks: [...asks],
    citations: [citation()],
    ...part,
  };
  return { kind: "position", id: body.id, body };
}

/** The European Union as a group, and the time during which these jurisdictions were members of it. */
export function union(...members: ReadonlyArray<readonly [jurisdiction: string, from: string, to?: string]>): AtlasRecord[] {
  return [
    { kind: "group", id: "eu", body: { id: "eu", name: "European Union", jurisdiction: "EU", published: null, note: "" } },
    ...members.map(([jurisdiction, from, to = ""]): AtlasRecord => {
      const id = `eu-${jurisdiction.toLowerCase()}`;
      return { kind: "membership", id, body: { id, group: "eu", jurisdiction, from, to, source: "law", read: "2026-11-01", note: "" } };
    }),
  ];
}
