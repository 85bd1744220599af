import type { Campaign } from "../domain/campaign.ts";
import type { Coding } from "../domain/coding.ts";
import type { Instrument } from "../domain/instrument.ts";
import { SITE_LOCALES, type SiteLocale } from "../domain/locale.ts";
import type { Obligation } from "../domain/obligation.ts";
import type { AtlasRecord, Kind } from "../domain/record.ts";
import type { Citation } from "../domain/source.ts";
import type { Testimony } from "../domain/testimony.ts";
import type { TreatyStatus } from "../domain/treaty.ts";
import type { Update } from "../domain/update.ts";
import { featureOf } from "../domain/watch.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { termsToMeet } from "./watch.ts";

/** A record of which people can be told. */
export type Watchable = Extract<AtlasRecord, { kind: (typeof WATCHABLE)[number] }>;
const WATCHABLE = ["coding", "treaty-status", "instrument", "obligation", "update", "testimony", "campaign"] as const satisfies readonly Kind[];

/** Most words of one record that it can be found by; the English ones come first. */
const MOST_WORDS = 1500;
/** Longest text that is read for words, in characters. */
const LONGEST_TEXT = 2000;

/** Whether people can be told of records of this kind. */
export function isWatchable(kind: Kind): kind is Watchable["kind"] {
  return (WATCHABLE as readonly Kind[]).includes(kind);
}

/** What a record is about, in one form for all kinds. */
interface About {
  readonly places: readonly string[];
  readonly topics: readonly string[];
  readonly questions: readonly string[];
  readonly instruments: readonly string[];
  readonly sort: string;
  /** Fields of the record in English. */
  readonly texts: ReadonlyArray<readonly [field: string, source: string]>;
}

/**
 * The features of a record, those that fewest records have first: its questions and instruments, the places that its law
 * reaches (the members for the EU, the subdivisions of a state, and the state of a subdivision), its topics with those above
 * them, its kinds, and its words in English and in every language into which they are translated, or only in some: `locales`.
 */
export function featuresOf(catalogue: Catalogue, record: Watchable, locales: readonly SiteLocale[] = SITE_LOCALES): string[] {
  const about = aboutOf(catalogue, record);
  const known = knownOf(catalogue);
  const features = new Set<string>();
  for (const id of about.instruments) {
    features.add(featureOf("instrument", id));
    const lead = catalogue.instruments.get(id)?.dossier;
    if (lead) features.add(featureOf("instrument", lead));
  }
  for (const id of about.questions) {
    features.add(featureOf("question", id));
    const same = catalogue.questions.get(id)?.same;
    if (same) features.add(featureOf("question", same));
  }
  for (const code of about.places) for (const reached of known.reached.get(code) ?? [code]) features.add(featureOf("place", reached));
  for (const id of about.topics)
    for (let topic: string | undefined = id; topic; topic = catalogue.topics.get(topic)?.parent) features.add(featureOf("topic", topic));
  features.add(featureOf("kind", record.kind));
  if (about.sort) features.add(featureOf("kind", about.sort));
  let words = 0;
  const add = (terms: Iterable<string>): void => {
    for (const term of terms) {
      if (words >= MOST_WORDS) return;
      const feature = featureOf("word", term);
      if (!features.has(feature)) words += 1;
      features.add(feature);
    }
  };
  add(termsToMeet(`${record.kind} ${about.sort}`.replaceAll("-", " ")));
  for (const locale of locales) {
    for (const [field, source] of about.texts) {
      if (source === "") continue;
      const said = catalogue.say(locale, record.kind, record.id, field, source);
      if (said.lang === locale) add(termsToMeet(said.text.slice(0, LONGEST_TEXT)));
    }
    for (const id of about.questions) add(known.terms("question", id, "wording", catalogue.questions.get(id)?.wording ?? "", locale));
    for (const id of about.topics) add(known.terms("topic", id, "title", catalogue.topics.get(id)?.title ?? "", locale));
    for (const id of about.instruments) add(known.terms("instrument", id, "title", catalogue.instruments.get(id)?.title ?? "", locale));
  }
  return [...features];
}

function aboutOf(catalogue: Catalogue, record: Watchable): About {
  switch (record.kind) {
    case "coding":
      return ofCoding(catalogue, record.body);
    case "treaty-status":
      return ofStatus(catalogue, record.body);
    case "instrument":
      return ofInstrument(record.body);
    case "obligation":
      return ofObligation(catalogue, record.body);
    case "update":
      return ofUpdate(record.body);
    case "testimony":
      return ofTestimony(record.body);
    case "campaign":
      return ofCampaign(record.body);
  }
}

