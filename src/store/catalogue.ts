import type { Campaign } from "../domain/campaign.ts";
import type { Claim } from "../domain/claim.ts";
import type { Commitment } from "../domain/commitment.ts";
import type { Day } from "../domain/date.ts";
import type { Instrument } from "../domain/instrument.ts";
import type { Group, Jurisdiction, Membership } from "../domain/jurisdiction.ts";
import type { Locale } from "../domain/locale.ts";
import type { Obligation } from "../domain/obligation.ts";
import type { Argument, Position } from "../domain/position.ts";
import type { Question, Scale } from "../domain/question.ts";
import type { AtlasRecord, Kind, Kinds } from "../domain/record.ts";
import type { Service } from "../domain/service.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Source } from "../domain/source.ts";
import type { Break, Caveat, Dataset } from "../domain/statistic.ts";
import type { Term } from "../domain/term.ts";
import type { Testimony } from "../domain/testimony.ts";
import { type Text, type TextState, textHash } from "../domain/text.ts";
import type { Topic } from "../domain/topic.ts";
import type { Treaty } from "../domain/treaty.ts";
import type { Update } from "../domain/update.ts";

/** Kinds that are few enough to be kept in memory, one catalogue a revision. The rest is queried. */
export const CATALOGUE_KINDS = [
  "package",
  "source",
  "jurisdiction",
  "name",
  "group",
  "membership",
  "topic",
  "scale",
  "question",
  "treaty",
  "instrument",
  "obligation",
  "position",
  "argument",
  "update",
  "claim",
  "caveat",
  "break",
  "dataset",
  "snapshot",
  "testimony",
  "campaign",
  "commitment",
  "service",
  "term",
  "text",
] as const satisfies readonly Kind[];

/** A text as a reader meets it: in which language it is, and how it got there. */
export interface Said {
  readonly text: string;
  readonly lang: Locale;
  readonly state: TextState;
  /** What it translates; only for a translation. */
  readonly source?: string;
}

/** The record's small kinds at one revision, with the look-ups that pages need. Everything is in the record's order. */
export interface Catalogue {
  readonly date: string;
  readonly version: string;
  readonly jurisdictions: ReadonlyMap<string, Jurisdiction>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly memberships: readonly Membership[];
  readonly topics: ReadonlyMap<string, Topic>;
  readonly scales: ReadonlyMap<string, Scale>;
  readonly questions: ReadonlyMap<string, Question>;
  /** The questions of the codebook, by topic. */
  readonly codebook: ReadonlyMap<string, readonly Question[]>;
  /** The asks that read the matter of a question on a scale of their own, by that question. */
  readonly readings: ReadonlyMap<string, readonly Question[]>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly treaties: ReadonlyMap<string, Treaty>;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly obligations: ReadonlyMap<string, Obligation>;
  readonly positions: ReadonlyMap<string, Position>;
  readonly arguments: ReadonlyMap<string, Argument>;
  readonly updates: ReadonlyMap<string, Update>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly caveats: ReadonlyMap<string, Caveat>;
  readonly breaks: ReadonlyMap<string, Break>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  readonly testimonies: ReadonlyMap<string, Testimony>;
  readonly campaigns: ReadonlyMap<string, Campaign>;
  readonly commitments: ReadonlyMap<string, Commitment>;
  readonly services: ReadonlyMap<string, Service>;
  readonly terms: ReadonlyMap<string, Term>;
  /** The name of a jurisdiction or M49 region; the code itself when the record has no name. */
  name(code: string, locale: Locale): string;
  /** A field of a record in a language, falling back to the source text. `field` is a path such as `stages.2.note`. */
  say(locale: Locale, kind: Kind, id: string, field: string, source: string): Said;
  /** The groups that a jurisdiction belongs to on a day. */
  groupsOf(code: string, at: Day): readonly string[];
  /** The jurisdictions whose law reaches this one on a day: itself, its parent state, and the EU for a member. */
  reachOf(code: string, at: Day): readonly string[];
}

/**
 * Territories in which EU law applies as in the member state that they belong to: the outermost regions
 * with a code of their own (Article 349 of the Treaty on the Functioning of the European Union), and Åland.
 */
const EU_OUTERMOST: ReadonlySet<string> = new Set(["GF", "GP", "MF", "MQ", "RE", "YT", "AX"]);

/** A translated text as it is kept: what it says, what it translates, who has read it. */
type Translated = Pick<Text, "text" | "of" | "state">;

/** Where the texts of a kind of record in a language come from. It is asked when the first of them is read: a language that nobody reads costs nothing. */
export type Texts = (locale: Locale, kind: Kind) => Iterable<Omit<Text, "id" | "locale" | "kind">>;

