import { readCsv, writeCsv } from "../../csv.ts";
import { isBody } from "../../shape.ts";
import { readYaml, writeYaml } from "../../yaml.ts";

/** One defect that is made in one file of the real record, and what must be said about it. */
export interface Broken {
  readonly name: string;
  readonly file: string;
  /** The new text of the file, from its text ("" when it is new); null removes the file. */
  readonly edit: (text: string) => string | null;
  /** What the message says is wrong. */
  readonly says: RegExp;
  /** Where it must be reported: by default in the edited file, on the first line that the edit changed. */
  readonly at?: string;
  readonly line?: number | ((text: string) => number);
  /** What else must be reported, because it follows from the defect: nothing, by default. */
  readonly also?: readonly RegExp[];
}

type Cells = Record<string, string>;
type Node = Record<string, unknown>;

/** Changes the cells of the first line of a CSV file that fits. */
export function inCsv(change: (cells: Cells) => void, fits: (cells: Cells) => boolean = () => true): (text: string) => string {
  return (text) => {
    const [header, ...rows] = readCsv(text).map((row) => [...row.cells]);
    const named = rows.map((row) => Object.fromEntries((header ?? []).map((name, at) => [name, row[at] ?? ""])));
    const found = named.find(fits);
    if (!found) throw new Error("No line of the real file fits; choose another one to break.");
    change(found);
    return writeCsv([header ?? [], ...named.map((row) => (header ?? []).map((name) => row[name] ?? ""))]);
  };
}

/** Puts a line, made from the first one that fits, at the end of a CSV file. */
export function moreCsv(change: (cells: Cells) => void, fits: (cells: Cells) => boolean = () => true): (text: string) => string {
  return (text) => {
    const rows = readCsv(text);
    const header = rows[0]?.cells ?? [];
    const found = rows
      .slice(1)
      .map((row) => Object.fromEntries(header.map((name, at) => [name, row.cells[at] ?? ""])))
      .find(fits);
    if (!found) throw new Error("No line of the real file fits; choose another one to copy.");
    change(found);
    return text + writeCsv([header.map((name) => found[name] ?? "")]);
  };
}

/** Changes the first entry of a YAML file that fits. */
export function inYaml(change: (entry: Node, all: Node[]) => void, fits: (entry: Node) => boolean = () => true): (text: string) => string {
  return (text) => {
    const { value } = readYaml(text);
    const all = Array.isArray(value) ? value.filter((one): one is Node => isBody(one)) : [];
    const found = all.find(fits);
    if (!found) throw new Error("No entry of the real file fits; choose another one to break.");
    change(found, all);
    return writeYaml(all);
  };
}

/** Changes a descriptor. */
export function inJson(change: (value: Node) => void): (text: string) => string {
  return (text) => {
    const value: unknown = JSON.parse(text);
    if (isBody(value)) change(value);
    return `${JSON.stringify(value, null, 2)}\n`;
  };
}

/** Replaces a part of the text. */
export function swap(from: string | RegExp, to: string): (text: string) => string {
  return (text) => text.replace(from, to);
}

/** The entries of a list inside an entry. */
export function list(entry: Node, name: string): Node[] {
  const value = entry[name];
  return Array.isArray(value) ? value : [];
}

/** Tells whether an entry has so many entries in a list. */
export function has(name: string, count = 1): (entry: Node) => boolean {
  return (entry) => list(entry, name).length >= count;
}

/** The line on which a text first fits. */
export function lineOf(pattern: RegExp): (text: string) => number {
  return (text) => text.split("\n").findIndex((line) => pattern.test(line)) + 1;
}

/** The last line with something on it. */
export function lastLine(text: string): number {
  return text.trimEnd().split("\n").length;
}
