import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { briefResource } from "../api/brief/resource.ts";
import { briefView } from "../api/brief/view.ts";
import type { Inquiry } from "../api/inquiry.ts";
import { StoreProblem } from "../store/problem.ts";
import { readAssets } from "../web/built.ts";
import { paperHtml } from "../web/page/brief/paper.tsx";
import { plainText } from "../web/page/brief/plain.ts";
import { browserPrinter, findBrowser } from "../web/printer.ts";
import { visitOf } from "../web/visitor.ts";
import { type Asked, ask, askable } from "./ask.ts";
import { distFolder } from "./place.ts";
import { verb } from "./say.ts";

interface Options extends Asked {
  readonly place?: string;
  readonly topic?: readonly string[];
  readonly position?: string;
  readonly html?: boolean;
  readonly pdf?: string;
}

/** `atlas brief`: one or two pages on a jurisdiction, some topics and a position, as text, HTML, PDF, JSON or CSV. */
export function briefVerb(program: Command): void {
  askable(
    program
      .command("brief")
      .description("a brief for a committee: what the law of one place says on some topics, how it stands to a position, both sides, what is not known")
      .option("--place <code>", "the jurisdiction, such as BR")
      .option("--topic <id>", "a topic, such as offences; may be repeated", (value: string, all: readonly string[] = []) => [...all, value])
      .option("--position <id>", "a policy position, such as end-to-end-encryption; its topics stand where no --topic is given")
      .option("--html", "the brief as one HTML page that stands for itself")
      .option("--pdf <file>", "write the brief as a PDF, made by the browser that ATLAS_BROWSER names or the PATH holds"),
  ).action(verb(brief));
}

async function brief(options: Options): Promise<number> {
  let text = "";
  return ask(
    options,
    queryOf(options),
    async (inquiry) => {
      if (!options.json && !options.csv) text = await written(options, inquiry);
      return briefResource.list(inquiry);
    },
    () => text.trimEnd(),
  );
}

function queryOf({ place, topic = [], position }: Options): Array<readonly [string, string]> {
  const one = (name: string, value: string | undefined): Array<readonly [string, string]> => (value === undefined ? [] : [[name, value]]);
  return [...one("place", place), ...topic.map((id) => ["topic", id] as const), ...one("position", position)];
}

/** The brief as text or HTML, or where its PDF was written. */
async function written(options: Options, inquiry: Inquiry): Promise<string> {
  const view = await briefView(inquiry);
  const html = paperHtml(view, visitOf(inquiry, { assets: await readAssets(distFolder()), path: "/brief", origin: process.env["ORIGIN"] ?? "", params: {} }));
  if (options.pdf !== undefined) {
    const browser = await findBrowser(process.env);
    if (!browser)
      throw new StoreProblem(
        "environment",
        "No browser was found to make the PDF with. Install Chromium or Chrome, or name one in ATLAS_BROWSER; or print what --html gives.",
      );
    const file = resolve(options.pdf);
    await writeFile(file, await browserPrinter(browser).pdf(html));
    return `The brief was written to ${file}.`;
  }
  return options.html ? html : plainText(html);
}