/** Builds a catalogue from the current records of CATALOGUE_KINDS, in the record's order. `texts`: where translations come from, when not from the records. */
export function buildCatalogue(records: Iterable<AtlasRecord>, texts?: Texts): Catalogue {
  const maps = new Map<Kind, Map<string, unknown>>(CATALOGUE_KINDS.map((kind) => [kind, new Map()]));
  const names = new Map<string, string>();
  const own = new Map<string, Text[]>();
  for (const record of records) {
    if (record.kind === "name") names.set(`${record.body.of}.${record.body.locale}`, record.body.name);
    else if (record.kind === "text") {
      const name = `${record.body.locale}.${record.body.kind}`;
      const list = own.get(name);
      if (list) list.push(record.body);
      else own.set(name, [record.body]);
    } else maps.get(record.kind)?.set(record.id, record.body);
  }
  const of = <K extends Kind>(kind: K) => (maps.get(kind) ?? new Map()) as Map<string, Kinds[K]>;
  const memberships = [...of("membership").values()];
  const descriptor = of("package").get("safeguard-atlas");
  const jurisdictions = of("jurisdiction");

  const groupsOf = (code: string, at: Day): string[] =>
    memberships.filter((one) => one.jurisdiction === code && covers(one.from, one.to, at)).map((one) => one.group);

  /** The texts of each language and kind that were read; once one was said, as it was said. */
  const languages = new Map<string, Map<string, Translated | Said>>();
  const textsIn = (locale: Locale, kind: Kind): Map<string, Translated | Said> => {
    const name = `${locale}.${kind}`;
    let known = languages.get(name);
    if (!known) {
      known = new Map();
      for (const { record, field, text, of: hash, state } of texts?.(locale, kind) ?? own.get(name) ?? [])
        known.set(textKey(record, field), { text, of: hash, state });
      own.delete(name);
      languages.set(name, known);
    }
    return known;
  };
  return {
    date: descriptor?.date ?? "",
    version: descriptor?.version ?? "",
    jurisdictions,
    groups: of("group"),
    memberships,
    topics: of("topic"),
    scales: of("scale"),
    questions: of("question"),
    codebook: groupBy([...of("question").values()], (one) => (one.kind === "codebook" ? one.topic : "")),
    readings: groupBy([...of("question").values()], (one) => one.same),
    sources: of("source"),
    treaties: of("treaty"),
    instruments: of("instrument"),
    obligations: of("obligation"),
    positions: of("position"),
    arguments: of("argument"),
    updates: of("update"),
    claims: of("claim"),
    caveats: of("caveat"),
    breaks: of("break"),
    datasets: of("dataset"),
    snapshots: of("snapshot"),
    testimonies: of("testimony"),
    campaigns: of("campaign"),
    commitments: of("commitment"),
    services: of("service"),
    terms: of("term"),
    name: (code, locale) => names.get(`${code}.${locale}`) ?? names.get(`${code}.en`) ?? code,
    say(locale, kind, id, field, source) {
      if (locale === "en" || source === "") return { text: source, lang: "en", state: "source" };
      const language = textsIn(locale, kind);
      const key = textKey(id, field);
      const found = language.get(key);
      if (found && "lang" in found) return found;
      const answer: Said = found
        ? { text: found.text, lang: locale, state: found.of === textHash(source) ? found.state : "stale", source }
        : { text: source, lang: "en", state: "missing" };
      language.set(key, answer);
      return answer;
    },
    groupsOf,
    reachOf(code, at) {
      const reach = [code];
      const own = jurisdictions.get(code);
      // A territory is not under its state's law as a matter of course; a subdivision is.
      const parent = own?.kind === "subdivision" ? own.parent : "";
      if (parent) reach.push(parent);
      const member = groupsOf(code, at).includes("eu") || groupsOf(parent, at).includes("eu");
      const outermost = EU_OUTERMOST.has(code) && groupsOf(own?.parent ?? "", at).includes("eu");
      if (member || outermost) reach.push("EU");
      return reach;
    },
  };
}

/** Groups in the order of the list; what has no group is left out. */
function groupBy<T>(list: readonly T[], groupOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groupOf(one);
    if (group === "") continue;
    const held = groups.get(group);
    if (held) held.push(one);
    else groups.set(group, [one]);
  }
  return groups;
}

function textKey(record: string, field: string): string {
  return `${record}.${field}`;
}

function covers(from: string, to: string, at: Day): boolean {
  return (from === "" || from <= at) && (to === "" || to.slice(0, 10) >= at.slice(0, to.length));
}
