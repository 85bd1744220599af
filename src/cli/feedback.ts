import type { Command } from "commander";
import { decideFeedback, FEEDBACK_STATES, type Feedback, type FeedbackState, feedbackOf, listFeedback } from "../store/desk/feedback.ts";
import { StoreProblem } from "../store/problem.ts";
import { lines } from "./ask.ts";
import { atDesk, plain, plainly } from "./desk.ts";
import { EXIT, note, PLACE_HELP, result, verb } from "./say.ts";

const HELP = `${PLACE_HELP}  ATLAS_SECRET  secret of the site, where DATABASE_URL is set

Exit codes:
  0  done
  1  there is no such feedback or revision, or words for the log are missing
  2  wrong use of the command line
  3  the database, its folder or the environment is not as needed`;

interface Decided {
  readonly json?: boolean;
  readonly accept?: boolean;
  readonly decline?: boolean;
  readonly spam?: boolean;
  readonly open?: boolean;
  readonly summary?: string;
  readonly decision?: string;
  readonly revision?: string;
}

/** `atlas feedback`: what readers say is wrong, and what is decided about it. */
export function feedbackVerb(program: Command): void {
  const feedback = program
    .command("feedback")
    .description("what readers say is wrong: read it, decide, and say so in the public log")
    .addHelpText("after", HELP);
  feedback
    .command("list")
    .description("what was reported, the oldest first; open ones unless another state is asked for")
    .option("--state <state>", `only ${FEEDBACK_STATES.join(", ")}; or all`, "open")
    .option("--json", "as JSON")
    .action(verb(list));
  feedback
    .command("show <reference>")
    .description("one report in full; the sender's address is never shown")
    .option("--json", "as JSON")
    .action((reference: string, options: { json?: boolean }) => verb(() => show(reference, options))(options));
  feedback
    .command("decide <reference>")
    .description("write down what was decided; a sender who gave an address gets one answer by mail")
    .option("--accept", "the record is corrected")
    .option("--decline", "the record stays as it is")
    .option("--spam", "nothing that anybody should read; it does not stand in the log")
    .option("--open", "not decided yet; with a summary it stands in the log as open")
    .option("--summary <words>", "what was asked, in your own words, in English: they are public")
    .option("--decision <words>", "what was decided and why, in your own words, in English: they are public")
    .option("--revision <number>", "the revision with which the record was corrected")
    .option("--json", "as JSON")
    .action((reference: string, options: Decided) => verb(() => decide(reference, options))(options));
}

async function list(options: { json?: boolean; state?: string }): Promise<number> {
  const state = options.state === "all" ? "" : FEEDBACK_STATES.find((one) => one === options.state);
  if (state === undefined) return misused(`--state: “${plain(options.state ?? "")}” is none. Give one of ${FEEDBACK_STATES.join(", ")}, all.`);
  return atDesk(async ({ sql }) => {
    const found = plainly(await listFeedback(sql, state));
    const rows = found.map((one) => ({ ...one, received: one.received.slice(0, 16), about: aboutOf(one), what: one.what.replace(/\s+/g, " ").slice(0, 60) }));
    const text = rows.length === 0 ? "nothing" : lines(rows as never, ["reference", "received", "state", "about", "what"]);
    result(options.json === true, found, text);
    return EXIT.ok;
  });
}

async function show(reference: string, options: { json?: boolean }): Promise<number> {
  return atDesk(async ({ sql }) => {
    const found = await feedbackOf(sql, reference);
    if (!found) throw new StoreProblem("refused", `There is no feedback ${plain(reference)}. \`atlas feedback list\` lists what there is.`);
    result(options.json === true, plainly(found), inWords(plainly(found)));
    return EXIT.ok;
  });
}

async function decide(reference: string, options: Decided): Promise<number> {
  const states: FeedbackState[] = [];
  if (options.accept) states.push("accepted");
  if (options.decline) states.push("declined");
  if (options.spam) states.push("spam");
  if (options.open) states.push("open");
  const [state] = states;
  if (state === undefined || states.length > 1) return misused("Give one of --accept, --decline, --spam and --open.");
  if (options.revision !== undefined && !/^[1-9]\d{0,8}$/.test(options.revision)) return misused("--revision: give the number of a revision, such as 12.");
  const revision = options.revision === undefined ? null : Number(options.revision);
  return atDesk(async (desk) => {
    const decided = { state, summary: options.summary?.trim() ?? "", decision: options.decision?.trim() ?? "", revision };
    const after = plainly(await decideFeedback(desk, reference, decided, new Date()));
    result(options.json === true, after, inWords(after));
    return EXIT.ok;
  });
}

function misused(words: string): number {
  note(words);
  return EXIT.usage;
}

function aboutOf(one: Feedback): string {
  return one.kind ? `${one.kind} ${one.record}` : one.page;
}

/** Every field in a line; further lines of a text stand indented, so that none can pass for a field. */
function inWords(one: Feedback): string {
  const fields: ReadonlyArray<readonly [string, string]> = [
    ["reference", one.reference],
    ["received", one.received],
    ["page", one.page],
    ["record", one.kind ? `${one.kind} ${one.record}` : ""],
    ["language", one.locale],
    ["what", one.what],
    ["suggested", one.suggested],
    ["source", one.source],
    ["answer", one.answer ? "the sender waits for an answer by mail" : ""],
    ["state", one.state],
    ["decided", one.decided ?? ""],
    ["summary", one.summary],
    ["decision", one.decision],
    ["revision", one.revision === null ? "" : `${one.revision}, ${one.changed}`],
  ];
  return fields.flatMap(([name, value]) => (value ? [`${name.padEnd(10)} ${value.replaceAll("\n", `\n${" ".repeat(11)}`)}`] : [])).join("\n");
}
