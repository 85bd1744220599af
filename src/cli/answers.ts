import type { Command } from "commander";
import { Fault } from "../api/fault.ts";
import type { Inquiry } from "../api/inquiry.ts";
import { questionResource } from "../api/question/resource.ts";
import type { Download } from "../api/resource.ts";
import { type Asked, ask, askable, lines } from "./ask.ts";
import { verb } from "./say.ts";

interface Options extends Asked {
  readonly question?: string;
  readonly place?: string;
}

/** `atlas answers`: the answers of all jurisdictions to one question on a day; without a question the codebook. */
export function answersVerb(program: Command): void {
  askable(
    program
      .command("answers")
      .description("what the law says: the answers of all jurisdictions to a question on a day; without --question the list of questions")
      .option("--question <id>", "the question, such as def-grooming, party-to-lanzarote or eu-privacy-derogation")
      .option("--place <codes>", "only these jurisdictions, such as BR,FR"),
  ).action(verb((options: Options) => ask(options, [], (inquiry) => answers(inquiry, options), words)));
}

async function answers(inquiry: Inquiry, options: Options): Promise<Download | null> {
  if (!options.question) return questionResource.list(inquiry);
  const download = (await questionResource.one?.(inquiry, options.question)) ?? null;
  if (!download || !options.place) return download;
  const places = new Set(options.place.split(",").map((code) => code.trim().toUpperCase()));
  for (const code of places)
    if (!inquiry.catalogue.jurisdictions.has(code))
      throw new Fault(400, "place", `“${code}” is not a jurisdiction of the record. Write a code such as BR, US-CA or EU.`);
  const rows = download.table.rows.filter((row) => places.has(String(row["jurisdiction"])));
  return { ...download, table: { ...download.table, rows }, data: { ...(download.data as object), answers: rows } };
}

function words(download: Download, inquiry: Inquiry): string {
  if (download.table.columns.includes("standing"))
    return [
      `The law as of ${inquiry.at}${inquiry.known ? `, as known at revision ${inquiry.revision.id}` : ""}; data of ${inquiry.catalogue.date}. Not legal advice.`,
      "",
      lines(download.table.rows, ["jurisdiction", "jurisdiction_name", "standing", "answer", "valid_from", "provision", "source_url"]),
    ].join("\n");
  return lines(download.table.rows, ["question", "kind", "jurisdictions_coded", "wording"]);
}
