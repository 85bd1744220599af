import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { dictionary } from "../dataset/dictionary.ts";
import { packageRoot } from "../store/root.ts";
import { EXIT, EXIT_HELP, note, result, verb } from "./say.ts";

/** `atlas dictionary`: writes the data dictionary from the schemas. */
export function dictionaryVerb(program: Command): void {
  program
    .command("dictionary")
    .description("write the data dictionary from the schemas")
    .option("--out <file>", "file to write", join(packageRoot(), "docs", "data-dictionary.md"))
    .option("--check", "write nothing; exit code 1 when the file differs from the schemas")
    .option("--json", "write the result as JSON")
    .addHelpText("after", EXIT_HELP)
    .action(
      verb(async (options: { out: string; check?: boolean; json?: boolean }) => {
        const file = resolve(options.out);
        const text = dictionary();
        const same = (await readFile(file, "utf8").catch(() => "")) === text;
        if (options.check && !same) note(`${file} differs from the schemas. Run atlas dictionary.`);
        if (!options.check && !same) await writeFile(file, text);
        const said = same ? `${file} is up to date.` : options.check ? `${file} is not up to date.` : `${file} written.`;
        result(options.json === true, { ok: same || !options.check, file, written: !same && !options.check }, said);
        return same || !options.check ? EXIT.ok : EXIT.problems;
      }),
    );
}
