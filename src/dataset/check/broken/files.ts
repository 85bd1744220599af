import { type Broken, inCsv, inJson, inYaml, lastLine, lineOf, list, moreCsv, swap } from "./edit.ts";

/** Files that cannot be read, are not known, or are not in canonical form. */
export const FILES: readonly Broken[] = [
  { name: "a quotation mark inside a cell", file: "services.csv", edit: swap("Child Helpline,", 'Child "Helpline,'), says: /quotation mark/ },
  { name: "a quotation mark that is never closed", file: "codings/BR.csv", edit: (text) => `${text}"br-open,BR\n`, says: /quotation mark/, line: lastLine },
  { name: "a column is missing", file: "memberships.csv", edit: swap(",read,note", ",read"), says: /wrong columns \(missing: note\)/ },
  { name: "a column has another name", file: "sources.csv", edit: swap("publisher", "editor"), says: /missing: publisher; unknown: editor/ },
  { name: "columns in the wrong order", file: "services.csv", edit: swap("url,phone", "phone,url"), says: /wrong order/ },
  {
    name: "a cell too few",
    file: "treaties/status.csv",
    edit: swap(/,2026-11-\d\d\n(?=.*\n)/, "\n"),
    says: /the line has 9 cells, the header has 10/,
    line: 2,
  },
  {
    name: "a cell too many",
    file: "jurisdictions/jurisdictions.csv",
    edit: swap(/\n(A[A-Z],.*)\n/, "\n$1,\n"),
    says: /the line has 9 cells, the header has 8/,
  },
  { name: "a byte order mark", file: "topics.yaml", edit: (text) => `\uFEFF${text}`, says: /byte order mark/ },
  { name: "Windows line ends", file: "updates/2024.yaml", edit: (text) => text.replaceAll("\n", "\r\n"), says: /Windows/ },
  { name: "bad indentation", file: "claims.yaml", edit: swap("\n  order: 1\n", "\n order: 1\n"), says: /not YAML/ },
  { name: "a key that stands twice", file: "terms.yaml", edit: swap(/(\n {2}term: .*)/, "$1$1"), says: /a key stands twice/ },
  { name: "a YAML file that is no list", file: "positions/arguments.yaml", edit: () => "note: nothing\n", says: /not a list/ },
  { name: "an entry that is no set of fields", file: "terms.yaml", edit: (text) => `${text}- hello\n`, says: /not a set of fields/ },
  { name: "an empty CSV file", file: "services.csv", edit: () => "", says: /the file is empty/ },
  { name: "a descriptor that is not JSON", file: "datapackage.json", edit: swap('"version": ', '"version" '), says: /not JSON/ },
  { name: "a file that the record does not know", file: "codings/notes.txt", edit: () => "hello\n", says: /no such file/, line: 0 },
  { name: "lines in another order", file: "codings/BR.csv", edit: swap(/\n(br-a.*)\n(br-a.*)\n/, "\n$2\n$1\n"), says: /canonical form/ },
  { name: "quotation marks without need", file: "services.csv", edit: swap(",Child Helpline,", ',"Child Helpline",'), says: /canonical form/ },
  { name: "an empty field that is written out", file: "topics.yaml", edit: swap("  order: 1\n", '  order: 1\n  parent: ""\n'), says: /canonical form/ },
  { name: "keys in another order", file: "terms.yaml", edit: inYaml((entry) => Object.assign(entry, taken(entry, "term"))), says: /canonical form/ },
  { name: "no line end at the end", file: "treaties/treaties.yaml", edit: (text) => text.trimEnd(), says: /canonical form/, line: lastLine },
  {
    name: "the descriptor does not list a file",
    file: "datapackage.json",
    edit: inJson((value) => list(value, "resources").shift()),
    says: /does not list the file sources\.csv/,
    line: lineOf(/"resources"/),
  },
  {
    name: "the descriptor lists a file that does not exist",
    file: "datapackage.json",
    edit: swap('"path": "topics.yaml"', '"path": "themes.yaml"'),
    says: /lists themes\.yaml, which does not exist/,
    also: [/does not list the file topics\.yaml/],
  },
  {
    name: "the descriptor lists a file twice",
    file: "datapackage.json",
    edit: inJson((value) => list(value, "resources").push({ ...list(value, "resources")[0] })),
    says: /lists sources\.csv twice/,
    line: lineOf(/"sources\.csv"/),
  },
  { name: "the descriptor without its title", file: "datapackage.json", edit: inJson((value) => delete value.title), says: /field title is missing/, line: 1 },
  {
    name: "the descriptor with a day that does not exist",
    file: "datapackage.json",
    edit: inJson((value) => Object.assign(value, { date: "2026-11-31" })),
    says: /field date: not a day/,
  },
  { name: "no descriptor", file: "datapackage.json", edit: () => null, says: /does not exist/, line: 0 },
  {
    name: "a file is gone",
    file: "services.csv",
    edit: () => null,
    says: /lists services\.csv, which does not exist/,
    at: "datapackage.json",
    line: lineOf(/"services\.csv"/),
  },
  {
    name: "a dataset without its file",
    file: "statistics/population.csv",
    edit: () => null,
    says: /the dataset has no file/,
    at: "statistics/datasets.yaml",
    line: lineOf(/^- id: population$/),
    also: [/lists statistics\/population\.csv, which does not exist/],
  },
  {
    name: "a file without its dataset",
    file: "statistics/rainfall.csv",
    edit: () => "year,value\n",
    says: /no dataset describes this file/,
    line: 0,
    also: [/does not list the file statistics\/rainfall\.csv/],
  },
  {
    name: "a coding in the file of another jurisdiction",
    file: "codings/BR.csv",
    edit: inCsv((cells) => Object.assign(cells, { jurisdiction: "AQ" })),
    says: /belongs in codings\/AQ\.csv/,
  },
  {
    name: "an update in the file of another year",
    file: "updates/2024.yaml",
    edit: inYaml((entry) => Object.assign(entry, { date: "2023-06-01" })),
    says: /belongs in updates\/2023\.yaml/,
    line: lineOf(/^- id/),
  },
  {
    name: "an ask among the codebook's questions",
    file: "codebook/questions.yaml",
    edit: inYaml((entry) => Object.assign(entry, { order: 9000, kind: "ask", position: "end-to-end-encryption", rules: [{ answer: "18", alignment: "met" }] })),
    says: /belongs in codebook\/asks\.yaml/,
    line: lineOf(/^- id/),
  },
  { name: "an order that stands twice", file: "topics.yaml", edit: swap("\n  order: 2\n", "\n  order: 1\n"), says: /the order 1 is also that of/ },
  {
    name: "an id that stands twice",
    file: "codings/BR.csv",
    edit: inCsv(
      (cells) => Object.assign(cells, { id: "br-age-of-consent" }),
      // One without a note: no translation loses its record.
      (cells) => cells.id !== "br-age-of-consent" && cells.note === "" && cells.doubt === "",
    ),
    says: /this id stands twice/,
  },
  { name: "a row that stands twice", file: "statistics/population.csv", edit: moreCsv(() => undefined), says: /this row stands twice/ },
];

/** Takes a field out, so that it can be put at the end. */
function taken(entry: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = entry[name];
  delete entry[name];
  return { [name]: value };
}