function ofCoding(catalogue: Catalogue, one: Coding): About {
  const topic = catalogue.questions.get(one.question)?.topic;
  return {
    places: [one.jurisdiction],
    topics: topic ? [topic] : [],
    questions: [one.question],
    instruments: cited(one.citations),
    sort: "",
    texts: [["note", one.note]],
  };
}

function ofStatus(catalogue: Catalogue, one: TreatyStatus): About {
  const treaty = catalogue.treaties.get(one.treaty);
  const texts = [["note", one.note]] as const;
  return {
    places: [one.jurisdiction],
    topics: treaty?.topics ?? [],
    questions: treaty ? [treaty.question] : [],
    instruments: [one.treaty],
    sort: one.status,
    texts,
  };
}

function ofInstrument(one: Instrument): About {
  const stages = one.stages.map((stage, index) => [`stages.${index}.note`, stage.note] as const);
  return {
    places: [one.jurisdiction],
    topics: one.topics,
    questions: [],
    instruments: [one.id, ...cited(one.citations)],
    sort: one.kind,
    texts: [["title", one.title], ["original", one.original], ["summary", one.summary], ...stages],
  };
}

function ofObligation(catalogue: Catalogue, one: Obligation): About {
  return {
    places: [one.jurisdiction],
    topics: catalogue.instruments.get(one.instrument)?.topics ?? [],
    questions: [],
    instruments: [one.instrument, ...cited(one.citations)],
    sort: one.duty,
    texts: [
      ["trigger", one.trigger],
      ["recipient", one.recipient],
      ["condition", one.condition],
      ["penalty", one.penalty],
    ],
  };
}

function ofUpdate(one: Update): About {
  return {
    places: one.jurisdictions,
    topics: one.topics,
    questions: one.questions,
    instruments: [...one.instruments, ...cited(one.citations)],
    sort: one.kind,
    texts: [
      ["title", one.title],
      ["summary", one.summary],
      ["outcome.text", one.outcome?.text ?? ""],
      ["actors", one.actors.join(" ")],
    ],
  };
}

function ofTestimony(one: Testimony): About {
  const speakers = one.speakers.map((speaker) => `${speaker.name} ${speaker.organisation}`).join(" ");
  return {
    places: one.jurisdictions,
    topics: one.topics,
    questions: one.questions,
    instruments: [...one.instruments, ...cited(one.citations)],
    sort: one.kind,
    texts: [
      ["title", one.title],
      ["summary", one.summary],
      ["speakers", `${speakers} ${one.body}`],
    ],
  };
}

function ofCampaign(one: Campaign): About {
  return {
    places: one.jurisdictions,
    topics: one.topics,
    questions: [],
    instruments: [...one.instruments, ...cited(one.citations)],
    sort: "",
    texts: [
      ["title", one.title],
      ["summary", one.summary],
      ["organisations", one.organisations.join(" ")],
    ],
  };
}

function cited(citations: readonly Citation[]): string[] {
  return [...new Set(citations.map((one) => one.instrument).filter(Boolean))];
}

/** What many records share, worked out once a catalogue. */
interface Known {
  /** The places that hear of a place's law, by its code. */
  readonly reached: ReadonlyMap<string, readonly string[]>;
  terms(kind: Kind, id: string, field: string, source: string, locale: SiteLocale): readonly string[];
}

const worked = new WeakMap<Catalogue, Known>();

function knownOf(catalogue: Catalogue): Known {
  const before = worked.get(catalogue);
  if (before) return before;
  const reached = new Map<string, string[]>();
  const add = (code: string, by: string): void => {
    const list = reached.get(by);
    if (!list) reached.set(by, [code]);
    else if (!list.includes(code)) list.push(code);
  };
  for (const one of catalogue.jurisdictions.values()) {
    for (const by of catalogue.reachOf(one.id, catalogue.date || "9999-12-31")) add(one.id, by);
    // Who watches a state hears of its parts, as a search for the state finds them.
    if (one.parent) add(one.parent, one.id);
  }
  const memory = new Map<string, readonly string[]>();
  const made: Known = {
    reached,
    terms(kind, id, field, source, locale) {
      if (source === "") return [];
      const key = `${locale} ${kind} ${id}`;
      const found = memory.get(key);
      if (found) return found;
      const said = catalogue.say(locale, kind, id, field, source);
      const terms = said.lang === locale ? termsToMeet(said.text) : [];
      memory.set(key, terms);
      return terms;
    },
  };
  worked.set(catalogue, made);
  return made;
}
