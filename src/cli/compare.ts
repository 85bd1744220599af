import type { Command } from "commander";
import { compareResource } from "../api/compare/resource.ts";
import type { Inquiry } from "../api/inquiry.ts";
import type { Cell, Download } from "../api/resource.ts";
import { type Asked, ask, askable, lines } from "./ask.ts";
import { verb } from "./say.ts";

interface Options extends Asked {
  readonly place?: string;
  readonly topic?: string;
  readonly to?: string;
}

/** `atlas compare`: jurisdictions side by side on a day, or one on two days; differences first, blanks as blanks. */
export function compareVerb(program: Command): void {
  askable(
    program
      .command("compare")
      .description("jurisdictions side by side on a day, or one on two days: where the answers differ, where they are the same, what is blank")
      .option("--place <places>", "two to eight codes or names, divided by commas, such as BR,FR,Japan; one together with --to")
      .option("--topic <topics>", "only these topics, divided by commas (all)")
      .option("--to <day>", "the second day, for one jurisdiction alone; --at names the first"),
  ).action(verb((options: Options) => ask(options, query(options), (inquiry) => compareResource.list(inquiry), words)));
}

function query(options: Options): Array<[string, string]> {
  return (["place", "topic", "to"] as const).flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as [string, string]]));
}

/** A line a question with the columns side by side, and what is blank in each. */
function words({ table }: Download, inquiry: Inquiry): string {
  const [first] = table.rows;
  const columns = table.rows.filter((row) => row["question"] === first?.["question"]);
  const days = new Set(columns.map((row) => row["day"]));
  const headOf = (row: Row): string => String(days.size > 1 ? row["day"] : row["jurisdiction"]);
  const questions = new Map<Cell, Record<string, Cell>>();
  for (const row of table.rows) {
    const line = questions.get(row["question"] ?? null) ?? { comparison: row["comparison"] ?? null, question: row["question"] ?? null };
    questions.set(row["question"] ?? null, { ...line, [headOf(row)]: row["answer"] ?? row["standing"] ?? null });
  }
  const answered = [...questions.values()].filter((line) => line["comparison"] !== "blank");
  const blank = (head: string, standing: string): number => table.rows.filter((row) => headOf(row) === head && row["standing"] === standing).length;
  const places = [...new Set(columns.map((row) => row["jurisdiction_name"]))].join(", ");
  return [
    `${places}: the law as of ${[...days].join(" and ")}${inquiry.known ? `, as known at revision ${inquiry.revision.id}` : ""}; data of ${inquiry.catalogue.date}. Not legal advice.`,
    "",
    lines(answered, ["comparison", "question", ...columns.map(headOf)]),
    "",
    `Questions without any answer here: ${questions.size - answered.length}.`,
    ...columns.map(headOf).map((head) => `${head}: ${blank(head, "not-known")} not known for that day, ${blank(head, "not-coded")} not coded.`),
  ].join("\n");
}

type Row = Download["table"]["rows"][number];
