import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { exportFiles } from "../store/load.ts";
import { StoreProblem } from "../store/problem.ts";
import { openFromEnvironment } from "./environment.ts";
import { EXIT, EXIT_HELP, note, PLACE_HELP, result, verb } from "./say.ts";

/** `atlas export`: writes the record's files from the database. */
export function exportVerb(program: Command): void {
  program
    .command("export")
    .description("write the record's files from the database, byte for byte as load reads them")
    .requiredOption("--out <folder>", "folder to write; it must be empty or not exist")
    .option("--json", "write the result as JSON")
    .addHelpText("after", `${PLACE_HELP}${EXIT_HELP}`)
    .action(
      verb(async (options: { out: string; json?: boolean }) => {
        const out = resolve(options.out);
        const there = await readdir(out).catch(() => null);
        if (there && there.length > 0)
          throw new StoreProblem(
            "environment",
            `The folder ${out} is not empty. Name an empty folder with --out, so that no old file stays among the new ones.`,
          );
        const store = await openFromEnvironment();
        let files: Map<string, string>;
        try {
          note("reading the record");
          files = await exportFiles(store);
        } finally {
          await store.close();
        }
        await writeAll(out, files);
        result(options.json === true, { ok: true, out, files: files.size }, `${files.size} files written to ${out}.`);
        return EXIT.ok;
      }),
    );
}

/** All files or none: they are written beside, then the folder is moved into its place. */
async function writeAll(out: string, files: ReadonlyMap<string, string>): Promise<void> {
  const draft = `${out}.part-${process.pid}`;
  try {
    for (const [path, text] of files) {
      const target = join(draft, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    await mkdir(draft, { recursive: true });
    await rm(out, { recursive: true, force: true });
    await rename(draft, out);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
