import type { Coding } from "../domain/coding.ts";
import type { Locale } from "../domain/locale.ts";
import type { Kind } from "../domain/record.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { codingDocument, jurisdictionDocument } from "./place-document.ts";
import { sentences } from "./sentence.ts";
import { voices } from "./voice-document.ts";

/** What is found: a record in one of the site's languages. */
export interface SearchDocument {
  readonly kind: Kind;
  readonly id: string;
  readonly locale: Locale;
  /** The question of a coding, the position of an ask or argument, the instrument of an obligation; else empty. */
  readonly owner: string;
  /** Sort within the kind, such as `bill` or `consultation`; else empty. */
  readonly sort: string;
  readonly jurisdictions: readonly string[];
  readonly topics: readonly string[];
  readonly title: string;
  /** Other names and identifiers, as good as the title. */
  readonly names: readonly string[];
  /** Texts from which the passage is taken. */
  readonly body: readonly string[];
  /** Words by which the record is found too, but that are not shown. */
  readonly context: readonly string[];
  /** Language of the title: the reader's, or the one it falls back to. */
  readonly lang: string;
  /** How much a hit of this record counts; 1 is usual. */
  readonly weight: number;
}

/** Says a field of a record in the reader's language. */
export type Speak = (kind: Kind, id: string, field: string, source: string) => string;

type Draft = Partial<SearchDocument> & Pick<SearchDocument, "kind" | "id" | "title" | "weight">;

/** Documents of these jurisdictions and of their codings. */
export function placeDocuments(catalogue: Catalogue, codings: readonly Coding[], codes: readonly string[], locale: Locale): SearchDocument[] {
  const byPlace = new Map<string, Coding[]>(codes.map((code) => [code, []]));
  for (const coding of codings) byPlace.get(coding.jurisdiction)?.push(coding);
  return [...byPlace].flatMap(([code, own]) => {
    const place = jurisdictionDocument(catalogue, code, own, locale);
    const answers = own.map((coding) => codingDocument(catalogue, coding, locale));
    return [place, ...answers].filter((one) => one !== null);
  });
}

