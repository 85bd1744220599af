import type { z } from "zod";
import { isBody } from "./shape.ts";

type Issue = z.core.$ZodIssue;
type Path = ReadonlyArray<string | number>;

/** What a schema found wrong, in words, with the path of the field. */
export interface Finding {
  readonly path: Path;
  readonly what: string;
  readonly mend: string;
}

/** Turns the schema's issues into words for people. `value` is what was checked. */
export function explain(issues: readonly Issue[], value: unknown): Finding[] {
  return issues.flatMap((issue) => explainOne(issue, value));
}

function explainOne(issue: Issue, value: unknown): Finding[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const name = path.join(".");
  const found = at(value, path);
  const field = `field ${name}`;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      what: `unknown field ${[...path, key].join(".")}`,
      mend: "remove it or correct its name; docs/data-dictionary.md lists the fields",
    }));
  }
  if (path.at(-1) === "citations" && (found === undefined || (Array.isArray(found) && found.length === 0))) {
    return [{ path, what: "a citation is missing", mend: "name the source and the day it was read" }];
  }
  if (found === undefined || found === null || found === "" || (Array.isArray(found) && found.length === 0)) {
    return [{ path, what: `${field} is empty`, mend: `fill it in${allowed(issue)}` }];
  }
  if (issue.code === "invalid_union") {
    // The branch for the empty value is not what the writer meant; the other one says what a value must look like.
    const meant = issue.errors.find((branch) => branch.every((one) => one.code !== "invalid_value")) ?? [];
    const inner = meant.flatMap((one) => explainOne({ ...one, path: [...issue.path, ...one.path] }, value));
    return inner.length > 0
      ? inner
      : [{ path, what: `${field} has a value of the wrong form: ${show(found)}`, mend: "see docs/data-dictionary.md for its form" }];
  }
  if (issue.code === "invalid_value")
    return [{ path, what: `${field} has an unknown value: ${show(found)}`, mend: `write one of ${issue.values.filter((one) => one !== "").join(", ")}` }];
  if (issue.code === "invalid_type") {
    return [
      {
        path,
        what: `${field} is ${typeName(found)}, not ${EXPECTED[issue.expected] ?? issue.expected}: ${show(found)}`,
        mend: issue.expected === "string" ? "put it in quotation marks" : "correct its form",
      },
    ];
  }
  if (issue.code === "too_small" || issue.code === "too_big") return [{ path, what: `${field} is out of range: ${show(found)}`, mend: plain(issue.message) }];
  if (issue.code === "invalid_format" && issue.format === "url")
    return [{ path, what: `${field} is not a web address: ${show(found)}`, mend: "write it in full, starting with https:// or http://" }];
  const [what = "", ...mend] = plain(issue.message).split(/[:;]\s+/);
  return [{ path, what: `${field}: ${what}: ${show(found)}`, mend: mend.join(": ") || "see docs/data-dictionary.md for its form" }];
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "a set of fields",
  record: "a set of fields",
};

function allowed(issue: Issue): string {
  return issue.code === "invalid_value" ? ` with one of ${issue.values.filter((one) => one !== "").join(", ")}` : "";
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isBody(value)) return "a set of fields";
  return typeof value === "string" ? "text" : typeof value === "number" ? "a number" : "true or false";
}

function show(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}

function plain(message: string): string {
  return message.replace(/^Invalid input: |^Invalid string: |^Too (small|big): /, "");
}

function at(value: unknown, path: Path): unknown {
  let here = value;
  for (const part of path) here = Array.isArray(here) ? here[Number(part)] : isBody(here) ? here[part] : undefined;
  return here;
}
