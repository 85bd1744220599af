import { z } from "zod";
import { KINDS, type Kind, SCHEMAS } from "../domain/record.ts";
import { OBSERVATION_STATUSES } from "../domain/statistic.ts";
import { columnsOf } from "./cells.ts";
import { LAYOUTS } from "./layout.ts";
import { describe } from "./meaning.ts";
import { bare, fieldsOf } from "./shape.ts";

/** What each kind of record is, in a sentence. */
const KIND_WORDS: { readonly [K in Kind]: string } = {
  package: "The descriptor of all files, after the Data Package standard.",
  source: "A page or document on which statements rest. Its id is made from its address: the host, and eight digits of a hash.",
  jurisdiction: "A place or body with law of its own.",
  name: "The name of a jurisdiction or UN M49 region in a language. Its id is `of.locale`.",
  group: "A group of jurisdictions.",
  membership: "The time during which a jurisdiction belonged to a group.",
  topic: "A policy issue; the topics form one tree.",
  scale: "The answers that questions share.",
  question: "A question of the codebook, an ask of a position, or the question whether a jurisdiction is party to a treaty.",
  treaty: "A treaty whose parties the record follows.",
  "treaty-status": "How a jurisdiction stands to a treaty. Answers to treaty questions are made from these.",
  instrument: "A law, bill, code, treaty or other text that binds or is meant to.",
  coding: "The answer of one jurisdiction to one question, for a time.",
  obligation: "A duty of a platform, as a rule.",
  position: "What a named organisation wants the law to be.",
  argument: "What a named holder says for or against a position, or with reservations.",
  update: "A dated note on what happened, or is about to.",
  claim: "A disputed figure or statement, with the rival figures side by side.",
  caveat: "Something that a figure does not mean.",
  break: "A time at which a series changed its meaning.",
  dataset: "A set of figures, with all that a reader must know before using one.",
  row: "One row of a dataset's file. Its columns are those that the dataset names, in that order.",
  snapshot: "An editor's text with figures pinned to a day and a version of the data.",
  testimony: "What somebody said to a public body, or wrote to guide others, taken apart into its statements.",
  campaign: "A call to act of a named organisation: open letter, petition, letters to decision makers, pictures to share.",
  commitment: "What a company said in public that it would do, with its later record.",
  service: "Where to get help or to report.",
  term: "A concept of the field, and the words to use or to avoid.",
  text: "A field of a record in another language. Its id is `locale.kind.record.field`.",
};

const INTRODUCTION = `# Data dictionary

The record is a folder of plain files, \`data/\`. This page lists every file, every field and every allowed value.
It is made from the schemas in \`src/domain/\` by \`npm run atlas -- dictionary\`; do not edit it by hand.

## Forms

- **CSV**: RFC 4180, comma, line feed, UTF-8 without byte order mark. A cell is quoted only where it must be. Entries of a list are joined with \`;\`.
- **YAML** 1.2: a list of entries. Empty fields are left out. \`no\` is a word, not false.
- Records stand in the order of their \`order\`, where they have one, then of their \`id\`.
- An empty cell or an absent field means that nothing is known, never "no" and never 0.
- A **day** is \`2008-11-26\`. A **date** is as exact as it is known: \`2008\`, \`2008-11\` or \`2008-11-26\`.
- An **identifier** has lower-case letters, digits and single hyphens, and never changes.
- A **jurisdiction code** is ISO 3166-1 alpha-2, ISO 3166-2 below that, or one of the further codes in \`jurisdictions/jurisdictions.csv\`.
- \`npm run atlas -- check\` finds every departure from this page; \`npm run atlas -- format\` puts files into this form.
`;

/** The text of docs/data-dictionary.md. */
export function dictionary(): string {
  const parts = KINDS.map((kind) => {
    const files = LAYOUTS.filter((layout) => layout.kind === kind).map((layout) => `\`${layout.pattern}\``);
    const rows: string[] = [];
    addRows(rows, SCHEMAS[kind], "");
    return [
      `## ${kind}`,
      "",
      KIND_WORDS[kind],
      "",
      `${files.length > 1 ? "Files" : "File"}: ${files.join(", ")}`,
      "",
      ...columnNote(kind),
      "| field | type | empty? | meaning | values |",
      "| --- | --- | --- | --- | --- |",
      ...rows,
      "",
    ].join("\n");
  });
  return `${INTRODUCTION}\n${parts.join("\n")}`;
}

function columnNote(kind: Kind): string[] {
  if (kind === "coding") {
    return [
      `Columns: ${columnsOf(kind)
        .map((one) => `\`${one}\``)
        .join(
          ", ",
        )}. The first citation stands in \`source\`, \`read\`, \`instrument\`, \`provision\` and \`cited\` (its note); further ones in \`more\`, one a line, their fields separated by \` | \`.`,
      "",
    ];
  }
  if (kind === "row")
    return [
      `A status is one of ${OBSERVATION_STATUSES.join(", ")}. A suppressed or missing figure has an empty value. A period is \`2024\`, \`2024-H1\`, \`2024-Q3\`, \`2024-01\`, a day, or two of them with a slash between.`,
      "",
    ];
  if (kind === "name" || kind === "text")
    return [
      `Columns: ${columnsOf(kind)
        .map((one) => `\`${one}\``)
        .join(", ")}.`,
      "",
    ];
  return [];
}

function addRows(rows: string[], schema: unknown, prefix: string): void {
  for (const [name, field] of fieldsOf(schema)) {
    const { type, meaning, values, optional } = describe(field, name);
    rows.push(`| \`${prefix}${name}\` | ${type} | ${optional ? "may be" : ""} | ${cell(meaning)} | ${values.map((one) => `\`${one}\``).join(", ")} |`);
    let inner = bare(field);
    let path = `${prefix}${name}`;
    while (inner instanceof z.ZodArray) {
      inner = bare(inner.element);
      path += "[]";
    }
    if (inner instanceof z.ZodObject) addRows(rows, inner, `${path}.`);
  }
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
