import { IntlMessageFormat } from "intl-messageformat";
import { intlTag, type Locale } from "../../domain/locale.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Kinds of element of a parsed message, as the parser numbers them. */
const [ARGUMENT, NUMBER, DATE, TIME, SELECT, PLURAL, TAG] = [1, 2, 3, 4, 5, 6, 8];

/** What a message holds beside words: its placeholders, the keys of its choices, the forms of its plurals. */
interface Holds {
  readonly names: Set<string>;
  readonly choices: Map<string, string>;
  readonly plurals: Array<{ readonly name: string; readonly forms: readonly string[] }>;
}

/** Whole numbers of which the forms are asked; from there on the forms come back. */
const COUNTED = 2000;
const forms = new Map<Locale, ReadonlySet<string>>();

/** The plural forms that whole numbers take in a language, such as one, few, many and other. */
export function pluralForms(locale: Locale): ReadonlySet<string> {
  const rules = new Intl.PluralRules(intlTag(locale));
  const known = forms.get(locale) ?? new Set(Array.from({ length: COUNTED + 1 }, (_, count) => rules.select(count)));
  forms.set(locale, known);
  return known;
}

/** What is wrong with a translated message: it cannot be read, a placeholder is lost or unknown, a choice or a plural form is missing. */
export function messageProblems(english: string, translated: string, locale: Locale): string[] {
  let own: Holds;
  try {
    own = holds(new IntlMessageFormat(translated, intlTag(locale)).getAst());
  } catch (error) {
    return [`it cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
  const given = holds(new IntlMessageFormat(english, "en").getAst());
  const problems: string[] = [];
  for (const name of given.names) if (!own.names.has(name)) problems.push(`the placeholder {${name}} is missing`);
  for (const name of own.names) if (!given.names.has(name)) problems.push(`the placeholder {${name}} is not in the English`);
  for (const [name, keys] of given.choices) if (own.choices.get(name) !== keys) problems.push(`the choices of {${name}} are not ${keys}`);
  const needed = pluralForms(locale);
  // Where the English needs one form only, such as a list of years, the translation may too.
  const counted = new Set(given.plurals.filter((one) => one.forms.includes("one")).map((one) => one.name));
  for (const { name, forms: has } of own.plurals) {
    for (const form of counted.has(name) ? needed : []) if (!has.includes(form)) problems.push(`the plural of {${name}} lacks the form “${form}”`);
    // Forms for millions and for fractions may stand although no number here is so.
    for (const form of has)
      if (!form.startsWith("=") && !needed.has(form) && form !== "many" && form !== "other")
        problems.push(`the plural of {${name}} has the form “${form}”, which ${locale} does not have`);
  }
  return problems;
}

function holds(elements: readonly Element[], found: Holds = { names: new Set(), choices: new Map(), plurals: [] }): Holds {
  for (const one of elements) {
    const kind: number = one.type;
    if ("value" in one && [ARGUMENT, NUMBER, DATE, TIME, SELECT, PLURAL, TAG].includes(kind)) found.names.add(one.value);
    if ("options" in one) {
      const keys = Object.keys(one.options);
      if (kind === SELECT) found.choices.set(one.value, keys.sort().join(", "));
      else found.plurals.push({ name: one.value, forms: keys });
      for (const option of Object.values(one.options)) holds(option.value, found);
    }
    if ("children" in one) holds(one.children, found);
  }
  return found;
}
