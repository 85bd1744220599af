import { describe, expect, test } from "vitest";
import type { Locale } from "../../domain/locale.ts";
import { HELD, heldUnits } from "./held.ts";
import { type Unit, unitName } from "./unit.ts";

/** A rendering that changes the meaning: seen in other work on the field, and to be kept out of ours. */
interface Fault {
  /** Where the English says it. */
  readonly english: RegExp;
  /** Where the English means what the wrong rendering says, so that it is right there. */
  readonly meant?: RegExp;
  /** The wrong renderings are looked for in every text, not only where the English says it. */
  readonly everywhere: boolean;
  readonly wrong: Readonly<Partial<Record<Locale, RegExp>>>;
  /** What stands there instead, where there is one way to say it. */
  readonly right?: Readonly<Partial<Record<Locale, RegExp>>>;
  /** Our own words: the English, a language, a wrong and a right rendering. */
  readonly samples: ReadonlyArray<readonly [english: string, locale: Locale, wrong: string, right: string]>;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  "a high-level statement is a general one, or one of high rank, not one of high quality": {
    english: /\bhigh[- ]level\b/i,
    meant: /\bquality\b/i,
    everywhere: true,
    wrong: {
      fr: /\b(?:haute|grande|bonne) qualité/i,
      es: /\b(?:alta|gran|buena) calidad/i,
      pt: /\b(?:alta|grande|boa) qualidade/i,
      ar: /عالي(?:ة)? الجودة|رفيع(?:ة)? الجودة/u,
      de: /hochwertig|hoher Qualität/i,
      hi: /उच्च[ -]गुणवत्ता/u,
      ja: /高品質|質の高い/u,
      ru: /высококачествен|высокого качества/iu,
      zh: /高质量|高品质|优质/u,
    },
    samples: [
      ["High-level principles", "fr", "Principes de grande qualité", "Principes généraux"],
      ["A high-level summary", "es", "Un resumen de alta calidad", "Un resumen general"],
      ["A high-level statement", "ja", "質の高い声明", "概括的な声明"],
    ],
  },
  "advocacy is speaking for a cause, not a defence": {
    english: /\badvocacy\b/i,
    everywhere: false,
    wrong: { fr: /\bdéfense\b/i, es: /\bdefensa\b/i, de: /\bVerteidigung\b/i, ru: /оборон/iu },
    right: { fr: /\bplaidoyer\b/i },
    samples: [["Advocacy", "fr", "Défense", "Plaidoyer"]],
  },
  "a survivor is a person of any age, not a surviving child": {
    english: /\bsurvivors?\b/i,
    meant: /\bchild(?:ren)? survivors?\b|\bsurviving child/i,
    everywhere: true,
    wrong: {
      fr: /\benfants?[- ]surviv|\bmineure?s? surviv/i,
      es: /\bniñ[oa]s? (?:y niñ[oa]s )?(?:sobre|super)vivient|\bmenor(?:es)? (?:sobre|super)vivient/i,
      pt: /\bcrianças? sobrevivent|\bmenor(?:es)? sobrevivent/i,
      ar: /طفل(?:ة)? (?:ال)?ناج|(?:ال)?أطفال (?:ال)?ناج/u,
      de: /überlebende[nrs]? Kind|Kinderüberlebend/i,
      hi: /(?:बाल|बच्चे|बच्चा)[ -](?:उत्तरजीवी|सर्वाइवर)/u,
      ja: /(?:児童|子ども|子供)の?(?:サバイバー|生存者)|生存児童/u,
      ru: /(?:реб[её]н\p{L}*|дет\p{L}*)[-, ]+(?:выживш|пережив)/iu,
      zh: /儿童幸存者|幸存儿童/u,
    },
    right: {
      fr: /surviv|victimes?\b/i,
      es: /sobrevivient/i,
      pt: /sobrevivent/i,
      ar: /ناج/u,
      de: /Betroffene|Überlebende/i,
      hi: /उत्तरजीवी|उत्तरजीवि|सर्वाइवर/u,
      ja: /サバイバー/u,
      ru: /пережи/iu,
      zh: /幸存者/u,
    },
    samples: [
      ["A survivor of online abuse", "fr", "Un enfant survivant d’abus en ligne", "Une personne survivante d’abus en ligne"],
      ["A survivor of online abuse", "es", "Un niño sobreviviente de abuso en línea", "Una persona sobreviviente de abuso en línea"],
      ["Survivors speak late", "zh", "儿童幸存者很晚才说出", "幸存者很晚才说出"],
      ["Survivors speak late", "ar", "الأطفال الناجون يتكلمون متأخرين", "الناجون والناجيات يتكلمون متأخرين"],
    ],
  },
  "children who are recovered have been found, and have not got well": {
    english: /\brecover(?:y|ies|ed|ing)?\b[^.;]*\bchild|\bchild(?:ren)?\b[^.;]*\brecover(?:y|ies|ed)\b/i,
    meant: /\b(?:health|heal|therap|reinstat|restor)/i,
    everywhere: true,
    wrong: {
      fr: /\brétablissements?\b|\bconvalescen|\bguérison/i,
      es: /\brestablecimientos?\b|\bconvalec|\bcuración\b/i,
      pt: /\brestabelecimentos?\b|\bconvalesc|\bcura das crianças/i,
      ar: /تعافي الأطفال|شفاء الأطفال/u,
      de: /\bGenesung/i,
      hi: /स्वास्थ्य[ -]?लाभ/u,
      ja: /児童の(?:快復|回復)|療養/u,
      ru: /выздоровлен/iu,
      zh: /儿童(?:的)?(?:康复|痊愈)/u,
    },
    samples: [
      ["Recoveries of missing children", "fr", "Rétablissement d’enfants disparus", "Enfants disparus retrouvés"],
      ["Recoveries of missing children", "es", "Restablecimiento de niños desaparecidos", "Niños desaparecidos localizados"],
    ],
  },
  "enticement is one word everywhere, and no instigation of others to an offence": {
    english: /\bentic(?:e|ement|ing)\b/i,
    everywhere: false,
    wrong: {
      fr: /\bincitations?\b|\binstigation|\bséduction/i,
      es: /\binstigaci(?:ón|ones)\b|\bseducci(?:ón|ones)\b/i,
      pt: /\binstigaç(?:ão|ões)/i,
      ar: /تحريض/u,
      de: /\bAnstiftung|\bVerführung/i,
      hi: /उकसा/u,
      ja: /扇動|教唆/u,
      ru: /подстрекат|соблазнени/iu,
      zh: /教唆|煽动/u,
    },
    right: { fr: /sollicit|«\s[^»]*Enticement\s»/i },
    samples: [
      ["Online enticement", "fr", "Incitation en ligne", "Sollicitation en ligne d’enfants à des fins sexuelles"],
      ["Online enticement", "es", "Instigación en línea", "Captación de niños y niñas en línea"],
      ["Online enticement", "ru", "Подстрекательство детей в интернете", "Онлайн-склонение детей"],
    ],
  },
};

