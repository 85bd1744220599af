import * as plain from "../../src/api/sample.ts";
import type { Coding } from "../../src/domain/coding.ts";
import { type AtlasRecord, type Kind, type Kinds, SCHEMAS } from "../../src/domain/record.ts";
import type { Dataset } from "../../src/domain/statistic.ts";

/** A record of a kind, checked against its schema. */
export function record<K extends Kind>(kind: K, body: Kinds[K] & { readonly id: string }): AtlasRecord {
  return { kind, id: body.id, body: SCHEMAS[kind].parse(body) } as AtlasRecord;
}

export const CITATION = { source: "example-org-00000001", read: "2026-01-10", instrument: "", provision: "art. 1", note: "" };

/** A coding with what the test cares about. */
export function coding(given: Partial<Coding> & Pick<Coding, "id">): AtlasRecord {
  return record("coding", plain.coding({ jurisdiction: "BR", question: "def-csam", answer: "yes", from: "2008-11-26", citations: [CITATION], ...given }));
}

const DATASET: Dataset = {
  id: "reports",
  order: 1,
  title: "Reports",
  description: "Reports a year.",
  publisher: "Example",
  terms: "free",
  asOf: "2025",
  columns: [
    { name: "jurisdiction", role: "jurisdiction", measure: "", label: "Jurisdiction" },
    { name: "year", role: "period", measure: "", label: "Year" },
    { name: "reports", role: "value", measure: "reports", label: "Reports" },
    { name: "note", role: "note", measure: "", label: "Note" },
  ],
  measures: [{ id: "reports", label: "Reports", unit: "reports", definition: "" }],
  caveats: [],
  breaks: [],
  notes: [],
  citations: [CITATION],
};

/** A row of the dataset `reports`. */
export function row(jurisdiction: string, year: string, reports: string): AtlasRecord {
  return record("row", { id: `reports/${jurisdiction}/${year}`, dataset: "reports", cells: { jurisdiction, year, reports, note: "" } });
}

function jurisdiction(id: string, kind: "state" | "supranational"): AtlasRecord {
  return plain.place(id, { kind, region: "" });
}

function question(id: string, order: number, scale: string, kind: "codebook" | "ask" | "treaty", treaty = ""): AtlasRecord {
  return plain.question({ id, order, kind, topic: "law", wording: `Question ${id}?`, scale, treaty });
}

/** A small record with one of everything that the store makes something from. */
export function smallRecord(): AtlasRecord[] {
  return [
    record("package", { id: "safeguard-atlas", name: "safeguard-atlas", date: "2026-01-10", version: "1.0.0", licences: [{ z: 1, a: 2 }] }),
    record("source", {
      id: CITATION.source,
      url: "https://example.org/law",
      title: "Law",
      publisher: "",
      language: "",
      grade: "primary-law",
      reason: "official",
      read: "2026-01-10",
      note: "",
    }),
    jurisdiction("BR", "state"),
    jurisdiction("FR", "state"),
    jurisdiction("EU", "supranational"),
    record("group", { id: "eu", name: "European Union", jurisdiction: "EU", published: 27, note: "" }),
    record("membership", { id: "eu-fr", group: "eu", jurisdiction: "FR", from: "1958-01-01", to: "", source: CITATION.source, read: "2026-01-10", note: "" }),
    record("topic", { id: "law", order: 1, parent: "", title: "Law", description: "" }),
    record("scale", {
      id: "yes-no",
      type: "category",
      unit: "",
      min: null,
      max: null,
      options: [
        { id: "yes", label: "Yes", state: "yes" },
        { id: "no", label: "No", state: "no" },
      ],
    }),
    record("scale", { id: "age", type: "number", unit: "years", min: 0, max: 30, options: [{ id: "none", label: "None", state: "no" }] }),
    record("scale", {
      id: "party",
      type: "category",
      unit: "",
      min: null,
      max: null,
      options: [
        { id: "party", label: "Party", state: "yes" },
        { id: "signatory", label: "Signatory", state: "partial" },
        { id: "not-party", label: "Not a party", state: "no" },
        { id: "unconfirmed", label: "Not confirmed", state: "unclear" },
      ],
    }),
    question("def-csam", 1, "yes-no", "codebook"),
    question("age-limit", 2, "age", "codebook"),
    question("party-to-convention", 3, "party", "treaty", "convention"),
    record("treaty", {
      id: "convention",
      order: 1,
      title: "Convention",
      short: "Convention",
      topics: ["law"],
      adopted: "2007-10-25",
      inForce: "2010-07-01",
      depositary: "COE",
      source: CITATION.source,
      question: "party-to-convention",
      note: "",
      caveat: "",
    }),
    record("treaty-status", {
      id: "convention-fr",
      treaty: "convention",
      jurisdiction: "FR",
      status: "party",
      signed: "2007-10-25",
      ratified: "2010-09-27",
      asOf: "2026-01",
      note: "",
      source: CITATION.source,
      read: "2026-01-10",
    }),
    coding({ id: "br-def-csam" }),
    coding({ id: "fr-def-csam-old", jurisdiction: "FR", answer: "no", from: "1990-01-01", to: "1998-06-17" }),
    coding({ id: "fr-def-csam", jurisdiction: "FR", from: "1998-06-18", change: "amendment" }),
    coding({ id: "fr-age-limit", jurisdiction: "FR", question: "age-limit", answer: "15", from: "", current: "2021" }),
    record("caveat", { id: "counts", order: 1, text: "A report is not a case." }),
    record("dataset", DATASET),
    row("BR", "2024", "120"),
    row("BR", "2025", "<50"),
    row("FR", "2024", ""),
  ];
}
