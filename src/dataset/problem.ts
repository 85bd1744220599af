/** A defect of the record's files: where it is, what is wrong, and how to mend it. */
export interface Problem {
  /** Path inside the data folder, such as `codings/BR.csv`. */
  readonly file: string;
  /** Line of the file, from 1; 0 when the whole file is meant. */
  readonly line: number;
  /** Kind and id, such as `coding br-def-csam`; empty when no record is meant. */
  readonly record: string;
  readonly what: string;
  readonly mend: string;
  readonly severity: "error";
}

/** Makes a problem; every problem of the record's files is an error. */
export function problem(file: string, line: number, record: string, what: string, mend: string): Problem {
  return { file, line, record, what, mend, severity: "error" };
}

/** One line for people: `codings/BR.csv:12: coding br-def-csam: what is wrong. How to mend it.` */
export function formatProblem(one: Problem): string {
  const place = one.line > 0 ? `${one.file}:${one.line}` : one.file;
  const record = one.record ? `${one.record}: ` : "";
  return `${place}: ${record}${sentence(one.what)} ${sentence(one.mend)}`;
}

function sentence(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return /[.!?]$/.test(flat) ? flat : `${flat}.`;
}