/** What is wrong with a rendering; null when it is sound. */
function faultOf({ english, meant, everywhere, wrong, right }: Fault, locale: Locale, source: string, text: string): string | null {
  if (meant?.test(source)) return null;
  const says = english.test(source);
  const found = everywhere || says ? wrong[locale]?.exec(text)?.[0] : undefined;
  if (found !== undefined) return `“${found}”`;
  const wanted = says ? right?.[locale] : undefined;
  return wanted && !wanted.test(text) ? `nothing of ${wanted.source}` : null;
}

/** Fewest words of a text that is taken for a sentence: shorter ones are names that many languages share. */
const SENTENCE = 6;

/** Whether a text is a sentence of ours rather than a name, such as the title of a law. */
function isSentence({ home, field, source }: Unit): boolean {
  const words = source.replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, " ").match(/\p{L}+/gu) ?? [];
  return words.length >= SENTENCE && words.filter((word) => /^\p{Ll}{4}/u.test(word)).length > 1 && !(home === "instrument" && field === "title");
}

describe("a fault of meaning is seen", () => {
  test.each(Object.entries(FAULTS).flatMap(([name, fault]) => fault.samples.map((sample) => [name, sample[1], fault, sample] as const)))(
    "%s (%s)",
    (_, locale, fault, [source, , wrong, right]) => {
      expect(faultOf(fault, locale, source, wrong)).not.toBeNull();
      expect(faultOf(fault, locale, source, right)).toBeNull();
    },
  );

  test("what the English means is no fault", () => {
    const [, quality] = Object.entries(FAULTS)[0] ?? [];
    expect(quality && faultOf(quality, "fr", "Figures of high quality", "Des chiffres de haute qualité")).toBeNull();
  });
});

describe.each(HELD)("%s", (locale) => {
  const translated = async (): Promise<Unit[]> => (await heldUnits(locale)).filter((one) => one.text !== null);

  test("holds none of the faults of meaning", async () => {
    const found = (await translated()).flatMap((unit) =>
      Object.entries(FAULTS).flatMap(([name, fault]) => {
        const what = faultOf(fault, locale, unit.source, unit.text ?? "");
        return what === null ? [] : [`${unitName(unit)}: ${what}; ${name}. “${unit.source}” – “${unit.text}”`];
      }),
    );
    expect(found).toEqual([]);
  });

  test("no sentence that counts as translated has been left in English", async () => {
    const left = (await translated()).filter((unit) => unit.text === unit.source && isSentence(unit));
    expect(left.map((unit) => `${unitName(unit)}: ${unit.source}`)).toEqual([]);
  });
});
