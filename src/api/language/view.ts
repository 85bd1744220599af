import { type Locale, SITE_LOCALES } from "../../domain/locale.ts";
import type { AtlasRecord, Kind } from "../../domain/record.ts";
import type { TextState } from "../../domain/text.ts";
import { wordingsOf } from "../../domain/wording.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import type { Inquiry } from "../inquiry.ts";

/** What can be translated, as a reader would name it, and the kinds of record that it is made of. */
const GROUPS = {
  codebook: ["topic", "scale", "question"],
  positions: ["position", "argument"],
  glossary: ["term"],
  figures: ["dataset", "caveat", "break", "snapshot", "claim"],
  law: ["instrument", "treaty", "obligation"],
  updates: ["update"],
  voices: ["testimony", "campaign", "commitment"],
  places: ["jurisdiction", "group", "service"],
} as const satisfies Readonly<Record<string, readonly Kind[]>>;

/** Names of what can be translated, in the order in which they are shown. */
export const TRANSLATED = Object.keys(GROUPS) as Array<keyof typeof GROUPS>;

/** How many texts are in each state. */
export type States = Readonly<Record<TextState, number>>;

/** How far one language is. */
export interface LanguageView {
  readonly locale: Locale;
  readonly groups: ReadonlyArray<{ readonly name: (typeof TRANSLATED)[number]; readonly texts: number; readonly states: States }>;
}

const kept = new WeakMap<Catalogue, LanguageView[]>();

/** How far the texts of the record are translated into each language of the site. Worked out once for each state of the record. */
export function languageViews({ catalogue }: Pick<Inquiry, "catalogue">): LanguageView[] {
  const known = kept.get(catalogue) ?? SITE_LOCALES.map((locale) => viewOf(catalogue, locale));
  kept.set(catalogue, known);
  return known;
}

function viewOf(catalogue: Catalogue, locale: Locale): LanguageView {
  return {
    locale,
    groups: TRANSLATED.map((name) => {
      const states: Record<TextState, number> = { source: 0, machine: 0, reviewed: 0, stale: 0, missing: 0 };
      let texts = 0;
      for (const record of GROUPS[name].flatMap((kind) => recordsOf(catalogue, kind)))
        for (const { field, text } of wordingsOf(record)) {
          texts += 1;
          states[catalogue.say(locale, record.kind, record.id, field, text).state] += 1;
        }
      return { name, texts, states };
    }),
  };
}

const LISTS = {
  topic: "topics",
  scale: "scales",
  question: "questions",
  position: "positions",
  argument: "arguments",
  term: "terms",
  dataset: "datasets",
  caveat: "caveats",
  break: "breaks",
  snapshot: "snapshots",
  claim: "claims",
  instrument: "instruments",
  treaty: "treaties",
  obligation: "obligations",
  update: "updates",
  testimony: "testimonies",
  campaign: "campaigns",
  commitment: "commitments",
  jurisdiction: "jurisdictions",
  group: "groups",
  service: "services",
} as const satisfies Readonly<Partial<Record<Kind, keyof Catalogue>>>;

function recordsOf(catalogue: Catalogue, kind: keyof typeof LISTS): AtlasRecord[] {
  return [...catalogue[LISTS[kind]]].map(([id, body]) => ({ kind, id, body }) as AtlasRecord);
}
