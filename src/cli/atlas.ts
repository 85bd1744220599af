#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { EXIT, EXIT_HELP, failure, PLACE_HELP } from "./say.ts";
import { programVersion } from "./version.ts";

/** The verbs in the order of the help. A start loads the verb that is asked for; only the help of all needs all of them. */
const VERBS: ReadonlyMap<string, () => Promise<(program: Command) => void>> = new Map([
  ["serve", async () => (await import("./serve.ts")).serveVerb],
  ["read", async () => (await import("./read.ts")).readVerb],
  ["answers", async () => (await import("./answers.ts")).answersVerb],
  ["compare", async () => (await import("./compare.ts")).compareVerb],
  ["obligations", async () => (await import("./obligations.ts")).obligationsVerb],
  ["brief", async () => (await import("./brief.ts")).briefVerb],
  ["figures", async () => (await import("./figures.ts")).figuresVerb],
  ["event-study", async () => (await import("./event-study.ts")).eventStudyVerb],
  ["check", async () => (await import("./check.ts")).checkVerb],
  ["load", async () => (await import("./load.ts")).loadVerb],
  ["export", async () => (await import("./export.ts")).exportVerb],
  ["migrate", async () => (await import("./migrate.ts")).migrateVerb],
  ["history", async () => (await import("./history.ts")).historyVerb],
  ["feedback", async () => (await import("./feedback.ts")).feedbackVerb],
  ["webhooks", async () => (await import("./webhooks.ts")).webhooksVerb],
  ["notify", async () => (await import("./notify.ts")).notifyVerb],
  ["campaigns", async () => (await import("./campaigns.ts")).campaignsVerb],
  ["doctor", async () => (await import("./doctor.ts")).doctorVerb],
  ["format", async () => (await import("./format.ts")).formatVerb],
  ["translations", async () => (await import("./translations.ts")).translationsVerb],
  ["dictionary", async () => (await import("./dictionary.ts")).dictionaryVerb],
]);

const program = new Command("atlas")
  .description("Safeguard Atlas: the law that protects children from sexual exploitation, in every jurisdiction, on any day, with its sources.")
  .version(programVersion())
  .showHelpAfterError("Run atlas --help for the verbs, atlas <verb> --help for one of them.")
  .addHelpText("after", `${PLACE_HELP}${EXIT_HELP}`)
  .exitOverride();

const asked = VERBS.get(process.argv[2] ?? "");
for (const add of await Promise.all([...(asked ? [asked] : VERBS.values())].map((load) => load()))) add(program);
// What a verb inherits is settled when it is added: wrong use ends with our own exit code everywhere.
for (const one of program.commands) one.exitOverride().showHelpAfterError(`Run atlas ${one.name()} --help.`);

// `atlas … | head` closes the pipe early; that is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT.ok : EXIT.environment));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else process.exitCode = failure(error, process.argv.includes("--json"));
}
