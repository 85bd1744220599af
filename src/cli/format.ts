import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { formatFiles } from "../dataset/format.ts";
import { dataFolder } from "./place.ts";
import { readFolder, reportProblems } from "./record.ts";
import { EXIT, EXIT_HELP, note, result, verb } from "./say.ts";

/** `atlas format`: rewrites the record's files in canonical form. */
export function formatVerb(program: Command): void {
  program
    .command("format")
    .description("rewrite the record's files in their canonical form; what a file says stays the same")
    .option("--data <folder>", "folder of the record's files", dataFolder())
    .option("--json", "write the result as JSON")
    .addHelpText("after", EXIT_HELP)
    .action(
      verb(async (options: { data: string; json?: boolean }) => {
        const folder = resolve(options.data);
        const texts = await readFolder(folder);
        const { files, problems } = formatFiles(texts);
        const changed = [...files].filter(([path, text]) => texts.get(path) !== text);
        for (const [path, text] of changed) {
          note(`rewritten: ${path}`);
          await writeFile(join(folder, path), text);
        }
        if (problems.length > 0 && !options.json) {
          reportProblems(problems);
          note("Files with problems were left as they are.");
        }
        const rewritten = changed.map(([path]) => path);
        result(options.json === true, { ok: problems.length === 0, rewritten, problems }, `${rewritten.length} of ${files.size} files rewritten.`);
        return problems.length === 0 ? EXIT.ok : EXIT.problems;
      }),
    );
}
