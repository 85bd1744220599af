import { avoidedIn, uses } from "../../dataset/translation/term.ts";
import { begunBy, type Instrument } from "../../domain/instrument.ts";
import { LOCALES, type Locale } from "../../domain/locale.ts";
import type { Question, Scale } from "../../domain/question.ts";
import type { AtlasRecord } from "../../domain/record.ts";
import type { Term } from "../../domain/term.ts";
import { textHash } from "../../domain/text.ts";
import type { Said } from "../../store/catalogue.ts";
import type { Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";
import type { Placed } from "../question/view.ts";
import { standingOf } from "../question/words.ts";

/** What a language calls a concept, and what it should not call it. Null is a text that nobody has translated yet. */
export interface LanguageWords {
  readonly locale: Locale;
  readonly preferred: Said | null;
  readonly definition: Said | null;
  /** The expressions to avoid, in the order of the term's reasons. */
  readonly avoid: ReadonlyArray<Said | null>;
}

/** What each law calls the concept, or the age it sets: the answers to one question of the codebook on a day. */
export interface LawWords {
  readonly question: Question;
  /** Jurisdictions that have a coding, by name; also those of which nothing is known for the day. */
  readonly answers: readonly Placed[];
  /** States and territories without any coding. */
  readonly blanks: readonly string[];
}

/** A law whose own title uses an expression to avoid. */
export interface LawTitle {
  readonly instrument: Instrument;
  /** Language of the original title, where one of its words says so; otherwise empty. */
  readonly lang: Locale | "";
}

/** Scales whose answers say how a law names or bounds a matter; besides these, every scale of ages. */
const NAMING: ReadonlySet<string> = new Set(["definition", "covered"]);

/** The words of every language for a term, in the order of the language switch. */
export function languageWords({ catalogue }: Pick<Inquiry, "catalogue">, term: Term): LanguageWords[] {
  return LOCALES.map((locale) => {
    const said = (field: string, text: string): Said | null => {
      const found = catalogue.say(locale, "term", term.id, field, text);
      return found.state === "missing" ? null : found;
    };
    return {
      locale,
      preferred: said("term", term.term),
      definition: said("definition", term.definition),
      avoid: term.avoid.map((one, index) => said(`avoid.${index}.word`, one.word)),
    };
  });
}

/** What the laws call it, question by question; empty for a term of which the codebook does not ask this. */
export async function lawWords(inquiry: Inquiry, term: Term): Promise<LawWords[]> {
  const { catalogue, reader, at } = inquiry;
  const questions = term.questions.flatMap((id) => catalogue.questions.get(id) ?? []).filter((one) => names(one, catalogue.scales.get(one.scale)));
  if (questions.length === 0) return [];
  const order = byName(inquiry);
  const found = await reader.answersTo(
    questions.map((one) => one.id),
    at,
  );
  return questions.map((question) => {
    const answers = found
      .filter((one) => one.question === question.id)
      .map((answer) => ({ jurisdiction: answer.jurisdiction, answer, standing: standingOf(inquiry, question, answer) }))
      .sort((a, b) => order(a.jurisdiction, b.jurisdiction));
    const coded = new Set(answers.map((one) => one.jurisdiction));
    const blanks = [...catalogue.jurisdictions.values()].filter(({ id, kind }) => (kind === "state" || kind === "territory") && !coded.has(id));
    return { question, answers, blanks: blanks.map((one) => one.id).sort(order) };
  });
}

function names(question: Question, scale: Scale | undefined): boolean {
  return question.kind === "codebook" && (NAMING.has(question.scale) || (scale?.type === "number" && scale.unit === "years"));
}

/** The laws begun by the day whose title, in English or in its own language, uses an expression that the term says to avoid. */
export function lawTitles(inquiry: Inquiry, term: Term): LawTitle[] {
  if (term.avoid.length === 0) return [];
  const words = expressionsOf(inquiry, term);
  const english = words.get("en") ?? [];
  const order = byName(inquiry);
  return [...inquiry.catalogue.instruments.values()]
    .filter((one) => begunBy(one, inquiry.at))
    .flatMap((instrument): LawTitle[] => {
      const lang = LOCALES.find((locale) => words.get(locale)?.some((word) => uses(instrument.original, word))) ?? "";
      return lang || english.some((word) => uses(instrument.title, word)) ? [{ instrument, lang }] : [];
    })
    .sort((a, b) => order(a.instrument.jurisdiction, b.instrument.jurisdiction));
}

/** The expressions to avoid in every language, without those that are to be avoided in one sense only. */
function expressionsOf(inquiry: Inquiry, term: Term): Map<Locale, string[]> {
  const record: AtlasRecord = { kind: "term", id: term.id, body: term };
  return new Map(
    languageWords(inquiry, term).map(({ locale, avoid }) => {
      const texts = avoid.flatMap((said, index): AtlasRecord[] => {
        if (!said || locale === "en") return [];
        const field = `avoid.${index}.word`;
        const id = `${locale}.term.${term.id}.${field}`;
        const of = textHash(term.avoid[index]?.word ?? "");
        return [{ kind: "text", id, body: { id, locale, kind: "term", record: term.id, field, text: said.text, of, state: "machine" } }];
      });
      return [locale, avoidedIn([record, ...texts], locale).map((one) => one.expression)];
    }),
  );
}
