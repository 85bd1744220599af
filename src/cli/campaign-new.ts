import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { Unreadable } from "../dataset/csv.ts";
import { formatFiles } from "../dataset/format.ts";
import { readYaml, writeYaml } from "../dataset/yaml.ts";
import { StoreProblem } from "../store/problem.ts";
import { dataFolder } from "./place.ts";
import { checkedRecords, readFolder, reportProblems } from "./record.ts";
import { EXIT, EXIT_HELP, result, verb } from "./say.ts";

/** The file in which campaigns stand, and the list of all files. */
const FILE = "campaigns.yaml";
const DESCRIPTOR = "datapackage.json";

interface Options {
  readonly data: string;
  readonly from?: string;
  readonly id?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly organisation?: readonly string[];
  readonly place?: readonly string[];
  readonly topic?: readonly string[];
  readonly position?: readonly string[];
  readonly instrument?: readonly string[];
  readonly source?: readonly string[];
  readonly opens?: string;
  readonly closes?: string;
  readonly to?: readonly string[];
  readonly letter?: string;
  readonly signers?: string;
  readonly petition?: string;
  readonly appeal?: string;
  readonly json?: boolean;
}

/** `atlas campaigns new`: writes a new entry into the record's files, or says what is wrong with it and changes nothing. */
export function newCampaignVerb(campaigns: Command): void {
  const several = (value: string, all: readonly string[] = []): readonly string[] => [...all, value];
  campaigns
    .command("new")
    .description("write a new campaign into data/campaigns.yaml, from options or from a file; it is checked first. `atlas load` publishes it")
    .option("--from <file>", "a YAML or JSON file with the fields of one campaign; options stand in place of its fields")
    .option("--id <id>", "permanent identifier, such as letter-on-hotlines-2027")
    .option("--title <words>", "title")
    .option("--summary <words>", "what it is about, in your own words")
    .option("--organisation <name>", "who calls; may be repeated", several)
    .option("--place <code>", "jurisdiction, such as EU; may be repeated", several)
    .option("--topic <id>", "topic; may be repeated", several)
    .option("--position <id>", "policy position that it shares; may be repeated", several)
    .option("--instrument <id>", "instrument that it is about; may be repeated", several)
    .option("--source <id>", "source in data/sources.csv in which the call was read; may be repeated", several)
    .option("--opens <day>", "first day")
    .option("--closes <day>", "last day")
    .option("--to <words>", "addressee of the open letter; may be repeated", several)
    .option("--letter <file>", "text of the open letter; paragraphs are parted by an empty line")
    .option("--signers <who>", "who can sign the letter here: persons, organisations, or both with a comma")
    .option("--petition <words>", "what the petition asks, in one sentence; it can be signed here")
    .option("--appeal <position>", "position whose asks a letter to decision makers makes; they are those of --to")
    .option("--data <folder>", "folder of the record's files", dataFolder())
    .option("--json", "write the result as JSON")
    .addHelpText("after", EXIT_HELP)
    .action(verb(write));
}

async function write(options: Options): Promise<number> {
  const folder = resolve(options.data);
  const texts = await readFolder(folder);
  const entry = await entryOf(options, texts);
  const held = texts.get(FILE) ?? "";
  const text = `${held && !held.endsWith("\n") ? `${held}\n` : held}${writeYaml([entry])}`;
  // The form of the entry is soon looked at; what it refers to takes the whole record.
  const { problems: unformed } = formatFiles(new Map([[FILE, text]]));
  const { files } = unformed.length > 0 ? { files: texts } : formatFiles(new Map(texts).set(FILE, text));
  const { problems: found } = unformed.length > 0 ? { problems: [] } : await checkedRecords(files);
  const problems = [...unformed, ...found];
  const id = String(entry["id"] ?? "");
  if (problems.length > 0) {
    if (options.json) result(true, { ok: false, problems }, "");
    else reportProblems(problems);
    return EXIT.problems;
  }
  for (const path of [FILE, DESCRIPTOR]) {
    const made = files.get(path);
    if (made !== undefined && made !== texts.get(path)) await writeFile(join(folder, path), made);
  }
  result(options.json === true, { ok: true, id, file: join(folder, FILE) }, `${id} was written to ${join(folder, FILE)}. \`atlas load\` publishes it.`);
  return EXIT.ok;
}

type Entry = Record<string, unknown>;

/** The fields of the new campaign: those of the file, then those of the options. */
async function entryOf(options: Options, texts: ReadonlyMap<string, string>): Promise<Entry> {
  const given = options.from === undefined ? {} : await fieldsOf(options.from);
  const listed = (list: readonly string[] | undefined): readonly string[] | undefined => (list && list.length > 0 ? list : undefined);
  const letter = await letterOf(options);
  const asked: Entry = {
    id: options.id,
    title: options.title,
    summary: options.summary,
    organisations: listed(options.organisation),
    opens: options.opens,
    closes: options.closes,
    jurisdictions: listed(options.place),
    topics: listed(options.topic),
    instruments: listed(options.instrument),
    positions: listed(options.position),
    letter,
    petition: options.petition === undefined ? undefined : { ask: options.petition, signed: true },
    appeal:
      options.appeal === undefined
        ? undefined
        : { position: options.appeal, addressees: (options.to ?? []).map((name) => ({ name, jurisdiction: options.place?.[0] ?? "" })) },
    citations: listed(options.source)?.map((source) => ({ source, read: dateOf(texts) })),
  };
  const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return { archived: false, confidence: "looked-up", review: "unreviewed", ...given, ...set };
}

/** The day of the data: what stands in the record was read on that day or before. */
function dateOf(texts: ReadonlyMap<string, string>): string {
  const found = /"date": "(\d{4}-\d{2}-\d{2})"/.exec(texts.get(DESCRIPTOR) ?? "")?.[1];
  return found ?? "";
}

async function letterOf({ letter, to, signers }: Options): Promise<object | undefined> {
  if (letter === undefined && signers === undefined) return undefined;
  return {
    addressees: to ?? [],
    ...(letter === undefined ? {} : { text: (await textOf(letter, "--letter")).trim() }),
    ...(signers === undefined ? {} : { signers: signers.split(",").map((one) => one.trim()) }),
  };
}

async function fieldsOf(path: string): Promise<Entry> {
  const text = await textOf(path, "--from");
  let value: unknown;
  try {
    value = readYaml(text).value;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new StoreProblem("refused", `${path}:${error.line}: ${error.message}. Nothing was changed.`);
  }
  const one = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
  if (typeof one !== "object" || one === null || Array.isArray(one))
    throw new StoreProblem(
      "refused",
      `${path} does not hold the fields of one campaign. Write them as “name: value”, as data/campaigns.yaml does. Nothing was changed.`,
    );
  return one as Entry;
}

async function textOf(path: string, option: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new StoreProblem("refused", `${option}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}). Nothing was changed.`);
  }
}
