import type { Locale } from "../../domain/locale.ts";
import { type Unit, unitName } from "./unit.ts";

/** Namespace of XLIFF 2. */
export const NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0";

/** Which of our states a segment of XLIFF is in; a machine's work is named in the sub-state, which the standard leaves to us. */
const STATES = {
  missing: 'state="initial"',
  stale: 'state="initial" subState="atlas:stale"',
  machine: 'state="translated" subState="atlas:machine"',
  reviewed: 'state="reviewed"',
} as const satisfies Readonly<Record<Unit["state"], string>>;

/** Longest English text, in characters, that is taken for a label: its translation must fit where it stands. */
const LABEL = 32;

/** Pages on which the messages of a section can be seen, where it is not the section's own name. */
const SECTION_PAGES: Readonly<Record<string, string>> = {
  frame: "",
  home: "",
  map: "",
  about: "/about",
  answer: "/jurisdictions/BR",
  jurisdiction: "/jurisdictions/BR",
  timeline: "/jurisdictions/EU/timeline",
  question: "/questions/def-csam",
  position: "/positions/end-to-end-encryption",
  instrument: "/instruments/eu-csa-regulation-proposal",
  dossier: "/dossiers/eu-csa-regulation-proposal",
  treaty: "/treaties/lanzarote",
  obligation: "/obligations",
  duty: "/duties",
  update: "/updates",
  claim: "/claims",
  term: "/glossary",
  glossary: "/glossary",
  service: "/services",
  topic: "/topics",
  chart: "/figures",
  figure: "/figures",
  caption: "/figures",
  file: "/figures",
  calendar: "/duties",
  event: "/event-study",
  snapshot: "/snapshots",
  language: "/languages",
  method: "/methods",
};

/** Pages of the kinds of record; `*` stands for the id. */
const RECORD_PAGES: Readonly<Record<string, string>> = {
  topic: "/topics/*",
  question: "/questions/*",
  position: "/positions/*",
  term: "/glossary/*",
  dataset: "/data/*",
  instrument: "/instruments/*",
  treaty: "/treaties/*",
  obligation: "/obligations/*",
  update: "/updates/*",
  claim: "/claims/*",
  snapshot: "/snapshots/*",
};

/** The address, below the origin, of a page on which a text can be seen; empty when no page is about it alone. */
export function seenAt({ home, record }: Pick<Unit, "home" | "record">, locale: Locale): string {
  const page = home === "message" ? (SECTION_PAGES[record] ?? `/${record}`) : RECORD_PAGES[home]?.replace("*", record);
  return page === undefined ? "" : `/${locale}${page}`;
}

/**
 * Units as an XLIFF 2.0 document for one language: a file for each kind, a unit for each text with its context, where it
 * can be seen and how long it may be. Texts are written whole, placeholders and plural forms included, and come back as they are.
 */
export function toXliff(units: readonly Unit[], locale: Locale): string {
  const files = new Map<string, string[]>();
  for (const [index, unit] of units.entries()) {
    const lines = files.get(unit.home) ?? [];
    lines.push(unitElement(unit, index + 1, locale));
    files.set(unit.home, lines);
  }
  const body = [...files].map(([home, lines]) => `  <file id="${home}" original="${home}">\n${lines.join("")}  </file>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="en" trgLang="${locale}">\n${body.join("")}</xliff>\n`;
}

function unitElement(unit: Unit, number: number, locale: Locale): string {
  const seen = seenAt(unit, locale);
  const notes = [
    note("context", unit.home === "message" ? `interface, section ${unit.record}` : `${unit.home} ${unit.record}, field ${unit.field}`),
    ...(seen ? [note("seen-at", seen)] : []),
    ...(unit.source.length <= LABEL ? [note("length", `a label: at most ${Math.ceil(unit.source.length * 1.4) + 4} characters`)] : []),
    ...(/\{\w+/.test(unit.source) && unit.home === "message"
      ? [note("placeholders", "ICU message: keep what stands in braces, and give every plural form of the language")]
      : []),
  ];
  const target = unit.text === null ? "" : `\n        <target xml:space="preserve">${escaped(unit.text)}</target>`;
  return `    <unit id="u${number}" name="${escaped(unitName(unit))}">
      <notes>
${notes.join("")}      </notes>
      <segment ${STATES[unit.state]}>
        <source xml:space="preserve">${escaped(unit.source)}</source>${target}
      </segment>
    </unit>
`;
}

function note(category: string, text: string): string {
  return `        <note category="${category}">${escaped(text)}</note>\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("\r", "&#13;");
}