/** Documents of everything that the catalogue holds, but for jurisdictions. */
export function catalogueDocuments(catalogue: Catalogue, locale: Locale): SearchDocument[] {
  const speak: Speak = (kind, id, field, source) => catalogue.say(locale, kind, id, field, source).text;
  const found: SearchDocument[] = [];
  const add = (field: string, source: string, draft: Omit<Draft, "title">) => {
    const title = catalogue.say(locale, draft.kind, draft.id, field, source);
    found.push(complete({ ...draft, title: title.text, lang: title.lang }, locale));
  };
  const place = (code: string) => (code ? catalogue.name(code, locale) : "");
  const topicWords = (ids: readonly string[]) => ids.map((id) => speak("topic", id, "title", catalogue.topics.get(id)?.title ?? "")).join(" · ");

  for (const one of catalogue.topics.values()) {
    add("title", one.title, { kind: "topic", id: one.id, topics: [one.id], body: [speak("topic", one.id, "description", one.description)], weight: 1.8 });
  }
  for (const one of catalogue.questions.values()) {
    if (one.kind === "treaty") continue;
    const ask = one.kind === "ask";
    const text = sentences(speak("question", one.id, "guidance", one.guidance), speak("question", one.id, "note", one.note));
    const position = catalogue.positions.get(one.position);
    const context = sentences(topicWords([one.topic]), position ? speak("position", position.id, "title", position.title) : "");
    add("wording", one.wording, {
      kind: "question",
      id: one.id,
      owner: one.position,
      sort: one.kind,
      topics: [one.topic],
      body: text,
      context,
      weight: ask ? 1.1 : 1.6,
    });
  }
  for (const one of catalogue.instruments.values()) {
    // Ids hold the short names that titles may lack, such as "us-kosa-s1748".
    const names = [one.original, one.id, ...one.identifiers.map((each) => each.value)].filter(Boolean);
    const stages = one.stages.map((stage, index) => speak("instrument", one.id, `stages.${index}.note`, stage.note));
    add("title", one.title, {
      kind: "instrument",
      id: one.id,
      sort: one.kind,
      jurisdictions: [one.jurisdiction],
      topics: one.topics,
      names,
      body: sentences(one.original, speak("instrument", one.id, "summary", one.summary), ...stages),
      context: sentences(place(one.jurisdiction), topicWords(one.topics)),
      weight: 1.3,
    });
  }
  for (const one of catalogue.treaties.values()) {
    const body = sentences(speak("treaty", one.id, "note", one.note), speak("treaty", one.id, "caveat", one.caveat));
    add("title", one.title, {
      kind: "treaty",
      id: one.id,
      topics: one.topics,
      names: [speak("treaty", one.id, "short", one.short)],
      body,
      context: [topicWords(one.topics)],
      weight: 1.7,
    });
  }
  for (const one of catalogue.obligations.values()) {
    const law = catalogue.instruments.get(one.instrument);
    const say = (field: "condition" | "recipient" | "penalty") => speak("obligation", one.id, field, one[field]);
    add("trigger", one.trigger, {
      kind: "obligation",
      id: one.id,
      owner: one.instrument,
      sort: one.duty,
      jurisdictions: [one.jurisdiction],
      topics: law?.topics ?? [],
      body: sentences(law ? speak("instrument", law.id, "title", law.title) : "", one.provision, say("recipient"), say("condition"), say("penalty")),
      context: sentences(place(one.jurisdiction), one.duty, one.actors.join(" ")),
      weight: 0.9,
    });
  }
  for (const one of catalogue.positions.values()) {
    add("title", one.title, {
      kind: "position",
      id: one.id,
      topics: one.topics,
      body: sentences(speak("position", one.id, "claim", one.claim), one.organisation),
      context: [topicWords(one.topics)],
      weight: 1.5,
    });
  }
  for (const one of catalogue.arguments.values()) {
    const position = catalogue.positions.get(one.position);
    add("claim", one.claim, {
      kind: "argument",
      id: one.id,
      owner: one.position,
      sort: one.stance,
      topics: position?.topics ?? [],
      names: [one.holder],
      body: sentences(one.holder, speak("argument", one.id, "evidence", one.evidence)),
      context: position ? [speak("position", position.id, "title", position.title)] : [],
      weight: 0.6,
    });
  }
  for (const one of catalogue.updates.values()) {
    const figures = one.figures.map((each, index) => `${speak("update", one.id, `figures.${index}.label`, each.label)} ${each.value}`);
    add("title", one.title, {
      kind: "update",
      id: one.id,
      sort: one.kind,
      jurisdictions: one.jurisdictions,
      topics: one.topics,
      body: sentences(speak("update", one.id, "summary", one.summary), ...figures, ...one.actors),
      context: sentences(...one.jurisdictions.map(place), topicWords(one.topics)),
      weight: 0.95,
    });
  }
  for (const [title, voice] of voices(catalogue, speak)) {
    add("title", title, { ...voice, context: sentences(...voice.jurisdictions.map(place), topicWords(voice.topics)) });
  }
  for (const one of catalogue.claims.values()) {
    const figures = one.figures.flatMap((each, index) =>
      sentences(each.value, speak("claim", one.id, `figures.${index}.definition`, each.definition), each.by),
    );
    add("statement", one.statement, {
      kind: "claim",
      id: one.id,
      body: sentences(speak("claim", one.id, "evidence", one.evidence), ...figures, one.who),
      weight: 1,
    });
  }
  for (const one of catalogue.services.values()) {
    add("organisation", one.organisation, {
      kind: "service",
      id: one.id,
      sort: one.kind,
      jurisdictions: [one.jurisdiction],
      body: sentences(place(one.jurisdiction), one.phone, speak("service", one.id, "note", one.note)),
      weight: 0.85,
    });
  }
  for (const one of catalogue.terms.values()) {
    const avoided = one.avoid.map((each) => each.word);
    add("term", one.term, {
      kind: "term",
      id: one.id,
      names: avoided,
      body: sentences(speak("term", one.id, "definition", one.definition), ...avoided),
      weight: 1.2,
    });
  }
  for (const one of catalogue.datasets.values()) {
    const labels = one.measures.map((each, index) => speak("dataset", one.id, `measures.${index}.label`, each.label));
    add("title", one.title, {
      kind: "dataset",
      id: one.id,
      body: sentences(speak("dataset", one.id, "description", one.description), ...labels, one.publisher),
      weight: 1.1,
    });
  }
  for (const one of catalogue.snapshots.values()) {
    const said = one.can.map((each, index) => speak("snapshot", one.id, `can.${index}.text`, each.text));
    add("title", one.title, {
      kind: "snapshot",
      id: one.id,
      body: sentences(speak("snapshot", one.id, "summary", one.summary), ...said),
      weight: 1.05,
    });
  }
  for (const one of catalogue.sources.values()) {
    found.push(
      complete({ kind: "source", id: one.id, title: one.title, body: [one.publisher], lang: one.language || "en", sort: one.grade, weight: 0.25 }, locale),
    );
  }
  return found;
}

function complete(draft: Draft, locale: Locale): SearchDocument {
  return { locale, owner: "", sort: "", jurisdictions: [], topics: [], names: [], body: [], context: [], lang: locale, ...draft };
}
