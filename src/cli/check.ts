import { resolve } from "node:path";
import type { Command } from "commander";
import { checkWords } from "../dataset/translation/check.ts";
import { interfaces } from "./interface.ts";
import { dataFolder } from "./place.ts";
import { checkedRecords, readFolder, reportProblems } from "./record.ts";
import { EXIT, EXIT_HELP, result, verb } from "./say.ts";

/** `atlas check`: finds every defect of the record's files. */
export function checkVerb(program: Command): void {
  program
    .command("check")
    .description("find every defect of the record's files and of the translations: form, ids, references, answers, dates, citations, messages, terms")
    .option("--data <folder>", "folder of the record's files", dataFolder())
    .option("--json", "write the problems as JSON")
    .addHelpText("after", EXIT_HELP)
    .action(
      verb(async (options: { data: string; json?: boolean }) => {
        const texts = await readFolder(resolve(options.data));
        const { records, problems: found } = await checkedRecords(texts);
        // What a broken record says of its texts would only repeat what is wrong with it.
        const problems = found.length > 0 ? found : checkWords(records, interfaces());
        const ok = problems.length === 0;
        if (!ok && !options.json) reportProblems(problems);
        if (ok || options.json) {
          result(
            options.json === true,
            { ok, files: texts.size, records: records.length, problems },
            `${records.length} records in ${texts.size} files: no problems.`,
          );
        }
        return ok ? EXIT.ok : EXIT.problems;
      }),
    );
}
