import { StoreProblem } from "../store/problem.ts";

/** How a verb ends. */
export const EXIT = { ok: 0, problems: 1, usage: 2, environment: 3 } as const;

/** What stands below the help of every verb. */
export const EXIT_HELP = `
Exit codes:
  0  done
  1  the data has problems; nothing was changed
  2  wrong use of the command line
  3  the database, its folder or the environment is not as needed`;

export const PLACE_HELP = `
Environment:
  ATLAS_DIR     folder of the database that the program runs itself (.atlas)
  DATABASE_URL  a PostgreSQL 15 or newer to use instead
`;

/** A line about the work's progress, on standard error. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The result for people, or as JSON for programs, on standard output. */
export function result(json: boolean, value: object, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
}

/** Says what stood in the way, and gives the exit code for it. */
export function failure(error: unknown, json: boolean): number {
  const code = error instanceof StoreProblem && error.sort === "refused" ? EXIT.problems : EXIT.environment;
  const message = error instanceof Error ? error.message || error.name : String(error);
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, error: message }, null, 2)}\n`);
  note(error instanceof StoreProblem || !(error instanceof Error) || "code" in error ? message : (error.stack ?? message));
  return code;
}

/** Runs a verb: its result is the exit code, its error becomes words and an exit code. */
export function verb<Options extends { json?: boolean }>(work: (options: Options) => Promise<number>): (options: Options) => Promise<void> {
  return async (options) => {
    try {
      process.exitCode = await work(options);
    } catch (error) {
      process.exitCode = failure(error, options.json === true);
    }
  };
}
