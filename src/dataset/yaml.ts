import { type Document, isNode, LineCounter, parseDocument, Scalar, stringify } from "yaml";
import { Unreadable } from "./csv.ts";

/** A YAML file that was read: its value, and where each part of it stands. */
export interface YamlText {
  readonly value: unknown;
  /** The line, from 1, of the part at this path, or of its nearest part that exists. */
  lineOf(path: ReadonlyArray<string | number>): number;
}

/** Writes a value as YAML 1.2, folded at 100 columns. */
export function writeYaml(value: unknown): string {
  return stringify(quoted(value), { lineWidth: 100, aliasDuplicateObjects: false });
}

/**
 * Reads YAML 1.2: `no` is a word, and a key that stands twice is an error.
 * @throws {Unreadable} for the first thing that cannot be read.
 */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2", strict: true, uniqueKeys: true });
  const error = document.errors[0] ?? document.warnings[0];
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    if (error.code === "DUPLICATE_KEY") throw new Unreadable(line, "a key stands twice in the same entry", "keep one of the two lines");
    throw new Unreadable(line, `this is not YAML: ${error.message}`, "check the indentation, the quotation marks and the colons of this entry");
  }
  return { value: document.toJS(), lineOf: (path) => lineOf(document, lines, path) };
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: ReadonlyArray<string | number>): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Block scalars lose spaces that stand beside a line break; such a text goes between quotation marks. */
function quoted(value: unknown): unknown {
  if (typeof value === "string") {
    if (!/[ \t\r]\n|\n[ \t]/.test(value)) return value;
    const scalar = new Scalar(value);
    scalar.type = Scalar.QUOTE_DOUBLE;
    return scalar;
  }
  if (Array.isArray(value)) return value.map(quoted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, quoted(one)]));
}
