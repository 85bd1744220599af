import type { Day, FuzzyDate } from "../../domain/date.ts";

/** What a citation of figures says: enough to find the same numbers again, and what they do not mean. */
export interface CitedFigure {
  /** A short name for the lists of reference managers. */
  readonly id: string;
  readonly title: string;
  /** The set of figures that it is a view of. */
  readonly dataset: string;
  /** Who published the figures. */
  readonly publisher: string;
  /** Where they stand as cited. */
  readonly site: string;
  /** Date of the figures. */
  readonly asOf: FuzzyDate;
  readonly revision: number;
  readonly accessed: Day;
  /** The address that keeps giving the same numbers: with the day of the view and the revision of the record. */
  readonly url: string;
  readonly language: string;
  /** What the figures do not mean; the first goes with every form. */
  readonly caveats: readonly string[];
  readonly words: CitationWords;
}

/** Whole phrases in the reader's language. */
export interface CitationWords {
  readonly asOf: string;
  readonly revision: string;
  readonly accessed: string;
  /** Stands before the caveat. */
  readonly notMeant: string;
  /** The marks of the language, with their spaces. */
  readonly open: string;
  readonly close: string;
  readonly colon: string;
}

/** The citation as a sentence for a footnote. */
export function citationText(of: CitedFigure): string {
  const { words } = of;
  return [
    `${of.publisher}${words.colon}${words.open}${of.title}${words.close}.`,
    `${of.dataset}. ${words.asOf}`,
    `${of.site}, ${words.revision}, ${words.accessed}${words.colon}${of.url}.`,
    ...of.caveats.slice(0, 1).map((caveat) => `${words.notMeant} ${caveat}`),
  ].join(" ");
}

/** The citation as an entry for BibTeX and BibLaTeX. */
export function bibtexOf(of: CitedFigure): string {
  const note = [of.words.asOf, sentence(of.words.revision), ...of.caveats.slice(0, 1).map((caveat) => `${of.words.notMeant} ${caveat}`)].join(" ");
  return `${[
    `@misc{${of.id},`,
    `  author = {{${tex(of.publisher)}}},`,
    `  title = {{${tex(of.title)}}},`,
    `  year = {${of.asOf.slice(0, 4)}},`,
    `  howpublished = {${tex(of.site)}},`,
    // Addresses stand as they are: the packages for them read them letter by letter.
    `  url = {${of.url.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign))}},`,
    `  urldate = {${of.accessed}},`,
    `  note = {${tex(note)}}`,
    "}",
  ].join("\n")}\n`;
}

/** The citation as CSL-JSON: a list of one item. */
export function cslOf(of: CitedFigure): object[] {
  return [
    {
      id: of.id,
      type: "dataset",
      title: of.title,
      author: [{ literal: of.publisher }],
      "container-title": of.dataset,
      issued: { "date-parts": [partsOf(of.asOf)] },
      accessed: { "date-parts": [partsOf(of.accessed)] },
      URL: of.url,
      publisher: of.site,
      version: String(of.revision),
      language: of.language,
      note: [of.words.asOf, sentence(of.words.revision), of.words.notMeant, ...of.caveats].join(" "),
    },
  ];
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  // BibTeX counts braces, escaped ones too.
  "{": "(",
  "}": ")",
  "≥": "$\\geq$",
  "≠": "$\\neq$",
  "≈": "$\\approx$",
};

/** Text without what TeX would take for a command. */
function tex(text: string): string {
  return text.replace(/[\\~^{}≥≠≈]|[&%$#_]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function partsOf(date: FuzzyDate): number[] {
  return date.split("-").map(Number);
}
