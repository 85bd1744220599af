import { Command, CommanderError } from "commander";
import { answersVerb } from "./answers.ts";
import { briefVerb } from "./brief.ts";
import { checkVerb } from "./check.ts";
import { compareVerb } from "./compare.ts";
import { dictionaryVerb } from "./dictionary.ts";
import { doctorVerb } from "./doctor.ts";
import { eventStudyVerb } from "./event-study.ts";
import { exportVerb } from "./export.ts";
import { figuresVerb } from "./figures.ts";
import { formatVerb } from "./format.ts";
import { historyVerb } from "./history.ts";
import { loadVerb } from "./load.ts";
import { migrateVerb } from "./migrate.ts";
import { obligationsVerb } from "./obligations.ts";
import { readVerb } from "./read.ts";
import { EXIT, EXIT_HELP, failure, PLACE_HELP } from "./say.ts";
import { serveVerb } from "./serve.ts";
import { programVersion } from "./version.ts";

const program = new Command("atlas")
  .description("Safeguard Atlas: the law that protects children from sexual exploitation, in every jurisdiction, on any day, with its sources.")
  .version(programVersion())
  .showHelpAfterError("Run atlas --help for the verbs, atlas <verb> --help for one of them.")
  .addHelpText("after", `${PLACE_HELP}${EXIT_HELP}`)
  .exitOverride();

for (const add of [
  serveVerb,
  readVerb,
  answersVerb,
  compareVerb,
  obligationsVerb,
  briefVerb,
  figuresVerb,
  eventStudyVerb,
  checkVerb,
  loadVerb,
  exportVerb,
  migrateVerb,
  historyVerb,
  doctorVerb,
  formatVerb,
  dictionaryVerb,
])
  add(program);
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
