import type { Command } from "commander";
import { openFromEnvironment } from "./environment.ts";
import { EXIT, EXIT_HELP, PLACE_HELP, result, verb } from "./say.ts";

/** `atlas migrate`: brings the database's shape up to date. */
export function migrateVerb(program: Command): void {
  program
    .command("migrate")
    .description("apply the migrations that the database lacks")
    .option("--json", "write the result as JSON")
    .addHelpText("after", `${PLACE_HELP}${EXIT_HELP}`)
    .action(
      verb(async (options: { json?: boolean }) => {
        const store = await openFromEnvironment({ migrate: false });
        try {
          const applied = await store.migrate();
          const text = applied.length === 0 ? "Nothing to do: the database has every migration." : `Applied: ${applied.join(", ")}.`;
          result(options.json === true, { ok: true, applied }, text);
          return EXIT.ok;
        } finally {
          await store.close();
        }
      }),
    );
}
