import type { Translate } from "../inquiry.ts";

/** The words that stand in files, where no page is around them; from the messages `file.*`. */
export interface FileWords {
  /** Names of the two sheets of a workbook. */
  readonly sheets: { readonly figures: string; readonly about: string };
  /** What stands before each fact, by its message. */
  readonly label: (
    fact:
      | "title"
      | "dataset"
      | "description"
      | "report-class"
      | "unit"
      | "definition"
      | "as-of"
      | "warning"
      | "break"
      | "caveat"
      | "rival"
      | "note"
      | "blanks"
      | "source"
      | "publisher"
      | "terms"
      | "licence"
      | "revision"
      | "at"
      | "address"
      | "column",
  ) => string;
  readonly noComparison: string;
  readonly comparison: string;
  /** What an empty cell means. */
  readonly blanks: string;
  readonly licence: string;
  readonly read: (day: string) => string;
}

/** Most characters of the name of a sheet, and those that none may hold. */
const LONGEST_NAME = 31;
const NEVER_IN_NAME = /[:\\/?*[\]]/g;

/** The words in the reader's language. */
export function fileWords(t: Translate): FileWords {
  const name = (text: string): string => text.replace(NEVER_IN_NAME, " ").slice(0, LONGEST_NAME);
  return {
    sheets: { figures: name(t("file.sheet-figures")), about: name(t("file.sheet-about")) },
    label: (fact) => t(`file.${fact}`),
    noComparison: t("file.no-comparison"),
    comparison: t("file.comparison"),
    blanks: t("file.blanks-mean"),
    licence: t("file.licence-terms"),
    read: (day) => t("file.read", { day }),
  };
}
