import type { Locale } from "../../domain/locale.ts";
import type { TextState } from "../../domain/text.ts";

/** A section of a text on method, for the list of contents. */
export interface MethodHeading {
  readonly id: string;
  readonly text: string;
}

/** A text on method as the build has made it, in one language. */
export interface MethodText {
  /** Name of its file and last part of its address, such as `event-study`. */
  readonly slug: string;
  readonly lang: Locale;
  /** `source` for English; for a translation, how old it is and who has read it. `missing`: English stands in for it. */
  readonly state: TextState;
  readonly title: string;
  /** Its sections of the second level. */
  readonly headings: readonly MethodHeading[];
  /** All that follows the title, as clean HTML; links to other texts on method are bare slugs. */
  readonly html: string;
}

/** The texts on method for a language, in the order of their slugs; English stands in for what is not translated. */
export type Methods = (locale: Locale) => Promise<readonly MethodText[]>;

/** Puts translations in the place of the English texts that they translate; what is left of English is marked as missing. */
export function withEnglish(english: readonly MethodText[], translated: readonly MethodText[]): MethodText[] {
  return english.map((one) => translated.find(({ slug }) => slug === one.slug) ?? { ...one, state: "missing" });
}
